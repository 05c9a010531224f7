import { valueAt } from '../../base/record'
import { anything, choice, flag, group, text, type ValueOf } from '../../values/options'
import { deployField } from '../common-options'
import type { Service, ServiceContext } from '../types'
import { beylaObjects } from './beyla-chart'
import { beylaFields } from './options'

/** charts/telemetry-services/values.yaml over the chart beyla 1.16. */
const options = group(
  {
    ...deployField('Beyla’s cache'),
    ...beylaFields({
      enabled: false,
      nameOverride: 'beyla-cache',
      targetPort: null,
      cacheReplicas: 0,
      cacheResources: {},
      podAnnotations: {},
      nodeSelector: {},
      tolerations: [],
    }),
    preset: choice(['application', 'network'], 'application', 'Only Beyla itself reads this.', {
      loose: true,
    }),
    config: group(
      {
        create: flag(false, 'Make a ConfigMap, which the cache does not need.'),
        name: text('', 'Name of a ConfigMap that exists.'),
        skipConfigMapCheck: flag(true, 'Do not ask for a ConfigMap.'),
        checksum: text('', 'What restarts Beyla when its configuration changes.'),
        data: anything({}, 'Beyla’s configuration.'),
      },
      'Beyla’s configuration, which its cache does not read.',
      { open: true },
    ),
  },
  'The cache of Kubernetes facts that Beylas ask.',
  { open: true },
)

type Values = ValueOf<typeof options>
type Context = ServiceContext<Values>

/** Beyla itself stays with Auto-Instrumentation. */
function checkBeylaItself({ values, path, report }: Context): void {
  if (!values.enabled) return
  const at = [...path, 'enabled']
  report({
    code: 'services.beyla-itself',
    path: at,
    message:
      'Here only Beyla’s cache can be deployed; the chart refuses Beyla itself. Auto-Instrumentation deploys it.',
    fixes: [{ title: 'Deploy the cache only', edits: [{ path: at, value: false }], safe: true }],
  })
}

function checkTwoCaches({ values, path, root, report }: Context): void {
  const feature = ['autoInstrumentation']
  const other = valueAt(root, [...feature, 'beyla', 'k8sCache', 'replicas'])
  if (valueAt(root, [...feature, 'enabled']) !== true) return
  if (values.k8sCache.replicas < 1 || typeof other !== 'number' || other < 1) return
  report({
    code: 'services.two-beyla-caches',
    path: [...path, 'deploy'],
    message:
      'Auto-Instrumentation deploys a cache of its own, so this one is one too many, and the chart refuses it.',
    fixes: [
      {
        title: 'Do not deploy this one',
        edits: [{ path: [...path, 'deploy'], value: false }],
        safe: true,
      },
    ],
  })
}

/** The chart beyla of Grafana, for its cache alone. */
export const beyla = {
  name: 'beyla',
  title: 'Beyla’s Kubernetes cache',
  help: 'Answers Beyla’s questions about the cluster in one place.',
  options,
  enforced: [
    'deploy',
    'enabled',
    'nameOverride',
    'config.create',
    'config.skipConfigMapCheck',
    'k8sCache.replicas',
  ],
  objects({ values, release, global }) {
    const data = valueAt(values.config, ['data'])
    return beylaObjects({
      values,
      release,
      global,
      preset: values.preset,
      configName: values.config.name,
      data: typeof data === 'object' && data !== null ? { ...data } : {},
      file: '',
    })
  },
  validate(context) {
    checkBeylaItself(context)
    checkTwoCaches(context)
    const { values, path, report } = context
    if (values.k8sCache.replicas < 1 && !values.enabled) {
      const at = [...path, 'k8sCache', 'replicas']
      report({
        code: 'services.no-cache',
        path: at,
        message:
          'The cache is to be deployed with no replicas, so only its account and role are made.',
        fixes: [{ title: 'Run one', edits: [{ path: at, value: 1 }], safe: true }],
      })
    }
  },
} satisfies Service<Values>
