import { type Arguments, readArguments } from './arguments'
import { runCheck } from './check'
import { runGenerate } from './generate'
import { helpText } from './help'
import { CommandProblem, exitCodes } from './problem'
import { runComplete, runUpgrade } from './rewrite'
import { harmless } from './terminal'
import { packageVersion } from './version'

const runners: Readonly<Record<Arguments['command'], (args: Arguments) => Promise<number>>> = {
  generate: runGenerate,
  check: runCheck,
  complete: runComplete,
  upgrade: runUpgrade,
}

/** Does what the words behind the program’s name say, and resolves to the exit status. */
export async function runCommand(words: readonly string[]): Promise<number> {
  try {
    const args = readArguments(words)
    if (args.command === 'help') {
      process.stdout.write(helpText(args.about))
      return exitCodes.fine
    }
    if (args.command === 'version') {
      process.stdout.write(`${packageVersion}\n`)
      return exitCodes.fine
    }
    return await runners[args.command](args)
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error
    process.stderr.write(`${harmless(error.message)}\nTry --help.\n`)
    return exitCodes.usage
  }
}
