import { requireDaemonSet } from '../collector-checks'
import { checkLabelNames } from '../label-names'
import type { CollectorView, FeatureContext } from '../types'
import type { Values } from '.'
import { queryOf } from './config'

const exampleSource = {
  name: 'application',
  eventLogName: 'Application',
  jobLabel: 'integrations/windows-application-logs',
}

/** charts/feature-windows-event-logs/templates/_validation.tpl, _collector_validation.tpl */
export function validate(
  context: FeatureContext<Values>,
  collector: CollectorView | undefined,
): void {
  checkSources(context)
  requireDaemonSet(
    context,
    collector,
    'Windows Event Logs reads the event channels of every Windows node.',
    true,
  )
  if (!collector) return
  const missing = ['windows', 'windows-host-process'].filter(
    (preset) => !collector.presets.includes(preset),
  )
  if (missing.length === 0) return
  const path = ['collectors', collector.name, 'presets']
  context.report({
    code: 'features.not-on-windows',
    path,
    message: `Windows Event Logs needs a collector on Windows nodes with access to the host, and ${collector.name} lacks the presets for it: ${missing.join(', ')}.`,
    fixes: [
      {
        title: `Add the presets ${missing.join(' and ')}`,
        edits: [{ path, value: [...collector.presets, ...missing] }],
        safe: false,
      },
    ],
  })
}

function checkSources(context: FeatureContext<Values>): void {
  const { values, path, report } = context
  if (values.sources.length === 0) {
    report({
      code: 'features.no-source',
      path: [...path, 'sources'],
      message: 'Windows Event Logs needs to know which channels to read: add at least one source.',
      fixes: [
        {
          title: 'Read the channel Application',
          edits: [{ path: [...path, 'sources'], value: [exampleSource] }],
          safe: true,
        },
      ],
    })
  }
  const seen = new Set<string>()
  values.sources.forEach((source, index) => {
    const own = [...path, 'sources', index]
    checkLabelNames(context, [...own, 'labels'], source.labels)
    if (source.name === '') {
      report({
        code: 'features.source-without-name',
        path: [...own, 'name'],
        message:
          'Each event source needs a name, after which its component and bookmark are called.',
        ...(source.eventLogName !== '' && {
          fixes: [
            {
              title: `Call it ${source.eventLogName.toLowerCase()}`,
              edits: [{ path: [...own, 'name'], value: source.eventLogName.toLowerCase() }],
              safe: false,
            },
          ],
        }),
      })
    } else if (seen.has(source.name)) {
      report({
        code: 'features.same-source-name',
        path: [...own, 'name'],
        message: `Another event source is called ${source.name} already.`,
      })
    }
    seen.add(source.name)
    if (source.eventLogName === '' && queryOf(source) === '*') {
      report({
        code: 'features.source-without-channel',
        path: [...own, 'eventLogName'],
        message:
          'The event source does not say what to read: name a channel, or give a query in XML form that names one.',
      })
    }
  })
}
