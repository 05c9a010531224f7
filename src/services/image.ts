import { isRecord } from '../base/record'
import { isEmpty, printValue } from '../values/helm'

/** Where an image comes from, and which one it is. */
export interface ImageParts {
  readonly registry: unknown
  readonly repository: unknown
  readonly tag: unknown
  readonly digest: unknown
}

const located = ({ registry, repository }: ImageParts) =>
  [printValue(registry), printValue(repository)].join('/')

/** `registry/repository:tag@digest`, as the charts of the Prometheus community have it. */
export function taggedImage(parts: ImageParts): string {
  const tag = [':', printValue(parts.tag)]
  const digest = isEmpty(parts.digest) ? [] : ['@', printValue(parts.digest)]
  return [located(parts), ...tag, ...digest].join('')
}

/** `@sha256:…` where there is a digest, else `:tag`, as the charts of Grafana have it. */
export function imageIdentifier({ tag, digest }: Pick<ImageParts, 'tag' | 'digest'>): string {
  const pinned = printValue(digest)
  if (pinned === '') return [':', printValue(tag)].join('')
  return pinned.startsWith('sha256:') ? ['@', pinned].join('') : ['@sha256:', pinned].join('')
}

/** `registry/repository` with the digest or the tag behind it. */
export function pinnedImage(parts: ImageParts): string {
  return [located(parts), imageIdentifier(parts)].join('')
}

/** Pull Secrets from several lists, each given by its name or as a reference; none leaves the field out. */
export function pullSecrets(...lists: readonly unknown[]): readonly unknown[] | undefined {
  const all = lists
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((secret: unknown) => (isRecord(secret) ? secret : { name: secret }))
  return all.length > 0 ? all : undefined
}

/** Environment variables from a map: names and texts. */
export function environment(variables: unknown): { name: string; value: string }[] {
  if (!isRecord(variables)) return []
  return Object.keys(variables)
    .sort()
    .map((name) => ({ name, value: printValue(variables[name]) }))
}
