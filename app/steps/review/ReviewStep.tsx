import { useOutput } from '../../queries/output'
import { Card, StepFrame } from '../StepFrame'
import { ExportCards } from './ExportCards'
import { LiveChecks } from './LiveChecks'
import { ProblemList } from './ProblemList'

/** What is still wrong, and every way out. */
export function ReviewStep() {
  const { source } = useOutput()
  return (
    <StepFrame
      title="Review & export"
      intro="Look through what is worth knowing, then take the result with you. Nothing leaves this browser unless you take it."
    >
      {source.trim() === '' ? (
        <Card
          title="Nothing chosen yet"
          help="Name the cluster, add a destination and switch a feature on; or open a values.yaml from the File menu."
        />
      ) : (
        <>
          <ProblemList />
          <LiveChecks />
        </>
      )}
      <ExportCards />
    </StepFrame>
  )
}
