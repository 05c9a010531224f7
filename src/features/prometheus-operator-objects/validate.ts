import { isRecord } from '../../base/record'
import { isEmpty } from '../../values/helm'
import { type Context, kinds } from './config'

/** templates/_validations.tpl, and what the chart gets wrong. */
export function validate(context: Context): void {
  const { values, path } = context
  if (kinds.every(({ key }) => !values[key].enabled)) {
    context.report({
      code: 'features.no-source',
      path: [...path, 'enabled'],
      message:
        'Prometheus Operator Objects looks at ServiceMonitors, PodMonitors, Probes and ScrapeConfigs; here all of them are off.',
      fixes: [
        {
          title: 'Look at ServiceMonitors',
          edits: [{ path: [...path, 'serviceMonitors', 'enabled'], value: true }],
          safe: false,
        },
      ],
    })
  }
  const crds = (values as Readonly<Record<string, unknown>>).crds
  if (isRecord(crds) && !isEmpty(crds.enabled)) {
    context.report({
      code: 'features.operator-crds',
      path: [...path, 'crds', 'enabled'],
      message:
        'The chart no longer installs the definitions of the Prometheus Operator’s objects. Take the section out, and install them on their own where they are missing.',
      fixes: [
        {
          title: 'Take the section out',
          edits: [{ path: [...path, 'crds'], remove: true }],
          safe: true,
        },
      ],
    })
  }
  if (values.scrapeConfigs.enabled && values.scrapeConfigs.excludeNamespaces.length > 0) {
    context.report({
      code: 'features.exclusion-lost',
      path: [...path, 'scrapeConfigs', 'excludeNamespaces'],
      message:
        'The chart compares the namespaces to leave out with the job names of Probes, so that no ScrapeConfig is left out. List the namespaces to look into instead.',
    })
  }
  for (const { key } of kinds) {
    if (values[key].enabled) checkSelectors(context, key)
  }
}

function checkSelectors(context: Context, key: (typeof kinds)[number]['key']): void {
  const { labelSelectors, labelExpressions } = context.values[key]
  const path = [...context.path, key]
  for (const [label, value] of Object.entries(labelSelectors)) {
    if (typeof value !== 'object') continue
    context.report({
      code: 'features.matcher-not-text',
      path: [...path, 'labelSelectors', label],
      message: `The value of the label ${label} is no text, so the chart writes a selector that matches nothing. For several values take labelExpressions.`,
    })
  }
  for (const [index, { key: label, operator }] of labelExpressions.entries()) {
    const missing = label === '' ? 'key' : operator === '' ? 'operator' : undefined
    if (missing === undefined) continue
    context.report({
      code: 'features.expression-incomplete',
      path: [...path, 'labelExpressions', index, missing],
      message: `A condition on labels needs a key and an operator. Without the ${missing} the chart writes a config that Alloy cannot read.`,
    })
  }
}
