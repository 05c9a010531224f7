/**
 * The lowest layer of every collector (collectors/alloy-values.yaml of the chart): what the chart
 * sets whatever the user says.
 */
export const collectorDefaults: Readonly<Record<string, unknown>> = {
  enabled: true,
  presets: [],
  labels: {},
  annotations: {},
  extraConfig: '',
  includeDestinations: [],
  extraService: { enabled: false, name: 'alloy', fullname: '' },
  remoteConfig: {
    enabled: false,
    url: '',
    urlFrom: '',
    proxyURL: '',
    noProxy: '',
    proxyFromEnvironment: false,
    proxyConnectHeader: {},
    auth: {
      type: '',
      username: '',
      usernameKey: 'username',
      usernameFrom: '',
      password: '',
      passwordKey: 'password',
      passwordFrom: '',
    },
    secret: { create: true, embed: false, name: '', namespace: '' },
    pollFrequency: '30s',
    presetsAttribute: true,
    extraAttributes: {},
    tls: {
      insecureSkipVerify: false,
      ca: '',
      caFile: '',
      caFrom: '',
      cert: '',
      certFile: '',
      certFrom: '',
      key: '',
      keyFile: '',
      keyFrom: '',
    },
  },
  logging: { level: 'info', format: 'logfmt' },
  liveDebugging: { enabled: false },
  alloy: {
    configMap: { create: false },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: {
        drop: ['ALL'],
        add: [
          'CHOWN',
          'DAC_OVERRIDE',
          'FOWNER',
          'FSETID',
          'KILL',
          'SETGID',
          'SETUID',
          'SETPCAP',
          'NET_BIND_SERVICE',
          'NET_RAW',
          'SYS_CHROOT',
          'MKNOD',
          'AUDIT_WRITE',
          'SETFCAP',
        ],
      },
      seccompProfile: { type: 'RuntimeDefault' },
    },
    resources: {},
  },
  controller: {
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    podAnnotations: { 'k8s.grafana.com/logs.job': 'integrations/alloy' },
  },
  crds: { create: false },
}

/** The Alloy version that this chart expects, pinned where somebody else's operator picks the image. */
export const pinnedImageTag = 'v1.18.1'

/** Keys of a collector that are the chart's own and no part of the Alloy object's spec. */
export const chartOnlyKeys: ReadonlySet<string> = new Set([
  'annotations',
  'enabled',
  'extraConfig',
  'extraService',
  'includeDestinations',
  'labels',
  'liveDebugging',
  'logging',
  'presets',
  'remoteConfig',
])
