import type { CodeTable } from './code'

export const servicesCodes = {} as const satisfies CodeTable
