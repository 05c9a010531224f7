import type { Block } from '../alloy/ast'
import { attribute, component, rawExpression, ref, type Value } from '../alloy/build'
import { count, flag, group, list, text, type ValueOf } from '../values/options'
import { dropMatching, matchLines, staticLabels } from './log-stages'

/** `secretFilter` of the pod log features. */
export const secretFilterOptions = group(
  {
    enabled: flag(
      false,
      'Look for secrets in log lines and blot them out. Takes processor time; the component is experimental.',
    ),
    inclusionSelector: text(
      '',
      'Filter only the lines that this selector matches. Empty filters all lines.',
      { example: '{app="payments"}' },
    ),
    redactWith: text(
      null,
      'Text to put in a secret’s place; may name $SECRET_NAME and $SECRET_HASH. Wins over the percentage.',
      { nullable: true },
    ),
    redactPercent: count(80, 'How much of a secret to blot out, from 1 to 100 percent.', {
      integer: true,
    }),
    allowlist: list(text('', ''), 'Regular expressions of secrets that may stay as they are.'),
    gitleaksConfigPath: text('', 'File with Gitleaks rules to use instead of the built-in ones.'),
    gitleaksConfigPathFrom: text('', 'Alloy expression that yields the file’s path.', {
      format: 'alloy-expression',
    }),
  },
  'Secrets that applications write into their logs.',
)

export type SecretFilter = ValueOf<typeof secretFilterOptions>

const mark = 'k8s_monitoring_secret_filter_inclusion'

/** What lines have to pass before they are sent, and the components for it. */
export interface SecretFiltering {
  readonly forwardTo: Value
  readonly components: readonly Block[]
}

/**
 * The way from the last processing stage to the destinations: straight, through the filter, or, with
 * a selector, split into what goes through the filter and what passes it by.
 */
export function filterSecrets(
  options: SecretFilter,
  label: string,
  destinations: Value,
): SecretFiltering {
  if (!options.enabled) return { forwardTo: destinations, components: [] }
  const { gitleaksConfigPath: file, gitleaksConfigPathFrom: fileFrom, redactWith } = options
  const filter = component('loki.secretfilter', label, {
    gitleaks_config: fileFrom ? rawExpression(fileFrom) : file || undefined,
    allowlist: options.allowlist.length > 0 ? options.allowlist : undefined,
    redact_with: redactWith || undefined,
    redact_percent: redactWith ? undefined : Math.trunc(options.redactPercent),
    forward_to: destinations,
  })
  if (!options.inclusionSelector) {
    return { forwardTo: [ref(filter, 'receiver')], components: [filter] }
  }

  const pass = (name: string, dropped: Value, forwardTo: Value) =>
    component('loki.process', name, {}, [
      dropMatching(dropped),
      attribute('forward_to', forwardTo ?? []),
    ])
  const exclusion = pass(
    'secret_filter_exclusion',
    '{k8s_monitoring_secret_filter_inclusion="true"}',
    destinations,
  )
  const inclusion = pass(
    'secret_filter_inclusion',
    '{k8s_monitoring_secret_filter_inclusion="false"}',
    [ref(filter, 'receiver')],
  )
  const split = component('loki.process', 'secret_filter_prefilter', {}, [
    staticLabels({ [mark]: 'false' }),
    matchLines(options.inclusionSelector, [staticLabels({ [mark]: 'true' })]),
    attribute('forward_to', [ref(inclusion, 'receiver'), ref(exclusion, 'receiver')]),
  ])
  return { forwardTo: [ref(split, 'receiver')], components: [split, exclusion, inclusion, filter] }
}
