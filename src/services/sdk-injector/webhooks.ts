/** How Kubernetes asks the injector (templates/webhook). */
import type { KubernetesObject } from '../../manifests/kubernetes-object'
import { type BundledChart, metadataOf } from '../chart'
import {
  certificateName,
  isSelfSigned,
  watchedNamespace,
  webhookName,
  webhookServiceName,
} from './certificate'
import type { Context } from './index'

const namespaceLabel = 'kubernetes.io/metadata.name'

/** What differs between the two webhooks. */
interface Webhook {
  readonly kind: 'mutating' | 'validating'
  readonly name: string
  readonly path: string
  readonly resource: string
  readonly operations: readonly string[]
  readonly fields: Readonly<Record<string, unknown>>
}

function configuration(chart: BundledChart, context: Context, webhook: Webhook): KubernetesObject {
  const { kind, name, path, resource, operations, fields } = webhook
  const authority = [chart.namespace, certificateName(chart)].join('/')
  const annotations = isSelfSigned(context)
    ? undefined
    : { 'cert-manager.io/inject-ca-from': authority }
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: kind === 'mutating' ? 'MutatingWebhookConfiguration' : 'ValidatingWebhookConfiguration',
    metadata: metadataOf(chart, { name: webhookName(chart, kind), namespace: null, annotations }),
    webhooks: [
      {
        name,
        admissionReviewVersions: ['v1'],
        sideEffects: 'None',
        clientConfig: {
          service: { name: webhookServiceName(chart), namespace: chart.namespace, path },
        },
        ...fields,
        rules: [{ apiGroups: [''], apiVersions: ['v1'], operations, resources: [resource] }],
      },
    ],
  }
}

/** Both webhooks, the Service before them, and the Secret that the injector writes its certificate into. */
export function webhooks(chart: BundledChart, context: Context): KubernetesObject[] {
  const { values } = context
  const excluded = [...new Set([...values.webhook.excludedNamespaces, chart.namespace])]
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadataOf(chart, { name: webhookServiceName(chart) }),
      spec: {
        ports: [{ port: 443, protocol: 'TCP', targetPort: 9443 }],
        selector: chart.selector,
      },
    },
    ...(isSelfSigned(context)
      ? [
          {
            apiVersion: 'v1',
            kind: 'Secret',
            metadata: metadataOf(chart, { name: certificateName(chart) }),
            type: 'Opaque',
          },
        ]
      : []),
    configuration(chart, context, {
      kind: 'mutating',
      name: 'mpod-v1.beyla.grafana.com',
      path: '/mutate--v1-pod',
      resource: 'pods',
      operations: ['CREATE'],
      fields: {
        // A broken injector must not keep pods from starting.
        failurePolicy: 'Ignore',
        namespaceSelector: {
          matchExpressions: [{ key: namespaceLabel, operator: 'NotIn', values: excluded }],
        },
      },
    }),
    configuration(chart, context, {
      kind: 'validating',
      name: 'vconfigmap-v1.beyla.grafana.com',
      path: '/validate--v1-configmap',
      resource: 'configmaps',
      operations: ['CREATE', 'UPDATE'],
      fields: {
        failurePolicy: 'Fail',
        namespaceSelector: {
          matchLabels: { [namespaceLabel]: watchedNamespace(chart, context) },
        },
        matchConditions: [
          {
            name: 'exclude-kube-root-ca',
            expression: "object.metadata.name != 'kube-root-ca.crt'",
          },
        ],
      },
    }),
  ]
}
