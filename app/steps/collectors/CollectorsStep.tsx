import { StepFrame } from '../StepFrame'
export function CollectorsStep() {
  return (
    <StepFrame title="Collectors" intro="">
      {null}
    </StepFrame>
  )
}
