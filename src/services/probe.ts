import { isRecord } from '../base/record'
import { fieldsOf } from '../values/fields'
import { isEmpty, printValue } from '../values/helm'
import { unquoted } from '../values/unquoted'

/** How often and how long a probe asks. */
const timing = [
  'failureThreshold',
  'initialDelaySeconds',
  'periodSeconds',
  'successThreshold',
  'timeoutSeconds',
] as const

/** What a probe asks for. */
export interface ProbeTarget {
  readonly path: string
  readonly port: string | number
  readonly host?: string
  /** Instead of the values' own. */
  readonly scheme?: string
  /** Show that there are no headers. */
  readonly emptyHeaders?: true
}

/** A probe of the Prometheus community's charts: the values' timing, and a request over HTTP. */
export function httpProbe(values: unknown, target: ProbeTarget): Record<string, unknown> {
  const probe = fieldsOf(values)
  const request = fieldsOf(probe.httpGet)
  const { path, port, host, emptyHeaders } = target
  const headers = Array.isArray(request.httpHeaders)
    ? request.httpHeaders
        .filter(isRecord)
        .map(({ name, value }) => ({ name: unquoted(name), value: unquoted(value) }))
    : []
  return {
    ...Object.fromEntries(timing.map((name) => [name, probe[name]])),
    httpGet: {
      ...(host !== undefined && { host }),
      ...(isEmpty(headers) ? emptyHeaders && { httpHeaders: null } : { httpHeaders: headers }),
      path,
      port,
      scheme: target.scheme ?? printValue(request.scheme).toUpperCase(),
    },
  }
}
