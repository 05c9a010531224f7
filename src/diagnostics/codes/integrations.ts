import type { CodeTable } from './code'

export const integrationsCodes = {} as const satisfies CodeTable
