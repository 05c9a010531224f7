import type { KubernetesObject } from '../manifests/kubernetes-object'
import type { OutsideSecret } from './outside-secrets'

/**
 * What has the External Secrets Operator make a Secret. Which store and which entry of it to read is
 * left for the user to fill in.
 */
export function externalSecret({ name, namespace, keys, type }: OutsideSecret): KubernetesObject {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'YOUR_STORE' },
      target: { name, ...(type !== undefined && { template: { type } }) },
      data: keys.map((key) => ({
        secretKey: key,
        remoteRef: { key: 'YOUR_ENTRY', property: key },
      })),
    },
  }
}
