import type { CodeTable } from './code'

export const alloyCodes = {} as const satisfies CodeTable
