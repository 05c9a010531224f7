import { readTemplate, type TemplateId } from '../queries/templates'
import { blank, choices } from '../store/choices'
import { tell } from '../store/notices'
import { useView } from '../store/view'

/** Clears the table; what was there before is one undo away. */
export async function startOver(): Promise<void> {
  const { text, release, namespace } = blank
  await choices.getState().replace(text, { release, namespace })
  useView.getState().go('cluster')
  tell({
    id: 'started',
    kind: 'info',
    title: 'Started from blank',
    lines: ['Undo brings back what was here before.'],
  })
}

/** Starts from a template; what was there before is one undo away. */
export async function startFrom(id: TemplateId): Promise<void> {
  try {
    await choices.getState().replace(await readTemplate(id))
    useView.getState().go('cluster')
    tell({
      id: 'started',
      kind: 'done',
      title: 'Started from a template',
      lines: ['Name your cluster, then put your own addresses into the destinations.'],
    })
  } catch (error) {
    tell({
      id: 'started',
      kind: 'error',
      title: 'The template could not be opened',
      lines: [error instanceof Error ? error.message : String(error), 'Your work is as it was.'],
    })
  }
}
