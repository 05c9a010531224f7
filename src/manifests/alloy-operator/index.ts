/** The Alloy Operator itself: the chart alloy-operator 0.6.3, its definitions (crds) left out. */
import { present } from '../../base/present'
import { isRecord } from '../../base/record'
import type { Model } from '../../collectors/types'
import {
  type AccessRule,
  accessRule,
  leaderElectionRules,
  manageVerbs,
  role,
  roleBinding,
} from '../../services/access'
import { type BundledChart, bundledChart, metadataOf, serviceAccount } from '../../services/chart'
import { fieldsOf, given, givenFields } from '../../values/fields'
import { isEmpty, printValue } from '../../values/helm'
import type { KubernetesObject } from '../kubernetes-object'
import { managedNamespaces, operatorDeployment } from './deployment'
import type { OperatorValues } from './options'

const identity = { name: 'alloy-operator', version: '0.6.3', appVersion: '1.11.1' } as const

/** What it may do with Alloy objects (templates/rbac/alloy-manager.yaml). */
const collectorRules: readonly AccessRule[] = [
  accessRule(
    'collectors.grafana.com',
    ['alloys', 'alloys/status', 'alloys/finalizers'],
    ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
  ),
]

/**
 * What it may do with what it makes of them (templates/rbac/alloy-objects.yaml). Autoscalers and
 * monitors whose API the chart looks for in the cluster are not among them.
 */
const workloadRules: readonly AccessRule[] = [
  accessRule('', ['configmaps', 'secrets', 'serviceaccounts', 'services'], manageVerbs),
  accessRule('apps', ['daemonsets', 'deployments', 'statefulsets'], manageVerbs),
  accessRule('autoscaling', ['horizontalpodautoscalers'], manageVerbs),
  accessRule('networking.k8s.io', ['ingresses', 'networkpolicies'], manageVerbs),
  accessRule('policy', ['poddisruptionbudgets'], manageVerbs),
  accessRule(
    'rbac.authorization.k8s.io',
    ['clusterroles', 'clusterrolebindings', 'roles', 'rolebindings'],
    [...manageVerbs, 'bind', 'escalate'],
  ),
]

function access(chart: BundledChart, values: OperatorValues): KubernetesObject[] {
  const { rbac, leaderElection } = values
  if (!rbac.create) return []
  const account = { name: chart.accountName, namespace: chart.namespace }
  const managed = managedNamespaces(values, chart.namespace)
  const places = rbac.createClusterRoles ? [null] : managed
  const managerName = [chart.fullName, 'alloy-manager'].join('-')
  const objects: KubernetesObject[] = []
  for (const namespace of places) {
    const manager = metadataOf(chart, { name: managerName, namespace })
    const worker = metadataOf(chart, { namespace })
    // The chart leaves the labels off this one role, and only where it is for the whole cluster.
    const bare = namespace === null ? metadataOf(chart, { namespace, labels: null }) : worker
    objects.push(
      role(manager, collectorRules),
      roleBinding(manager, manager.name, account),
      role(bare, workloadRules),
      roleBinding(worker, worker.name, account),
    )
  }
  if (leaderElection.enabled) {
    const named = (suffix: string) =>
      metadataOf(chart, { name: [chart.fullName, 'leader-election', suffix].join('-') })
    const leader = named('role')
    objects.push(
      role(leader, leaderElectionRules),
      roleBinding(named('rolebinding'), leader.name, account),
    )
  }
  return objects
}

function service(chart: BundledChart, { service: own }: OperatorValues): KubernetesObject {
  const port = (name: string, number: number) => ({
    name,
    port: number,
    targetPort: name,
    protocol: 'TCP',
  })
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(chart),
    spec: {
      type: own.type,
      ports: [port('http', own.health.port), port('metrics', own.metrics.port)],
      selector: chart.selector,
    },
  }
}

function optionalObjects(chart: BundledChart, values: OperatorValues): KubernetesObject[] {
  const budget = fieldsOf(values.podDisruptionBudget)
  const monitor = fieldsOf(values.serviceMonitor)
  const objects: KubernetesObject[] = []
  if (!isEmpty(budget)) {
    objects.push({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: metadataOf(chart),
      spec: {
        ...givenFields(budget, ['maxUnavailable', 'minAvailable']),
        selector: { matchLabels: chart.selector },
      },
    })
  }
  if (!isEmpty(monitor.enabled)) {
    objects.push({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: metadataOf(chart, {
        labels: {
          'app.kubernetes.io/component': 'operator',
          ...fieldsOf(monitor.additionalLabels),
        },
      }),
      spec: present({
        jobLabel: chart.release.name,
        namespaceSelector: { matchNames: [chart.namespace] },
        selector: { matchLabels: chart.selector },
        endpoints: [
          {
            port: 'metrics',
            path: monitor.telemetryPath,
            ...givenFields(monitor, [
              'interval',
              'scrapeTimeout',
              'metricRelabelings',
              'relabelings',
            ]),
          },
        ],
        targetLabels: given(monitor.targetLabels),
      }),
    })
  }
  return objects
}

/** The operator's values; `undefined` when it is not deployed. */
export function operatorValues(model: Model): OperatorValues | undefined {
  const values = model.root['alloy-operator']
  if (!isRecord(values) || values.deploy !== true) return undefined
  return values as OperatorValues
}

/** Where the operator runs. */
function operatorNamespace({ namespaceOverride }: OperatorValues, model: Model): string {
  return printValue(namespaceOverride) || model.namespace
}

/** All objects of the operator, if the release deploys it. */
export function operatorObjects(model: Model): readonly KubernetesObject[] {
  const values = operatorValues(model)
  if (!values) return []
  const { release, global } = model
  const chart = bundledChart({
    identity,
    values,
    release,
    namespace: operatorNamespace(values, model),
  })
  const { automount } = values.serviceAccount
  return [
    ...serviceAccount(chart, { fields: { automountServiceAccountToken: automount } }),
    ...access(chart, values),
    service(chart, values),
    operatorDeployment(chart, values, global),
    ...optionalObjects(chart, values),
  ]
}
