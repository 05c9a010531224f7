import { isRecord, type Option, optionAt, valueAt } from '../../src/index'
import { labelOf } from '../forms/option-at'
import { sections } from '../forms/use-names'
import { queryClient } from '../queries/client'
import { core } from '../queries/core'
import type { Catalog, Path } from '../queries/surface'
import { choices } from '../store/choices'
import { type editor, languages } from './monaco'
import { yamlContext } from './yaml-context'

/*
 * Completion and hover for values.yaml come from the option table that also draws the forms. The
 * usual way, monaco-yaml with a JSON Schema, would bring a worker of 313 kB, know less (which
 * destinations there are, what a default is) and lag behind this version of the editor.
 */

/** The models that hold values; other YAML, such as manifests, is left alone. */
const valuesModels = new WeakSet<editor.ITextModel>()

export function helpWithValues(model: editor.ITextModel): void {
  valuesModels.add(model)
  register()
}

const catalogNow = (): Catalog | undefined => queryClient.getQueryData(['catalog'])

/** A destination that is being typed may not be in the values yet; what is there still tells its type. */
function findOption(path: Path): Option | undefined {
  const catalog = catalogNow()
  return catalog && optionAt(catalog.root, choices.getState().values, path)
}

const wants: Readonly<Record<Option['type'], string>> = {
  boolean: 'true or false',
  string: 'a text',
  number: 'a number',
  choice: 'one of a few texts',
  list: 'a list',
  map: 'a map with keys of your own',
  group: 'a section',
  variant: 'a section',
  any: 'any YAML',
}

function explain(option: Option): string {
  const parts = [option.help, option.deprecated && `Deprecated: ${option.deprecated}`]
  const initial = 'default' in option ? option.default : undefined
  const tells = [
    wants[option.type],
    option.type === 'choice' && option.choices.map((one) => `\`${one || '""'}\``).join(', '),
    initial !== undefined && initial !== null && `default \`${JSON.stringify(initial)}\``,
  ]
  return [...parts, tells.filter(Boolean).join('; ')].filter(Boolean).join('\n\n')
}

/** Keys that may stand at a place. */
function keysAt(path: Path): readonly [string, Option][] {
  const option = findOption(path)
  if (option?.type === 'group') return Object.entries(option.fields)
  if (option?.type !== 'variant') return []
  const kind = valueAt(choices.getState().values, [...path, option.by])
  const chosen =
    typeof kind === 'string' && Object.hasOwn(option.cases, kind) ? option.cases[kind] : undefined
  return chosen
    ? Object.entries(chosen.fields)
    : [
        [
          option.by,
          { type: 'choice', choices: Object.keys(option.cases), default: null, help: option.help },
        ],
      ]
}

function valuesFor(path: Path): readonly string[] {
  const option = findOption(path)
  if (option?.type === 'boolean') return ['true', 'false']
  if (option?.type === 'choice') return option.choices.map((one) => (one === '' ? '""' : one))
  const outer = findOption(path.slice(0, -1))
  if (outer?.type === 'variant' && path.at(-1) === outer.by) return Object.keys(outer.cases)
  if (option?.type !== 'string') return []
  const section = option.format && sections[option.format]
  const named = section && valueAt(choices.getState().values, [section])
  return isRecord(named) ? Object.keys(named) : []
}

/** What is written behind a key that was picked. */
function insertFor(key: string, option: Option): string {
  switch (option.type) {
    case 'group':
    case 'map':
    case 'variant':
      return `${key}:\n  `
    case 'list':
      return `${key}:\n  - `
    default:
      return `${key}: `
  }
}

let registered = false

function register(): void {
  if (registered) return
  registered = true
  languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', '\n'],
    provideCompletionItems(model, position) {
      if (!valuesModels.has(model)) return { suggestions: [] }
      const context = yamlContext(
        model.getLinesContent(),
        position.lineNumber - 1,
        position.column - 1,
      )
      const range = {
        startLineNumber: position.lineNumber,
        endLineNumber: position.lineNumber,
        startColumn: position.column - context.typed.length,
        endColumn: position.column,
      }
      if (context.kind === 'value')
        return {
          suggestions: valuesFor(context.path).map((value) => ({
            label: value,
            kind: languages.CompletionItemKind.Value,
            insertText: value,
            range,
          })),
        }
      return {
        suggestions: keysAt(context.path)
          .filter(([key]) => !context.siblings.includes(key))
          .map(([key, option], index) => ({
            label: { label: key, description: wants[option.type] },
            kind: languages.CompletionItemKind.Property,
            documentation: { value: explain(option) },
            insertText: insertFor(key, option),
            sortText: `${'common' in option && option.common ? 0 : 1}${String(index).padStart(4, '0')}`,
            range,
            ...(option.type !== 'group' &&
              option.type !== 'map' && {
                command: { id: 'editor.action.triggerSuggest', title: 'Suggest' },
              }),
          })),
      }
    },
  })
  languages.registerHoverProvider('yaml', {
    async provideHover(model, position) {
      if (!valuesModels.has(model)) return null
      const path = await core.pathAt(model.getValue(), model.getOffsetAt(position))
      const option = path.length > 0 ? findOption(path) : undefined
      if (!option) return null
      return {
        contents: [
          { value: `**${labelOf(path.at(-1) ?? '', option)}**` },
          { value: explain(option) },
        ],
      }
    },
  })
}
