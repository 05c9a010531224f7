import type { Statement } from '../../alloy/ast'
import {
  attribute,
  block,
  type ComponentIdentity,
  component,
  ref,
  withOrigin,
} from '../../alloy/build'
import { sortedEntries } from '../../base/record'
import { copyLabel, drop, keep, rule } from '../../pipelines/rules'
import { settingOrigin } from '../../pipelines/setting-origin'
import { userStatements } from '../../pipelines/user-alloy'
import { isEmpty } from '../../values/helm'
import type { FeatureContext } from '../types'
import { identityRules, nodePods, profileAnnotation, selectionRules } from './discovery'
import type { Values } from './options'

/**
 * Keeps the target whose label is what an annotation names; without the annotation, every target.
 * Discovery makes a target of each container and port.
 */
function keepNamed(label: string, annotation: string, scratch: string) {
  return [
    copyLabel(label, scratch),
    rule({ source_labels: [annotation], regex: '(.+)', target_label: scratch }),
    rule({ source_labels: [label], action: 'keepequal', target_label: scratch }),
    rule({ action: 'labeldrop', regex: scratch }),
  ]
}

/** Puts a port that an annotation names into the address, whether or not the pod declares it. */
function addressRules(annotation: string) {
  const forms = [
    ['(\\d+);(([A-Fa-f0-9]{1,4}::?){1,7}[A-Fa-f0-9]{1,4})', '[$2]:$1'],
    ['(\\d+);((([0-9]+?)(\\.|$)){4})', '$2:$1'],
  ] as const
  return forms.map(([regex, replacement]) =>
    rule({
      source_labels: [annotation, '__meta_kubernetes_pod_ip'],
      regex,
      replacement,
      target_label: '__address__',
    }),
  )
}

/** One kind of profile: the pods that ask for it, and their scrape. */
function scrapeType(
  context: FeatureContext<Values>,
  pods: ComponentIdentity,
  type: string,
  allTypes: readonly string[],
): readonly Statement[] {
  const { annotations, pprof } = context.values
  const annotation = (action: keyof typeof pprof.annotations) =>
    profileAnnotation(annotations.prefix, type, pprof.annotations[action])
  const targets = component(
    'discovery.relabel',
    ['pprof_pods', type].join('_'),
    { targets: ref(pods, 'output') },
    [
      keep([annotation('enable')], 'true'),
      keepNamed('container', annotation('container'), '__tmp_container'),
      keepNamed('__meta_kubernetes_pod_container_port_name', annotation('portName'), '__tmp_port'),
      addressRules(annotation('portNumber')),
      rule({
        source_labels: [annotation('scheme')],
        regex: '(https?)',
        target_label: '__scheme__',
      }),
      rule({
        source_labels: [annotation('path')],
        regex: '(.+)',
        target_label: '__profile_path__',
      }),
    ],
  )
  const scrape = component(
    'pyroscope.scrape',
    ['pyroscope_scrape', type].join('_'),
    {
      targets: ref(targets, 'output'),
      bearer_token_file: pprof.bearerTokenFile || undefined,
    },
    [
      block(
        'profiling_config',
        {},
        allTypes.map((other) =>
          block(['profile', other === 'cpu' ? 'process_cpu' : other].join('.'), {
            enabled: other === type,
          }),
        ),
      ),
      attribute('scrape_interval', pprof.scrapeInterval),
      attribute('scrape_timeout', pprof.scrapeTimeout),
      attribute('forward_to', context.destinations('profiles')),
    ],
  )
  return withOrigin([targets, scrape], settingOrigin(...context.path, 'pprof', 'types', type))
}

/** charts/feature-profiling/templates/_pprof.tpl */
export function pprof(context: FeatureContext<Values>): readonly Statement[] {
  const { pprof: values } = context.values
  const pods = nodePods('pprof_pods', values)
  const targets = component('discovery.relabel', 'pprof_pods', { targets: ref(pods, 'targets') }, [
    drop(['__meta_kubernetes_pod_phase'], 'Pending|Succeeded|Failed|Completed'),
    rule({ regex: '__meta_kubernetes_pod_label_(.+)', action: 'labelmap' }),
    selectionRules(values),
    identityRules('alloy/pyroscope.pprof', false),
    userStatements({ ...context, values, path: [...context.path, 'pprof'] }, 'extraDiscoveryRules'),
  ])
  const types = sortedEntries<unknown>(values.types)
  const names = types.map(([type]) => type)
  return [
    ...withOrigin([pods, targets], settingOrigin(...context.path, 'pprof')),
    ...types.flatMap(([type, wanted]) =>
      isEmpty(wanted) ? [] : scrapeType(context, targets, type, names),
    ),
  ]
}
