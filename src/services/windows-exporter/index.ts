import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { given } from '../../values/fields'
import type { ValueOf } from '../../values/options'
import { type BundledChart, metadataOf, serviceAccount } from '../chart'
import { checkImageSha, exporterChart } from '../exporter'
import { pullSecrets } from '../image'
import { exporterMonitorObjects } from '../monitors'
import type { Service, ServiceContext } from '../types'
import { options } from './options'
import { podTemplate } from './pod'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

/** Under the alias that the parent chart gives it. */
const identity = { name: 'windows-exporter', version: '0.12.8', appVersion: '0.31.8' } as const

function configMap(chart: BundledChart, { values }: Context): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadataOf(chart, { annotations: values.service.annotations }),
    data: { 'config.yml': [values.config.replace(/\n+$/, ''), ''].join('\n') },
  }
}

function service(chart: BundledChart, { values }: Context): KubernetesObject {
  const { type, port, portName, nodePort, annotations } = values.service
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(chart, { annotations }),
    spec: {
      type,
      ports: [
        present({
          port,
          nodePort: type === 'NodePort' ? given(nodePort) : undefined,
          targetPort: portName,
          protocol: 'TCP',
          appProtocol: 'http',
          name: portName,
        }),
      ],
      selector: chart.selector,
    },
  }
}

function daemonSet(chart: BundledChart, context: Context): KubernetesObject {
  const { daemonsetAnnotations, updateStrategy } = context.values
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadataOf(chart, { annotations: daemonsetAnnotations }),
    spec: present({
      selector: { matchLabels: chart.selector },
      updateStrategy: given(updateStrategy),
      template: podTemplate(chart, context),
    }),
  }
}

/** The chart prometheus-windows-exporter of the Prometheus community. */
export const windowsExporter = {
  name: 'windows-exporter',
  title: 'Windows Exporter',
  help: 'Metrics of Windows nodes.',
  options,
  enforced: ['deploy', 'config', 'releaseLabel', 'podAnnotations'],
  objects(context) {
    const { values, global } = context
    const chart = exporterChart(identity, context, values.podLabels)
    const secrets = pullSecrets(global.imagePullSecrets, values.serviceAccount.imagePullSecrets)
    return [
      ...(values.rbac.create
        ? serviceAccount(chart, { fields: { imagePullSecrets: secrets } })
        : []),
      configMap(chart, context),
      service(chart, context),
      daemonSet(chart, context),
      ...exporterMonitorObjects(chart, values.service.portName),
    ]
  },
  validate(context) {
    checkImageSha(context)
    const { values, path, report } = context
    if (!Array.isArray(values.sidecars) || values.sidecars.length === 0) return
    const at = [...path, 'sidecars']
    report({
      code: 'services.windows-sidecars',
      path: at,
      message: 'The chart of Windows Exporter breaks off when there are further containers.',
      fixes: [{ title: 'Leave them out', edits: [{ path: at, remove: true }], safe: false }],
    })
  },
} satisfies Service<Values>
