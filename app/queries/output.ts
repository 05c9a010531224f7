import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useChoices } from '../store/choices'
import { core } from './core'
import type {
  AppliedRecipe,
  Catalog,
  DestinationMatrix,
  Diagnostic,
  Edit,
  Foreseen,
  Lines,
  LiveCheck,
  Manifest,
  Output,
  OutsideSecret,
  Path,
  ReleaseNames,
} from './surface'

const emptyOutput: Output = {
  source: '',
  release: '',
  namespace: '',
  text: '',
  values: {},
  decisions: [],
  configs: {},
  places: {},
  collectors: [],
  diagnostics: [],
}

const emptyMatrix: DestinationMatrix = { destinations: [], rows: [] }

const minute = 60_000

function useSource(): { text: string; names: ReleaseNames } {
  const text = useChoices((state) => state.text)
  const release = useChoices((state) => state.release)
  const namespace = useChoices((state) => state.namespace)
  return { text, names: { release, namespace } }
}

/**
 * Asks the core something about the choices, and about what else the question is of. While the answer
 * is computed anew, the one before it stays.
 */
function useAnswer<Answer>(
  question: string,
  ask: (text: string, names: ReleaseNames) => Promise<Answer>,
  about: readonly unknown[] = [],
  enabled = true,
) {
  const { text, names } = useSource()
  return useQuery({
    queryKey: [question, text, names, ...about],
    queryFn: () => ask(text, names),
    placeholderData: keepPreviousData,
    enabled,
    gcTime: minute,
  })
}

/** What the choices come to. While it is computed anew, the output before it stays. */
export function useOutputQuery() {
  return useAnswer('output', (text, names) => core.output(text, names))
}

/** As {@link useOutputQuery}, with an empty output before the first one. */
export function useOutput(): Output {
  return useOutputQuery().data ?? emptyOutput
}

/** Every manifest, printed; asked for only where they are shown. */
export function useManifests() {
  return useAnswer<Manifest[]>('manifests', (text, names) => core.manifests(text, names))
}

const noChecks: readonly LiveCheck[] = []

/** What only the cluster knows; nothing before the first answer. */
export function useLiveChecks(): readonly LiveCheck[] {
  return useAnswer('live-checks', (text, names) => core.liveChecks(text, names)).data ?? noChecks
}

/** What goes where, and why; nothing before the first answer. */
export function useMatrix(): DestinationMatrix {
  return useAnswer('matrix', (text, names) => core.matrix(text, names)).data ?? emptyMatrix
}

/** What edits would change, for as long as they are not made. */
export function useForeseen(edits: readonly Edit[]): Foreseen | undefined {
  const ask = (text: string, names: ReleaseNames) => core.foresee(text, edits, names)
  return useAnswer('foresee', ask, [edits], edits.length > 0).data
}

/** What a recipe would make of the choices, and what is left to do elsewhere. */
export function useRecipe(
  slug: string,
  answers: Readonly<Record<string, unknown>>,
): AppliedRecipe | undefined {
  const ask = (text: string, names: ReleaseNames) => core.applyRecipe(text, slug, answers, names)
  return useAnswer('recipe', ask, [slug, answers]).data
}

/** The command that makes a Secret. */
export function useSecretCommand(secret: OutsideSecret): string {
  return (
    useQuery({
      queryKey: ['secret-command', secret],
      queryFn: () => core.secretCommand(secret),
      placeholderData: keepPreviousData,
      gcTime: minute,
    }).data ?? ''
  )
}

/** What a destination wants of a Secret that somebody else makes. */
export function useDestinationSecret(name: string) {
  const ask = (text: string, names: ReleaseNames) => core.destinationSecret(text, name, names)
  return useAnswer('destination-secret', ask, [name]).data
}

/** What the chart knows: every option, feature and destination. */
export function useCatalog(): Catalog {
  return useSuspenseQuery({
    queryKey: ['catalog'],
    queryFn: () => core.catalog(),
    gcTime: Number.POSITIVE_INFINITY,
  }).data
}

/** Lines of a setting in a YAML text. */
export function useLinesOf(text: string, path: Path | null): Lines | null {
  const { data } = useQuery({
    queryKey: ['lines', text, path],
    queryFn: () => (path ? core.linesOf(text, path) : null),
    enabled: path !== null,
    gcTime: minute,
  })
  return path ? (data ?? null) : null
}

/** One key for a path, for maps and element attributes. */
export function pathKey(path: Path): string {
  return JSON.stringify(path)
}

/** Whether a path is another one, or leads into it. */
export function isWithin(path: Path, outer: Path): boolean {
  return (
    outer.length <= path.length && outer.every((key, index) => String(key) === String(path[index]))
  )
}

/** Findings about one setting itself. */
export function useFindingsAt(path: Path): readonly Diagnostic[] {
  const { diagnostics } = useOutput()
  const key = pathKey(path)
  return useMemo(
    () => diagnostics.filter((finding) => pathKey(finding.path) === key),
    [diagnostics, key],
  )
}

/** Findings about a section and all that is in it. */
export function useFindingsUnder(path: Path): readonly Diagnostic[] {
  const { diagnostics } = useOutput()
  const key = pathKey(path)
  return useMemo(() => {
    const outer: Path = JSON.parse(key)
    return diagnostics.filter((finding) => isWithin(finding.path, outer))
  }, [diagnostics, key])
}
