/** Exporters that hand each trace to one pod of an extra Alloy (templates/destinations/_destination_otlp.tpl). */
import type { Block } from '../../alloy/ast'
import { block, component } from '../../alloy/build'
import { truncateName } from '../../base/names'
import type { Companion } from '../types'
import type { Context } from './context'

export type CompanionKind = Companion['kind']

/** Pods carry a label made of the name, which leaves it this much room. */
const longestName = 51

/** The name of an extra Alloy; underscores of the destination's name stay in it, for better or worse. */
export function companionName(
  { name, release }: Pick<Context, 'name' | 'release'>,
  kind: CompanionKind,
) {
  const own = [name, kind].join('-').toLowerCase().replaceAll(' ', '-')
  return truncateName([release.name, own].join('-'), longestName).toLowerCase()
}

const otlpPort = 4317

/** More pods than this are a slip of the keyboard, and no reason to run out of memory. */
const mostReplicas = 10_000

/** The host names of pods that a StatefulSet numbers. */
function staticHostnames(service: string, domain: string, replicas: number): readonly string[] {
  return Array.from(
    { length: Math.min(mostReplicas, Math.max(0, Math.trunc(replicas))) },
    (_, index) => [[service, index].join('-'), '.', service, '.', domain, ':', otlpPort].join(''),
  )
}

function serviceGraphResolver(context: Context): readonly Block[] {
  const { loadBalancer, collector } = context.values.processors.serviceGraphMetrics
  const service = companionName(context, 'servicegraph')
  const domain = [context.namespace, 'svc', 'cluster', 'local'].join('.')
  const { timeout } = loadBalancer
  switch (loadBalancer.resolver) {
    case 'kubernetes':
      return [block('kubernetes', { service, ports: [otlpPort], timeout })]
    case 'dns':
      return [
        block('dns', { hostname: [service, domain].join('.'), port: String(otlpPort), timeout }),
      ]
    case 'static':
      return [
        block('static', {
          hostnames: staticHostnames(service, domain, collector.controller.replicas),
        }),
      ]
    default:
      return []
  }
}

/** The exporter to an extra Alloy; inside the cluster it goes without TLS. */
export function loadBalancer(
  context: Context,
  kind: CompanionKind,
): Block & { readonly label: string } {
  const resolver =
    kind === 'sampler'
      ? [block('kubernetes', { service: companionName(context, kind) })]
      : serviceGraphResolver(context)
  return component('otelcol.exporter.loadbalancing', [context.label, kind].join('_'), {}, [
    block('resolver', {}, resolver),
    block('protocol', {}, [
      block('otlp', {}, [block('client', {}, [block('tls', { insecure: true })])]),
    ]),
  ])
}
