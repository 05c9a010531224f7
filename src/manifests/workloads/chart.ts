/**
 * The Alloy chart 1.11.1 as one Alloy object has it: its values, and the names and labels that all
 * of its templates share (templates/_helpers.tpl, templates/_config.tpl).
 */

import { memo } from '../../base/memo'
import { truncateName } from '../../base/names'
import { valueAt } from '../../base/record'
import { alloyChart, alloyChartDefaults } from '../../collectors/alloy-chart'
import { fieldsOf } from '../../values/fields'
import { isEmpty, mergeOverwrite, overDefaults, printValue } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'

export { fieldsOf, given, itemsOf } from '../../values/fields'

/** One release of the Alloy chart. */
export interface Chart {
  readonly release: string
  readonly namespace: string
  /** The name of nearly everything that it makes. */
  readonly fullName: string
  readonly serviceAccountName: string
  readonly labels: Readonly<Record<string, unknown>>
  readonly selectorLabels: Readonly<Record<string, unknown>>
  /** What the values say at a path; `undefined` where they say nothing. */
  readonly value: (...path: readonly string[]) => unknown
  /** The same under `alloy`, with the older `agent` laid over it. */
  readonly alloy: (...path: readonly string[]) => unknown
}

/** The chart as the operator renders it for an Alloy object. */
export const chartOf = memo((alloyObject: KubernetesObject): Chart => {
  const values = overDefaults(alloyChartDefaults, alloyObject.spec)
  const alloyValues = isEmpty(values.agent)
    ? values.alloy
    : mergeOverwrite(values.alloy, values.agent)
  const release = printValue(valueAt(alloyObject, ['metadata', 'name']))
  const name = isEmpty(values.nameOverride) ? alloyChart.name : goText(values.nameOverride)
  const fullName = truncateName(
    !isEmpty(values.fullnameOverride)
      ? goText(values.fullnameOverride)
      : release.includes(name)
        ? release
        : [release, name].join('-'),
  )
  const value = (...path: readonly string[]) => valueAt(values, path)
  const namespace = isEmpty(values.namespaceOverride)
    ? printValue(valueAt(alloyObject, ['metadata', 'namespace']) ?? 'default')
    : goText(values.namespaceOverride)
  const accountName = value('serviceAccount', 'name')
  const ownAccount = !isEmpty(value('serviceAccount', 'create'))
  const selectorLabels = {
    'app.kubernetes.io/name': unquoted(truncateName(name)),
    'app.kubernetes.io/instance': unquoted(release),
  }
  return {
    release,
    namespace,
    fullName,
    serviceAccountName: isEmpty(accountName)
      ? ownAccount
        ? fullName
        : 'default'
      : goText(accountName),
    labels: {
      'helm.sh/chart': [alloyChart.name, alloyChart.version].join('-'),
      ...selectorLabels,
      'app.kubernetes.io/version': imageIdentity(value('image'), alloyChart.appVersion)
        .replace(/^@sha256/, '')
        .replace(/^:/, '')
        .slice(0, 63),
      'app.kubernetes.io/managed-by': 'Helm',
      'app.kubernetes.io/part-of': 'alloy',
    },
    selectorLabels,
    value,
    alloy: (...path) => valueAt(alloyValues, path),
  }
})

/** A value as `printf "%s"` prints it, which is made for texts: a number shows as `%!s(float64=1.2)`. */
export function goText(value: unknown): string {
  if (typeof value === 'number') return ['%!s(float64=', printValue(value), ')'].join('')
  if (typeof value === 'boolean') return ['%!s(bool=', String(value), ')'].join('')
  return typeof value === 'string' ? value : ''
}

/** What follows an image's repository: `@sha256:…` or `:tag`. */
export function imageIdentity(image: unknown, fallbackTag: string): string {
  const digest = valueAt(image, ['digest'])
  if (!isEmpty(digest)) {
    const text = goText(digest)
    return text.startsWith('sha256:') ? ['@', text].join('') : ['@sha256:', text].join('')
  }
  const tag = valueAt(image, ['tag'])
  return [':', isEmpty(tag) ? fallbackTag : goText(tag)].join('')
}

/** What differs between the objects' metadata. */
interface MetadataParts {
  readonly name?: string
  /** The part of the chart that the label `app.kubernetes.io/component` names. */
  readonly component?: string
  readonly labels?: unknown
  readonly annotations?: unknown
  /** Another namespace than the chart's; `null` for an object that has none. */
  readonly namespace?: string | null
}

/** An object's metadata: the chart's name, namespace and labels unless told otherwise. */
export function metadataOf(chart: Chart, parts: MetadataParts = {}): KubernetesObject['metadata'] {
  const namespace = parts.namespace === undefined ? chart.namespace : parts.namespace
  return {
    name: parts.name ?? chart.fullName,
    ...(namespace !== null && { namespace }),
    labels: {
      ...chart.labels,
      ...(parts.component !== undefined && { 'app.kubernetes.io/component': parts.component }),
      ...fieldsOf(parts.labels),
    } as Record<string, string>,
    ...(!isEmpty(parts.annotations) && {
      annotations: fieldsOf(parts.annotations) as Record<string, string>,
    }),
  }
}
