import type { Statement } from '../../alloy/ast'
import { attribute, block, component, object } from '../../alloy/build'
import { externalLabels } from '../../pipelines/cluster-labels'
import {
  authentication,
  headerEntries,
  httpClients,
  proxyAttributes,
  tenantHeader,
  tlsBlock,
  urlExpression,
} from '../../pipelines/http'
import { httpSecretFields } from '../../pipelines/http-options'
import { secretHolder } from '../../pipelines/secrets'
import { printNumber } from '../../values/helm'
import type { DestinationContext } from '../types'
import type { PyroscopeValues } from './options'

/** templates/destinations/_destination_pyroscope.tpl */
export function pyroscopeStatements(context: DestinationContext<PyroscopeValues>): Statement[] {
  const { label, values, cluster } = context
  const holder = secretHolder(context, httpSecretFields)
  const endpoint = block(
    'endpoint',
    {
      url: urlExpression(values),
      headers: object([...tenantHeader(holder), ...headerEntries(values)]),
      ...proxyAttributes(values),
      min_backoff_period: values.minBackoffPeriod,
      max_backoff_period: values.maxBackoffPeriod,
      max_backoff_retries: printNumber(values.maxBackoffRetries),
    },
    [authentication(holder, values.auth, httpClients.pyroscope), tlsBlock(holder, values.tls)],
  )
  return [
    component('pyroscope.write', label, {}, [
      endpoint,
      attribute('external_labels', externalLabels(cluster, values)),
    ]),
  ]
}
