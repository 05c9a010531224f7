import { flag, list, text } from '../values/options'

/** The settings that every feature has: whether, where to, through what, and where it runs. */
export const commonFields = {
  enabled: flag(false, 'Whether to collect this.', { common: true }),
  destinations: list(
    text('', '', { format: 'destination' }),
    'Send only to these destinations. Empty means every destination of the right kind.',
    { common: true, unique: true },
  ),
  dataProcessors: list(
    text('', '', { format: 'processor' }),
    'Pass the data through these processors, in this order, before it is sent.',
    { unique: true },
  ),
  collector: text(
    '',
    'Collector that runs this feature. With a single collector it may stay empty.',
    {
      format: 'collector',
    },
  ),
} as const
