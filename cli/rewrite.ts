import {
  complete,
  editValues,
  type Note,
  type NoteKind,
  type Path,
  printValues,
  upgrade,
} from '../src/index'
import type { Arguments } from './arguments'
import { readInput, writeOutput } from './files'
import { isError, textFindings, valuesOf } from './findings'
import { exitCodes } from './problem'
import { textReport } from './report'
import { harmless, type Paint, painter } from './terminal'

/** A new text for the values, and a line for each thing that is new about it. */
interface Rewritten {
  readonly text: string
  readonly told: readonly string[]
}

/** Reads the values, writes what becomes of them, and tells about it on standard error. */
async function rewrite(
  { input, out }: Arguments,
  change: (text: string, values: unknown, paint: Paint) => Rewritten,
): Promise<number> {
  const paint = painter(process.stderr)
  const text = await readInput(input)
  const values = valuesOf(text)
  const findings = textFindings(text)
  if (findings.some(isError) || values === undefined) {
    process.stderr.write(textReport(input, findings, paint))
    return exitCodes.findings
  }
  const rewritten = change(text, values, paint)
  writeOutput(out, rewritten.text, true)
  for (const line of rewritten.told) process.stderr.write(`${line}\n`)
  return exitCodes.fine
}

const dotted = (path: Path) => harmless(path.join('.'))

/** `complete`: fills in what the values need not say. */
export function runComplete(args: Arguments): Promise<number> {
  return rewrite(args, (text, values, paint) => {
    const { decisions } = complete(values)
    return {
      text: editValues(text, decisions),
      told: decisions.map(
        ({ path, what, why }) =>
          `${paint('bold', dotted(path))}: ${harmless(what)}. ${paint('dim', harmless(why))}`,
      ),
    }
  })
}

const marks: Readonly<Record<NoteKind, string>> = {
  moved: 'moved',
  changed: 'changed',
  dropped: 'dropped',
  added: 'added',
  check: 'look at',
}

function noteLine({ kind, from, to, message }: Note, paint: Paint): string {
  const places = [from, to].filter((path) => path !== undefined).map(dotted)
  const where = [...new Set(places)].join(' → ')
  const mark = paint(kind === 'check' || kind === 'dropped' ? 'yellow' : 'blue', marks[kind])
  return `${mark} ${paint('bold', where)}: ${harmless(message)}`
}

/** `upgrade`: brings values of older versions of the chart to version 4. */
export function runUpgrade(args: Arguments): Promise<number> {
  return rewrite(args, (text, values, paint) => {
    const { from, values: upgraded, notes } = upgrade(values)
    const nothing = 'These are values of version 4 already; they stay as they are.'
    return {
      text: from === 4 ? text : printValues(upgraded),
      told: from === 4 ? [nothing] : notes.map((note) => noteLine(note, paint)),
    }
  })
}
