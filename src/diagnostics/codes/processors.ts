import type { CodeTable } from './code'

export const processorsCodes = {} as const satisfies CodeTable
