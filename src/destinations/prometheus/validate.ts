import { httpClients } from '../../pipelines/http'
import { checkHttp } from '../../pipelines/http-checks'
import { authenticationType, secretHolder, usesKubernetesSecret } from '../../pipelines/secrets'
import type { DestinationContext } from '../types'
import { protobufMessage, secretFields, version2Message } from './config'
import { enriches } from './enrichment'
import type { PrometheusValues } from './options'
import { rulesCollector } from './rules'

type Context = DestinationContext<PrometheusValues>

/** Paths that metrics are pushed to, which a ruler's base address does not have. */
const pushPath = /\/api\/(prom|v1)\/(push|write)\/?$/

export function validatePrometheus(context: Context): void {
  const { values, path, name, global, report } = context
  checkHttp(context, {
    client: httpClients.prometheus,
    secretFields,
    bareKeys: ['auth.oauth2.proxyConnectHeader'],
  })
  if (protobufMessage(values) === version2Message) {
    report({
      code: 'destinations.experimental',
      path: [...path, values.protobufMessage === '' ? 'remoteWriteProtocol' : 'protobufMessage'],
      message: `The second version of remote write is experimental: every collector that sends to ${name} needs alloy.stabilityLevel set to experimental, which the chart does not check.`,
    })
  }
  if (global.scrapeNativeHistograms && !values.sendNativeHistograms) {
    report({
      code: 'destinations.native-histograms-dropped',
      path: [...path, 'sendNativeHistograms'],
      message: `Native histograms are scraped, and ${name} leaves them out. Send them too, if the server takes them.`,
      fixes: [
        {
          title: 'Send native histograms',
          edits: [{ path: [...path, 'sendNativeHistograms'], value: true }],
          safe: false,
        },
      ],
    })
  }
  if (enriches(values)) {
    report({
      code: 'destinations.metric-enrichment',
      path: [...path, 'metricEnrichment'],
      message:
        'This works for metrics that are scraped, but not for those that applications send as OTLP, and needs alloy.stabilityLevel experimental. The data processor kubernetesEnrichment has taken its place.',
    })
  }
  if (values.rules.enabled) validateRules(context)
}

function validateRules({ values, path, name, report }: Context): void {
  const { address, addressFrom } = values.rules
  if (address === '' && addressFrom === '' && values.urlFrom === '' && pushPath.test(values.url)) {
    report({
      code: 'destinations.rules-push-address',
      path: [...path, 'rules', 'address'],
      message: `Without an address of their own, rules go to ${name}'s URL, where metrics are pushed to. Give the server's base address.`,
      fixes: [
        {
          title: 'Take the URL without its path',
          edits: [{ path: [...path, 'rules', 'address'], value: values.url.replace(pushPath, '') }],
          safe: false,
        },
      ],
    })
  }
  if (authenticationType(values) === 'sigv4') {
    report({
      code: 'destinations.rules-without-login',
      path: [...path, 'rules', 'enabled'],
      message:
        'Rules cannot be signed for AWS: Alloy’s component knows no SigV4, and the chart leaves the login out. Copy the rules to a destination with another login.',
    })
  }
}

/** What a destination's rules need of the collectors, which the destination itself does not know. */
export interface RulesSurroundings {
  /** Names of the enabled collectors, sorted. */
  readonly collectors: readonly string[]
  /** Whether the config of this collector holds this destination. */
  holds(collector: string): boolean
}

/**
 * Findings about the collector that copies a destination's rules: one that is not there, which the
 * chart refuses, and one whose config lacks the component that reads the destination's Secret.
 */
export function checkRules(
  context: DestinationContext<Readonly<Record<string, unknown>>>,
  { collectors, holds }: RulesSurroundings,
): void {
  const { path, name, report } = context
  const values = context.values as PrometheusValues
  if (!values.rules.enabled) return
  const [first = ''] = collectors
  const collector = rulesCollector(values.rules, first)
  if (collector === '') return
  const place = [...path, 'rules', 'collector']
  if (!collectors.includes(collector)) {
    report({
      code: 'destinations.rules-collector',
      path: place,
      message: `There is no enabled collector ${collector} that could copy the rules of ${name}. Choose another, or leave it to the first one.`,
      fixes: [
        ...(first === ''
          ? []
          : [{ title: `Use ${first}`, edits: [{ path: place, value: first }], safe: true }]),
      ],
    })
    return
  }
  if (holds(collector) || !usesKubernetesSecret(secretHolder(context, secretFields))) return
  const better = collectors.find((other) => holds(other))
  report({
    code: 'destinations.rules-without-destination',
    path: place,
    message: `${collector} copies the rules and has to read the Secret of ${name}, but nothing on it sends there, so its config lacks the component that reads the Secret and does not load. Choose a collector that sends to ${name}, or add ${name} to the collector's includeDestinations.`,
    fixes:
      better === undefined
        ? []
        : [{ title: `Use ${better}`, edits: [{ path: place, value: better }], safe: true }],
  })
}
