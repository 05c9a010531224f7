import { anything, choice, count, flag, group, text, texts, type ValueOf } from './options'

/** `cluster`: what every signal is labelled with. */
export const clusterOptions = group(
  {
    name: text(
      '',
      'Label that tells this cluster from your others in every metric, log and trace.',
      { common: true, example: 'production-eu' },
    ),
    nameFrom: text(
      '',
      'Alloy expression that yields the cluster’s name at run time, such as sys.env("CLUSTER"). Wins over the name.',
      { format: 'alloy-expression' },
    ),
  },
  'The cluster’s own name.',
)

/** `global`: shared by every feature unless the feature has a setting of its own. */
export const globalOptions = group(
  {
    namespaceOverride: text(
      '',
      'Put namespaced objects into this namespace instead of the release’s.',
      { format: 'kubernetes-name' },
    ),
    platform: choice(
      ['', 'openshift'],
      '',
      'Turns on what a platform needs; OpenShift gets security context constraints.',
      { common: true },
    ),
    kubernetesAPIService: text(
      '',
      'Host and port of the Kubernetes API, where the cluster’s DNS differs from the default.',
      { example: 'kubernetes.default.svc.cluster.local:443' },
    ),
    scrapeInterval: text('60s', 'How often metrics are scraped.', {
      format: 'duration',
      common: true,
    }),
    scrapeTimeout: text('10s', 'How long one scrape may take.', { format: 'duration' }),
    scrapeProtocols: texts('Formats offered to a scraped target, in order of preference.', {
      initial: ['OpenMetricsText1.0.0', 'OpenMetricsText0.0.1', 'PrometheusText0.0.4'],
    }),
    scrapeClassicHistograms: flag(
      false,
      'Also scrape the classic form of histograms that are exposed as native ones.',
    ),
    scrapeNativeHistograms: flag(false, 'Scrape native histograms.'),
    convertClassicHistogramsToNhcb: flag(
      false,
      'Turn classic histograms into native ones with custom buckets at scrape time.',
    ),
    maxCacheSize: count(
      100000,
      'Size of the cache of each metric relabelling; at least twice the largest number of samples of one scrape.',
      { integer: true },
    ),
    image: group(
      {
        registry: text('', 'Registry to pull all images from.'),
        pullPolicy: choice(['', 'Always', 'IfNotPresent', 'Never'], '', 'When nodes pull images.'),
        pullSecrets: anything([], 'Names of the Secrets to pull images with.'),
      },
      'Where images come from.',
    ),
    imageRegistry: text('', 'Registry for the images of the bundled services.'),
    imagePullPolicy: choice(
      ['', 'Always', 'IfNotPresent', 'Never'],
      '',
      'Pull policy for the images of the bundled services.',
    ),
    imagePullSecrets: anything([], 'Pull Secrets for the images of the bundled services.'),
    podSecurityContext: anything({}, 'Security context of every collector’s pods.'),
  },
  'Defaults for everything.',
  { open: true },
)

export type Cluster = ValueOf<typeof clusterOptions>
export type Global = ValueOf<typeof globalOptions>

/** Where a release goes, as `helm install RELEASE --namespace NAMESPACE` says it. */
export interface Release {
  readonly name: string
  /** The release's namespace, before `global.namespaceOverride`. */
  readonly namespace: string
}
