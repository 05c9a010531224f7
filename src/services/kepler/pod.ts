/** The pods (templates/daemonset.yaml). */
import { present } from '../../base/present'
import { fieldsOf, given } from '../../values/fields'
import { printValue } from '../../values/helm'
import type { BundledChart } from '../chart'
import { environment, imageIdentifier } from '../image'
import type { Context } from './index'
import { estimatorContainer, serverVariables } from './model-server'

type Tree = Readonly<Record<string, unknown>>

const nodeField = (name: string, fieldPath: string) => ({
  name,
  valueFrom: { fieldRef: { fieldPath } },
})

/** Folders that are mounted: of the node, of the pod, or from a Secret. */
function mountsOf({ values }: Context): { mount: Tree; volume: Tree }[] {
  const node = (name: string, path: string, type: string) => ({
    mount: { name, mountPath: path },
    volume: { name, hostPath: { path, type } },
  })
  return [
    node('lib-modules', '/lib/modules', 'DirectoryOrCreate'),
    node('tracing', '/sys', 'Directory'),
    node('proc', '/proc', 'Directory'),
    {
      mount: { name: 'config-dir', mountPath: '/etc/kepler' },
      volume: { name: 'config-dir', emptyDir: { sizeLimit: '100Ki' } },
    },
    ...(values.canMount.usrSrc ? [node('usr-src', '/usr/src', 'Directory')] : []),
    ...(values.redfish.enabled
      ? [
          {
            mount: { name: 'redfish', mountPath: '/etc/redfish', readOnly: true },
            volume: { name: 'redfish', secret: { secretName: values.redfish.name } },
          },
        ]
      : []),
    ...(values.modelServer.enabled
      ? [
          {
            mount: { name: 'estimator-sock', mountPath: '/tmp' },
            volume: { name: 'estimator-sock', emptyDir: {} },
          },
        ]
      : []),
  ]
}

const health = { path: '/healthz', port: 'http', scheme: 'HTTP' } as const

function exporterContainer(chart: BundledChart, context: Context): Tree {
  const { values } = context
  const { repository, tag, digest, pullPolicy } = values.image
  const { port } = values.service
  const identifier = imageIdentifier({ tag: tag || chart.identity.appVersion, digest })
  return present({
    name: 'kepler-exporter',
    image: [repository, identifier].join(''),
    imagePullPolicy: pullPolicy,
    securityContext: values.securityContext,
    args: [
      '-v=$(KEPLER_LOG_LEVEL)',
      ...(values.redfish.enabled ? ['-redfish-cred-file-path=/etc/redfish/redfish.csv'] : []),
    ],
    env: [
      nodeField('NODE_IP', 'status.hostIP'),
      nodeField('NODE_NAME', 'spec.nodeName'),
      { name: 'METRIC_PATH', value: '/metrics' },
      { name: 'BIND_ADDRESS', value: ['0.0.0.0', printValue(port)].join(':') },
      ...serverVariables(context),
      ...environment(values.extraEnvVars),
    ],
    ports: [{ containerPort: port, hostPort: port, name: 'http' }],
    livenessProbe: {
      failureThreshold: 5,
      httpGet: health,
      initialDelaySeconds: 10,
      periodSeconds: 60,
      successThreshold: 1,
      timeoutSeconds: 10,
    },
    readinessProbe: { httpGet: health, initialDelaySeconds: 10 },
    startupProbe: { httpGet: health, initialDelaySeconds: 1 },
    volumeMounts: mountsOf(context).map(({ mount }) => mount),
    resources: given(values.resources),
  })
}

/** The pod template of the DaemonSet. */
export function podTemplate(chart: BundledChart, context: Context): Tree {
  const { values } = context
  return {
    metadata: present({
      annotations: given(values.podAnnotations),
      labels: { ...chart.selector, ...fieldsOf(values.podLabels) },
    }),
    spec: present({
      hostNetwork: true,
      serviceAccountName: chart.accountName,
      imagePullSecrets: given(values.imagePullSecrets),
      initContainers: given(estimatorContainer(context)),
      containers: [exporterContainer(chart, context)],
      volumes: mountsOf(context).map(({ volume }) => volume),
      securityContext: given(values.podSecurityContext),
      nodeSelector: given(values.nodeSelector),
      affinity: given(values.affinity),
      tolerations: given(values.tolerations),
    }),
  }
}
