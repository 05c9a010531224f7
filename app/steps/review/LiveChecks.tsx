import { useLiveChecks } from '../../queries/output'
import { TextSheet } from '../../ui/TextSheet'
import { Card } from '../StepFrame'

/** What the page cannot know, with the commands that ask the cluster. */
export function LiveChecks() {
  const checks = useLiveChecks()
  if (checks.length === 0) return null
  return (
    <Card
      title="Not checked here"
      help="Only the cluster knows these. The commands ask it, and change nothing."
    >
      {checks.map(({ id, title, why, command }) => (
        <details key={id}>
          <summary>{title}</summary>
          <p>{why}</p>
          <TextSheet title="For a shell" what={`the command: ${title}`} text={command} />
        </details>
      ))}
    </Card>
  )
}
