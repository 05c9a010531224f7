import { plainTuning, ruleFields, timingFields } from '../../pipelines/metrics-source'
import { nodeLabelOptions } from '../../pipelines/node-labels'
import { serviceAccount } from '../../pipelines/scrape'
import { anything, flag, group, map, text, texts } from '../../values/options'
import { commonFields } from '../common'

const annotation = (name: string, help: string) => text(`k8s.grafana.com/${name}`, help)

const selectors = (what: string) =>
  map(
    anything('', 'A value, or a list of values of which one has to match.'),
    `Look only at ${what} with these labels.`,
  )

/** One kind of object that carries annotations. */
const kind = (what: string, one: string) =>
  group(
    {
      enabled: flag(true, `Look for annotations on ${what}.`, { common: true }),
      labelSelectors: selectors(what),
      labels: map(
        text('', `Label of the ${one}.`, { loose: true }),
        `Labels of the ${one} to add to its metrics: from the metric’s label to the ${one}’s.`,
      ),
      staticLabels: map(
        text('', 'The label’s value.', { loose: true }),
        `Labels with a fixed value for all metrics from ${what}.`,
      ),
      staticLabelsFrom: map(
        text('', 'The expression.', { format: 'alloy-expression', loose: true }),
        'The same, with the value of an Alloy expression.',
      ),
    },
    `Discovery of ${what}.`,
  )

/** charts/feature-annotation-autodiscovery/values.yaml */
export const options = group(
  {
    ...commonFields,
    annotations: group(
      {
        scrape: annotation('scrape', 'Annotation that asks for a scrape with the value true.'),
        job: annotation('job', 'Annotation for the job label.'),
        instance: annotation('instance', 'Annotation for the instance label.'),
        metricsContainer: annotation(
          'metrics.container',
          'Annotation for the container to scrape.',
        ),
        metricsPath: annotation('metrics.path', 'Annotation for the path, instead of /metrics.'),
        metricsPortName: annotation('metrics.portName', 'Annotation for the port, by its name.'),
        metricsPortNumber: annotation(
          'metrics.portNumber',
          'Annotation for the port, by its number, declared or not.',
        ),
        metricsScheme: annotation('metrics.scheme', 'Annotation for the scheme: http or https.'),
        metricsParam: annotation(
          'metrics.param',
          'Start of annotations for parameters of the request: what follows after an underscore is the parameter’s name.',
        ),
        metricsScrapeInterval: annotation(
          'metrics.scrapeInterval',
          'Annotation for the scrape interval.',
        ),
        metricsScrapeTimeout: annotation(
          'metrics.scrapeTimeout',
          'Annotation for the scrape timeout.',
        ),
      },
      'Names of the annotations. Change them to those that your workloads carry already, such as prometheus.io/scrape.',
    ),
    namespaces: texts(
      'Look only into these namespaces. Names or regular expressions; with one expression among them everything is discovered first and filtered afterwards, which costs more.',
      { common: true },
    ),
    excludeNamespaces: texts('Leave these namespaces out (regular expressions).', {
      common: true,
    }),
    labelSelectors: selectors('pods and services'),
    attachNamespaceMetadata: flag(
      false,
      'Let your own rules see the labels and annotations of the namespace.',
    ),
    nodeLabels: nodeLabelOptions,
    pods: kind('pods', 'pod'),
    services: kind('services', 'service'),
    ...timingFields,
    ...ruleFields,
    metricsTuning: plainTuning,
    bearerToken: group(
      {
        enabled: flag(true, 'Send a bearer token along with each scrape.'),
        token: text(serviceAccount.token, 'File that holds the token.'),
      },
      'How to authenticate to what is scraped.',
    ),
  },
  'Metrics of pods and services that ask for it by annotations.',
)
