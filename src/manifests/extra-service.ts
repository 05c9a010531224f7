import { kubernetesName, truncateName } from '../base/names'
import { isRecord, valueAt } from '../base/record'
import type { Release } from '../values/global'
import { isEmpty, mergeOverwrite, printValue } from '../values/helm'
import type { KubernetesObject } from './kubernetes-object'
import { collectorLabels } from './labels'
import { alloyChartDefaults } from './workloads'

/**
 * A further Service before a collector's pods, with a name that does not follow from the collector's
 * (templates/receiver-service.yaml). It has no namespace of its own, as in the chart: it goes where
 * it is applied.
 */
export function extraService(
  collector: string,
  objectName: string,
  spec: Readonly<Record<string, unknown>>,
  release: Release,
): KubernetesObject | undefined {
  if (isEmpty(valueAt(spec, ['extraService', 'enabled']))) return undefined
  const values = mergeOverwrite(alloyChartDefaults, spec)
  const at = (...path: string[]) => valueAt(values, path)
  const fullName = printValue(at('extraService', 'fullname'))
  const suffix = printValue(at('extraService', 'name')) || 'alloy'
  const annotations = at('service', 'annotations')
  const type = at('service', 'type')
  const clusterIP = at('service', 'clusterIP')
  const listenPort = at('alloy', 'listenPort')
  const extraPorts = at('alloy', 'extraPorts')
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: fullName || truncateName(`${release.name}-${suffix}`),
      labels: { ...collectorLabels, 'app.kubernetes.io/component': 'networking' },
      ...(isRecord(annotations) &&
        !isEmpty(annotations) && { annotations: annotations as Record<string, string> }),
    },
    spec: {
      type,
      ...(!isEmpty(clusterIP) && { clusterIP }),
      selector: {
        'app.kubernetes.io/name': kubernetesName(collector),
        'app.kubernetes.io/instance': objectName,
      },
      internalTrafficPolicy: at('service', 'internalTrafficPolicy'),
      ports: [
        {
          name: 'http-metrics',
          ...(type === 'NodePort' && { nodePort: at('service', 'nodePort') }),
          port: listenPort,
          targetPort: listenPort,
          protocol: 'TCP',
        },
        ...(Array.isArray(extraPorts) ? extraPorts : []).filter(isRecord).map((port) => ({
          name: port.name,
          port: port.port,
          targetPort: port.targetPort,
          protocol: isEmpty(port.protocol) ? 'TCP' : port.protocol,
          ...(!isEmpty(port.appProtocol) && { appProtocol: port.appProtocol }),
        })),
      ],
    },
  }
}
