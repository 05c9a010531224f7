import type { Arguments } from './arguments'
import { readInput, writeOutput } from './files'
import { type Finding, findingsOf, isError } from './findings'
import { exitCodes } from './problem'
import { jsonReport, textReport } from './report'
import { sarifReport } from './sarif'
import { painter } from './terminal'

function report({ format, input, out }: Arguments, findings: readonly Finding[]): string {
  const name = input === '-' ? 'stdin' : input
  switch (format) {
    case 'text':
      return textReport(
        name,
        findings,
        painter(out === undefined || out === '-' ? process.stdout : { isTTY: false }),
      )
    case 'json':
      return jsonReport(name, findings)
    case 'sarif':
      return sarifReport(input, findings)
  }
}

/** `check`: tells what is wrong with the values. */
export async function runCheck(args: Arguments): Promise<number> {
  const findings = findingsOf(await readInput(args.input), args)
  writeOutput(args.out, report(args, findings), false)
  return findings.some(isError) ? exitCodes.findings : exitCodes.fine
}
