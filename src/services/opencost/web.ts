/** How OpenCost is reached: its Service, from outside, and its page. */
import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given, givenFields, itemsOf } from '../../values/fields'
import { firstNonEmpty, isEmpty } from '../../values/helm'
import { type BundledChart, metadataOf } from '../chart'
import type { Context } from './index'
import { named } from './names'
import { nginxConfiguration } from './nginx'

type Tree = Readonly<Record<string, unknown>>

const recordsOf = (value: unknown) => itemsOf(value).filter(isRecord)

/** The Service before the pods (templates/service.yaml). */
export function services(chart: BundledChart, { values }: Context): KubernetesObject[] {
  const { service, opencost } = values
  const { exporter, mcp, ui } = opencost
  if (!service.enabled) return []
  const port = (name: string, number: unknown) => ({ name, port: number, targetPort: number })
  const nodePort = service.type === 'NodePort' ? given(service.nodePort) : undefined
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, { labels: service.labels, annotations: service.annotations }),
      spec: present({
        selector: chart.selector,
        type: given(service.type),
        loadBalancerSourceRanges:
          service.type === 'LoadBalancer' ? given(service.loadBalancerSourceRanges) : undefined,
        ports: [
          port('http', exporter.apiPort),
          ...(mcp.enabled ? [port('mcp-server', mcp.port)] : []),
          ...(ui.enabled ? [present({ ...port('http-ui', ui.uiPort), nodePort })] : []),
          ...(isEmpty(exporter.debugPort) ? [] : [port('debug-port', exporter.debugPort)]),
          ...itemsOf(service.extraPorts),
        ],
      }),
    },
  ]
}

/** One of the three things that can be reached from outside: the page, the API, language models. */
interface Entrance {
  readonly suffix: '' | 'api' | 'mcp'
  readonly on: boolean
  readonly port: number
  readonly ingress: Tree
  readonly route: Tree
  /** The name of the port that an Ingress leads to. */
  readonly portName: unknown
}

function entrances({ values }: Context): Entrance[] {
  const { ui, exporter, mcp } = values.opencost
  const ingressOf = (value: unknown) => fieldsOf(value)
  return [
    {
      suffix: '',
      on: ui.enabled,
      port: ui.uiPort,
      ingress: ingressOf(ui.ingress),
      route: fieldsOf(ui.httpRoute),
      portName: fieldsOf(ui.ingress).servicePort,
    },
    {
      suffix: 'api',
      on: true,
      port: exporter.apiPort,
      ingress: ingressOf(exporter.apiIngress),
      route: fieldsOf(exporter.apiHttpRoute),
      portName: fieldsOf(exporter.apiIngress).servicePort,
    },
    {
      suffix: 'mcp',
      on: mcp.enabled,
      port: mcp.port,
      ingress: ingressOf(mcp.ingress),
      route: fieldsOf(mcp.httpRoute),
      portName: 'mcp-server',
    },
  ]
}

/** templates/ingress.yaml */
function ingressObject(chart: BundledChart, entrance: Entrance): KubernetesObject[] {
  const { suffix, on, ingress, portName } = entrance
  if (!on || isEmpty(ingress.enabled)) return []
  const service = { name: chart.fullName, port: { name: portName } }
  const pathOf = (path: unknown) =>
    isRecord(path) ? { path: path.path, pathType: path.pathType } : { path, pathType: 'Prefix' }
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadataOf(chart, {
        name: [chart.fullName, ...(suffix && [suffix]), 'ingress'].join('-'),
        annotations: ingress.annotations,
      }),
      spec: present({
        ingressClassName: given(ingress.ingressClassName),
        tls: given(recordsOf(ingress.tls).map(({ hosts, secretName }) => ({ hosts, secretName }))),
        rules: recordsOf(ingress.hosts).map(({ host, paths }) => ({
          host,
          http: {
            paths: itemsOf(paths).map((path) => ({ ...pathOf(path), backend: { service } })),
          },
        })),
      }),
    },
  ]
}

/** templates/httproute.yaml */
function routeObject(chart: BundledChart, entrance: Entrance): KubernetesObject[] {
  const { suffix, on, route, port } = entrance
  if (!on || isEmpty(route.enabled)) return []
  const { labels, annotations } = route
  return [
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: metadataOf(chart, { name: named(chart, suffix || 'ui'), labels, annotations }),
      spec: present({
        parentRefs: recordsOf(route.parentRefs).map((parent) => ({
          name: firstNonEmpty(parent.name, null),
          ...givenFields(parent, ['namespace', 'sectionName']),
        })),
        hostnames: given(route.hostnames),
        rules: recordsOf(route.rules).map((rule) => ({
          matches: recordsOf(rule.matches).map(({ path }) => {
            const { type, value } = fieldsOf(path)
            return { path: { type, value } }
          }),
          ...givenFields(rule, ['filters']),
          backendRefs: recordsOf(rule.backendRefs).map((backend) => ({
            name: firstNonEmpty(backend.name, chart.fullName),
            port: firstNonEmpty(backend.port, port),
            ...givenFields(backend, ['filters']),
          })),
        })),
      }),
    },
  ]
}

/** Whatever leads to it from outside, and the configuration of its page. */
export function webObjects(chart: BundledChart, context: Context): KubernetesObject[] {
  const { ui } = context.values.opencost
  const all = entrances(context)
  return [
    ...(ui.enabled
      ? [
          {
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: metadataOf(chart, { name: 'opencost-ui-nginx-config', labels: null }),
            data: { 'nginx.conf': nginxConfiguration(chart, context) },
          },
        ]
      : []),
    ...all.flatMap((entrance) => ingressObject(chart, entrance)),
    ...all.flatMap((entrance) => routeObject(chart, entrance)),
  ]
}
