import { valueAt } from '../base/record'
import type { MadeCompanion } from '../collectors/companions'
import type { MadeCollector } from '../collectors/describe'
import { remoteConfigSecret } from '../collectors/remote-config'
import type { Assignment, Model } from '../collectors/types'
import type { CollectorView } from '../features/types'
import { makesSecret, secretHolder, secretObject } from '../pipelines/secrets'
import { mergeOverwrite } from '../values/helm'
import { alloyObject, alloySpec, configObject } from './alloy-objects'
import { operatorObjects } from './alloy-operator'
import { autoInstrumentationObjects } from './auto-instrumentation'
import { extraService } from './extra-service'
import { integrationSecrets } from './integration-secrets'
import type { KubernetesObject } from './kubernetes-object'
import { samplerConstraints, securityContextConstraints } from './openshift'
import { releaseInfo, releaseMetrics } from './release-info'
import { sdkInjectorAccess } from './sdk-injector'
import { serviceObjects } from './services'

/** What the objects are made of. */
export interface ObjectsInput {
  readonly model: Model
  readonly assignments: readonly Assignment[]
  readonly collectors: readonly MadeCollector[]
  /** The collectors' Alloy objects, in their order. */
  readonly alloys: readonly KubernetesObject[]
  /** Alloys besides the collectors, with their configs as text. */
  readonly companions: readonly {
    readonly kind: MadeCompanion['kind']
    readonly view: CollectorView
    readonly config: string
  }[]
  /** The name of the ConfigMap that tells about the release; absent when nothing reports it. */
  readonly releaseInfoName: string | undefined
  /** The user's own objects. */
  readonly extra: readonly KubernetesObject[]
}

/** The object from which the operator makes a collector. */
export function collectorObject(
  model: Model,
  { view, objectName }: MadeCollector,
): KubernetesObject {
  const spec = { ...alloySpec(view.spec), nameOverride: view.name }
  return alloyObject(objectName, model.namespace, view.spec, spec)
}

/** The chart's own objects: configs, collectors, Secrets, release info. */
export function chartObjects(input: ObjectsInput): readonly KubernetesObject[] {
  const { model, collectors } = input
  const objects: (KubernetesObject | undefined)[] = []
  for (const { objectName, config } of collectors) {
    objects.push(configObject(objectName, model.namespace, config))
  }
  objects.push(...input.alloys)
  const openShift = model.global.platform === 'openshift'
  for (const { kind, view, config } of input.companions) {
    const spec = mergeOverwrite(alloySpec(view.spec), {
      alloy: { configMap: { create: true, content: config } },
    })
    objects.push(alloyObject(view.name, model.namespace, view.spec, spec))
    if (openShift && kind === 'sampler') {
      objects.push(...samplerConstraints(view.name, model.namespace, view.spec))
    }
  }
  for (const { context, unit, disabled } of model.destinations.values()) {
    if (disabled) continue
    const holder = secretHolder(context, unit.secretFields)
    if (makesSecret(holder)) objects.push(secretObject(holder))
  }
  for (const { view } of collectors) objects.push(remoteConfigSecret(model, view))
  objects.push(...integrationSecrets(model.root, model))
  for (const { view, objectName } of collectors) {
    const { name, spec } = view
    objects.push(extraService(name, objectName, spec, model.release))
    if (openShift) {
      objects.push(...securityContextConstraints(objectName, model.namespace, spec))
    }
    if (valueAt(model.root, ['telemetryServices', 'sdkInjector', 'deploy']) === true) {
      objects.push(...sdkInjectorAccess(objectName, model.namespace, spec))
    }
  }
  if (input.releaseInfoName !== undefined) {
    const metrics = releaseMetrics(
      model,
      input.assignments,
      collectors.map(({ view }) => view),
    )
    objects.push(releaseInfo(input.releaseInfoName, model, metrics))
  }
  objects.push(...operatorObjects(model))
  objects.push(...autoInstrumentationObjects(model, input.assignments))
  objects.push(...serviceObjects(model))
  objects.push(...input.extra)
  return objects.filter((object) => object !== undefined)
}
