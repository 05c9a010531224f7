import type { ValueOf } from '../../values/options'
import { bundledChart, metadataOf, serviceAccount } from '../chart'
import type { Service, ServiceContext } from '../types'
import { access } from './access'
import { deployment } from './deployment'
import { options } from './options'
import { webhooks } from './webhooks'

type Values = ValueOf<typeof options>
export type Context = ServiceContext<Values>

/** Under the alias that the parent chart gives it. */
const identity = { name: 'sdkInjector', version: '0.2.1', appVersion: '0.2.0' } as const

/** The chart k8s-injection-controller of Grafana. */
export const sdkInjector = {
  name: 'sdkInjector',
  title: 'SDK injector',
  help: 'Adds OpenTelemetry SDKs to pods as they start.',
  options,
  enforced: [
    'deploy',
    'allowedConfigMapWriters',
    'nameOverride',
    'namespace.create',
    'namespace.name',
  ],
  objects(context) {
    const { values, release } = context
    const chart = bundledChart({
      identity,
      values,
      release,
      namespace: values.namespace.name || release.namespace,
      selector: (name) => ({
        'app.kubernetes.io/name': name,
        'app.kubernetes.io/instance': release.name,
        'control-plane': 'controller-manager',
      }),
    })
    return [
      ...(values.namespace.create
        ? [
            {
              apiVersion: 'v1',
              kind: 'Namespace',
              metadata: metadataOf(chart, { name: chart.namespace, namespace: null }),
            },
          ]
        : []),
      ...serviceAccount(chart),
      ...access(chart, context),
      ...deployment(chart, context),
      ...webhooks(chart, context),
    ]
  },
  validate({ values, path, report }, { collectorAccounts }) {
    if (values.allowedConfigMapWriters === '') {
      const at = [...path, 'allowedConfigMapWriters']
      const writers = collectorAccounts
        .map((account) => ['system:serviceaccount:$(POD_NAMESPACE)', account].join(':'))
        .join(',')
      report({
        code: 'services.nobody-may-write',
        path: at,
        message:
          'The SDK injector only takes orders from listed accounts, and the list is empty, which the chart refuses.',
        ...(writers !== '' && {
          fixes: [
            {
              title: 'List the collectors’ accounts',
              edits: [{ path: at, value: writers }],
              safe: true,
            },
          ],
        }),
      })
    }
    const { mode } = values.webhook.certManager
    if (mode !== '' && !['auto', 'cert-manager', 'self-signed'].includes(mode)) {
      report({
        code: 'services.certificate-mode',
        path: [...path, 'webhook', 'certManager', 'mode'],
        message: 'The mode has to be auto, cert-manager or self-signed.',
      })
    }
    if (mode === 'cert-manager') {
      const at = [...path, 'webhook', 'certManager', 'mode']
      report({
        code: 'services.certificate-by-helm',
        path: at,
        message:
          'Where cert-manager is not in the cluster, Helm installs it and then the certificate by hooks. The zip has neither: without Helm, the webhook of the SDK injector waits for its certificate.',
        fixes: [
          {
            title: 'Let the injector make its own certificate',
            edits: [{ path: at, value: 'self-signed' }],
            safe: false,
          },
        ],
      })
    }
  },
} satisfies Service<Values>
