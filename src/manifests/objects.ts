import type { MadeCollector } from '../collectors/describe'
import { remoteConfigSecret } from '../collectors/remote-config'
import type { Assignment, Model } from '../collectors/types'
import { makesSecret, secretHolder, secretObject } from '../pipelines/secrets'
import { alloyObject, alloySpec, configObject } from './alloy-objects'
import type { KubernetesObject } from './kubernetes-object'
import { releaseInfo, releaseMetrics } from './release-info'

/** What the objects are made of. */
export interface ObjectsInput {
  readonly model: Model
  readonly assignments: readonly Assignment[]
  readonly collectors: readonly MadeCollector[]
  /** The name of the ConfigMap that tells about the release; absent when nothing reports it. */
  readonly releaseInfoName: string | undefined
}

/** The chart's own objects: configs, collectors, Secrets, release info. */
export function chartObjects(input: ObjectsInput): readonly KubernetesObject[] {
  const { model, collectors } = input
  const objects: (KubernetesObject | undefined)[] = []
  for (const { objectName, config } of collectors) {
    objects.push(configObject(objectName, model.namespace, config))
  }
  for (const { view, objectName } of collectors) {
    const spec = { ...alloySpec(view.spec), nameOverride: view.name }
    objects.push(alloyObject(objectName, model.namespace, view.spec, spec))
  }
  for (const { context, unit, disabled } of model.destinations.values()) {
    if (disabled) continue
    const holder = secretHolder(context, unit.secretFields)
    if (makesSecret(holder)) objects.push(secretObject(holder))
  }
  for (const { view } of collectors) objects.push(remoteConfigSecret(model, view))
  if (input.releaseInfoName !== undefined) {
    const metrics = releaseMetrics(
      model,
      input.assignments,
      collectors.map(({ view }) => view),
    )
    objects.push(releaseInfo(input.releaseInfoName, model, metrics))
  }
  return objects.filter((object) => object !== undefined)
}
