import type { Block, Expression } from '../alloy/ast'
import { type Attributes, attribute, block, type Children, component } from '../alloy/build'
import type { Global } from '../values/global'

/** The formats to offer a target: native histograms need the protobuf one, so it comes first then. */
export function scrapeProtocols(global: Global): readonly string[] {
  const { scrapeProtocols: protocols, scrapeNativeHistograms } = global
  return scrapeNativeHistograms && !protocols.includes('PrometheusProto')
    ? ['PrometheusProto', ...protocols]
    : protocols
}

/** One `prometheus.scrape`, of which the chart has some thirty that differ in little. */
export interface Scrape {
  readonly label: string
  readonly global: Global
  readonly targets: Expression
  readonly forwardTo: Expression | readonly Expression[]
  /** `undefined` leaves `job_name` out. */
  readonly job?: string | undefined
  /** The source's own interval and timeout; empty means the global ones. */
  readonly interval?: string | undefined
  readonly timeout?: string | undefined
  /** Parts of the common preamble that this source lacks. */
  readonly without?: readonly (
    | 'interval'
    | 'timeout'
    | 'nhcb'
    | 'clustering'
    | 'protocols'
    | 'histograms'
  )[]
  /** Further attributes: scheme, bearer token, metrics path. */
  readonly attributes?: Attributes
  /** Further blocks: TLS. */
  readonly blocks?: Children
}

/** The scrape with the preamble that all share (digest 5, "Scrape preamble"). */
export function scrape(options: Scrape): Block & { readonly label: string } {
  const { label, global, without = [] } = options
  const has = (part: NonNullable<Scrape['without']>[number]) => !without.includes(part)
  return component(
    'prometheus.scrape',
    label,
    {
      targets: options.targets,
      job_name: options.job,
      scrape_interval: has('interval') ? options.interval || global.scrapeInterval : undefined,
      scrape_timeout: has('timeout') ? options.timeout || global.scrapeTimeout : undefined,
      scrape_protocols: has('protocols') ? scrapeProtocols(global) : undefined,
      scrape_classic_histograms: has('histograms') ? global.scrapeClassicHistograms : undefined,
      scrape_native_histograms: has('histograms') ? global.scrapeNativeHistograms : undefined,
      convert_classic_histograms_to_nhcb: has('nhcb')
        ? global.convertClassicHistogramsToNhcb
        : undefined,
      ...options.attributes,
    },
    [
      ...(options.blocks ?? []),
      has('clustering') && block('clustering', { enabled: true }),
      attribute('forward_to', options.forwardTo),
    ],
  )
}

/** The service account's token and certificate, as every pod finds them. */
export const serviceAccount = {
  token: '/var/run/secrets/kubernetes.io/serviceaccount/token',
  certificate: '/var/run/secrets/kubernetes.io/serviceaccount/ca.crt',
} as const
