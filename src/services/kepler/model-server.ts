/** The server that trains and serves power models (templates/model-server). */
import { truncateName } from '../../base/names'
import { present } from '../../base/present'
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { fieldsOf, given } from '../../values/fields'
import { printValue } from '../../values/helm'
import type { BundledChart } from '../chart'
import { imageIdentifier } from '../image'
import type { Context } from './index'

type Tree = Readonly<Record<string, unknown>>

/** What the server is called. Beside a full name of Kepler's own, only its own full name counts. */
function serverName({ values, release }: Context): string {
  const { nameOverride, fullnameOverride } = values.modelServer
  if (values.fullnameOverride !== '') return truncateName(fullnameOverride)
  const name = nameOverride || 'model-server'
  return truncateName(release.name.includes(name) ? release.name : [release.name, name].join('-'))
}

const imageOf = ({ values }: Context) => {
  const { repository, tag, digest } = values.modelServer.image
  return [repository, imageIdentifier({ tag, digest })].join('')
}

/** The estimator beside Kepler, which asks the server for models. */
export function estimatorContainer(context: Context): Tree[] {
  const { enabled, image, sidecarResources } = context.values.modelServer
  if (!enabled) return []
  return [
    present({
      name: 'estimator',
      command: ['python3'],
      args: ['-u', 'src/kepler_model/estimate/estimator.py'],
      image: imageOf(context),
      imagePullPolicy: image.pullPolicy,
      resources: given(sidecarResources),
      restartPolicy: 'Always',
      startupProbe: { exec: { command: ['test', '-S', '/tmp/estimator.sock'] } },
      volumeMounts: [{ mountPath: '/tmp', name: 'estimator-sock' }],
    }),
  ]
}

/** Kepler's settings that point it to the server. */
export function serverVariables(context: Context): Tree[] {
  const { enabled, modelConfig, service } = context.values.modelServer
  if (!enabled) return []
  // The chart prints the port, a number with a fraction to it, as a whole one, and shows Go's complaint.
  const port = ['%!d(float64=', printValue(service.port), ')'].join('')
  const address = [serverName(context), port].join(':')
  return [
    { name: 'MODEL_SERVER_ENABLE', value: 'true' },
    { name: 'MODEL_SERVER_ENDPOINT', value: ['http:/', address, 'model'].join('/') },
    ...(modelConfig === ''
      ? []
      : [{ name: 'MODEL_CONFIG', value: [modelConfig.trimEnd(), ''].join('\n') }]),
  ]
}

const modelRequest = { path: '/best-models', port: 'http' } as const

/** Its Deployment and its Service; neither says where, so they go where the release goes. */
export function modelServer(chart: BundledChart, context: Context): KubernetesObject[] {
  const { values } = context
  const server = values.modelServer
  if (!server.enabled) return []
  const name = serverName(context)
  const selector = { ...chart.selector, 'app.kubernetes.io/component': 'model-server' }
  const metadata = (annotations: unknown) =>
    present({
      name,
      labels: { ...chart.labels, ...selector },
      annotations: given(annotations),
    }) as unknown as KubernetesObject['metadata']
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(server.service.annotations),
      spec: {
        type: server.service.type,
        ports: [{ name: 'http', port: server.service.port, targetPort: 'http', protocol: 'TCP' }],
        selector,
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: metadata(server.annotations),
      spec: {
        replicas: server.replicas,
        selector: { matchLabels: selector },
        template: {
          metadata: present({
            annotations: given(server.podAnnotations),
            labels: { ...selector, ...fieldsOf(server.podLabels) },
          }),
          spec: present({
            imagePullSecrets: given(values.imagePullSecrets),
            containers: [
              present({
                name: 'server-api',
                args: ['model-server'],
                image: imageOf(context),
                imagePullPolicy: server.image.pullPolicy,
                ports: [{ containerPort: 8100, name: 'http', protocol: 'TCP' }],
                volumeMounts: [{ mountPath: '/mnt', name: 'mnt' }],
                resources: given(server.resources),
                securityContext: given(server.securityContext),
                startupProbe: { httpGet: modelRequest, initialDelaySeconds: 1 },
                readinessProbe: { httpGet: modelRequest },
              }),
            ],
            volumes: [{ name: 'mnt', emptyDir: {} }],
            securityContext: given(server.podSecurityContext),
            nodeSelector: given(server.nodeSelector),
            affinity: given(server.affinity),
            tolerations: given(server.tolerations),
          }),
        },
      },
    },
  ]
}
