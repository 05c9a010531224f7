import { parseArgs } from 'node:util'
import { CommandProblem } from './problem'

/** What `generate` can write. */
export const parts = ['configs', 'objects', 'workloads', 'zip', 'files'] as const
export type Part = (typeof parts)[number]

export const reportFormats = ['text', 'json', 'sarif'] as const
export const forms = ['workloads', 'alloy'] as const
export const secretForms = ['manifests', 'external', 'commands'] as const

/** What to do, as it was typed. */
export interface Arguments {
  readonly command: 'generate' | 'check' | 'upgrade' | 'complete'
  /** A file, or `-` for standard input. */
  readonly input: string
  /** A folder for `generate`, a file for the others, `-` for standard output. */
  readonly out: string | undefined
  readonly only: readonly Part[]
  readonly release: string
  readonly namespace: string
  readonly form: (typeof forms)[number]
  readonly secrets: (typeof secretForms)[number]
  readonly format: (typeof reportFormats)[number]
}

/** Something that is asked for instead of a command; help about one, or about all of them. */
export type Question =
  | { readonly command: 'help'; readonly about?: string }
  | { readonly command: 'version' }

const options = {
  out: { type: 'string', short: 'o' },
  only: { type: 'string', multiple: true },
  release: { type: 'string', short: 'r' },
  namespace: { type: 'string', short: 'n' },
  form: { type: 'string' },
  secrets: { type: 'string' },
  format: { type: 'string', short: 'f' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const

type OptionName = keyof typeof options

/** The options that each command takes, besides --help. */
export const commandOptions: Readonly<Record<Arguments['command'], readonly OptionName[]>> = {
  generate: ['out', 'only', 'release', 'namespace', 'form', 'secrets'],
  check: ['format', 'out', 'release', 'namespace'],
  complete: ['out'],
  upgrade: ['out'],
}

const isCommand = (word: string): word is Arguments['command'] =>
  Object.hasOwn(commandOptions, word)

function oneOf<T extends string>(name: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text)
  if (found === undefined) {
    throw new CommandProblem(`--${name} takes ${known.join(', ')}, and not "${text}".`)
  }
  return found
}

/** Names of namespaces, which names of Helm’s releases are like, a little shorter. */
function kubernetesName(option: string, text: string, longest: number): string {
  if (/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text) && text.length <= longest) return text
  throw new CommandProblem(
    `--${option} takes at most ${longest} small letters, digits and hyphens, and not "${text}".`,
  )
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new CommandProblem(error instanceof Error ? error.message : String(error))
  }
}

/** Reads what was typed behind the program’s name; throws a CommandProblem if it makes no sense. */
export function readArguments(words: readonly string[]): Arguments | Question {
  const { values, positionals } = parsed(words)
  const [word, input, ...rest] = positionals
  if (values.version) return { command: 'version' }
  if (word === 'help') return { command: 'help', ...(input !== undefined && { about: input }) }
  if (values.help || word === undefined) {
    return { command: 'help', ...(word !== undefined && { about: word }) }
  }
  if (!isCommand(word)) throw new CommandProblem(`There is no command "${word}".`)
  if (input === undefined) {
    throw new CommandProblem('Name the file with the values, or - for standard input.')
  }
  if (rest.length > 0) throw new CommandProblem(`One file at a time; "${rest[0]}" is too many.`)
  const foreign = (Object.keys(values) as OptionName[]).find(
    (name) => !commandOptions[word].includes(name),
  )
  if (foreign) throw new CommandProblem(`${word} takes no --${foreign}.`)
  return {
    command: word,
    input,
    out: values.out,
    only: (values.only ?? []).flatMap((text) =>
      text.split(',').map((part) => oneOf('only', part, parts)),
    ),
    release: kubernetesName('release', values.release ?? 'k8s-monitoring', 53),
    namespace: kubernetesName('namespace', values.namespace ?? 'monitoring', 63),
    form: oneOf('form', values.form ?? 'workloads', forms),
    secrets: oneOf('secrets', values.secrets ?? 'manifests', secretForms),
    format: oneOf('format', values.format ?? 'text', reportFormats),
  }
}
