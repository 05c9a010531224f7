import { valueAt } from '../../base/record'
import { runsMoreThanOnce } from '../collector-checks'
import { checkMatchers } from '../telemetry-service'
import type { CollectorView } from '../types'
import { beylaData } from './beyla-config'
import type { Context } from './config'

export function validate(context: Context, collector: CollectorView | undefined): void {
  const { values, cluster, namespace, release } = context
  const path = [...context.path, 'beyla']
  const deployed = [...path, 'enabled']
  if (valueAt(context.root.user, deployed) === false) {
    context.report({
      code: 'features.no-beyla',
      path: deployed,
      message:
        'Auto-Instrumentation is Beyla: the chart looks into Beyla’s own chart, and Helm stops where that is off. Turn off Auto-Instrumentation instead.',
      fixes: [
        { title: 'Deploy Beyla', edits: [{ path: deployed, remove: true }], safe: true },
        {
          title: 'Turn off Auto-Instrumentation',
          edits: [{ path: [...context.path, 'enabled'], value: false }],
          safe: false,
        },
      ],
    })
  }
  checkMatchers(context, [...path, 'labelMatchers'], values.beyla.labelMatchers)
  const named = ['attributes', 'kubernetes', 'cluster_name']
  if (cluster.name === '' && cluster.nameFrom !== '' && !valueAt(beylaData(values.beyla), named)) {
    context.report({
      code: 'features.beyla-cluster-name',
      path: [...path, 'config', 'data', ...named],
      message:
        'Beyla takes the cluster’s name from cluster.name only, not from the expression in cluster.nameFrom, so its metrics and traces carry an empty one. Give Beyla the name here.',
    })
  }
  const own: unknown = valueAt(values.beyla, ['namespaceOverride'])
  const home = typeof own === 'string' && own !== '' ? own : release.namespace
  if (home !== namespace) {
    context.report({
      code: 'features.beyla-elsewhere',
      path: [...path, 'namespaceOverride'],
      message: `Collectors look for Beyla in their own namespace, ${namespace}, and Beyla is installed into ${home}, so that nothing is scraped.`,
      fixes: [
        {
          title: `Install Beyla into ${namespace}`,
          edits: [{ path: [...path, 'namespaceOverride'], value: namespace }],
          safe: true,
        },
      ],
    })
  }
  const receivers = ['applicationObservability', 'receivers', 'otlp']
  const taken =
    valueAt(context.root, ['applicationObservability', 'enabled']) === true &&
    ['grpc', 'http'].some((kind) => valueAt(context.root, [...receivers, kind, 'enabled']) === true)
  if (values.beyla.deliverTracesToApplicationObservability && !taken) {
    context.report({
      code: 'features.beyla-traces-stay',
      path: [...path, 'deliverTracesToApplicationObservability'],
      message:
        'Beyla can make traces of what it sees, but no OTLP receiver of Application Observability takes them. Its metrics are not concerned.',
    })
  }
  if (
    collector &&
    runsMoreThanOnce(collector) &&
    valueAt(collector.spec, ['alloy', 'clustering', 'enabled']) !== true
  ) {
    const clustering = ['collectors', collector.name, 'alloy', 'clustering', 'enabled']
    context.report({
      code: 'features.scraped-repeatedly',
      path: clustering,
      message: `The collector ${collector.name} runs more than once without clustering, so each of its pods scrapes every Beyla, and all metrics are sent several times.`,
      fixes: [
        { title: 'Turn on clustering', edits: [{ path: clustering, value: true }], safe: true },
      ],
    })
  }
}
