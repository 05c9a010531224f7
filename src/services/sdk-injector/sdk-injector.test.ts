import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryService } from '../../testing/service'
import { sdkInjector } from '.'

const allowedConfigMapWriters = 'someone'

describe('the SDK injector', () => {
  it('takes orders from the collectors, once they are listed', () => {
    const surroundings = { collectorAccounts: ['try-receiver', 'try-metrics'] }
    const { findings } = tryService(sdkInjector, {}, { surroundings })
    expect(findings).toMatchObject([
      {
        code: 'services.nobody-may-write',
        fixes: [
          {
            edits: [
              {
                value:
                  'system:serviceaccount:$(POD_NAMESPACE):try-receiver,system:serviceaccount:$(POD_NAMESPACE):try-metrics',
              },
            ],
          },
        ],
      },
    ])
  })

  it('never changes pods of its own namespace, or it could not start', () => {
    const { find } = tryService(sdkInjector, {
      allowedConfigMapWriters,
      namespace: { name: 'injector' },
      webhook: { excludedNamespaces: ['kube-system'] },
    })
    expect(
      valueAt(find('MutatingWebhookConfiguration'), [
        ...['webhooks', 0, 'namespaceSelector', 'matchExpressions', 0, 'values'],
      ]),
    ).toEqual(['kube-system', 'injector'])
  })

  it('makes its certificate itself, unless cert-manager is to', () => {
    const own = tryService(sdkInjector, { allowedConfigMapWriters })
    expect(own.find('Secret')?.metadata.name).toBe('try-k8s-injection-controller-serving-cert')
    const other = tryService(sdkInjector, {
      allowedConfigMapWriters,
      webhook: { certManager: { mode: 'cert-manager' } },
    })
    expect(other.find('Secret')).toBeUndefined()
    expect(other.find('ValidatingWebhookConfiguration')?.metadata.annotations).toEqual({
      'cert-manager.io/inject-ca-from': 'monitoring/try-k8s-injection-controller-serving-cert',
    })
  })

  it('refuses another kind of certificate', () => {
    const webhook = { certManager: { mode: 'magic' } }
    expect(tryService(sdkInjector, { allowedConfigMapWriters, webhook }).codes).toEqual([
      'services.certificate-mode',
    ])
  })
})
