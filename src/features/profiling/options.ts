import {
  anything,
  choice,
  count,
  flag,
  group,
  list,
  map,
  text,
  texts,
  type ValueOf,
} from '../../values/options'
import { commonFields } from '../common'

/** Which pods are profiled. */
const selectionFields = {
  labelSelectors: map(
    anything('', ''),
    'Profile pods with these labels only; a list allows several values.',
  ),
  annotationSelectors: map(
    anything('', ''),
    'Profile pods with these annotations only; a list allows several values.',
  ),
  namespaces: list(
    text('', ''),
    'Profile pods of these namespaces only; each may be a regular expression that matches a whole name. Empty takes all.',
    { common: true },
  ),
  excludeNamespaces: texts('Profile no pods of these namespaces.', { common: true }),
  extraDiscoveryRules: text(
    '',
    'Relabelling rules for the pods that were found; they see the __meta labels of discovery.',
    { format: 'alloy' },
  ),
} as const

const targetingScheme = choice(
  ['all', 'annotation'],
  'annotation',
  'Profile only pods whose annotation says true, or all but those whose annotation says false.',
  { common: true },
)

const enableAnnotation = group(
  {
    enable: text('enabled', 'Last part of the annotation that turns profiling of a pod on or off.'),
  },
  'Names of the annotations.',
)

const language = (name: string) => flag(true, `Profile programs in ${name}.`)

/** `profiling` (charts/feature-profiling). */
export const options = group({
  ...commonFields,
  annotations: group(
    { prefix: text('profiles.grafana.com', 'First part of the names of all annotations.') },
    'Annotations by which pods ask to be profiled.',
  ),
  ebpf: group(
    {
      enabled: flag(false, 'Profile processor use through the kernel, whatever the language.', {
        common: true,
      }),
      targetingScheme,
      annotations: enableAnnotation,
      ...selectionFields,
      demangle: choice(
        ['none', 'simplified', 'templates', 'full'],
        'none',
        'How much of C++ names to make readable.',
      ),
      sampleRate: count(19, 'Samples a second.', { integer: true }),
      dotnetEnabled: language('.NET'),
      hotspotEnabled: language('Java, on the Hotspot machine'),
      perlEnabled: language('Perl'),
      phpEnabled: language('PHP'),
      pythonEnabled: language('Python'),
      rubyEnabled: language('Ruby'),
      v8Enabled: language('JavaScript, on V8'),
    },
    'Profiles of every process, taken in the kernel.',
  ),
  java: group(
    {
      enabled: flag(false, 'Profile Java programs by attaching a profiler to them.', {
        common: true,
      }),
      targetingScheme,
      annotations: enableAnnotation,
      ...selectionFields,
      profilingConfig: group(
        {
          interval: text('60s', 'How often profiles are collected.', { format: 'duration' }),
          sampleRate: count(100, 'Samples of processor use a second.', { integer: true }),
          cpu: flag(true, 'Profile processor use.'),
          alloc: text('512k', 'Take a sample each time so much memory was allocated.'),
          lock: text('10ms', 'Take a sample of locks that were waited for so long.'),
          event: choice(
            ['itimer', 'cpu', 'wall'],
            'itimer',
            'What triggers samples of processor use.',
          ),
        },
        'Settings of async-profiler.',
      ),
    },
    'Profiles of Java programs.',
  ),
  pprof: group(
    {
      enabled: flag(false, 'Scrape profiles that programs offer over HTTP, as Go programs do.', {
        common: true,
      }),
      types: group(
        {
          memory: flag(true, 'Memory in use and allocated.'),
          block: flag(true, 'Waiting for synchronisation.'),
          goroutine: flag(true, 'Running goroutines.'),
          mutex: flag(true, 'Contended locks.'),
          cpu: flag(true, 'Processor use.'),
          fgprof: flag(true, 'Processor use and waiting together.'),
          godeltaprof_memory: flag(false, 'Memory, as differences between scrapes.'),
          godeltaprof_mutex: flag(false, 'Contended locks, as differences between scrapes.'),
          godeltaprof_block: flag(false, 'Waiting, as differences between scrapes.'),
        },
        'Kinds of profiles. Each is scraped from pods whose annotation for it says true.',
      ),
      annotations: group(
        {
          enable: text('scrape', 'Last part of the annotation that turns scraping on.'),
          portNumber: text('port', 'Last part of the annotation with the port’s number.'),
          portName: text('port_name', 'Last part of the annotation with the port’s name.'),
          path: text('path', 'Last part of the annotation with the path.'),
          scheme: text('scheme', 'Last part of the annotation with http or https.'),
          container: text('container', 'Last part of the annotation with the container’s name.'),
        },
        'Names of the annotations; the kind of profile comes before the last part.',
      ),
      ...selectionFields,
      scrapeInterval: text('15s', 'How often profiles are scraped.', { format: 'duration' }),
      scrapeTimeout: text('18s', 'How long one scrape may take; longer than the interval.', {
        format: 'duration',
      }),
      bearerTokenFile: text(
        '/var/run/secrets/kubernetes.io/serviceaccount/token',
        'File with the token to scrape with. Empty scrapes without.',
      ),
    },
    'Profiles that programs offer.',
  ),
})

export type Values = ValueOf<typeof options>
