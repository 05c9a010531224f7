import { shellQuote } from '../base/shell'
import type { ExportedFile } from './file'
import { helmCommands } from './helm'
import { namespaceCommand } from './outside-secrets'
import type { ZipInput } from './zip'

interface ReadMeInput extends Pick<ZipInput, 'release' | 'namespace' | 'form' | 'workloads'> {
  readonly files: readonly ExportedFile[]
  readonly hasSecretValues: boolean
  /** Telemetry services that the values deploy and that are not among the manifests. */
  readonly services: readonly string[]
}

const shell = (text: string) => ['```sh', text, '```'].join('\n')

/** Kinds whose roll-out can be waited for. */
const rolledOut = new Set(['DaemonSet', 'Deployment', 'StatefulSet'])

function manifestsPart({ namespace, form, workloads, services }: ReadMeInput): string[] {
  const inNamespace = ['--namespace', namespace].map(shellQuote).join(' ')
  const waits = workloads
    .filter(({ kind }) => rolledOut.has(kind))
    .map(({ kind, metadata }) => {
      const place = metadata.namespace ?? namespace
      const words = ['kubectl', 'rollout', 'status', `${kind.toLowerCase()}/${metadata.name}`]
      return [...words, '--namespace', place].map(shellQuote).join(' ')
    })
  return [
    '## With kubectl',
    form === 'workloads'
      ? 'The manifests are plain Kubernetes objects. They need neither Helm nor the Alloy Operator.'
      : 'The manifests hold Alloy objects. The Alloy Operator and its custom resource have to be in the cluster already.',
    ...(services.length > 0
      ? [
          `Not among the manifests are the services ${services.join(', ')}, which come from charts of their own. Install them by Helm, or have them in the cluster already.`,
        ]
      : []),
    'Install, or change what is installed:',
    shell(
      [
        ...(namespace === 'default' ? [] : [namespaceCommand(namespace)]),
        'kubectl apply --server-side --kustomize .',
      ].join('\n'),
    ),
    'See whether all runs:',
    shell(
      (waits.length > 0
        ? waits
        : [`kubectl get alloys.collectors.grafana.com ${inNamespace}`]
      ).join('\n'),
    ),
    'After a new version of these files, apply again; what they no longer hold has to be deleted by hand. Remove everything:',
    shell('kubectl delete --kustomize . --ignore-not-found'),
  ]
}

/** How to use the files, in Markdown. */
export function readMe(input: ReadMeInput): string {
  const { release, namespace, files, hasSecretValues } = input
  const secrets = files.filter(({ path }) => path.startsWith('secrets/'))
  const configs = files.filter(({ path }) => path.endsWith('/config.alloy'))
  return [
    '# Kubernetes Monitoring',
    'These files install Grafana’s Kubernetes Monitoring. Use Helm or kubectl, not both for one cluster.',
    [
      '- `values.yaml`: values of the Helm chart k8s-monitoring 4.',
      ...(secrets.length > 0
        ? ['- `secrets/`: all that is secret. Keep it out of repositories and delete it after use.']
        : []),
      ...configs.map(({ path }) => `- \`${path}\`: the config that this collector runs, to read.`),
      '- `manifests/` and `kustomization.yaml`: the same as Kubernetes objects.',
    ].join('\n'),
    '## With Helm',
    ...helmCommands({ release, namespace, secretValues: hasSecretValues }).flatMap(
      ({ title, text }) => [`${title}:`, shell(text)],
    ),
    ...manifestsPart(input),
  ]
    .join('\n\n')
    .concat('\n')
}
