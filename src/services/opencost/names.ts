/** What OpenCost's objects are called where it does not follow from the chart's name. */
import type { BundledChart } from '../chart'
import type { Context } from './index'

/** A name with the chart's own before it. */
export const named = ({ fullName }: BundledChart, suffix: string) => [fullName, suffix].join('-')

/** The Secret of what OpenCost logs in with. */
export function credentialsName(chart: BundledChart, { values }: Context): string {
  return values.opencost.prometheus.secret_name || chart.fullName
}

/** The Secret with access to the cloud's billing; `undefined` when there is none. */
export function cloudSecretName(chart: BundledChart, { values }: Context): string | undefined {
  const { cloudIntegrationSecret, cloudIntegrationJSON } = values.opencost
  if (cloudIntegrationSecret !== '') return cloudIntegrationSecret
  return cloudIntegrationJSON === '' ? undefined : named(chart, 'cloud-integration')
}

/** The Secret with the plugins' settings. */
export function pluginsSecretName(chart: BundledChart, { values }: Context): string {
  return values.plugins.existingSecret || named(chart, 'plugins-config')
}
