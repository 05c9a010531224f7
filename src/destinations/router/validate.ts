import { isRecord, valueAt } from '../../base/record'
import { patternProblem } from '../../base/regular-expression'
import type { Path } from '../../diagnostics/diagnostic'
import type { Report } from '../../diagnostics/findings'
import { type Ecosystem, ecosystems, signals } from '../../values/signals'
import type { DestinationInstance } from '../types'
import { type Context, carried, covers, downstream, ecosystemOf, receivers } from './config'

/**
 * What the chart refuses about a router, all of it at once, and what it warns of
 * (templates/destinations/_destination_router_validations.tpl). Looks at what the user wrote: types
 * matter here.
 */
export function validate(context: Context): void {
  const { user, path, report } = context
  const { ecosystem: found } = context.values
  const ecosystem = ecosystemOf(context.values)
  checkDefaults(context)
  if (!ecosystem) {
    report({
      code: 'router.no-ecosystem',
      path: [...path, 'ecosystem'],
      message:
        found === ''
          ? 'Say which form of data this router is for: otlp, prometheus, loki or pyroscope.'
          : `There is no ecosystem ${found}. Choose otlp, prometheus, loki or pyroscope.`,
      fixes: ecosystems
        .filter((value) => suits(context, value))
        .map((value) => ({
          title: `Route ${value} data`,
          edits: [{ path: [...path, 'ecosystem'], value }],
          safe: false,
        })),
    })
  }
  const routes = Array.isArray(user.routes) ? user.routes : []
  routes.forEach((route: unknown, index) => {
    const place = [...path, 'routes', index]
    if (!isRecord(route)) return
    checkMatch(context, ecosystem, route, place)
    checkReferences(context, [...place, 'destinations'])
    checkSignals(context, ecosystem, route, place)
  })
  checkReferences(context, [...path, 'defaultDestinations'])
  if (ecosystem) {
    checkDownstream(context, ecosystem)
    checkFallbacks(context, ecosystem)
  }
}

/** Destinations that a router can send to: all of them while it does not say what it carries. */
function candidates({ others, values }: Context): readonly string[] {
  const ecosystem = ecosystemOf(values)
  const takes = ({ unit, context }: DestinationInstance) =>
    !ecosystem || carried[ecosystem].some((signal) => unit.supports(context.values, signal))
  return [...others.values()]
    .filter((one) => !one.disabled && !one.unit.downstream && takes(one))
    .map(({ name }) => name)
    .sort()
}

/** Whether a router could be of an ecosystem, by what its conditions look at and where it sends. */
function suits(context: Context, ecosystem: Ecosystem): boolean {
  const { user, others, values } = context
  const wrong = ecosystem === 'otlp' ? 'label' : 'resourceAttribute'
  const routes: readonly unknown[] = Array.isArray(user.routes) ? user.routes : []
  const conditions = routes.flatMap((route) => valueAt(route, ['match']))
  if (conditions.some((one) => isRecord(one) && Object.hasOwn(one, wrong))) return false
  return downstream(values).every((name) => {
    const to = others.get(name)
    return !to || carried[ecosystem].some((one) => to.unit.supports(to.context.values, one))
  })
}

function checkDefaults(context: Context): void {
  const { values, path, report } = context
  if (values.defaultDestinations.length > 0) return
  report({
    code: 'router.no-default',
    path: [...path, 'defaultDestinations'],
    message:
      'Name at least one default destination: data that no route matches has to go somewhere.',
    fixes: candidates(context).map((name) => ({
      title: `Send the rest to ${name}`,
      edits: [{ path: [...path, 'defaultDestinations'], value: [name] }],
      safe: false,
    })),
  })
}

function checkMatch(
  context: Context,
  ecosystem: Ecosystem | undefined,
  route: Readonly<Record<string, unknown>>,
  place: Path,
): void {
  const match = valueAt(route, ['match'])
  const path = [...place, 'match']
  const { report } = context
  if (match !== undefined && match !== null && !Array.isArray(match)) {
    report({
      code: 'router.match-not-a-list',
      path,
      message: 'Write the conditions of a route as a list, even a single one.',
      fixes: isRecord(match)
        ? [{ title: 'Make it a list', edits: [{ path, value: [match] }], safe: true }]
        : [],
    })
    return
  }
  const conditions: readonly unknown[] = match ?? []
  if (conditions.length === 0) {
    report({
      code: 'router.no-condition',
      path,
      message:
        'A route needs at least one condition. What should always go somewhere belongs to the default destinations.',
    })
  }
  conditions.forEach((condition, index) => {
    const at = [...path, index]
    if (!isRecord(condition)) {
      report({
        code: 'router.condition-not-a-map',
        path: at,
        message: 'Write a condition as a map of what to look at, a comparison and a value.',
      })
      return
    }
    if (ecosystem) checkField(context, ecosystem, condition, at)
    checkComparison(context, ecosystem, condition, at, conditions.length)
  })
}

const fields = {
  resourceAttribute: {
    grammar: /^[a-zA-Z_][a-zA-Z0-9_./-]*$/,
    rule: 'A resource attribute starts with a letter or an underscore, and goes on with letters, digits, underscores, dots, slashes and hyphens.',
  },
  label: {
    grammar: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
    rule: 'A label starts with a letter or an underscore, and goes on with letters, digits and underscores.',
  },
} as const

function checkField(
  { report }: Context,
  ecosystem: Ecosystem,
  condition: Readonly<Record<string, unknown>>,
  path: Path,
): void {
  const [key, wrong] =
    ecosystem === 'otlp'
      ? (['resourceAttribute', 'label'] as const)
      : (['label', 'resourceAttribute'] as const)
  if (Object.hasOwn(condition, wrong)) {
    report({
      code: 'router.wrong-field',
      path: [...path, wrong],
      message: `A router of ${ecosystem} data looks at ${key}, not at ${wrong}.`,
      fixes: Object.hasOwn(condition, key)
        ? [
            {
              title: `Remove ${wrong}`,
              edits: [{ path: [...path, wrong], remove: true }],
              safe: false,
            },
          ]
        : [
            {
              title: `Call it ${key}`,
              edits: [
                { path: [...path, key], value: condition[wrong] },
                { path: [...path, wrong], remove: true },
              ],
              safe: false,
            },
          ],
    })
  }
  if (!Object.hasOwn(condition, key)) {
    report({
      code: 'router.no-field',
      path: [...path, key],
      message: `Name the ${key === 'label' ? 'label' : 'resource attribute'} to look at.`,
    })
    return
  }
  const value = condition[key]
  if (typeof value !== 'string') {
    report({ code: 'router.not-a-text', path: [...path, key], ...quoted(value, [...path, key]) })
  } else if (!fields[key].grammar.test(value)) {
    report({ code: 'router.bad-field', path: [...path, key], message: fields[key].rule })
  }
}

/** Message and cure for a scalar that YAML took for something else than text. */
function quoted(value: unknown, path: Path): Pick<Report, 'message' | 'fixes'> {
  const scalar = typeof value === 'number' || typeof value === 'boolean'
  return {
    message: 'Put this in quotes: YAML reads it as something else than text.',
    fixes: scalar
      ? [{ title: 'Put it in quotes', edits: [{ path, value: String(value) }], safe: true }]
      : [],
  }
}

const comparisons = ['equals', 'notEquals', 'in', 'matches', 'notMatches']

function checkComparison(
  { report }: Context,
  ecosystem: Ecosystem | undefined,
  condition: Readonly<Record<string, unknown>>,
  path: Path,
  conditions: number,
): void {
  const op = valueAt(condition, ['op'])
  const value = valueAt(condition, ['value'])
  const valuePath = [...path, 'value']
  const byLabel = ecosystem !== undefined && ecosystem !== 'otlp'
  if (typeof op !== 'string' || !comparisons.includes(op)) {
    report({
      code: 'router.bad-comparison',
      path: [...path, 'op'],
      message: 'Choose how to compare: equals, notEquals, in, matches or notMatches.',
    })
  } else if (byLabel && (op === 'notEquals' || op === 'notMatches')) {
    report({
      code: 'router.no-negation',
      path: [...path, 'op'],
      message: `Routers of ${ecosystem} data cannot negate. List the values with “in”, or put a route for the opposite above this one.`,
    })
  } else if (byLabel && op === 'matches' && conditions > 1) {
    report({
      code: 'router.pattern-among-others',
      path: [...path, 'op'],
      message: `A pattern has to be the only condition of its route in a router of ${ecosystem} data. Use “equals” or “in” here, or give the pattern a route of its own.`,
    })
  }
  if (op === 'in') {
    checkList(report, value, valuePath)
    return
  }
  if (typeof value !== 'string') {
    report({ code: 'router.not-a-text', path: valuePath, ...quoted(value, valuePath) })
    return
  }
  if (op !== 'matches' && op !== 'notMatches') return
  const problem = patternProblem(value)
  if (problem === undefined) return
  report({
    code: 'router.bad-pattern',
    path: valuePath,
    message: `This pattern does not compile in Go’s dialect of regular expressions, which knows no look-ahead and no back references: ${problem}.`,
  })
}

function checkList(report: Context['report'], value: unknown, path: Path): void {
  if (!Array.isArray(value)) {
    report({
      code: 'router.not-a-list',
      path,
      message: 'The comparison “in” takes a list of texts.',
      fixes:
        typeof value === 'string'
          ? [{ title: 'Make it a list', edits: [{ path, value: [value] }], safe: true }]
          : [],
    })
    return
  }
  if (value.length === 0) {
    report({ code: 'router.empty-list', path, message: 'List at least one value to compare with.' })
  }
  value.forEach((item: unknown, index) => {
    if (typeof item === 'string') return
    report({ code: 'router.not-a-text', path: [...path, index], ...quoted(item, [...path, index]) })
  })
}

function checkReferences(context: Context, path: Path): void {
  const { name: own, user, others, report } = context
  const inside = path.slice(context.path.length)
  const written = valueAt(user, inside)
  const names: readonly unknown[] = Array.isArray(written) ? written : []
  if (names.length === 0 && inside[0] === 'routes') {
    report({
      code: 'router.route-to-nowhere',
      path,
      message: 'Name at least one destination: data that matches this route would be dropped.',
      fixes: candidates(context).map((name) => ({
        title: `Send it to ${name}`,
        edits: [{ path, value: [name] }],
        safe: false,
      })),
    })
  }
  names.forEach((name, index) => {
    if (typeof name !== 'string') return
    const destination = others.get(name)
    const rest = names.filter((_, at) => at !== index)
    // Without the last name there would be nowhere to send: then another has to take its place.
    const cures =
      rest.length > 0
        ? [{ title: `Take ${name} off the list`, edits: [{ path, value: rest }], safe: false }]
        : candidates(context).map((other) => ({
            title: `Send to ${other} instead`,
            edits: [{ path, value: [other] }],
            safe: false,
          }))
    if (!destination || destination.disabled) {
      report({
        code: 'router.unknown-destination',
        path: [...path, index],
        message: destination
          ? `The destination ${name} is disabled, so a router cannot send to it.`
          : `There is no destination ${name}. These can be sent to: ${candidates(context).join(', ') || 'none yet'}.`,
        fixes: [
          ...(destination
            ? [
                {
                  title: `Enable ${name}`,
                  edits: [
                    { path: [...destination.context.path, 'disabled'], remove: true } as const,
                  ],
                  safe: false,
                },
              ]
            : []),
          ...cures,
        ],
      })
    } else if (destination.unit.downstream) {
      report({
        code: 'router.to-router',
        path: [...path, index],
        message:
          name === own
            ? 'A router cannot send to itself.'
            : `${name} is a router as well, and routers cannot send to each other.`,
        fixes: cures,
      })
    }
  })
}

function checkSignals(
  { report }: Context,
  ecosystem: Ecosystem | undefined,
  route: Readonly<Record<string, unknown>>,
  place: Path,
): void {
  if (!Object.hasOwn(route, 'signals')) return
  const path = [...place, 'signals']
  const listed: readonly unknown[] = Array.isArray(route.signals) ? route.signals : []
  if (listed.length === 0) {
    report({
      code: 'router.no-signals',
      path,
      message: 'List at least one signal, or leave the list out to route them all.',
      fixes: [{ title: 'Route all signals', edits: [{ path, remove: true }], safe: true }],
    })
  }
  listed.forEach((item, index) => {
    const signal = signals.find((known) => known === item)
    if (!signal) {
      report({
        code: 'router.unknown-signal',
        path: [...path, index],
        message: 'Signals are metrics, logs, traces and profiles.',
      })
    } else if (ecosystem && !carried[ecosystem].includes(signal)) {
      report({
        code: 'router.foreign-signal',
        path: [...path, index],
        message: `A router of ${ecosystem} data carries ${carried[ecosystem].join(', ')}, and no ${signal}.`,
      })
    }
  })
}

function checkDownstream(context: Context, ecosystem: Ecosystem): void {
  const { others, values, path, report } = context
  for (const name of downstream(values)) {
    const destination = others.get(name)
    if (!destination || destination.disabled || destination.unit.downstream) continue
    const { unit, context: its } = destination
    if (carried[ecosystem].some((signal) => unit.supports(its.values, signal))) continue
    const index = values.routes.findIndex(({ destinations }) => destinations.includes(name))
    const list = index < 0 ? ['defaultDestinations'] : ['routes', index, 'destinations']
    report({
      code: 'router.useless-destination',
      path: [...path, ...list],
      message: `${name} takes none of what a router of ${ecosystem} data carries: ${carried[ecosystem].join(', ')}.`,
    })
  }
}

/** Data that matches a route none of whose destinations takes it goes to the default destinations. */
function checkFallbacks(context: Context, ecosystem: Ecosystem): void {
  const { values, path, report } = context
  values.routes.forEach((route, index) => {
    if (route.destinations.length === 0) return
    for (const signal of carried[ecosystem]) {
      if (!covers(route, signal)) continue
      if (receivers(context, route.destinations, signal).length > 0) continue
      report({
        code: 'router.falls-back',
        path: [...path, 'routes', index, 'destinations'],
        message: `No destination of this route takes ${signal}, so matching ${signal} go to the default destinations.`,
      })
    }
  })
}
