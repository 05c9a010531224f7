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

/** What the choices come to. While it is computed anew, the output before it stays. */
export function useOutputQuery() {
  const { text, names } = useSource()
  return useQuery({
    queryKey: ['output', text, names],
    queryFn: () => core.output(text, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  })
}

/** As {@link useOutputQuery}, with an empty output before the first one. */
export function useOutput(): Output {
  return useOutputQuery().data ?? emptyOutput
}

/** Every manifest, printed; asked for only where they are shown. */
export function useManifests() {
  const { text, names } = useSource()
  return useQuery<Manifest[]>({
    queryKey: ['manifests', text, names],
    queryFn: () => core.manifests(text, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  })
}

/** What only the cluster knows; nothing before the first answer. */
export function useLiveChecks(): readonly LiveCheck[] {
  const { text, names } = useSource()
  const { data } = useQuery({
    queryKey: ['live checks', text, names],
    queryFn: () => core.liveChecks(text, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  })
  return data ?? noChecks
}

const noChecks: readonly LiveCheck[] = []

/** What goes where, and why; nothing before the first answer. */
export function useMatrix(): DestinationMatrix {
  const { text, names } = useSource()
  const { data } = useQuery({
    queryKey: ['matrix', text, names],
    queryFn: () => core.matrix(text, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  })
  return data ?? emptyMatrix
}

/** What edits would change, for as long as they are not made. */
export function useForeseen(edits: readonly Edit[]): Foreseen | undefined {
  const { text, names } = useSource()
  return useQuery({
    queryKey: ['foresee', text, names, edits],
    queryFn: () => core.foresee(text, edits, names),
    placeholderData: keepPreviousData,
    enabled: edits.length > 0,
    gcTime: minute,
  }).data
}

/** What a recipe would make of the choices, and what is left to do elsewhere. */
export function useRecipe(
  slug: string,
  answers: Readonly<Record<string, unknown>>,
): AppliedRecipe | undefined {
  const { text, names } = useSource()
  return useQuery({
    queryKey: ['recipe', text, names, slug, answers],
    queryFn: () => core.applyRecipe(text, slug, answers, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  }).data
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
  const { text, names } = useSource()
  return useQuery({
    queryKey: ['destination-secret', text, names, name],
    queryFn: () => core.destinationSecret(text, name, names),
    placeholderData: keepPreviousData,
    gcTime: minute,
  }).data
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
