import { on, type RuleCase, type Values } from './case'

const service = (name: string, settings: object = {}): Values => ({
  telemetryServices: { [name]: { deploy: true, ...settings } },
})
const login = { type: 'basic', username: 'u', password: 'p' }
const secret = 'metrics-harbour-k8s-monitoring'

/** OpenCost set up as the chart wants it, but for what is given. */
const openCost = (
  settings: object = {},
  access: object = {},
  destination: object = {},
): Values => ({
  ...on('clusterMetrics', 'costMetrics'),
  destinations: { metrics: destination },
  ...service('opencost', {
    metricsSource: 'metrics',
    opencost: {
      exporter: { defaultClusterId: 'harbour' },
      prometheus: { external: { url: 'https://metrics.example.com/api/prom' }, ...access },
    },
    ...settings,
  }),
})
const configs = [{ name: 'configs', mountPath: '/var/configs' }]

/** Traces sampled on OpenShift, by an Alloy with these settings. */
const sampling = (collector: object): Values => ({
  global: { platform: 'openshift' },
  destinations: {
    traces: {
      type: 'otlp',
      url: 'http://traces.example.com:4317',
      processors: {
        tailSampling: {
          enabled: true,
          policies: [{ name: 'all', type: 'always_sample' }],
          collector,
        },
      },
    },
  },
})

export const serviceCases: readonly RuleCase[] = [
  {
    code: 'services.nothing-to-watch',
    bad: service('k8s-manifest-tail', { config: { objects: [] } }),
    good: service('k8s-manifest-tail', {
      config: { objects: [{ apiVersion: 'apps/v1', kind: 'Deployment' }] },
    }),
  },
  {
    code: 'services.nobody-may-write',
    bad: service('sdkInjector'),
    good: service('sdkInjector', { allowedConfigMapWriters: 'system:serviceaccount:a:b' }),
    asIs: true,
  },
  {
    code: 'services.certificate-mode',
    bad: service('sdkInjector', { webhook: { certManager: { mode: 'paper' } } }),
    good: service('sdkInjector', { webhook: { certManager: { mode: 'self-signed' } } }),
  },
  {
    code: 'services.certificate-by-helm',
    bad: service('sdkInjector', { webhook: { certManager: { mode: 'cert-manager' } } }),
    good: service('sdkInjector', { webhook: { certManager: { mode: 'self-signed' } } }),
  },
  {
    code: 'services.beyla-itself',
    bad: service('beyla', { enabled: true }),
    good: service('beyla'),
  },
  {
    code: 'services.two-beyla-caches',
    on: { autoInstrumentation: { enabled: true, beyla: { k8sCache: { replicas: 1 } } } },
    bad: service('beyla', { k8sCache: { replicas: 1 } }),
  },
  {
    code: 'services.no-cache',
    bad: service('beyla'),
    good: service('beyla', { k8sCache: { replicas: 1 } }),
  },
  {
    code: 'services.opencost-cluster',
    bad: openCost({ opencost: { exporter: { defaultClusterId: 'lake' } } }),
    good: openCost(),
  },
  {
    code: 'services.opencost-source',
    bad: openCost({ metricsSource: 'lgos' }),
    good: openCost({ metricsSource: 'custom' }),
  },
  {
    code: 'services.opencost-url',
    bad: openCost({}, { external: { url: '' } }),
    good: openCost(),
    asIs: true,
  },
  {
    code: 'services.opencost-login',
    bad: openCost({}, { existingSecretName: 'other' }, { auth: login }),
    good: openCost(
      {},
      { existingSecretName: secret, username_key: 'username', password_key: 'password' },
      { auth: login },
    ),
    release: 'harbour',
  },
  {
    code: 'services.opencost-embedded',
    bad: openCost({}, {}, { auth: login, secret: { embed: true } }),
    good: openCost({ metricsSource: 'custom' }, {}, { auth: login, secret: { embed: true } }),
    asIs: true,
  },
  {
    code: 'services.opencost-volume',
    bad: openCost({
      opencost: {
        exporter: { defaultClusterId: 'harbour', extraVolumeMounts: configs },
        cloudIntegrationSecret: 'billing',
      },
    }),
    good: openCost({
      opencost: {
        exporter: { defaultClusterId: 'harbour', extraVolumeMounts: [] },
        cloudIntegrationSecret: 'billing',
      },
    }),
  },
  {
    code: 'services.opencost-refuses',
    bad: openCost(
      {},
      { external: { url: 'https://a.example.com', enabled: true }, internal: { enabled: true } },
    ),
    good: openCost(),
  },
  {
    code: 'services.image-sha',
    bad: service('node-exporter', { image: { sha: 'abc' } }),
    good: service('node-exporter', { image: { digest: 'sha256:abc' } }),
  },
  {
    code: 'services.certificate-keys',
    on: service('node-exporter', { tlsSecret: { enabled: true } }),
    bad: service('node-exporter', { tlsSecret: { certItem: '' } }),
  },
  {
    code: 'services.windows-sidecars',
    bad: service('windows-exporter', { sidecars: [{ name: 'more', image: 'more' }] }),
    good: service('windows-exporter'),
  },
  {
    code: 'services.kepler-model-server',
    bad: service('kepler', { modelServer: { enabled: true } }),
    good: service('kepler'),
  },
  {
    code: 'services.opencost-constraints',
    bad: openCost({ opencost: { platforms: { openshift: { enabled: true, enableSCC: true } } } }),
    good: openCost({ opencost: { platforms: { openshift: { enabled: true } } } }),
  },
  {
    code: 'services.sampler-mounts',
    bad: sampling({}),
    good: sampling({ alloy: { mounts: { varlog: false } } }),
  },
  {
    code: 'services.operator-namespaces',
    bad: { 'alloy-operator': { rbac: { createClusterRoles: false } } },
    good: { 'alloy-operator': { rbac: { createClusterRoles: false }, namespaces: ['monitoring'] } },
  },
]
