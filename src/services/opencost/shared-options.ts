import { choice, count, flag, group, text } from '../../values/options'
import { imageHelp } from '../common-options'

/** An image that can also be given as a whole. */
export function wholeImage(repository: string, tag: string) {
  return group(
    {
      registry: text(
        'ghcr.io',
        'Registry to pull the image from; the global one does not change it.',
      ),
      repository: text(repository, 'The image’s path in its registry.'),
      tag: text(tag, 'Version of the image.', { loose: true }),
      pullPolicy: choice(
        ['Always', 'IfNotPresent', 'Never'],
        'IfNotPresent',
        'When nodes pull the image.',
        { loose: true },
      ),
      fullImageName: text('', 'The whole image instead of its parts.'),
    },
    imageHelp,
  )
}

/** When Kubernetes takes a container for started, alive or ready. */
export function probeOptions(
  help: string,
  defaults: { readonly delay: number; readonly period: number; readonly failures: number },
) {
  const { delay, period, failures } = defaults
  return group(
    {
      enabled: flag(true, 'Probe at all.'),
      path: text('/healthz', 'What is asked for.'),
      initialDelaySeconds: count(delay, 'Seconds to wait before the first request.', {
        integer: true,
      }),
      periodSeconds: count(period, 'Seconds between requests.', { integer: true }),
      failureThreshold: count(failures, 'Failures in a row that count.', { integer: true }),
    },
    help,
    { open: true },
  )
}

/** The same for the program itself, which also says how long a request may take. */
export function timedProbeOptions(help: string, defaults: Parameters<typeof probeOptions>[1]) {
  const { fields } = probeOptions(help, defaults)
  const timeoutSeconds = count(1, 'Seconds that one request may take.', { integer: true })
  return group({ ...fields, timeoutSeconds }, help, { open: true })
}
