import { router } from './router'
import type { Destination } from './types'

/** Every kind of destination, by its `type`. */
export const destinations: readonly Destination[] = [router]
