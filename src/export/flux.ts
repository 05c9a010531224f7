import { shellQuote } from '../base/shell'
import { splitText } from '../share/redact'
import { printObjects } from '../yaml/print'
import { readValues } from '../yaml/read'
import { chartSource } from './chart-source'
import { type ExportedFile, type ExportInput, secretFile, secretValuesPath } from './file'

/** Where Flux itself lives; its own objects go there. */
const fluxNamespace = 'flux-system'

/** The Secret from which Flux takes the values that hold secrets. */
export const fluxSecretName = (release: string) => `${release}-secret-values`

/** A HelmRepository and a HelmRelease for Flux. Secrets come in through a Secret that is made by hand. */
export function flux(input: ExportInput): readonly ExportedFile[] {
  const { text, secretValues } = splitText(input.valuesText, input.options)
  const repository = {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'HelmRepository',
    metadata: { name: chartSource.alias, namespace: fluxNamespace },
    spec: { interval: '1h', url: chartSource.repository },
  }
  const release = {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: input.release, namespace: fluxNamespace },
    spec: {
      interval: '1h',
      releaseName: input.release,
      targetNamespace: input.namespace,
      storageNamespace: input.namespace,
      chart: {
        spec: {
          chart: chartSource.name,
          version: chartSource.version,
          sourceRef: { kind: 'HelmRepository', name: chartSource.alias },
        },
      },
      install: { createNamespace: true, crds: 'CreateReplace' },
      upgrade: { crds: 'CreateReplace' },
      ...(secretValues && {
        valuesFrom: [
          { kind: 'Secret', name: fluxSecretName(input.release), valuesKey: 'values.yaml' },
        ],
      }),
      values: readValues(text).values,
    },
  }
  return [
    { path: 'helm-release.yaml', text: printObjects([repository, release]) },
    ...secretFile(secretValues),
  ]
}

/** Makes the Secret that the HelmRelease reads. */
export function fluxSecretCommand(release: string): string {
  return [
    ...['kubectl', 'create', 'secret', 'generic', fluxSecretName(release)],
    ...['--namespace', fluxNamespace, `--from-file=values.yaml=${secretValuesPath}`],
  ]
    .map(shellQuote)
    .join(' ')
}
