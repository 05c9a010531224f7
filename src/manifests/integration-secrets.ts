import { integrationCredentials } from '../features/service-integrations'
import { secretObject } from '../pipelines/secrets'
import type { RootValues, UnitContext } from '../values/context'
import type { KubernetesObject } from './kubernetes-object'

/**
 * Secrets of the credentials that databases are read with (charts/feature-integrations,
 * templates/mysql-secret.yaml and postgresql-secret.yaml). The chart makes them even where nothing
 * reads them.
 */
export function integrationSecrets(
  root: RootValues,
  context: Pick<UnitContext, 'release' | 'namespace'>,
): readonly KubernetesObject[] {
  return integrationCredentials(root, context).flatMap(({ holder }) => secretObject(holder) ?? [])
}
