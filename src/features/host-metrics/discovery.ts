import type { Block, Expression, Statement } from '../../alloy/ast'
import { block, call, component, ref, type Value, withOrigin } from '../../alloy/build'
import { isRecord, valueAt } from '../../base/record'
import { collect, discover, type Source } from '../../pipelines/metrics-source'
import { namespacesBlock } from '../../pipelines/namespaces'
import {
  attachMetadata,
  type NodeLabels,
  nodeLabelOptions,
  nodeLabelRules,
  wantsNodeMetadata,
} from '../../pipelines/node-labels'
import { podMeta } from '../../pipelines/pod-labels'
import { rule } from '../../pipelines/rules'
import { matcherTerms } from '../../pipelines/selectors'
import { defaultOf, type ValueOf } from '../../values/options'
import type { FeatureContext } from '../types'
import type { energyOptions, linuxOptions, windowsOptions } from './options'

export type LinuxValues = ValueOf<typeof linuxOptions>
export type WindowsValues = ValueOf<typeof windowsOptions>
export type EnergyValues = ValueOf<typeof energyOptions>

type PartValues = LinuxValues | WindowsValues | EnergyValues

/** The whole section's node labels, conformed before any part is built. */
function wantedNodeLabels(context: FeatureContext<PartValues>): NodeLabels {
  const found = valueAt(context.root, ['hostMetrics', 'nodeLabels'])
  return (isRecord(found) ? found : defaultOf(nodeLabelOptions)) as NodeLabels
}

/** What tells where an exporter's pods are. */
export interface ExporterPods {
  readonly unit: string
  /** Label of the `discovery.kubernetes`, where it differs from that of the relabelling. */
  readonly discoveryLabel: string
  readonly label: string
  readonly deployed: boolean
  readonly deployedNamespace: string
  /** Selector of the deployed one; the user's own labels replace it. */
  readonly deployedTerms: readonly string[]
  readonly rules: readonly Block[]
}

/** Discovers an exporter's pods, with the facts about nodes that the user wants as labels. */
export function exporterPods(
  context: FeatureContext<PartValues>,
  pods: ExporterPods,
): { statements: Statement[]; targets: Expression } {
  const { values, path } = context
  const { unit } = pods
  const nodeLabels = wantedNodeLabels(context)
  const own = matcherTerms(values.labelMatchers)
  const terms = own.length > 0 || !pods.deployed ? own : pods.deployedTerms
  const namespace = pods.deployed ? pods.deployedNamespace : values.namespace
  const found = component('discovery.kubernetes', pods.discoveryLabel, { role: 'pod' }, [
    block('selectors', { role: 'pod', label: terms.join(',') }),
    namespacesBlock(namespace === '' ? [] : [namespace]),
    attachMetadata({ node: wantsNodeMetadata(nodeLabels) }),
  ])
  const targets = discover(
    pods.label,
    ref(found, 'targets'),
    [...pods.rules, ...nodeLabelRules(nodeLabels)],
    { values, path, unit },
  )
  return {
    statements: withOrigin([found, targets], { unit, path }),
    targets: ref(targets, 'output'),
  }
}

/** Running, ready pods, without their init containers. */
export const readyPods = () =>
  rule({
    source_labels: ['container_init', 'phase', 'ready'].map(podMeta),
    separator: '@',
    regex: 'false@Running@true',
    action: 'keep',
  })

/** An exporter inside Alloy, whose targets are called after the node, as a scraped one's are. */
export function ownExporter(
  context: FeatureContext<LinuxValues | WindowsValues>,
  exporter: {
    readonly unit: string
    readonly name: string
    readonly label: string
    /** The rules' default action, where the template spells it out. */
    readonly action?: 'replace'
  },
  settings: Readonly<Record<string, string>>,
): { statements: Statement[]; targets: Expression } {
  const { values, path } = context
  const { unit, label } = exporter
  const source = component(exporter.name, label, settings)
  const { action } = exporter
  const replace = (target: string, replacement: Value) =>
    rule({ action, target_label: target, replacement })
  const targets = discover(
    label,
    ref(source, 'targets'),
    [
      replace('instance', call('sys.env', 'NODE_NAME')),
      replace('job', values.jobLabel),
      replace('source', 'kubernetes'),
    ],
    { values, path, unit },
  )
  return {
    statements: withOrigin([source, targets], { unit, path }),
    targets: ref(targets, 'output'),
  }
}

/** The scrape and the relabelling behind it. */
export function scrapeHosts(
  context: FeatureContext<PartValues>,
  source: Pick<
    Source,
    'label' | 'unit' | 'targets' | 'rules' | 'attributes' | 'blocks' | 'without'
  >,
): Statement[] {
  return collect({
    ...source,
    values: context.values,
    path: context.path,
    global: context.global,
    destinations: context.destinations('metrics'),
  })
}
