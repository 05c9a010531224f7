import { leftOutMark } from '../base/left-out'
import { shellQuote } from '../base/shell'
import type { Path } from '../diagnostics/diagnostic'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { customResources, verticallyScaled } from './custom-resources'
import { type ExportedFile, type ReleaseTarget, secretValuesPath } from './file'
import { helmCommands } from './helm'
import type { ManifestForm, Manifests, SecretForm } from './manifests'
import { namespaceCommand, secretCommand } from './outside-secrets'
import { isController, type RunningCollector, runningCollectors } from './running-collectors'

export interface ReadMeInput extends ReleaseTarget {
  readonly form: ManifestForm
  readonly secretForm: SecretForm
  readonly files: readonly ExportedFile[]
  readonly manifests: Manifests
  readonly alloyObjects: readonly KubernetesObject[]
  readonly workloads: readonly KubernetesObject[]
  readonly configs: Readonly<Record<string, string>>
  /** Settings that are not in `values.yaml` because they hold secrets, and are nowhere else. */
  readonly leftOut: readonly Path[]
}

const shell = (...lines: readonly string[]) => ['```sh', ...lines, '```'].join('\n')
const command = (...words: readonly string[]) => words.map(shellQuote).join(' ')
const code = (text: string) => `\`${text}\``
const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
const some = (items: readonly unknown[], ...text: readonly string[]) =>
  items.length > 0 ? text : []

const apply = 'kubectl apply --server-side --kustomize .'

function contents({ files, secretForm, form }: ReadMeInput): string {
  const folders = new Set(files.map(({ path }) => path.slice(0, path.indexOf('/') + 1)))
  const lines: readonly (readonly [folder: string, text: string])[] = [
    [
      'collectors/',
      form === 'workloads'
        ? 'a folder for each collector: `config.alloy`, which it runs, and the objects that run it.'
        : 'a folder for each collector: `config.alloy`, which it runs, and its Alloy object.',
    ],
    ['telemetry-services/', 'services that produce telemetry for the collectors.'],
    ['alloy-operator/', 'the operator that makes pods of the Alloy objects.'],
    ['manifests/', 'all other objects.'],
    ['secrets/', 'all that is secret, and nothing else is. Keep it out of repositories.'],
    ['external-secrets/', 'objects that have the Secrets fetched from your own store.'],
  ]
  return bullets([
    '`kustomization.yaml`: puts everything together, for `kubectl`, Argo CD or Flux.',
    ...lines
      .filter(([folder]) => folders.has(folder))
      .map(([folder, text]) => `${code(folder)}: ${text}`),
    secretForm === 'manifests' && files.some(({ path }) => path === secretValuesPath)
      ? `\`values.yaml\`: the same as values of the Helm chart k8s-monitoring 4, without secrets; those are in ${code(secretValuesPath)}, for Helm to lay on top.`
      : '`values.yaml`: the same as values of the Helm chart k8s-monitoring 4. It holds no secrets.',
  ])
}

function definitions({ manifests, alloyObjects, configs, form }: ReadMeInput): string[] {
  const all = customResources(manifests.objects, Object.values(configs))
  const line = ({ kind, group, from }: (typeof all)[number]) =>
    `${kind} (${code(group)})${from === undefined ? '' : `, from ${from}`}`
  const applied = all.filter(({ use }) => use === 'applied').map(line)
  const read = all.filter(({ use }) => use === 'read').map(line)
  const vertical = verticallyScaled(alloyObjects)
  const scaled = vertical.map(code).join(', ')
  const scaler = 'the Vertical Pod Autoscaler (https://github.com/kubernetes/autoscaler)'
  return [
    ...some(
      applied,
      'These kinds are not part of Kubernetes. The cluster has to know them first, or it refuses the objects:',
      bullets(applied),
    ),
    ...some(
      read,
      'The collectors look for objects of these kinds. They start without them, but log errors until the cluster knows them; then restart the collectors:',
      bullets(read),
    ),
    ...some(
      vertical,
      form === 'alloy'
        ? `For ${scaled}, the operator makes a VerticalPodAutoscaler if the cluster has ${scaler}.`
        : `The values want ${scaled} scaled vertically. That takes ${scaler}, so its objects are not among these; add them once it is there.`,
    ),
  ]
}

function secretsPart(input: ReadMeInput): string[] {
  const { secretForm, manifests } = input
  const { outside, toFill, tellingConfigs, unnamed } = manifests
  return [
    ...some(
      tellingConfigs,
      `**A config holds secrets in plain text**: ${tellingConfigs.map(code).join(', ')}. The values say so, with \`secret.embed: true\` or with Alloy of your own. It becomes a ConfigMap, which more people may read than a Secret. Without \`secret.embed\` the config reads a Secret instead.`,
    ),
    ...(secretForm === 'external'
      ? some(
          outside,
          `The Secrets come from your own store. In each file of \`external-secrets/\`, put the store’s name for \`YOUR_STORE\` and the entry’s for \`YOUR_ENTRY\`.`,
        )
      : []),
    ...(secretForm === 'commands'
      ? some(
          outside,
          'The Secrets are not among the files. These commands make them and ask for each credential; where a file is asked for, type its path:',
          ...outside.map((secret) => shell(secretCommand(secret).text)),
        )
      : []),
    ...some(
      toFill,
      `No Secret can bring these their secrets. Each stands as \`${leftOutMark}\` (in base64 where the field is encoded) in the files below; put the real one there before you apply them, and keep it out of repositories:`,
      bullets(toFill.map(code)),
    ),
    ...some(
      unnamed,
      'The cluster gives these objects their names, which kustomize does not take. Make them with `kubectl create --filename`:',
      bullets(unnamed.map(code)),
    ),
  ]
}

/** The namespaces to be made: the collectors’, and those of Secrets. */
function namespaces({ namespace, manifests, workloads }: ReadMeInput): readonly string[] {
  const defined = manifests.objects.filter(({ kind }) => kind === 'Namespace')
  const wanted = [
    namespace,
    ...workloads.filter(isController).map(({ metadata }) => metadata.namespace ?? namespace),
    ...manifests.objects
      .filter(({ kind }) => kind === 'Secret' || kind === 'ExternalSecret')
      .map(({ metadata }) => metadata.namespace ?? namespace),
    ...manifests.outside.map((secret) => secret.namespace),
  ]
  const there = new Set(['default', ...defined.map(({ metadata }) => metadata.name)])
  return [...new Set(wanted)].filter((name) => !there.has(name))
}

function install(input: ReadMeInput): string[] {
  const { form, manifests } = input
  const made = namespaces(input)
  const hasOperator = manifests.files.some(({ path }) => path.startsWith('alloy-operator/'))
  return [
    '## Install',
    form === 'workloads'
      ? 'The objects are all that is needed: neither Helm nor the Alloy Operator takes part.'
      : hasOperator
        ? 'The Alloy Operator is among the objects; what it makes of the Alloy objects is not.'
        : 'The cluster has to run the Alloy Operator, which makes the pods of the Alloy objects.',
    ...definitions(input),
    ...some(made, 'Make the namespaces:', shell(...made.map(namespaceCommand))),
    ...secretsPart(input),
    'Look at what would change, then apply it:',
    shell(apply.replace('apply', 'diff'), apply),
  ]
}

function forward({ kind, name, namespace, port }: RunningCollector): string {
  const target = `${kind.toLowerCase()}/${name}`
  return command('kubectl', 'port-forward', '--namespace', namespace, target, `${port}:${port}`)
}

function verify(input: ReadMeInput): string[] {
  const { namespace, form, manifests, workloads } = input
  const collectors = runningCollectors(workloads, namespace)
  const services = form === 'workloads' ? manifests.objects : [...manifests.objects, ...workloads]
  const waits = services.filter(isController).map(({ kind, metadata }) => {
    const target = `${kind.toLowerCase()}/${metadata.name}`
    const place = metadata.namespace ?? namespace
    return command('kubectl', 'rollout', 'status', target, '--namespace', place, '--timeout=5m')
  })
  const open = collectors.filter(({ port }) => port !== undefined)
  const rows = collectors.map(({ kind, name, replicas, clustered, port, prefix }) =>
    [
      '',
      code(name),
      kind,
      replicas === undefined ? 'one on each node' : String(replicas),
      clustered ? 'yes' : 'no',
      port === undefined ? 'switched off' : `http://localhost:${port}${prefix}`,
      '',
    ]
      .join(' | ')
      .trim(),
  )
  const secret = input.manifests.objects.some(({ kind }) => kind === 'Secret')
  return [
    '## Verify',
    ...some(waits, 'Wait until all pods are ready:', shell(...waits)),
    ...(form === 'alloy'
      ? [
          'Whether the operator took the Alloy objects shows in their status:',
          shell(
            command(
              'kubectl',
              'describe',
              'alloys.collectors.grafana.com',
              '--namespace',
              namespace,
            ),
          ),
        ]
      : []),
    ...some(
      rows,
      [
        '| Collector | Runs as | Pods | Clustered | Its own pages |',
        '| --- | --- | --- | --- | --- |',
        ...rows,
      ].join('\n'),
    ),
    ...some(
      open,
      'Look into a collector: forward its port, one at a time, and open the address above.',
      shell(...open.map(forward)),
      'All is well when',
      bullets([
        'every component on the first page is healthy, and so is every module that it lists;',
        ...(collectors.some(({ clustered }) => clustered)
          ? ['the page Clustering of a clustered collector lists all of its pods as participants;']
          : []),
        'the page Graph shows data flowing to each destination;',
        'the pods do not restart, and their log has no line with `level=error`.',
      ]),
      'Where it is not:',
      bullets([
        ...(secret || input.manifests.outside.length > 0
          ? [
              '`remote.kubernetes.secret` is unhealthy: its Secret is not there, or lacks a key. What reads it waits.',
            ]
          : []),
        'a log line with 401 or 403 names a destination that does not take the credentials;',
        'timeouts and refused connections point to a network policy, a proxy or a wrong address;',
        'pods that stay pending lack a node that they tolerate, or storage; `kubectl describe` tells.',
      ]),
    ),
  ]
}

function upgradePart({ configs }: ReadMeInput): string[] {
  const [name] = Object.keys(configs)
  return [
    '## Upgrade',
    'Unpack the new files into an empty folder, so that none of the old stays, and apply them:',
    shell(apply),
    ...(name === undefined
      ? []
      : [
          `Each config becomes a ConfigMap whose name ends in a checksum, such as ${code(`${name}-…`)}. A changed config is a new ConfigMap, and its pods are replaced one after the other. The old ConfigMap stays, so that you can go back: apply the old files again. Delete it when you no longer need it.`,
        ]),
    'An object that the new files no longer hold stays in the cluster until you delete it. A collector that became another kind (a Deployment where a DaemonSet was) is such an object: delete the old one before you apply, or both run. Of a StatefulSet, Kubernetes lets the storage claims not be changed: delete it with `--cascade=orphan` first.',
  ]
}

function removal(input: ReadMeInput): string[] {
  const { form, manifests, alloyObjects, workloads, namespace } = input
  const claims = runningCollectors(workloads, namespace).filter(({ hasClaims }) => hasClaims)
  const names = alloyObjects.map(({ metadata }) => ({
    name: metadata.name,
    namespace: metadata.namespace ?? namespace,
  }))
  return [
    '## Remove',
    'In this order:',
    shell(
      ...(form === 'alloy' && names.length > 0
        ? [
            '# First the Alloy objects, while the operator still runs and takes their pods away.',
            ...names.map((one) =>
              command(
                ...['kubectl', 'delete', 'alloys.collectors.grafana.com', one.name],
                ...['--namespace', one.namespace, '--ignore-not-found', '--wait'],
              ),
            ),
          ]
        : []),
      'kubectl delete --kustomize . --ignore-not-found',
      ...some(claims, '# What collectors kept on disk.'),
      ...claims.map((one) =>
        command(
          ...['kubectl', 'delete', 'persistentvolumeclaims', '--namespace', one.namespace],
          ...['--selector', `app.kubernetes.io/instance=${one.name}`],
        ),
      ),
      ...(input.secretForm === 'commands'
        ? manifests.outside.map((secret) =>
            command(
              ...['kubectl', 'delete', 'secret', secret.name, '--namespace', secret.namespace],
              '--ignore-not-found',
            ),
          )
        : []),
    ),
    'ConfigMaps of older configs stay behind. `kubectl get configmaps` shows them; the namespace, if nothing else is in it, takes them along when it goes. Custom resource definitions go last, and only when nobody else uses them: they take all their objects with them.',
  ]
}

function withHelm({ release, namespace, files, leftOut, manifests, secretForm }: ReadMeInput) {
  const secretValues = files.some(({ path }) => path === secretValuesPath)
  return [
    '## With Helm instead',
    'Use one or the other for a cluster, not both.',
    ...(secretForm === 'manifests'
      ? []
      : some(
          manifests.outside,
          'The destinations’ Secrets have to be there first; `values.yaml` reads those of the names above.',
        )),
    ...some(
      leftOut,
      'These settings hold secrets and are in no file. Give them to Helm in a second file, with another `--values`:',
      bullets(leftOut.map((path) => code(path.join('.')))),
    ),
    ...helmCommands({ release, namespace, secretValues }).flatMap(({ title, text }) => [
      `${title}:`,
      shell(text),
    ]),
  ]
}

/** How to use the files, in Markdown: install, verify, upgrade, remove. */
export function readMe(input: ReadMeInput): string {
  return [
    `# Kubernetes Monitoring: ${code(input.release)} in ${code(input.namespace)}`,
    'These files install Grafana’s Kubernetes Monitoring with `kubectl`.',
    contents(input),
    ...install(input),
    ...verify(input),
    ...upgradePart(input),
    ...removal(input),
    ...withHelm(input),
  ]
    .join('\n\n')
    .concat('\n')
}
