import { custom } from './custom'
import { loki } from './loki'
import { lokiStdout } from './loki-stdout'
import { nop } from './nop'
import { otlp } from './otlp'
import { prometheus } from './prometheus'
import { pyroscope } from './pyroscope'
import { router } from './router'
import type { Destination } from './types'

/** Every kind of destination, by its `type`. */
export const destinations: readonly Destination[] = [
  custom,
  lokiStdout,
  loki,
  nop,
  otlp,
  prometheus,
  pyroscope,
  router,
]
