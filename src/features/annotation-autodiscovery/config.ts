import type { Block, Expression, Statement } from '../../alloy/ast'
import { block, call, component, rawExpression, ref, withOrigin } from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import { discover, metricsRelabel, userRules } from '../../pipelines/metrics-source'
import { discoveredNamespaces, dropNamespaces, keepNamespaces } from '../../pipelines/namespaces'
import { attachMetadata, nodeLabelRules, wantsNodeMetadata } from '../../pipelines/node-labels'
import { drop, keep, rule, setLabel } from '../../pipelines/rules'
import { scrape } from '../../pipelines/scrape'
import { labelSelector, selectorTerms } from '../../pipelines/selectors'
import { tune } from '../../pipelines/tuning'
import { type Context, hasStaticLabels, type Kind, unit, type Values } from './context'
import { podRules, serviceRules } from './target-rules'

/** Marks a target with its kind, so that static labels reach the right metrics. */
const marker = 'temp_source'

/** The module's body (templates/_module.alloy.tpl). */
export function build(context: Context): readonly Statement[] {
  const { values, path } = context
  const pods = values.pods.enabled ? discoverKind(context, 'pods') : undefined
  const services = values.services.enabled ? discoverKind(context, 'services') : undefined
  const found = [pods, services].filter((kind) => kind !== undefined)
  const targets = call('array.concat', ...found.map(({ relabel }) => ref(relabel, 'output')))
  const plain = byScheme('annotation_autodiscovery_http', targets, drop)
  const secured = byScheme('annotation_autodiscovery_https', targets, keep)
  const relabel = needsRelabel(values) ? relabelMetrics(context) : undefined
  const forwardTo = relabel ? [ref(relabel, 'receiver')] : context.destinations('metrics')
  const insecure = block('tls_config', { insecure_skip_verify: true })
  const origin = { unit, path }
  return [
    ...found.flatMap(({ discovery, relabel: rules }, index) =>
      withOrigin([discovery, rules], {
        unit,
        path: [...path, pods && index === 0 ? 'pods' : 'services'],
      }),
    ),
    ...withOrigin(
      [
        plain,
        secured,
        scrapeScheme(context, plain, [], forwardTo),
        scrapeScheme(context, secured, [insecure], forwardTo),
        ...(relabel ? [relabel] : []),
      ],
      origin,
    ),
  ]
}

/** templates/_pods.alloy.tpl, templates/_services.alloy.tpl */
function discoverKind(context: Context, kind: Kind) {
  const { values, path } = context
  const role = kind === 'pods' ? 'pod' : 'service'
  const namespace = '__meta_kubernetes_namespace'
  const discovery = component('discovery.kubernetes', kind, { role }, [
    discoveredNamespaces(values.namespaces),
    labelSelector(role, [
      ...selectorTerms(values.labelSelectors),
      ...selectorTerms(values[kind].labelSelectors),
    ]),
    attachMetadata({
      namespace: values.attachNamespaceMetadata,
      node: kind === 'pods' && wantsNodeMetadata(values.nodeLabels),
    }),
  ])
  const relabel = discover(
    kind === 'pods' ? 'annotation_autodiscovery_pods' : 'annotation_autodiscovery_services',
    ref(discovery, 'targets'),
    [
      keepNamespaces(values.namespaces, namespace),
      dropNamespaces(values.excludeNamespaces, namespace),
      kind === 'pods' ? podRules(context) : serviceRules(context),
      // The chart looks at the pods' labels for both kinds.
      hasStaticLabels(values.pods) && setLabel(marker, role),
      kind === 'pods' && nodeLabelRules(values.nodeLabels),
    ],
    { values, path, unit },
  )
  return { discovery, relabel }
}

/** Targets of one scheme: those that are https, or all others. */
function byScheme(label: string, targets: Expression, filter: typeof keep) {
  return component('discovery.relabel', label, { targets }, [filter(['__scheme__'], 'https')])
}

function scrapeScheme(
  context: Context,
  targets: Block & { readonly label: string },
  blocks: readonly Block[],
  forwardTo: Expression | readonly Expression[],
) {
  const { bearerToken } = context.values
  return scrape({
    label: targets.label,
    global: context.global,
    targets: ref(targets, 'output'),
    // Each target brings its own, from its annotations or the settings.
    without: ['interval', 'timeout'],
    attributes: {
      honor_labels: true,
      bearer_token_file: bearerToken.enabled ? bearerToken.token : undefined,
    },
    blocks,
    forwardTo,
  })
}

function needsRelabel(values: Values): boolean {
  const { includeMetrics, excludeMetrics } = values.metricsTuning
  return (
    includeMetrics.length > 0 ||
    excludeMetrics.length > 0 ||
    values.extraMetricProcessingRules !== '' ||
    (values.pods.enabled && hasStaticLabels(values.pods)) ||
    (values.services.enabled && hasStaticLabels(values.services))
  )
}

function relabelMetrics(context: Context) {
  const { values, path, global } = context
  return metricsRelabel(
    'annotation_autodiscovery',
    global,
    values,
    context.destinations('metrics'),
    [
      ...tune(values.metricsTuning),
      ...(values.pods.enabled ? staticLabelRules(values.pods, 'pod') : []),
      ...(values.services.enabled ? staticLabelRules(values.services, 'service') : []),
      rule({ action: 'labeldrop', regex: marker }),
      ...userRules(values.extraMetricProcessingRules, unit, [
        ...path,
        'extraMetricProcessingRules',
      ]),
    ],
  )
}

function staticLabelRules(kind: Values[Kind], role: string): Block[] {
  const labelled = (target: string, replacement: Expression | string) =>
    rule({ source_labels: [marker], regex: role, target_label: target, replacement })
  return [
    ...sortedEntries(kind.staticLabels).map(([label, value]) => labelled(label, value)),
    ...sortedEntries(kind.staticLabelsFrom).map(([label, value]) =>
      labelled(label, rawExpression(value)),
    ),
  ]
}
