import type { File } from './alloy/ast'
import { type PrintedBlock, print, printWithLines } from './alloy/print'
import { lazy } from './base/memo'
import { assign, enabledCollectors, isEnabled } from './collectors/assignment'
import { makeCompanions } from './collectors/companions'
import { compose } from './collectors/compose'
import { type Collector, describeCollector } from './collectors/describe'
import { commonLayers, influenceCollectors, viewCollector } from './collectors/influence'
import { chartObjectName, collectorObjectName } from './collectors/names'
import { type Replacement, replaceComponents } from './collectors/replace'
import type { Diagnostic } from './diagnostics/diagnostic'
import { Findings } from './diagnostics/findings'
import { features } from './features'
import { extraObjects } from './manifests/extra-objects'
import type { KubernetesObject } from './manifests/kubernetes-object'
import { chartObjects, collectorObject } from './manifests/objects'
import { workloadsOf } from './manifests/workloads'
import { readModel } from './model'
import { valuesOptions } from './options'
import { checkRules } from './rules'
import type { Release } from './values/global'
import { writtenValues } from './values/visit'

/** A component in a config: where it stands, and who made it. Lines are one-based, both ends in. */
export interface ComponentPlace {
  /** Such as `prometheus.scrape.kubelet`. */
  readonly id: string
  readonly startLine: number
  readonly endLine: number
  readonly unit: string
  readonly path?: readonly (string | number)[]
}

export interface Generated {
  /** ConfigMap name to Alloy text. */
  readonly configs: Readonly<Record<string, string>>
  /** What `helm template` renders, hooks left out. Made when first asked for. */
  readonly objects: readonly KubernetesObject[]
  /** What the Alloy Operator makes of the Alloy objects. Made when first asked for. */
  readonly workloads: readonly KubernetesObject[]
  readonly collectors: readonly Collector[]
  readonly diagnostics: readonly Diagnostic[]
  /** For each config, its components in the order of the text. */
  readonly places: Readonly<Record<string, readonly ComponentPlace[]>>
}

function placeOf({ block, startLine, endLine }: PrintedBlock): ComponentPlace[] {
  if (!block.origin) return []
  const id = block.label === undefined ? block.name : `${block.name}.${block.label}`
  return [{ id, startLine, endLine, ...block.origin }]
}

/**
 * What the chart makes of values, and everything that is wrong with them. Never throws: what cannot
 * be read is reported, and the rest is made.
 */
export function generate(
  values: unknown,
  options: { readonly release?: string; readonly namespace?: string } = {},
): Generated {
  const findings = new Findings()
  const release: Release = {
    name: options.release || 'k8smon',
    namespace: options.namespace || 'default',
  }
  const read = readModel(values, release, findings)
  const { user } = read.root
  const releaseInfoName = `${chartObjectName(
    { nameOverride: user.nameOverride, fullnameOverride: user.fullnameOverride },
    release,
  )}-release-info`
  const assignments = assign(read)
  const model = influenceCollectors(read, assignments, releaseInfoName)
  const layers = commonLayers(model)
  const replacements = Array.isArray(model.root.replaceComponent)
    ? (model.root.replaceComponent as Replacement[])
    : []
  const replaced = new Set<Replacement>()

  const configs: Record<string, string> = {}
  const places: Record<string, readonly ComponentPlace[]> = {}
  const made = enabledCollectors(model).map((name) => {
    const view = viewCollector(model, name, layers)
    const objectName = collectorObjectName(
      name,
      model.collectors.get(name) ?? {},
      user.nameOverride,
      release,
    )
    const composition = compose(model, view, assignments, releaseInfoName)
    let { statements } = composition
    replacements.forEach((replacement, index) => {
      const result = replaceComponents(statements, replacement, index)
      if (result.found) replaced.add(replacement)
      statements = result.statements
    })
    const file: File = { kind: 'file', body: statements }
    const printed = printWithLines(file)
    configs[objectName] = printed.text
    places[objectName] = printed.blocks.flatMap(placeOf)
    return { view, objectName, file, config: printed.text, destinations: composition.destinations }
  })

  const selfReporting = features.find(({ key }) => key === 'selfReporting')
  const companions = makeCompanions(model).map(({ kind, view, file }) => ({
    kind,
    view,
    config: print(file),
  }))
  const alloys = made.map((one) => collectorObject(model, one))
  const extra = extraObjects(model)
  const objects = lazy(() =>
    chartObjects({
      model,
      companions,
      assignments,
      collectors: made,
      alloys,
      releaseInfoName:
        selfReporting && isEnabled(model, selfReporting) ? releaseInfoName : undefined,
      extra,
    }),
  )
  const workloads = lazy(() =>
    objects()
      .filter(({ kind }) => kind === 'Alloy')
      .flatMap((object) => workloadsOf(object)),
  )
  checkRules({
    alloys,
    objects,
    workloads,
    options: valuesOptions,
    written: writtenValues(valuesOptions, user),
    model,
    assignments,
    collectors: made,
    releaseInfoName,
    replacements,
    replaced,
  })
  return {
    configs,
    get objects() {
      return objects()
    },
    get workloads() {
      return workloads()
    },
    collectors: made.map((one) => describeCollector(model, one, assignments)),
    diagnostics: findings.all,
    places,
  }
}
