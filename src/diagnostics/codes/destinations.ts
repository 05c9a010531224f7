import type { CodeTable } from './code'

export const destinationsCodes = {} as const satisfies CodeTable
