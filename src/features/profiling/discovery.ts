import type { Block } from '../../alloy/ast'
import { component } from '../../alloy/build'
import { podAnnotation } from '../../base/names'
import { sortedEntries } from '../../base/record'
import { discoveredNamespaces, dropNamespaces, keepNamespaces } from '../../pipelines/namespaces'
import { ownNodeSelector } from '../../pipelines/own-node'
import { copyLabel, drop, keep, setLabel } from '../../pipelines/rules'
import { selectorTerms } from '../../pipelines/selectors'
import {
  firstLabel,
  serviceNameSources,
  serviceScopeRules,
  workloadNameRules,
} from '../../pipelines/service-identity'
import { printValue } from '../../values/helm'
import type { Values } from './options'

/** What the three kinds of profiling select pods by. */
export type Selection = Pick<
  Values['pprof'],
  'labelSelectors' | 'annotationSelectors' | 'namespaces' | 'excludeNamespaces'
>

/** The pods on the collector's own node. */
export function nodePods(label: string, selection: Selection) {
  return component('discovery.kubernetes', label, { role: 'pod' }, [
    ownNodeSelector(selectorTerms(selection.labelSelectors)),
    discoveredNamespaces(selection.namespaces),
  ])
}

/** The annotation `<prefix>/<kind>.<action>` as discovery has it. */
export function profileAnnotation(prefix: string, kind: string, action: string): string {
  return podAnnotation(`${prefix}/${kind}.${action}`)
}

/** Pods that ask for it, or all but those that ask to be left alone. */
export function targetingRule(scheme: string, annotation: string): Block {
  return scheme === 'annotation' ? keep([annotation], 'true') : drop([annotation], 'false')
}

/** Filters by namespace and annotations; the namespace becomes a label on the way. */
export function selectionRules(selection: Selection) {
  return [
    copyLabel('__meta_kubernetes_namespace', 'namespace'),
    keepNamespaces(selection.namespaces),
    dropNamespaces(selection.excludeNamespaces),
    sortedEntries(selection.annotationSelectors).map(([name, value]) =>
      keep(
        [podAnnotation(name)],
        Array.isArray(value) ? value.map(printValue).join('|') : printValue(value),
      ),
    ),
  ]
}

/** Who is profiled, and by what. */
export function identityRules(source: string, withNode: boolean) {
  const { annotation, instance, name, workload } = serviceNameSources
  const replace = { action: 'replace' }
  return [
    copyLabel('__meta_kubernetes_pod_name', 'pod'),
    withNode && copyLabel('__meta_kubernetes_pod_node_name', 'node'),
    copyLabel('__meta_kubernetes_pod_container_name', 'container'),
    workloadNameRules(),
    firstLabel([annotation, instance, name, workload, 'pod', 'container'], 'service_name', replace),
    serviceScopeRules(replace),
    setLabel('source', source),
  ]
}
