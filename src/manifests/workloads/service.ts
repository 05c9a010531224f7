import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import { firstNonEmpty, isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, given, itemsOf, metadataOf } from './chart'

/** A Service's ports: Alloy's own, then the extra ones. */
function servicePorts(chart: Chart, ownName: unknown, withNodePorts: boolean): unknown[] {
  const listenPort = unquoted(chart.alloy('listenPort'))
  const nodePort = (value: unknown) => (withNodePorts ? { nodePort: unquoted(value) } : {})
  return [
    {
      name: ownName,
      ...nodePort(chart.value('service', 'nodePort')),
      port: listenPort,
      targetPort: listenPort,
      protocol: 'TCP',
    },
    ...itemsOf(chart.alloy('extraPorts'))
      .filter(isRecord)
      .map((port) =>
        present({
          name: unquoted(port.name),
          ...nodePort(port.nodePort),
          port: unquoted(port.port),
          targetPort: unquoted(port.targetPort),
          protocol: unquoted(firstNonEmpty(port.protocol, 'TCP')),
          appProtocol: given(port.appProtocol),
        }),
      ),
  ]
}

/** The Service in front of the pods (templates/service.yaml, for Kubernetes 1.26 and newer). */
export function services(chart: Chart): KubernetesObject[] {
  if (isEmpty(chart.value('service', 'enabled'))) return []
  const service = (key: string) => chart.value('service', key)
  const type = service('type')
  const external = type === 'LoadBalancer' || type === 'NodePort'
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, {
        component: 'networking',
        annotations: service('annotations'),
      }),
      spec: present({
        type: unquoted(type),
        clusterIP: given(service('clusterIP')),
        selector: chart.selectorLabels,
        internalTrafficPolicy: unquoted(service('internalTrafficPolicy')),
        externalTrafficPolicy: external ? unquoted(service('externalTrafficPolicy')) : undefined,
        ports: servicePorts(chart, 'http-metrics', type === 'NodePort'),
      }),
    },
  ]
}

/** The headless Service by which clustered replicas find each other (templates/cluster_service.yaml). */
export function clusterServices(chart: Chart): KubernetesObject[] {
  if (isEmpty(chart.alloy('clustering', 'enabled'))) return []
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, {
        name: clusterServiceName(chart),
        component: 'networking',
      }),
      spec: {
        type: 'ClusterIP',
        clusterIP: 'None',
        publishNotReadyAddresses: true,
        selector: chart.selectorLabels,
        ports: servicePorts(chart, unquoted(chart.alloy('clustering', 'portName')), false),
      },
    },
  ]
}

/** Where clustered replicas find each other. */
export function clusterServiceName(chart: Chart): string {
  return [chart.fullName, 'cluster'].join('-')
}
