import type { Fix } from '../../diagnostics/diagnostic'
import { checkService } from '../telemetry-service'
import type { Context } from './context'

/** Sections of version 3 that became features of their own (templates/_validation.tpl). */
const moved = [
  { key: 'node-exporter', title: 'Node Exporter', home: ['hostMetrics', 'linuxHosts'] },
  { key: 'windows-exporter', title: 'Windows Exporter', home: ['hostMetrics', 'windowsHosts'] },
  { key: 'opencost', title: 'OpenCost', home: ['costMetrics'] },
  { key: 'kepler', title: 'Kepler', home: ['hostMetrics', 'energyMetrics'] },
] as const

const kubeStateMetrics = {
  name: 'kube-state-metrics',
  title: 'kube-state-metrics',
  deploymentKeys: [
    'autosharding',
    'collectors',
    'customLabels',
    'customResourceState',
    'deploy',
    'extraArgs',
    'image',
    'nodeSelector',
    'podAnnotations',
    'prometheusScrape',
    'rbac',
    'releaseLabel',
    'replicas',
    'resources',
    'tolerations',
    'updateStrategy',
  ],
}

const sources = [
  'kubelet',
  'kubeletResource',
  'kubeletProbes',
  'cadvisor',
  'apiServer',
  'kubeControllerManager',
  'kubeDNS',
  'kubeProxy',
  'kubeScheduler',
  'kube-state-metrics',
] as const

export function validate(context: Context): void {
  const { values, path } = context
  const section = values['kube-state-metrics']
  checkService(context, kubeStateMetrics, {
    path: [...path, 'kube-state-metrics'],
    values: section,
    scraped: section.enabled,
  })
  const off = sources.every((key) => values[key].enabled !== true)
  if (off && !values.controlPlane.enabled) {
    context.report({
      code: 'features.nothing-collected',
      path: [...path, 'enabled'],
      message: 'Cluster Metrics is on, but each of its sources is off, so it collects nothing.',
    })
  }
  for (const { key, title, home } of moved) {
    if (!Object.hasOwn(values, key)) continue
    const remove = { path: [...path, key], remove: true } as const
    const fixes: readonly Fix[] = [
      {
        title: `Turn on ${home.join('.')} and deploy ${title} instead`,
        edits: [
          ...home.map((_, index) => ({
            path: [...home.slice(0, index + 1), 'enabled'],
            value: true,
          })),
          { path: ['telemetryServices', key, 'deploy'], value: true },
          remove,
        ],
        safe: false,
      },
      { title: 'Remove it', edits: [remove], safe: false },
    ]
    context.report({
      code: 'features.moved-setting',
      path: [...path, key],
      message: `${title} left Cluster Metrics: what to scrape stands under ${home.join('.')}, its deployment under telemetryServices.${key}.`,
      fixes,
    })
  }
}
