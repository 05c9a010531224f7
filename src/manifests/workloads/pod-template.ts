import { present } from '../../base/present'
import { sha256 } from '../../base/sha256'
import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import { type Chart, fieldsOf, given, itemsOf } from './chart'
import { configMapName, inlineConfiguration } from './config-map'
import { configReloader } from './config-reloader'
import { alloyContainer, mountedFolders } from './container'

/** Sprig's `int`: a whole number from a number or its text, 0 from anything else. */
export function toInteger(value: unknown): number {
  const parsed =
    typeof value === 'string' && /^[-+]?\d+$/.test(value.trim()) ? Number(value) : value
  if (typeof parsed === 'boolean') return parsed ? 1 : 0
  return typeof parsed === 'number' && Number.isFinite(parsed) ? Math.trunc(parsed) : 0
}

function volumesOf(chart: Chart): unknown[] {
  return [
    { name: 'config', configMap: { name: configMapName(chart) } },
    ...mountedFolders(chart).map(({ name, path }) => ({ name, hostPath: { path } })),
    ...itemsOf(chart.value('controller', 'volumes', 'extra')),
  ]
}

/** Changes with the configuration, so that pods without a reloader are replaced. */
function configurationChecksum(chart: Chart): Record<string, unknown> {
  const text = isEmpty(chart.value('configReloader', 'enabled'))
    ? inlineConfiguration(chart)
    : undefined
  return text === undefined ? {} : { 'checksum/config': sha256(text).slice(0, 63) }
}

/** The pods of whichever controller runs them (templates/controllers/_pod.yaml). */
export function podTemplate(chart: Chart): Record<string, unknown> {
  const controller = (...path: readonly string[]) => chart.value('controller', ...path)
  const printed = (key: string) =>
    isEmpty(controller(key)) ? undefined : unquoted(controller(key))
  const grace = controller('terminationGracePeriodSeconds')
  return {
    metadata: {
      annotations: {
        'kubectl.kubernetes.io/default-container': 'alloy',
        ...configurationChecksum(chart),
        ...fieldsOf(controller('podAnnotations')),
      },
      labels: { ...chart.selectorLabels, ...fieldsOf(controller('podLabels')) },
    },
    spec: present({
      securityContext: given(chart.value('global', 'podSecurityContext')),
      serviceAccountName: unquoted(chart.serviceAccountName),
      imagePullSecrets:
        given(chart.value('global', 'image', 'pullSecrets')) ??
        given(chart.value('image', 'pullSecrets')),
      initContainers: given(controller('initContainers')),
      containers: [
        alloyContainer(chart),
        ...configReloader(chart),
        ...itemsOf(controller('extraContainers')),
      ],
      priorityClassName: printed('priorityClassName'),
      hostNetwork: printed('hostNetwork'),
      hostPID: printed('hostPID'),
      dnsPolicy: unquoted(controller('dnsPolicy')),
      affinity: given(controller('affinity')),
      terminationGracePeriodSeconds: isEmpty(grace) ? undefined : toInteger(grace),
      nodeSelector: given(controller('nodeSelector')),
      tolerations: given(controller('tolerations')),
      topologySpreadConstraints: given(controller('topologySpreadConstraints')),
      volumes: volumesOf(chart),
      hostAliases: given(chart.alloy('hostAliases')),
    }),
  }
}
