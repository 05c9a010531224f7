import { truncateName } from '../../base/names'
import type { BundledChart } from '../chart'
import type { Context } from './index'

/** Where the ConfigMaps stand that say what to instrument. */
export function watchedNamespace({ namespace }: BundledChart, { values }: Context): string {
  return values.watchNamespace || namespace
}

/**
 * Whether the injector makes its own certificate. Without a look into the cluster, `auto` does not
 * find cert-manager.
 */
export function isSelfSigned({ values }: Context): boolean {
  return values.webhook.certManager.mode !== 'cert-manager'
}

/** The Secret of the webhook's certificate. */
export function certificateName({ fullName }: BundledChart): string {
  return truncateName([fullName, 'serving-cert'].join('-'))
}

export function webhookName({ fullName }: BundledChart, kind: 'mutating' | 'validating'): string {
  return [fullName, kind, 'webhook'].join('-')
}

/** The Service that Kubernetes asks. */
export function webhookServiceName({ fullName }: BundledChart): string {
  return truncateName([fullName, 'webhook'].join('-'))
}
