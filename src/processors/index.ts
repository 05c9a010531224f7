import type { Processor } from './types'

/** Every kind of data processor, by its `type`. */
export const processors: readonly Processor[] = []
