import type { CodeTable } from './code'

export const collectorsCodes = {} as const satisfies CodeTable
