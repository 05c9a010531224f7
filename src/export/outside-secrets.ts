import { valueAt } from '../base/record'
import { shellQuote } from '../base/shell'
import type { Edit, Path } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import { readModel } from '../model'
import {
  makesSecret,
  secretHolder,
  secretKey,
  secretLiteral,
  secretName,
  secretNamespace,
} from '../pipelines/secrets'
import { splitText } from '../share/redact'
import { isEmpty } from '../values/helm'
import { editValues } from '../yaml/edit'
import { readValues } from '../yaml/read'
import type { ExportInput } from './file'
import type { Command } from './helm'

/** A Secret that somebody makes outside of the release: where it is, and what it has to hold. */
export interface OutsideSecret {
  readonly name: string
  readonly namespace: string
  readonly keys: readonly string[]
  /** Those of the keys whose value has several lines, such as certificates: they come from files. */
  readonly files?: readonly string[]
  /** Other than `Opaque`. */
  readonly type?: string
}

export interface OutsideSecrets {
  /** The values, with each destination's credentials read from a Secret that is there already. */
  readonly text: string
  readonly secrets: readonly OutsideSecret[]
  /** Secrets that no Secret can bring in; they are left out of the text and have to be seen to. */
  readonly parts: readonly Path[]
}

/**
 * Moves the destinations' credentials out of the values, into Secrets of the names that the chart
 * would have given them, for tools that keep the values in a repository.
 */
export function outsideSecrets(input: ExportInput): OutsideSecrets {
  const { values } = readValues(input.valuesText)
  const release = { name: input.release, namespace: input.namespace }
  const model = readModel(values, release, new Findings())
  const edits: Edit[] = []
  const secrets: OutsideSecret[] = []
  for (const { context, unit, disabled } of model.destinations.values()) {
    const holder = secretHolder(context, unit.secretFields)
    if (disabled || !makesSecret(holder)) continue
    const fields = unit.secretFields.filter((field) => secretLiteral(holder.values, field) !== '')
    const name = secretName(holder)
    const place: Path = [...context.path, 'secret']
    const auth: Path = [...context.path, 'auth']
    // Without a type of its own, a login is basic because its user name and password are there.
    if (fields.includes('auth.password') && isEmpty(valueAt(values, [...auth, 'type']))) {
      edits.push({ path: [...auth, 'type'], value: 'basic' })
    }
    for (const field of fields) {
      edits.push({ path: [...context.path, ...field.split('.')], remove: true })
    }
    edits.push(
      { path: [...place, 'create'], value: false },
      { path: [...place, 'name'], value: name },
    )
    const keys = fields.map((field) => secretKey(holder.values, field))
    secrets.push({ name, namespace: secretNamespace(holder), keys: [...new Set(keys)] })
  }
  const { text, parts } = splitText(editValues(input.valuesText, edits), input.options)
  return { text, secrets, parts }
}

/** A shell variable for each key, no two alike. */
function variablesOf(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = keys.map((key) => `SECRET_${key.replaceAll(/[^A-Za-z0-9]/g, '_').toUpperCase()}`)
  return new Map(
    keys.map((key, index) => {
      const name = names[index] ?? ''
      return [key, names.indexOf(name) === index ? name : `${name}_${index + 1}`]
    }),
  )
}

/**
 * Makes one Secret; the secrets are asked for, so that they stand in no file and no history. What has
 * several lines is asked for as a file. The braces have the shell read all lines before the first
 * question.
 */
export function secretCommand(secret: OutsideSecret): Command {
  const { name, namespace, keys, files = [], type } = secret
  const variables = variablesOf(keys)
  const isFile = (key: string) => files.includes(key)
  const asked = keys.flatMap((key) => {
    const question = isFile(key) ? `File with ${key} of ${name}: ` : `${key} of ${name}: `
    const read = `  IFS= read -r ${variables.get(key)}`
    return [
      `  printf ${shellQuote(question)}`,
      isFile(key) ? read : `  stty -echo\n${read}; echo; stty echo`,
    ]
  })
  const words = ['kubectl', 'create', 'secret', 'generic', name, '--namespace', namespace]
  const sources = keys.map((key) => {
    const source = isFile(key) ? '--from-file' : '--from-literal'
    return `    ${shellQuote(`${source}=${key}=`)}"$${variables.get(key)}"`
  })
  const typed = type === undefined ? [] : [`    ${shellQuote(`--type=${type}`)}`]
  const text = [
    '{',
    ...asked,
    ['  '.concat(words.map(shellQuote).join(' ')), ...typed, ...sources].join(' \\\n'),
    '}',
  ]
  return { title: `Make the Secret ${name}`, text: text.join('\n') }
}

/** The commands that make the Secrets, and the namespaces they go to. */
export function secretCommands(input: ExportInput): readonly Command[] {
  const { secrets } = outsideSecrets(input)
  const namespaces = [...new Set(secrets.map(({ namespace }) => namespace))]
  return [
    ...namespaces
      .filter((namespace) => namespace !== 'default')
      .map((namespace) => ({
        title: `Make the namespace ${namespace}`,
        text: namespaceCommand(namespace),
      })),
    ...secrets.map(secretCommand),
  ]
}

/** Makes a namespace, or leaves it be if it is there. */
export function namespaceCommand(namespace: string): string {
  return `kubectl create namespace ${shellQuote(namespace)} --dry-run=client --output yaml | kubectl apply --filename -`
}
