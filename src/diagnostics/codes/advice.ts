import type { CodeTable } from './code'

export const adviceCodes = {} as const satisfies CodeTable
