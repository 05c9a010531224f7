import { kubernetesName, truncateName } from '../base/names'
import { chartName } from '../values/chart'
import type { Release } from '../values/global'
import { isEmpty, printValue } from '../values/helm'

export { chartName, chartVersion } from '../values/chart'

/** The name of a collector's Alloy object and ConfigMap (`collector.alloy.fullname`). */
export function collectorObjectName(
  collector: string,
  user: Readonly<Record<string, unknown>>,
  nameOverride: unknown,
  release: Release,
): string {
  if (Object.hasOwn(user, 'fullnameOverride'))
    return truncateName(printValue(user.fullnameOverride))
  const name = kubernetesName(isEmpty(nameOverride) ? collector : printValue(nameOverride))
  return truncateName(release.name.includes(name) ? release.name : `${release.name}-${name}`)
}

/** The chart's full name, from which the names of its other objects are made (`helper.fullname`). */
export function chartObjectName(
  overrides: { readonly nameOverride: unknown; readonly fullnameOverride: unknown },
  release: Release,
): string {
  if (!isEmpty(overrides.fullnameOverride)) {
    return truncateName(printValue(overrides.fullnameOverride)).toLowerCase()
  }
  const name = (
    isEmpty(overrides.nameOverride) ? chartName : printValue(overrides.nameOverride)
  ).toLowerCase()
  return truncateName(
    release.name.includes(name) ? release.name : `${release.name}-${name}`,
  ).toLowerCase()
}
