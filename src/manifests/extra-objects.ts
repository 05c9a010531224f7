import { isRecord, setOwn } from '../base/record'
import type { Model } from '../collectors/types'
import { userTemplate } from '../collectors/user-template'
import type { Path } from '../diagnostics/diagnostic'
import type { KubernetesObject } from './kubernetes-object'

function isObject(value: unknown): value is KubernetesObject {
  return (
    isRecord(value) &&
    typeof value.apiVersion === 'string' &&
    typeof value.kind === 'string' &&
    isRecord(value.metadata)
  )
}

/** Fills in the templates in every text of a tree, keys included, as Helm does with its YAML. */
function filled(model: Model, value: unknown, path: Path): unknown {
  if (typeof value === 'string') return userTemplate(model, value, path)
  if (Array.isArray(value)) return value.map((item, index) => filled(model, item, [...path, index]))
  if (!isRecord(value)) return value
  const out: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    setOwn(out, userTemplate(model, key, path), filled(model, item, [...path, key]))
  }
  return out
}

/** The user's own objects (templates/extra-objects.yaml); what is no object is left out and reported. */
export function extraObjects(model: Model): readonly KubernetesObject[] {
  const listed = model.root.extraObjects
  if (!Array.isArray(listed)) return []
  return listed.flatMap((item: unknown, index) => {
    const path = ['extraObjects', index]
    const object = filled(model, item, path)
    if (isObject(object)) return [object]
    model.report({
      code: 'values.not-an-object',
      path,
      message: 'A Kubernetes object has an apiVersion, a kind and metadata.',
    })
    return []
  })
}
