import { StepFrame } from '../StepFrame'
export function ReviewStep() {
  return (
    <StepFrame title="Review & export" intro="">
      {null}
    </StepFrame>
  )
}
