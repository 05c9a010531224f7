import type { ValueOf } from '../../values/options'
import type { FeatureContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = FeatureContext<Values>

export const unit = 'features/clusterMetrics'

/** Where pods find the Kubernetes API unless the values say otherwise. */
export const apiServerAddress = 'kubernetes.default.svc.cluster.local:443'
