import type { CodeTable } from './code'

export const featuresCodes = {} as const satisfies CodeTable
