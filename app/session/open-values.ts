import type { YamlProblem } from '../queries/surface'
import { choices, longest } from '../store/choices'

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
  const problems = await choices.getState().replace(text)
  const errors = problems.filter(({ severity }) => severity === 'error')
  return errors.length > 0
    ? { reason: 'It does not parse as YAML that Helm takes.', problems: errors }
    : undefined
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
