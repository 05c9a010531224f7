import type { Integration } from './types'

/** Every integration, in the order in which the chart goes through them. */
export const integrations: readonly Integration[] = []
