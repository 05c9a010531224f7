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

/** A Secret that somebody makes before the release does. */
export interface OutsideSecret {
  readonly name: string
  readonly namespace: string
  readonly keys: readonly string[]
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

const variableOf = (key: string) => `SECRET_${key.replaceAll(/[^A-Za-z0-9]/g, '_').toUpperCase()}`

/**
 * Makes one Secret; the secrets are asked for, so that they stand in no file and no history. The
 * braces have the shell read all lines before the first question.
 */
export function secretCommand({ name, namespace, keys }: OutsideSecret): Command {
  const asked = keys.flatMap((key) => [
    `  printf ${shellQuote(`${key} of ${name}: `)}`,
    `  IFS= read -r ${variableOf(key)}; echo`,
  ])
  const words = ['kubectl', 'create', 'secret', 'generic', name, '--namespace', namespace]
  const literals = keys.map(
    (key) => `    ${shellQuote(`--from-literal=${key}=`)}"$${variableOf(key)}"`,
  )
  const text = [
    '{',
    '  stty -echo',
    ...asked,
    '  stty echo',
    ['  '.concat(words.map(shellQuote).join(' ')), ...literals].join(' \\\n'),
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
