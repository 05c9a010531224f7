import { isRecord } from '../base/record'
import { enabledCollectors } from '../collectors/assignment'
import { presetNamed } from '../collectors/presets'
import { printValue } from '../values/helm'
import type { Rule } from './types'

/** Presets exist, and the deprecated one stands alone (templates/collectors/_collector_helpers.tpl, _collector_validations.tpl). */
export const presets: Rule = ({ model }) => {
  const { collectors: written } = model.root.user
  if (!isRecord(written)) return
  const enabled = new Set(enabledCollectors(model))
  for (const [name, collector] of Object.entries(written)) {
    if (!isRecord(collector)) continue
    const path = ['collectors', name, 'presets']
    const listed = collector.presets
    if (listed === undefined || listed === null) continue
    if (!Array.isArray(listed)) {
      model.report({
        code: 'collectors.presets-no-list',
        path,
        message: 'Presets are a list of names.',
      })
      continue
    }
    if (enabled.has(name)) {
      listed.forEach((preset, index) => {
        if (presetNamed(preset)) return
        model.report({
          code: 'collectors.unknown-preset',
          path: [...path, index],
          message: `The chart has no preset called ${printValue(preset)}.`,
          fixes: [
            {
              title: 'Remove it',
              edits: [{ path, value: listed.filter((other) => other !== preset) }],
              safe: false,
            },
          ],
        })
      })
    }
    if (
      listed.includes('privileged') &&
      (listed.includes('root') || listed.includes('host-network'))
    ) {
      model.report({
        code: 'collectors.privileged-preset',
        path,
        message: `The deprecated preset privileged cannot stand beside root or host-network on the collector ${name}.`,
        fixes: [
          {
            title: 'Use root and host-network instead of privileged',
            edits: [
              {
                path,
                value: [
                  ...new Set([
                    ...listed.filter((preset) => preset !== 'privileged'),
                    'root',
                    'host-network',
                  ]),
                ],
              },
            ],
            safe: false,
          },
        ],
      })
    }
  }
}
