import { isRecord, valueAt } from '../../../src/index'
import type { UnitFacts } from '../../queries/surface'

/** The instances of a type that the choices have. */
export function instancesOf(integrations: unknown, type: string): readonly unknown[] {
  const found = valueAt(integrations, [type, 'instances'])
  return Array.isArray(found) ? found : []
}

/** The label by which most Helm charts call their pods. */
const nameLabel = 'app.kubernetes.io/name'

/**
 * A new instance: a name, and where a service does not know its own pods' labels a first guess at
 * them, to be checked.
 */
export function newInstance(unit: UnitFacts, name: string): Record<string, unknown> {
  const selectors = unit.options.fields.labelSelectors
  const isKnown = selectors?.type !== 'map' || Object.keys(selectors.default).length > 0
  return { name, ...(!isKnown && { labelSelectors: { [nameLabel]: unit.type } }) }
}

/** What finds the pods of a service, with their labels and namespaces. */
export function findCommand(type: string): string {
  return ['kubectl get pods --all-namespaces --show-labels | grep --ignore-case', type].join(' ')
}

/** Whether an instance connects to a database, with a user of its own. */
export function connects({ options }: UnitFacts): boolean {
  const exporter = options.fields.exporter
  return exporter?.type === 'group' && isRecord(exporter.fields.dataSource)
}
