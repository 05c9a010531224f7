import type { ServiceSurroundings } from '../types'
import type { Context } from './index'

/** templates/_validate.tpl of charts/telemetry-services */
export function validate(_context: Context, _surroundings: ServiceSurroundings): void {}
