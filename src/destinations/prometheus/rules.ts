import type { Block, Statement } from '../../alloy/ast'
import {
  block,
  component,
  object,
  rawExpression,
  rawStatements,
  type Value,
} from '../../alloy/build'
import { isRecord, sortedEntries } from '../../base/record'
import {
  authentication,
  hasTls,
  httpClients,
  tenantExpression,
  tlsBlock,
  urlExpression,
} from '../../pipelines/http'
import { secretHolder } from '../../pipelines/secrets'
import { isEmpty } from '../../values/helm'
import type { DestinationContext } from '../types'
import { secretFields } from './config'
import type { PrometheusValues } from './options'

type Rules = PrometheusValues['rules']
type Expressions = Rules['labelExpressions']

/** The collector that copies a destination's rules: the one that is named, else the first. */
export function rulesCollector(rules: Rules, firstCollector: string): string {
  return rules.collector || firstCollector
}

function address(values: PrometheusValues) {
  const { addressFrom, address: set } = values.rules
  if (addressFrom !== '') return rawExpression(addressFrom)
  return set === '' ? urlExpression(values) : set
}

function matchExpression(key: string, operator: string, values: unknown): Block {
  const list = Array.isArray(values) || isRecord(values) ? values : String(values)
  return block('match_expression', {
    key,
    operator,
    values: isEmpty(values) ? undefined : (list as Value),
  })
}

function selector(
  name: string,
  labels: Readonly<Record<string, string>>,
  expressions: Expressions,
  namespaces: readonly string[] = [],
): Block | undefined {
  const entries = sortedEntries(labels)
  if (entries.length === 0 && expressions.length === 0 && namespaces.length === 0) return undefined
  return block(name, { match_labels: entries.length > 0 ? object(entries) : undefined }, [
    namespaces.length > 0 && matchExpression('kubernetes.io/metadata.name', 'In', namespaces),
    expressions.map(({ key, operator, values }) => matchExpression(key, operator, values)),
  ])
}

/**
 * The `mimir.rules.kubernetes` of a prometheus destination, on the one collector that copies its
 * rules; nothing on the others (templates/destinations/_destination_prometheus.tpl,
 * "destinations.prometheus.rules.alloy").
 *
 * It reads the destination's Secret through a component that only collectors with the destination
 * have: see `destinations.rules-without-destination`.
 */
export function mimirRules(
  context: DestinationContext<Readonly<Record<string, unknown>>>,
  collector: string,
  firstCollector: string,
): Statement[] {
  const values = context.values as PrometheusValues
  const { rules } = values
  if (!rules.enabled || rulesCollector(rules, firstCollector) !== collector) return []
  const holder = secretHolder(context, secretFields)
  const origin = {
    unit: ['destinations', context.name].join('/'),
    path: [...context.path, 'rules', 'extraArguments'],
  }
  return [
    component(
      'mimir.rules.kubernetes',
      context.label,
      {
        address: address(values),
        tenant_id: tenantExpression(holder),
        sync_interval: rules.syncInterval,
        mimir_namespace_prefix: rules.mimirNamespacePrefix,
        use_legacy_routes: rules.useLegacyRoutes || undefined,
        prometheus_http_prefix:
          rules.prometheusHttpPrefix === '/prometheus' ? undefined : rules.prometheusHttpPrefix,
        proxy_url: values.proxyURL || undefined,
      },
      [
        authentication(holder, values.auth, httpClients.rules),
        hasTls(holder, values.tls) && tlsBlock(holder, values.tls),
        selector(
          'rule_namespace_selector',
          rules.namespaceLabelSelectors,
          rules.namespaceLabelExpressions,
          rules.namespaces,
        ),
        selector('rule_selector', rules.labelSelectors, rules.labelExpressions),
        rawStatements(rules.extraArguments, origin),
      ],
    ),
  ]
}
