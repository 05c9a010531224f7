import { core } from '../queries/core'
import type { UpgradedText, YamlProblem } from '../queries/surface'
import { choices, longest } from '../store/choices'
import { type Notice, tell } from '../store/notices'

/** Why a text was not taken; nothing when it was. */
export type Refusal =
  | { readonly reason: string; readonly problems: readonly YamlProblem[] }
  | undefined

/** Takes a values.yaml in the place of the choices. What does not parse leaves them as they were. */
export async function openValues(text: string): Promise<Refusal> {
  if (text.length > longest)
    return {
      reason: `This is ${(text.length / 1_000_000).toFixed(1)} million characters long. Values of this chart stay far below one million, so it was not opened.`,
      problems: [],
    }
  if (text.trim() === '') return { reason: 'There is nothing in it.', problems: [] }
  const { problems } = await core.read(text)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0)
    return { reason: 'It does not parse as YAML that Helm takes.', problems: errors }
  const upgraded = await core.upgraded(text)
  await choices.getState().replace(upgraded.text)
  tell(upgraded.from === 4 ? sameChart : olderChart(upgraded))
  return undefined
}

/** Reads a file as text; files far too large are not even read. */
export async function readFile(file: File): Promise<string | Refusal> {
  if (file.size > 4 * longest)
    return {
      reason: `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB. Values of this chart stay far below one, so it was not opened.`,
      problems: [],
    }
  return file.text()
}

const sameChart: Notice = {
  id: 'opened',
  kind: 'done',
  title: 'The values are open',
  lines: ['Comments and order stay as they are. Undo brings back what was here before.'],
}

function olderChart({ from, notes }: UpgradedText): Notice {
  return {
    id: 'opened',
    kind: notes.some(({ kind }) => kind === 'check' || kind === 'dropped') ? 'warning' : 'done',
    title: `These were values of chart ${from}; they are values of chart 4 now`,
    lines: [
      'They were written anew, so comments are gone. Undo brings back what was here before.',
      ...(notes.length > 0 ? ['What changed on the way:'] : []),
    ],
    items: notes.map(({ message, to }) => ({ text: message, path: to })),
  }
}
