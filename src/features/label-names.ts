import type { Path } from '../diagnostics/diagnostic'
import type { UnitContext } from '../values/context'

const labelName = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Reports names of labels that the chart writes without quotes and Alloy cannot read. */
export function checkLabelNames(
  context: Pick<UnitContext, 'report'>,
  path: Path,
  labels: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(labels)) {
    if (labelName.test(name)) continue
    const better = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_')
    context.report({
      code: 'features.label-name',
      path: [...path, name],
      message: `The chart writes the label ${name} into the config without quotes, where Alloy cannot read it, so the collector would not start.`,
      fixes: [
        {
          title: `Call it ${better}`,
          edits: [
            { path: [...path, name], remove: true },
            { path: [...path, better], value },
          ],
          safe: !Object.hasOwn(labels, better),
        },
      ],
    })
  }
}

/** The same for `staticLabels` and `staticLabelsFrom`. */
export function checkStaticLabels(
  context: Pick<UnitContext, 'report'> & {
    readonly path: Path
    readonly values: {
      readonly staticLabels: Readonly<Record<string, string>>
      readonly staticLabelsFrom: Readonly<Record<string, string>>
    }
  },
): void {
  const { path, values } = context
  checkLabelNames(context, [...path, 'staticLabels'], values.staticLabels)
  checkLabelNames(context, [...path, 'staticLabelsFrom'], values.staticLabelsFrom)
}
