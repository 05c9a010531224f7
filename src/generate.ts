import type { File } from './alloy/ast'
import { type PrintedBlock, print, printWithLines } from './alloy/print'
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
import type { KubernetesObject } from './manifests/kubernetes-object'
import { chartObjects } from './manifests/objects'
import { workloadsOf } from './manifests/workloads'
import { readModel } from './model'
import { valuesOptions } from './options'
import { checkRules } from './rules'
import type { Release } from './values/global'

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
  /** What `helm template` renders, hooks left out. */
  readonly objects: readonly KubernetesObject[]
  /** What the Alloy Operator makes of the Alloy objects. */
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
  const objects = chartObjects({
    model,
    companions,
    assignments,
    collectors: made,
    releaseInfoName: selfReporting && isEnabled(model, selfReporting) ? releaseInfoName : undefined,
  })
  const workloads = objects
    .filter(({ kind }) => kind === 'Alloy')
    .flatMap((object) => workloadsOf(object))
  checkRules({
    objects,
    workloads,
    options: valuesOptions,
    model,
    assignments,
    collectors: made,
    releaseInfoName,
    replacements,
    replaced,
  })
  return {
    configs,
    objects,
    workloads,
    collectors: made.map((one) => describeCollector(model, one, assignments)),
    diagnostics: findings.all,
    places,
  }
}
