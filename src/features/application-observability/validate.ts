import { requirePorts } from '../receiver-ports'
import type { CollectorView, FeatureContext } from '../types'
import type { Values } from './options'
import { receiverPorts } from './receivers'

/** templates/features/_feature_application_observability.tpl, and advice on settings that go astray. */
export function validate(
  context: FeatureContext<Values>,
  collector: CollectorView | undefined,
): void {
  const { values, path, report } = context
  const ports = receiverPorts(values)
  requirePorts(context, collector, ports, 'Application Observability')
  if (ports.length === 0) {
    report({
      code: 'features.no-source',
      path: [...path, 'receivers'],
      message:
        'Application Observability takes nothing in, because every receiver is off. Turn on at least one.',
      fixes: [
        {
          title: 'Take in OTLP over gRPC and HTTP',
          edits: ['grpc', 'http'].map((kind) => ({
            path: [...path, 'receivers', 'otlp', kind, 'enabled'],
            value: true,
          })),
          safe: true,
        },
      ],
    })
  }
  checkSpanLogs(context)
  checkKeepalive(context)
  const { byLabel } = values.processors.k8sattributes.filters
  if (byLabel.length > 1) {
    report({
      code: 'features.setting-misplaced',
      path: [...path, 'processors', 'k8sattributes', 'filters', 'byLabel'],
      message:
        'The chart writes all label filters into one block, in which Alloy accepts only one, so the collector would not start. Keep one label filter.',
      fixes: [
        {
          title: 'Keep the first',
          edits: [
            {
              path: [...path, 'processors', 'k8sattributes', 'filters', 'byLabel'],
              value: byLabel.slice(0, 1),
            },
          ],
          safe: false,
        },
      ],
    })
  }
}

function checkSpanLogs({ values, path, report }: FeatureContext<Values>): void {
  const { enabled, spanAttributes, spansAttributes } = values.connectors.spanLogs
  if (!enabled || spanAttributes.length === 0 || spansAttributes.length > 0) return
  const own = [...path, 'connectors', 'spanLogs']
  report({
    code: 'features.setting-not-read',
    severity: 'warning',
    path: [...own, 'spanAttributes'],
    message:
      'The chart looks for these attributes under the key spansAttributes, so they are not written. Give them under that key.',
    fixes: [
      {
        title: 'Move them to spansAttributes',
        edits: [
          { path: [...own, 'spansAttributes'], value: spanAttributes },
          { path: [...own, 'spanAttributes'], remove: true },
        ],
        safe: true,
      },
    ],
  })
}

function checkKeepalive({ values, path, report }: FeatureContext<Values>): void {
  const { enabled, keepalive } = values.receivers.otlp.grpc
  if (!enabled) return
  const own = [...path, 'receivers', 'otlp', 'grpc', 'keepalive']
  if (keepalive.enforcementPolicy.minTime !== '') {
    report({
      code: 'features.setting-not-read',
      severity: 'warning',
      path: [...own, 'enforcementPolicy', 'minTime'],
      message:
        'The chart never writes this into the config, because it asks for another setting first: clients may ping every five minutes, as without it.',
    })
  }
  const { serverParameters: server } = keepalive
  const limited =
    server.maxConnectionAge !== '' ||
    server.maxConnectionAgeGrace !== '' ||
    server.maxConnectionIdle !== ''
  for (const key of ['time', 'timeout'] as const) {
    if (limited || server[key] === '') continue
    report({
      code: 'features.setting-not-read',
      severity: 'warning',
      path: [...own, 'serverParameters', key],
      message:
        'The chart writes this into the config only when a connection’s age or idleness is limited too.',
    })
  }
}
