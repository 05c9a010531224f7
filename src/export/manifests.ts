import { fileName } from '../base/file-name'
import { isRecord, valueAt } from '../base/record'
import { sameTree, setIn } from '../base/tree'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { chartOf } from '../manifests/workloads/chart'
import { configMapName } from '../manifests/workloads/config-map'
import { isEmpty } from '../values/helm'
import { printValues } from '../yaml/print'
import { groupOf, isBuiltIn } from './custom-resources'
import { externalSecret } from './external-secret'
import type { ExportedFile } from './file'
import { type GeneratedConfig, kustomizationFiles } from './kustomization'
import type { OutsideSecret } from './outside-secrets'

/**
 * What the manifests hold: everything as plain Kubernetes objects, or the Alloy objects of which the
 * Alloy Operator makes the rest.
 */
export type ManifestForm = 'workloads' | 'alloy'

/**
 * How the cluster gets its Secrets: as manifests, as ExternalSecrets that fetch them from a store, or
 * by commands that ask for each credential.
 */
export type SecretForm = 'manifests' | 'external' | 'commands'

/** What a release consists of. */
export interface Release {
  /** ConfigMap name to Alloy text. */
  readonly configs: Readonly<Record<string, string>>
  readonly objects: readonly KubernetesObject[]
  readonly workloads: readonly KubernetesObject[]
}

export interface ManifestsInput {
  readonly namespace: string
  readonly form: ManifestForm
  readonly secretForm: SecretForm
  readonly release: Release
  /** The same release, made of values without secrets: what differs holds some. */
  readonly clean: Release
  /** Takes secrets out of a text that has no counterpart in `clean`. */
  readonly mask: (text: string) => string
}

/** The manifests as files, and what there is to say about them. */
export interface Manifests {
  readonly files: readonly ExportedFile[]
  /** All that is applied, configs included. */
  readonly objects: readonly KubernetesObject[]
  /** Secrets that are not among the files and have to be made or fetched. */
  readonly outside: readonly OutsideSecret[]
  /** Files in which a mark stands in the place of a secret. */
  readonly toFill: readonly string[]
  /** Configs that hold secrets themselves, by their files. */
  readonly tellingConfigs: readonly string[]
  /** Files with objects that get their name from the cluster, which kustomize does not take. */
  readonly unnamed: readonly string[]
}

/** Kinds of Kubernetes’ own that belong to no namespace. */
const clusterWide = new Set([
  ...['Namespace', 'Node', 'PersistentVolume', 'ClusterRole', 'ClusterRoleBinding'],
  ...['CustomResourceDefinition', 'APIService', 'PriorityClass', 'RuntimeClass', 'IngressClass'],
  ...['StorageClass', 'CSIDriver', 'CSINode', 'VolumeAttachment', 'PodSecurityPolicy'],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'FlowSchema'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'DeviceClass'],
  ...['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'CertificateSigningRequest'],
  ...['PriorityLevelConfiguration', 'ClusterTrustBundle', 'ServiceCIDR', 'IPAddress'],
])

/** The object with the release’s namespace if it needs one and names none, as Helm applies it. */
function placed(object: KubernetesObject, namespace: string): KubernetesObject {
  const { metadata } = object
  if (metadata.namespace || !isBuiltIn(groupOf(object)) || clusterWide.has(object.kind)) {
    return object
  }
  return { ...object, metadata: { ...metadata, namespace } }
}

const identity = (object: KubernetesObject): string =>
  JSON.stringify([groupOf(object), object.kind, object.metadata.namespace, object.metadata.name])

const labelOf = ({ metadata }: KubernetesObject, name: string): unknown =>
  valueAt(metadata.labels, [name])

/** The chart that an object’s labels name, without its version; empty for the chart’s own objects. */
function labelledChart(object: KubernetesObject): string {
  const label = labelOf(object, 'helm.sh/chart')
  const chart = typeof label === 'string' ? label.replace(/-\d.*$/, '') : ''
  return chart === 'k8s-monitoring' ? '' : chart
}

/** Which chart made an object; of one without labels, what is of the same name tells. */
function makers(objects: readonly KubernetesObject[]): (object: KubernetesObject) => string {
  const byName = new Map(
    objects
      .map((object) => [object.metadata.name, labelledChart(object)] as const)
      .filter(([, chart]) => chart !== ''),
  )
  return (object) => labelledChart(object) || (byName.get(object.metadata.name) ?? '')
}

const operatorChart = 'alloy-operator'

/**
 * An Alloy object that says which ConfigMap it reads. The chart leaves that to the operator, which
 * goes by the object's own name; but kustomize gives the ConfigMap another one.
 */
function withConfigName(alloy: KubernetesObject, configs: Release['configs']): KubernetesObject {
  if (alloy.kind !== 'Alloy') return alloy
  const chart = chartOf(alloy)
  const name = configMapName(chart)
  return Object.hasOwn(configs, name) && isEmpty(chart.alloy('configMap', 'name'))
    ? (setIn(alloy, ['spec', 'alloy', 'configMap', 'name'], name) as KubernetesObject)
    : alloy
}

function shownObjects({ form, release, namespace }: ManifestsInput): readonly KubernetesObject[] {
  const { objects, workloads } = release
  const madeBy = makers(objects)
  const shown =
    form === 'alloy'
      ? objects.map((one) => withConfigName(one, release.configs))
      : [
          ...objects.filter((one) => one.kind !== 'Alloy' && madeBy(one) !== operatorChart),
          ...workloads,
        ]
  // Of two objects of one name the later would overwrite the other in the cluster.
  return [...new Map(shown.map((one) => placed(one, namespace)).map((one) => [identity(one), one]))]
    .map(([, object]) => object)
    .filter(isRecord)
}

/** Two objects of one name go into two files. */
class Paths {
  readonly #used = new Set<string>(['secrets/values.yaml'])

  unique(folder: string, name: string, ending: string): string {
    for (let count = 1; ; count += 1) {
      const path = `${folder}/${name}${count === 1 ? '' : `-${count}`}${ending}`
      const key = path.toLowerCase()
      if (this.#used.has(key)) continue
      this.#used.add(key)
      return path
    }
  }
}

/** Whether an object names itself, as kustomize wants it; a user’s own may leave that to the cluster. */
function isNamed({ metadata }: KubernetesObject): boolean {
  const { name, namespace = '' } = metadata
  return typeof name === 'string' && name !== '' && typeof namespace === 'string'
}

/** The keys and the form of a Secret that is to be made elsewhere. */
function outsideSecret(secret: KubernetesObject, namespace: string): OutsideSecret {
  const { metadata, data, stringData, type } = secret
  const encoded = isRecord(data) ? Object.entries(data) : []
  const plain = isRecord(stringData) ? Object.entries(stringData) : []
  // Texts of several lines are certificates and keys nearly always; in base64 those begin alike.
  const files = [
    ...encoded.filter(([, text]) => String(text).startsWith('LS0tLS')),
    ...plain.filter(([, text]) => String(text).includes('\n')),
  ].map(([key]) => key)
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? namespace,
    keys: [...new Set([...encoded, ...plain].map(([key]) => key))],
    ...(files.length > 0 && { files }),
    ...(typeof type === 'string' && type !== 'Opaque' && { type }),
  }
}

class Packing {
  readonly files: ExportedFile[] = []
  readonly configs: GeneratedConfig[] = []
  readonly resources: string[] = []
  readonly applied: KubernetesObject[] = []
  readonly outside: OutsideSecret[] = []
  readonly toFill: string[] = []
  readonly tellingConfigs: string[] = []
  readonly unnamed: string[] = []
  readonly #paths = new Paths()
  readonly #input: ManifestsInput
  readonly #alloys: ReadonlySet<unknown>
  readonly #clean: ReadonlyMap<string, KubernetesObject>
  readonly #madeBy: (object: KubernetesObject) => string

  constructor(input: ManifestsInput) {
    this.#input = input
    this.#madeBy = makers(input.release.objects)
    this.#alloys = new Set(
      input.release.objects
        .filter(({ kind }) => kind === 'Alloy')
        .map(({ metadata }) => metadata.name),
    )
    this.#clean = new Map(
      shownObjects({ ...input, release: input.clean }).map((one) => [identity(one), one]),
    )
  }

  add(object: KubernetesObject): void {
    const { secretForm, namespace } = this.#input
    const key = this.#configKey(object)
    if (key !== undefined) this.#addConfig(object, key)
    else if (isNamed(object) && object.kind === 'Secret' && (object.data || object.stringData)) {
      if (secretForm === 'manifests') this.#write(object, 'secrets')
      else {
        const outside = outsideSecret(object, namespace)
        this.outside.push(outside)
        if (secretForm === 'external') this.#write(externalSecret(outside), 'external-secrets')
      }
    } else this.#addObject(object)
  }

  /** The key of a ConfigMap that holds an Alloy’s config and nothing else. */
  #configKey(object: KubernetesObject): string | undefined {
    if (object.kind !== 'ConfigMap' || !isRecord(object.data)) return undefined
    const [key, ...others] = Object.keys(object.data)
    if (key === undefined || others.length > 0) return undefined
    const ofCollector = Object.hasOwn(this.#input.release.configs, object.metadata.name)
    const ofOperator =
      labelOf(object, 'app.kubernetes.io/component') === 'config' &&
      this.#alloys.has(labelOf(object, 'app.kubernetes.io/instance'))
    return (ofCollector && key === 'config.alloy') || ofOperator ? key : undefined
  }

  /** The counterpart that holds no secret; `undefined` where the object itself holds none. */
  #withoutSecrets(
    object: KubernetesObject,
  ): { readonly clean: KubernetesObject | null } | undefined {
    const clean = this.#clean.get(identity(object)) ?? null
    return clean && sameTree(object, clean) ? undefined : { clean }
  }

  #addConfig(object: KubernetesObject, key: string): void {
    const { secretForm, mask } = this.#input
    const { name, namespace, labels, annotations } = object.metadata
    const telling = this.#withoutSecrets(object)
    const own = String(valueAt(object.data, [key]))
    const hidden = telling && secretForm !== 'manifests'
    const counterpart = valueAt(telling?.clean, ['data', key])
    const text = !hidden ? own : typeof counterpart === 'string' ? counterpart : mask(own)
    const folder = telling && !hidden ? 'secrets' : 'collectors'
    const path = this.#paths.unique(`${folder}/${fileName(name)}`, 'config', '.alloy')
    this.files.push({ path, text })
    this.configs.push({ name, namespace, key, path, labels, annotations })
    this.applied.push(object)
    if (hidden) this.toFill.push(path)
    else if (telling) this.tellingConfigs.push(path)
  }

  #addObject(object: KubernetesObject): void {
    const telling = this.#withoutSecrets(object)
    if (!telling) {
      this.#write(object, this.#folder(object))
      return
    }
    if (this.#input.secretForm === 'manifests') {
      this.#write(object, 'secrets')
      return
    }
    const text = telling.clean ? undefined : this.#input.mask(printValues(object))
    this.toFill.push(this.#write(telling.clean ?? object, this.#folder(object), text))
  }

  #folder(object: KubernetesObject): string {
    const instance = labelOf(object, 'app.kubernetes.io/instance')
    const owner = [instance, object.metadata.name].find((name) => this.#alloys.has(name))
    if (typeof owner === 'string') return `collectors/${fileName(owner)}`
    const chart = this.#madeBy(object)
    if (chart === '') return 'manifests'
    return chart === operatorChart ? operatorChart : `telemetry-services/${fileName(chart)}`
  }

  #write(object: KubernetesObject, folder: string, text = printValues(object)): string {
    const { name } = object.metadata
    const kind = object.kind.toLowerCase()
    // In a folder of its own name, the kind says enough.
    const short = folder.endsWith(`/${name}`) ? kind : `${kind}-${name}`
    const path = this.#paths.unique(folder, fileName(short), '.yaml')
    this.files.push({ path, text })
    if (isNamed(object)) {
      this.resources.push(path)
      this.applied.push(object)
    } else this.unnamed.push(path)
    return path
  }
}

/**
 * A release as files that kustomize builds: each collector in a folder with its config, each telemetry
 * service in a folder, and the rest. What holds a secret stands in `secrets/`, or holds a mark instead
 * where no secret is wanted in the files at all.
 */
export function manifestFiles(input: ManifestsInput): Manifests {
  const packing = new Packing(input)
  for (const object of shownObjects(input)) packing.add(object)
  const { files, configs, resources, applied, outside, toFill, tellingConfigs, unnamed } = packing
  const hasAlloyObjects = applied.some(({ kind }) => kind === 'Alloy')
  return {
    files: [...files, ...kustomizationFiles(resources, configs, hasAlloyObjects)],
    objects: applied,
    outside,
    toFill,
    tellingConfigs,
    unnamed,
  }
}
