/**
 * What the features that scrape a bundled exporter have in common: finding it, and refusing its
 * settings where they no longer belong.
 */
import { isEmpty } from '../values/helm'
import type { FeatureContext } from './types'

type Context = Pick<FeatureContext<unknown>, 'path' | 'report' | 'release' | 'telemetryService'>

/** Where the deployed service runs: its own override, else the release's namespace. */
export function deployedNamespace(context: Context, service: string): string {
  const { namespaceOverride } = context.telemetryService(service)
  return typeof namespaceOverride === 'string' && namespaceOverride !== ''
    ? namespaceOverride
    : context.release.namespace
}

/** A service that a feature scrapes. */
export interface ScrapedService {
  /** Its key under `telemetryServices`. */
  readonly name: string
  /** `Node Exporter`. */
  readonly title: string
  /** Settings of its deployment, which version 3 of the chart had in the feature's section. */
  readonly deploymentKeys: readonly string[]
}

/**
 * Reports a service that is neither deployed nor pointed to, labels that select nothing, and
 * settings of its deployment in the feature's section (the feature charts' templates/_validation.tpl).
 *
 * @param section where the feature's settings for it stand
 */
export function checkService(
  context: Context,
  service: ScrapedService,
  section: {
    readonly path: readonly (string | number)[]
    readonly values: Readonly<Record<string, unknown>>
    /** Whether it is scraped at all; misplaced settings count either way. */
    readonly scraped: boolean
  },
): void {
  const { name, title, deploymentKeys } = service
  const { path, values } = section
  const matchers = values.labelMatchers
  if (section.scraped && !context.telemetryService(name).deploy && isEmpty(matchers)) {
    context.report({
      code: 'features.service-missing',
      path: [...path, 'labelMatchers'],
      message: `${title} is neither deployed by this chart nor pointed to by labels, so there is nothing to scrape. Deploy it, or set the labels of your own.`,
      fixes: [
        {
          title: `Deploy ${title}`,
          edits: [{ path: ['telemetryServices', name, 'deploy'], value: true }],
          safe: true,
        },
      ],
    })
  }
  if (section.scraped) checkMatchers(context, [...path, 'labelMatchers'], matchers)
  for (const key of deploymentKeys) {
    if (!Object.hasOwn(values, key)) continue
    context.report({
      code: 'features.deployment-setting',
      path: [...path, key],
      message: `${key} is a setting of ${title}’s deployment, which now stands under telemetryServices.${name}.`,
      fixes: [
        {
          title: `Move it to telemetryServices.${name}`,
          edits: [
            { path: ['telemetryServices', name, key], value: values[key] },
            { path: [...path, key], remove: true },
          ],
          safe: true,
        },
      ],
    })
  }
}

/** Reports labels whose value is no text: the chart prints Go's complaint in its place. */
export function checkMatchers(
  context: Pick<Context, 'report'>,
  path: readonly (string | number)[],
  matchers: unknown,
): void {
  if (typeof matchers !== 'object' || matchers === null) return
  for (const [label, value] of Object.entries(matchers)) {
    if (typeof value === 'string') continue
    const scalar = typeof value === 'number' || typeof value === 'boolean'
    context.report({
      code: 'features.matcher-not-text',
      path: [...path, label],
      message: `The value of the label ${label} is no text, so the chart writes a selector that matches nothing. Put it in quotes.`,
      ...(scalar && {
        fixes: [
          {
            title: 'Put it in quotes',
            edits: [{ path: [...path, label], value: String(value) }],
            safe: true,
          },
        ],
      }),
    })
  }
}
