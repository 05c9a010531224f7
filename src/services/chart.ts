/**
 * A chart that k8s-monitoring brings with it, as one release has it: the names and labels that all
 * such charts make alike (their templates/_helpers.tpl).
 */
import { truncateName } from '../base/names'
import { present } from '../base/present'
import { isRecord } from '../base/record'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { fieldsOf, itemsOf } from '../values/fields'
import type { Release } from '../values/global'
import { isEmpty, printValue } from '../values/helm'
import { fillTemplate, fillTree } from '../values/templates'
import { readValues } from '../yaml/read'

type Tree = Readonly<Record<string, unknown>>
type Metadata = KubernetesObject['metadata']

/** Who the chart is (Chart.yaml); an alias that k8s-monitoring gives it stands for its name. */
export interface ChartIdentity {
  readonly name: string
  readonly version: string
  /** The program's version: the image's tag unless the values have one. */
  readonly appVersion?: string
}

/** One release of a bundled chart. */
export interface BundledChart {
  readonly identity: ChartIdentity
  readonly release: Release
  readonly values: Tree
  /** What its pods are labelled with: the chart's name or the user's instead. */
  readonly name: string
  /** What nearly everything that it makes is called. */
  readonly fullName: string
  readonly namespace: string
  readonly accountName: string
  readonly labels: Tree
  /** The labels by which it finds its pods. */
  readonly selector: Tree
}

/** What differs between the charts. */
export interface ChartParts {
  readonly identity: ChartIdentity
  readonly values: Tree
  readonly release: Release
  /** Other than `namespaceOverride`, else the release's. */
  readonly namespace?: string
  /** Labels of all objects besides the usual ones, given the chart's name. */
  readonly labels?: (name: string) => Tree
  /** Instead of name and instance. */
  readonly selector?: (name: string) => Tree
  /** The account where none is to be made and none is named. */
  readonly defaultAccount?: string
}

/** A bundled chart with its names and labels worked out. */
export function bundledChart(parts: ChartParts): BundledChart {
  const { identity, values, release, labels, defaultAccount = 'default' } = parts
  const own = printValue(values.nameOverride) || identity.name
  const name = truncateName(own)
  const fullName = truncateName(
    printValue(values.fullnameOverride) ||
      (release.name.includes(own) ? release.name : [release.name, own].join('-')),
  )
  const account = fieldsOf(values.serviceAccount)
  const selector = parts.selector?.(name) ?? {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': release.name,
  }
  return {
    identity,
    release,
    values,
    name,
    fullName,
    namespace: parts.namespace ?? (printValue(values.namespaceOverride) || release.namespace),
    accountName: printValue(account.name) || (isEmpty(account.create) ? defaultAccount : fullName),
    selector,
    labels: {
      'helm.sh/chart': truncateName([identity.name, identity.version].join('-')),
      'app.kubernetes.io/managed-by': 'Helm',
      ...(identity.appVersion !== undefined && {
        'app.kubernetes.io/version': identity.appVersion,
      }),
      ...selector,
      ...labels?.(name),
    },
  }
}

/** What differs between the objects' metadata. */
export interface MetadataParts {
  readonly name?: string
  /** Another namespace than the chart's; `null` for an object that has none. */
  readonly namespace?: string | null
  /** Further labels; `null` for an object that has none at all. */
  readonly labels?: unknown
  readonly annotations?: unknown
  /** Show that there are no annotations. */
  readonly emptyAnnotations?: true
}

/** An object's metadata: the chart's name, namespace and labels unless told otherwise. */
export function metadataOf(chart: BundledChart, parts: MetadataParts = {}): Metadata {
  const { name = chart.fullName, namespace = chart.namespace, labels, annotations } = parts
  return present({
    name,
    namespace: namespace === null ? undefined : namespace,
    labels: labels === null ? undefined : { ...chart.labels, ...fieldsOf(labels) },
    annotations: isEmpty(annotations) ? parts.emptyAnnotations && null : fieldsOf(annotations),
  }) as unknown as Metadata
}

/** The account that the pods run as, unless the values want none made. */
export function serviceAccount(
  chart: BundledChart,
  parts: { readonly labels?: unknown; readonly fields?: Tree } = {},
): KubernetesObject[] {
  const account = fieldsOf(chart.values.serviceAccount)
  if (isEmpty(account.create)) return []
  const { labels, fields } = parts
  const { annotations } = account
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: metadataOf(chart, { name: chart.accountName, labels, annotations }),
      ...present(fieldsOf(fields)),
    },
  ]
}

/** What Helm's `tpl` makes of the texts in a tree; what only Helm can fill in stays. */
export function filled(
  { release, values }: Pick<BundledChart, 'release' | 'values'>,
  value: unknown,
): unknown {
  return fillTree(value, (text) => fillTemplate(text, { release, values }).text)
}

const isObject = (value: unknown): value is KubernetesObject =>
  isRecord(value) &&
  typeof value.apiVersion === 'string' &&
  typeof value.kind === 'string' &&
  isRecord(value.metadata)

/** Objects of the user's own; a text is read as YAML, and what is no object is left out. */
export function extraObjects(chart: BundledChart, listed: unknown): KubernetesObject[] {
  return itemsOf(listed)
    .map((item) => filled(chart, item))
    .map((item) => (typeof item === 'string' ? readValues(item).values : item))
    .filter(isObject)
}
