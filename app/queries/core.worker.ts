/// <reference lib="webworker" />
import { expose } from 'comlink'
import * as core from '../../src/index'
import type {
  AppliedRecipe,
  Catalog,
  DestinationMatrix,
  DestinationSecret,
  Diagnostic,
  Edit,
  Edited,
  ExportedFile,
  Foreseen,
  Lines,
  LiveCheck,
  Manifest,
  ManifestForm,
  NamedSection,
  Opened,
  Output,
  OutsideSecret,
  Path,
  Read,
  Recipe,
  RedactedText,
  ReleaseNames,
  SecretForm,
  Shared,
  UpgradedText,
} from './surface'

/** The last output is kept: manifests and exports ask for what the preview has just shown. */
let last: { key: string; whole: ReturnType<typeof derive> } | undefined

function derive(text: string, names: ReleaseNames) {
  const { values, decisions } = core.complete(core.readValues(text).values)
  const completed = { text: core.editValues(text, decisions), values, decisions }
  return { completed, generated: core.generate(values, names) }
}

function whole(text: string, { release, namespace }: ReleaseNames) {
  const key = JSON.stringify([text, release, namespace])
  if (last?.key !== key) last = { key, whole: derive(text, { release, namespace }) }
  return last.whole
}

function read(text: string): Read {
  const { values, problems } = core.readValues(text)
  const broken = problems.some(({ severity }) => severity === 'error')
  return { values: broken || !core.isRecord(values) ? {} : values, problems }
}

function exportInput(source: string, names: ReleaseNames) {
  return { ...names, valuesText: whole(source, names).completed.text, options: root() }
}

const edited = (text: string): Edited => ({ text, values: read(text).values })

/** Whoever changes a part of a collector that was decided for them keeps the rest as decided. */
function adopted(text: string, edits: readonly Edit[]): readonly Edit[] {
  if (!edits.some(({ path }) => path[0] === 'collectors' && path.length > 2)) return edits
  return core.adoptDecisions(edits, core.complete(read(text).values).decisions)
}

const messageOf = ({ path, code, message }: Diagnostic) => JSON.stringify([path, code, message])

const root = () => core.catalog().root

let newest = 0

/** Lets the messages in that have been waiting. */
function nextTask(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, 0)
  })
}

const api = {
  catalog(): Catalog {
    return core.catalog()
  },

  read,

  edit(text: string, edits: readonly Edit[]): Edited {
    return edited(core.editValues(text, adopted(text, edits)))
  },

  /** Another name for a destination, processor or collector, and for all that names it. */
  renamed(text: string, section: NamedSection, from: string, to: string): Edited {
    return edited(core.renameUnit(text, section, from, to))
  },

  /** Without a destination, processor or collector. */
  removed(text: string, section: NamedSection, name: string): Edited {
    return edited(core.editValues(text, core.removeUnit(read(text).values, section, name)))
  },

  /** What goes where, and why. */
  matrix(text: string, names: ReleaseNames): DestinationMatrix {
    return core.destinationMatrix(whole(text, names).completed.values)
  },

  /** What edits would change about where data goes, and about what is wrong. */
  foresee(text: string, edits: readonly Edit[], names: ReleaseNames): Foreseen {
    const now = whole(text, names)
    const then = derive(core.editValues(text, adopted(text, edits)), names)
    const known = new Set(now.generated.diagnostics.map(messageOf))
    const left = new Set(then.generated.diagnostics.map(messageOf))
    return {
      changes: core.matrixChanges(
        core.destinationMatrix(now.completed.values),
        core.destinationMatrix(then.completed.values),
      ),
      raised: then.generated.diagnostics.filter((finding) => !known.has(messageOf(finding))),
      settled: now.generated.diagnostics.filter((finding) => !left.has(messageOf(finding))),
    }
  },

  /** What a recipe makes of the choices, and what is left to do elsewhere. */
  applyRecipe(
    text: string,
    slug: string,
    answers: Readonly<Record<string, unknown>>,
    names: ReleaseNames,
  ): AppliedRecipe {
    const { values } = whole(text, names).completed
    return core.applyRecipe(slug, answers, values, names.namespace)
  },

  /** The command that makes a Secret; it asks for what goes into it. */
  secretCommand(secret: OutsideSecret): string {
    return core.secretCommand(secret).text
  },

  /** What a destination wants of a Secret that somebody else makes. */
  destinationSecret(text: string, name: string, names: ReleaseNames): DestinationSecret | null {
    return core.destinationSecret(whole(text, names).completed.values, name, names) ?? null
  },

  async output(source: string, names: ReleaseNames): Promise<Output> {
    newest += 1
    const mine = newest
    await nextTask()
    // While this one waited, newer choices came in: nobody looks at these any more.
    if (mine !== newest) throw new Error('Overtaken by newer choices')
    const { completed, generated } = whole(source, names)
    return {
      source,
      ...names,
      ...completed,
      configs: generated.configs,
      places: generated.places,
      collectors: generated.collectors,
      // A blank page is not a faulty one.
      diagnostics: source.trim() === '' ? [] : generated.diagnostics,
    }
  },

  /** What only the cluster knows, with the commands that ask it. */
  liveChecks(source: string, names: ReleaseNames): readonly LiveCheck[] {
    return core.liveChecks(whole(source, names).generated, names)
  },

  manifests(source: string, names: ReleaseNames): Manifest[] {
    const { generated } = whole(source, names)
    return (['objects', 'workloads'] as const).flatMap((part) =>
      generated[part].map((object) => ({
        kind: object.kind,
        name: object.metadata.name,
        ...(object.metadata.namespace !== undefined && { namespace: object.metadata.namespace }),
        madeBy: part === 'objects' ? ('chart' as const) : ('operator' as const),
        text: core.printObjects([object]),
      })),
    )
  },

  /** The zip's files. */
  zipFiles(
    source: string,
    names: ReleaseNames,
    form: ManifestForm,
    secretForm: SecretForm,
  ): readonly ExportedFile[] {
    const { configs, objects, workloads } = whole(source, names).generated
    const input = exportInput(source, names)
    return core.zipFiles({ ...input, configs, objects, workloads, form, secretForm })
  },

  /** How to install with each tool: what to type, and what to keep in a repository. */
  recipes(source: string, names: ReleaseNames): readonly Recipe[] {
    const input = exportInput(source, names)
    const commands = core.secretCommands(input)
    return [
      { tool: 'helm', commands: core.helmCommands(names), files: [] },
      { tool: 'argoCd', commands, files: core.argoCd(input) },
      {
        tool: 'flux',
        commands: core.flux(input).some(({ path }) => path.startsWith('secrets/'))
          ? [
              {
                title: 'Make the Secret with the secret values',
                text: core.fluxSecretCommand(names.release),
              },
            ]
          : [],
        files: core.flux(input),
      },
      { tool: 'terraform', commands: [], files: core.terraform(input) },
    ]
  },

  /** Where a setting stands in YAML text; what is nearest round it when it is not there itself. */
  linesOf(text: string, path: Path): Lines | null {
    const map = core.sourceMap(text)
    for (let depth = path.length; depth > 0; depth -= 1) {
      const place = map.range(path.slice(0, depth))
      if (!place) continue
      const value = text.slice(place.key.start, place.value.end).trimEnd()
      return { startLine: place.key.line, endLine: place.key.line + value.split('\n').length - 1 }
    }
    return null
  },

  /** The setting at a position in YAML text. */
  pathAt(text: string, offset: number): Path {
    return core.pathAt(text, offset)
  },

  /** The choices as they may be stored: secrets left out, and where that was. */
  redacted(text: string): RedactedText {
    return core.redactText(text, root())
  },

  /** Values of an older chart as this one takes them; the text as it is where they are of this chart. */
  upgraded(text: string): UpgradedText {
    const { from, values, notes } = core.upgrade(read(text).values)
    return { from, notes, text: from === 4 ? text : core.printValues(values) }
  },

  /** What a link carries, and where a secret was left out. */
  share(text: string, names: ReleaseNames): { shared: Shared; leftOut: readonly Path[] } {
    return core.toShared(read(text).values, root(), names)
  },

  /** What came out of a link, checked: the choices as text, or why not. */
  openShared(payload: unknown): Opened {
    const opened = core.fromShared(payload)
    if (!opened.ok) return { problem: opened.message }
    const { release, namespace, values } = opened
    return {
      text: Object.keys(values).length === 0 ? '' : core.printValues(values),
      names: {
        ...(release !== undefined && { release }),
        ...(namespace !== undefined && { namespace }),
      },
    }
  },

  /** A value as YAML, for fields that take YAML of any shape. */
  printValue(value: unknown): string {
    return core.printValues(value)
  },

  readValue(text: string): { value: unknown } | { problem: string } {
    // Wrapped in a map, so that lists and single words are read as they would be in place.
    const indented = text.split('\n').map((line) => `  ${line}`)
    const { values, problems } = core.readValues(['value:', ...indented].join('\n'))
    const error = problems.find(({ severity }) => severity === 'error')
    if (error) return { problem: error.message }
    return { value: core.valueAt(values, ['value']) }
  },
}

export type CoreApi = typeof api

expose(api)
