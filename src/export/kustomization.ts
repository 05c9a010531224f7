import { present } from '../base/present'
import { printObjects } from '../yaml/print'
import type { ExportedFile } from './file'

/** A ConfigMap that kustomize makes of a file, with a name that changes when the file does. */
export interface GeneratedConfig {
  readonly name: string
  readonly namespace: string | undefined
  /** The key inside the ConfigMap. */
  readonly key: string
  /** The file. */
  readonly path: string
  readonly labels: unknown
  readonly annotations: unknown
}

const referencesPath = 'kustomize-references.yaml'

/** Kustomize knows where pods name a ConfigMap; of Alloy objects it has to be told. */
const alloyReferences = {
  nameReference: [
    {
      kind: 'ConfigMap',
      version: 'v1',
      fieldSpecs: ['alloy', 'agent'].map((part) => ({
        group: 'collectors.grafana.com',
        kind: 'Alloy',
        path: ['spec', part, 'configMap', 'name'].join('/'),
      })),
    },
  ],
}

const document = (object: unknown) => printObjects([object]).replace(/^---\n/, '')

/** `kustomization.yaml`, and what it refers to besides manifests. */
export function kustomizationFiles(
  resources: readonly string[],
  configs: readonly GeneratedConfig[],
  hasAlloyObjects: boolean,
): readonly ExportedFile[] {
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: resources.toSorted(),
    ...(configs.length > 0 && {
      configMapGenerator: configs.map(({ name, namespace, key, path, labels, annotations }) =>
        present({
          name,
          namespace,
          files: [[key, path].join('=')],
          options: labels || annotations ? present({ labels, annotations }) : undefined,
        }),
      ),
    }),
    ...(hasAlloyObjects && configs.length > 0 && { configurations: [referencesPath] }),
  }
  return [
    { path: 'kustomization.yaml', text: document(kustomization) },
    ...(hasAlloyObjects && configs.length > 0
      ? [{ path: referencesPath, text: document(alloyReferences) }]
      : []),
  ]
}
