import type { CodeTable } from './code'

export const destinationsCodes = {
  'destinations.bad-name': {
    severity: 'error',
    title: 'Name with other characters',
    help: 'Destination names become parts of Alloy labels and Kubernetes names, so the chart takes letters, digits, hyphens and underscores only.',
  },
  'destinations.unknown-type': {
    severity: 'error',
    title: 'Unknown type of destination',
    help: 'The type says which protocol and which components to use. Without a known one, the chart cannot make anything of the destination.',
  },
  'destinations.same-name': {
    severity: 'error',
    title: 'Destinations share a name',
    help: 'Names that differ only in case, or in hyphens and underscores, become one Kubernetes object and one Alloy label. Disabled destinations count too.',
  },
  'router.no-default': {
    severity: 'error',
    title: 'Router without a default destination',
    help: 'Data that no route matches goes to the default destinations. A router is the end of a pipeline, so the chart wants to know at least one.',
  },
  'router.no-ecosystem': {
    severity: 'error',
    title: 'Router without an ecosystem',
    help: 'A router handles data in one form. OTLP data is routed by resource attributes, the other forms by labels, and a feature can only use a router of the form in which it collects.',
  },
  'router.match-not-a-list': {
    severity: 'error',
    title: 'Conditions are not a list',
    help: 'A route holds a list of conditions, all of which have to be met. A single condition is a list of one.',
  },
  'router.no-condition': {
    severity: 'error',
    title: 'Route without a condition',
    help: 'A route without conditions would match everything. That is what the default destinations are for.',
  },
  'router.condition-not-a-map': {
    severity: 'error',
    title: 'Condition is not a map',
    help: 'A condition says what to look at, how to compare and what with: three keys of a map.',
  },
  'router.wrong-field': {
    severity: 'error',
    title: 'Wrong kind of field',
    help: 'OTLP data has resource attributes, the other forms of data have labels. A condition has to use what its router’s data has.',
  },
  'router.no-field': {
    severity: 'error',
    title: 'Nothing to look at',
    help: 'A condition has to name the label or the resource attribute whose value it compares.',
  },
  'router.bad-field': {
    severity: 'error',
    title: 'Not a usable name',
    help: 'The name is written into the config as it stands, so the chart only takes names that need no quoting.',
  },
  'router.not-a-text': {
    severity: 'error',
    title: 'Not a text',
    help: 'Labels and attributes are compared as texts. Numbers, true, false and nothing have to be put in quotes.',
  },
  'router.bad-comparison': {
    severity: 'error',
    title: 'Unknown comparison',
    help: 'A condition compares with equals, notEquals, in, matches or notMatches.',
  },
  'router.no-negation': {
    severity: 'error',
    title: 'Cannot negate',
    help: 'Label data is routed with relabel rules, and those can only say what matches. Routers of OTLP data can negate.',
  },
  'router.pattern-among-others': {
    severity: 'error',
    title: 'Pattern beside other conditions',
    help: 'Label data is routed by joining the labels of a route into one text, which a free pattern cannot take part in.',
  },
  'router.bad-pattern': {
    severity: 'error',
    title: 'Pattern does not compile',
    help: 'Patterns are regular expressions in the dialect of Go (RE2). The chart compiles them before it installs anything.',
  },
  'router.not-a-list': {
    severity: 'error',
    title: 'Not a list',
    help: 'The comparison “in” holds when the value is one of a list.',
  },
  'router.empty-list': {
    severity: 'error',
    title: 'Empty list',
    help: 'The comparison “in” with an empty list never holds.',
  },
  'router.route-to-nowhere': {
    severity: 'error',
    title: 'Route without a destination',
    help: 'Data that matches the route would be stamped with no destination at all, and be dropped without a word.',
  },
  'router.unknown-destination': {
    severity: 'error',
    title: 'Destination cannot be reached',
    help: 'A router sends to destinations that are defined and not disabled.',
  },
  'router.to-router': {
    severity: 'error',
    title: 'Router behind a router',
    help: 'Routers cannot be chained: the data would run in a circle, or lose the first router’s choice.',
  },
  'router.no-signals': {
    severity: 'error',
    title: 'Empty list of signals',
    help: 'An empty list would make the route match nothing. Left out, it stands for all signals.',
  },
  'router.unknown-signal': {
    severity: 'error',
    title: 'Unknown signal',
    help: 'Signals are metrics, logs, traces and profiles.',
  },
  'router.foreign-signal': {
    severity: 'error',
    title: 'Signal of another ecosystem',
    help: 'OTLP routers carry metrics, logs and traces; Prometheus’ carry metrics, Loki’s logs, Pyroscope’s profiles.',
  },
  'router.useless-destination': {
    severity: 'error',
    title: 'Destination takes nothing from here',
    help: 'The destination supports none of the signals that the router carries, so it could never receive anything.',
  },
  'router.falls-back': {
    severity: 'warning',
    title: 'Signal falls back to the default',
    help: 'A route applies to a signal only if one of its destinations takes it. Otherwise matching data goes to the default destinations, which may surprise where routes keep teams apart.',
  },
  'router.cannot-carry': {
    severity: 'error',
    title: 'Router cannot carry this signal',
    help: 'A feature sends a signal through the router, and no default destination and no route that covers the signal takes it. Everything sent would be dropped.',
  },
  'router.other-ecosystem': {
    severity: 'error',
    title: 'Router is for another ecosystem',
    help: 'Data cannot change its form on the way into a router. The feature’s pipeline and the router have to be of the same ecosystem.',
  },
} as const satisfies CodeTable
