import type { Block, Statement } from '../../alloy/ast'
import { block, component, quotedRaw, ref, type Value, withOrigin } from '../../alloy/build'
import { collect, discover } from '../../pipelines/metrics-source'
import { namespacesBlock } from '../../pipelines/namespaces'
import { appRule, podMeta as pod, podRules } from '../../pipelines/pod-labels'
import { copyLabel, drop, keep, rule, setLabel } from '../../pipelines/rules'
import { serviceAccount } from '../../pipelines/scrape'
import { labelSelector } from '../../pipelines/selectors'
import { tune } from '../../pipelines/tuning'
import { printValue } from '../../values/helm'
import { apiServerAddress, type Context, unit } from './context'

const keys = [
  'apiServer',
  'kubeControllerManager',
  'kubeDNS',
  'kubeProxy',
  'kubeScheduler',
] as const
export type ControlPlaneKey = (typeof keys)[number]

/** How one part is found and reached. */
interface Part {
  readonly label: string
  readonly scheme: 'http' | 'https'
  /** Further settings of its scrape. */
  readonly token?: boolean
  readonly tls?: Readonly<Record<string, string | boolean>>
  /** What discovers its targets, and the rules on them. */
  find(context: Context): { discovery?: Block; targets: Value; rules: readonly Block[] }
}

/** An unset switch follows the control plane's own. */
export function isCollected(values: Context['values'], key: ControlPlaneKey): boolean {
  const { enabled } = values[key]
  return enabled === true || (values.controlPlane.enabled && enabled !== false)
}

/** Parts that Kubernetes lists behind a service. */
function behindService(label: string, service: string, namespace: string) {
  const role = 'endpointslice'
  const discovery = component('discovery.kubernetes', label, { role }, [
    labelSelector(role, [`kubernetes.io/service-name=${service}`]),
    namespacesBlock([namespace]),
  ])
  return { discovery, targets: ref(discovery, 'targets') }
}

/** Parts that run as pods in kube-system and serve metrics on a fixed port. */
function asPods(label: string, values: { selectorLabel: string; port: number }) {
  const role = 'pod'
  const discovery = component('discovery.kubernetes', label, { role }, [
    namespacesBlock(['kube-system']),
    block('selectors', { role, label: values.selectorLabel }),
  ])
  return {
    discovery,
    targets: ref(discovery, 'targets'),
    rules: [
      rule({
        source_labels: ['__meta_kubernetes_pod_ip'],
        replacement: quotedRaw(`$1:${printValue(values.port)}`),
        target_label: '__address__',
      }),
    ],
  }
}

/** Amazon EKS runs them out of sight and passes their metrics on through the Kubernetes API. */
function throughEks(context: Context, metricsPaths: readonly string[]) {
  return {
    targets: metricsPaths.map((path) => ({
      __address__: context.global.kubernetesAPIService || apiServerAddress,
      __metrics_path__: `/apis/metrics.eks.amazonaws.com/v1/${path}`,
    })),
    rules: [],
  }
}

/** templates/_api_server.alloy.tpl, _kube_controller_manager…, _kube_dns…, _kube_proxy…, _kube_scheduler… */
const parts: Readonly<Record<ControlPlaneKey, Part>> = {
  apiServer: {
    label: 'apiserver',
    scheme: 'https',
    token: true,
    tls: {
      ca_file: serviceAccount.certificate,
      insecure_skip_verify: false,
      server_name: 'kubernetes',
    },
    find: () => ({
      ...behindService('apiserver', 'kubernetes', 'default'),
      rules: [
        keep(['__meta_kubernetes_endpointslice_port_name'], 'https'),
        copyLabel('__meta_kubernetes_namespace', 'namespace'),
        copyLabel('__meta_kubernetes_service_name', 'service'),
        setLabel('source', 'kubernetes'),
      ],
    }),
  },
  kubeControllerManager: {
    label: 'kube_controller_manager',
    scheme: 'https',
    token: true,
    tls: { insecure_skip_verify: true },
    find: (context) => {
      const values = context.values.kubeControllerManager
      return values.discoveryMode === 'eks-proxy'
        ? throughEks(context, ['kcm/container/metrics'])
        : asPods('kube_controller_manager', values)
    },
  },
  kubeDNS: {
    label: 'kube_dns',
    scheme: 'http',
    find: () => ({ ...behindService('kube_dns', 'kube-dns', 'kube-system'), rules: dnsRules() }),
  },
  kubeProxy: {
    label: 'kube_proxy',
    scheme: 'http',
    find: (context) => asPods('kube_proxy', context.values.kubeProxy),
  },
  kubeScheduler: {
    label: 'kube_scheduler',
    scheme: 'https',
    token: true,
    tls: { insecure_skip_verify: true },
    find: (context) => {
      const values = context.values.kubeScheduler
      return values.discoveryMode === 'eks-proxy'
        ? throughEks(context, ['ksh/container/metrics', 'ksh/container/resourcemetrics'])
        : asPods('kube_scheduler', values)
    },
  },
}

/** Ready pods' metrics port, and the labels of a pod (templates/_kube_dns.alloy.tpl). */
function dnsRules(): Block[] {
  return [
    rule({
      source_labels: ['container_port_name', 'phase', 'ready'].map(pod),
      separator: '@',
      regex: 'metrics@Running@true',
      action: 'keep',
    }),
    drop([pod('container_init')], 'true'),
    ...podRules(),
    rule({ action: 'replace', ...appRule }),
    copyLabel('__meta_kubernetes_service_name', 'service'),
    rule({ action: 'replace', replacement: 'kubernetes', target_label: 'source' }),
  ]
}

/** Every part that is on. */
export function controlPlane(context: Context): Statement[] {
  return keys
    .filter((key) => isCollected(context.values, key))
    .flatMap((key) => {
      const { label, scheme, token, tls, find } = parts[key]
      const values = context.values[key]
      const place = { values, path: [...context.path, key], unit }
      const { discovery, targets: found, rules } = find(context)
      const targets = discover(label, found, rules, place)
      return [
        ...withOrigin([...(discovery ? [discovery] : []), targets], { unit, path: place.path }),
        ...collect({
          ...place,
          label,
          global: context.global,
          targets: ref(targets, 'output'),
          attributes: { scheme, bearer_token_file: token ? serviceAccount.token : undefined },
          blocks: tls ? [block('tls_config', tls)] : [],
          destinations: context.destinations('metrics'),
          rules: tune(values.metricsTuning),
        }),
      ]
    })
}
