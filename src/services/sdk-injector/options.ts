import { anything, count, flag, group, map, text, texts } from '../../values/options'
import {
  accountFields,
  containerSecurity,
  deployField,
  imageHelp,
  imagePullSecrets,
  placementFields,
  podLabels,
  podSecurity,
  pullPolicy,
  resources,
} from '../common-options'

/** Namespaces whose pods are never changed: of Kubernetes, clouds and those who watch. */
const excludedNamespaces = [
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'cert-manager',
  'monitoring',
  'local-path-storage',
  'grafana-alloy',
  'gke-connect',
  'gke-gmp-system',
  'gke-managed-cim',
  'gke-managed-filestorecsi',
  'gke-managed-metrics-server',
  'gke-managed-system',
  'gke-system',
  'gke-managed-volumepopulator',
  'gatekeeper-system',
]

/** charts/telemetry-services/values.yaml over the chart k8s-injection-controller 0.2. */
export const options = group(
  {
    ...deployField('the SDK injector'),
    allowedConfigMapWriters: text(
      '',
      'User names, with commas between, that may say what to instrument: the collectors’ service accounts.',
      { common: true, example: 'system:serviceaccount:$(POD_NAMESPACE):my-alloy-receiver' },
    ),
    namespace: group(
      {
        name: text('', 'Namespace to deploy into instead of the release’s.', {
          format: 'kubernetes-name',
        }),
        create: flag(false, 'Make that namespace.'),
      },
      'Where it runs.',
    ),
    watchNamespace: text(
      '',
      'Namespace where collectors say what to instrument. Empty takes its own.',
    ),
    sdkConfig: group(
      {
        enabled: flag(true, 'Instrument at all; off, pods are only looked at.'),
        debug: flag(false, 'Have the SDKs tell what they do.'),
        imageVolumeRoot: text(
          'ghcr.io/grafana/beyla/inject-sdk-image',
          'Image that holds the SDKs.',
        ),
        imageVersion: text('0.0.13', 'Version of that image.', { loose: true }),
        injectionMode: text('auto', 'How the SDKs get into pods.'),
        propagators: texts('How traces are carried from one service to the next.', {
          initial: ['tracecontext', 'baggage'],
        }),
        export: map(flag(false, 'Whether to send it.'), 'Which signals the SDKs send.', {
          initial: { traces: true, metrics: true, logs: false },
        }),
        enabledSDKs: texts('Languages to instrument.', {
          initial: ['nodejs', 'python', 'java', 'dotnet'],
          common: true,
        }),
      },
      'What is added to pods.',
    ),
    webhook: group(
      {
        excludedNamespaces: texts('Namespaces whose pods are never changed.', {
          initial: excludedNamespaces,
        }),
        certManager: group(
          {
            mode: text(
              'auto',
              'Who makes the certificate: cert-manager, self-signed, or auto, which takes cert-manager where it is installed.',
            ),
          },
          'The certificate of the webhook.',
        ),
      },
      'How it hears of new pods.',
    ),
    certManager: anything(
      {},
      'The job that installs cert-manager, which the chart runs as a hook.',
    ),
    replicaCount: count(1, 'How many pods.', { integer: true }),
    leaderElection: flag(true, 'Let one of several pods do the work.'),
    metrics: group(
      {
        enabled: flag(true, 'Offer its own metrics.'),
        port: count(8080, 'Their port.', { integer: true }),
        annotations: anything(
          {
            'prometheus.io/scrape': 'true',
            'prometheus.io/port': '8080',
            'prometheus.io/path': '/metrics',
          },
          'Annotations by which they are found.',
        ),
      },
      'Metrics about the injector itself.',
    ),
    image: group(
      {
        repository: text(
          'ghcr.io/grafana/k8s-injection-controller',
          'The image with its registry; the global registry does not change it.',
        ),
        tag: text('', 'Version of the image. Empty takes the one that the chart was made for.', {
          loose: true,
        }),
        pullPolicy: pullPolicy('IfNotPresent'),
      },
      imageHelp,
    ),
    imagePullSecrets,
    nameOverride: text('k8s-injection-controller', 'What the objects are labelled and named with.'),
    fullnameOverride: text('', 'Name of the objects, in full.', { format: 'kubernetes-name' }),
    serviceAccount: group(accountFields, 'The account that the pods run as.'),
    podAnnotations: anything({}, 'Further annotations of the pods.'),
    podLabels,
    podSecurityContext: podSecurity({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    }),
    securityContext: containerSecurity({
      readOnlyRootFilesystem: true,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    }),
    resources: resources({
      limits: { cpu: '500m', memory: '128Mi' },
      requests: { cpu: '10m', memory: '64Mi' },
    }),
    ...placementFields(),
  },
  'OpenTelemetry SDKs, added to pods as they start.',
  { open: true },
)
