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
  'destinations.basic-incomplete': {
    severity: 'error',
    title: 'Login without user name or password',
    help: 'Basic authentication needs both a user name and a password. The chart refuses a destination that has one of them only, unless both come from a Secret that you make yourself.',
  },
  'destinations.experimental': {
    severity: 'info',
    title: 'Experimental in Alloy',
    help: 'Alloy loads a config with this setting only at the stability level experimental, and the chart does not check it. Set alloy.stabilityLevel on each collector that sends to this destination.',
  },
  'destinations.native-histograms-dropped': {
    severity: 'warning',
    title: 'Native histograms are dropped',
    help: 'Scraping native histograms and sending them are two settings. With the first alone they are gathered and thrown away.',
  },
  'destinations.metric-enrichment': {
    severity: 'info',
    title: 'Replaced by a data processor',
    help: 'The destination’s own enrichment is kept for older values. The data processor kubernetesEnrichment does the same for metrics, logs, traces and profiles, for the features that ask for it.',
  },
  'destinations.rules-collector': {
    severity: 'error',
    title: 'No such collector for the rules',
    help: 'Exactly one collector may copy rules to a server, or several would undo each other’s work. The chart refuses values that name a collector which is disabled or does not exist.',
  },
  'destinations.rules-without-destination': {
    severity: 'warning',
    title: 'Rules without their destination',
    help: 'The rules’ login reads the destination’s Secret through a component that stands with the destination. On a collector that does not send there, the chart leaves that component out, and the config does not load.',
  },
  'destinations.rules-push-address': {
    severity: 'warning',
    title: 'Rules go to the push address',
    help: 'Rules are managed below the server’s base address, not below the path that metrics are pushed to. With Grafana Cloud that is the URL up to the host’s name.',
  },
  'destinations.rules-without-login': {
    severity: 'warning',
    title: 'Rules without a login',
    help: 'The component that copies rules can log in with basic authentication, a bearer token or OAuth 2. The chart leaves any other login out without a word, and the server will refuse the rules.',
  },
  'destinations.stages-unfed': {
    severity: 'warning',
    title: 'Stages get nothing',
    help: 'The chart hands logs to the relabelling rules and the rules hand them to the output, so that stages beside them stand in the config without any input.',
  },
  'destinations.custom-without-target': {
    severity: 'warning',
    title: 'No target',
    help: 'A custom destination names, for each signal that it takes, the input of a component in its configuration. The chart does not check that it does.',
  },
  'destinations.custom-ecosystem': {
    severity: 'warning',
    title: 'Ecosystem missing or unfit',
    help: 'The ecosystem tells the chart how to connect features to a custom destination, and where a converter is needed. Without a known one it connects them to nothing, and the config does not load.',
  },
  'destinations.custom-conversion': {
    severity: 'warning',
    title: 'Conversion that does not load',
    help: 'For OTLP data that goes to a custom destination of the prometheus or loki ecosystem, the chart makes a converter and then refers to it by the wrong name.',
  },
  'otlp.bad-protocol': {
    severity: 'error',
    title: 'Unknown protocol',
    help: 'OTLP is spoken over gRPC or over HTTP.',
  },
  'otlp.path-over-grpc': {
    severity: 'error',
    title: 'Path over gRPC',
    help: 'Paths of single signals belong to OTLP over HTTP. gRPC finds its service without one.',
  },
  'otlp.proxy-over-grpc': {
    severity: 'error',
    title: 'Proxy over gRPC',
    help: 'The exporter for gRPC cannot be told a proxy. The environment variables HTTPS_PROXY and NO_PROXY of the collectors work for both protocols.',
  },
  'otlp.gateway-needs-http': {
    severity: 'error',
    title: 'Gateway needs HTTP',
    help: 'The OTLP gateway of Grafana Cloud takes OTLP over HTTP. If the address only looks like one, turn protocolValidation off.',
  },
  'otlp.tempo-needs-grpc': {
    severity: 'error',
    title: 'Tempo needs gRPC',
    help: 'Grafana Cloud’s address for Tempo takes OTLP over gRPC. If the address only looks like one, turn protocolValidation off.',
  },
  'otlp.tempo-takes-traces': {
    severity: 'error',
    title: 'Tempo takes traces only',
    help: 'An address of Grafana Cloud Traces stores traces and nothing else. The chart wants metrics and logs turned off, and traces left on.',
  },
  'otlp.wait-for-result': {
    severity: 'info',
    title: 'Setting without effect',
    help: 'The chart declares sendingQueue.waitForResult, but no template reads it.',
  },
  'otlp.incomplete-queue-batch': {
    severity: 'error',
    title: 'Batch of the queue is incomplete',
    help: 'Batches in the sending queue have no defaults. They need a sizer, a flush timeout, and a smallest size below the largest.',
  },
  'otlp.batch-off': {
    severity: 'warning',
    title: 'Config breaks without the batch processor',
    help: 'The chart’s template opens the batch processor’s block only when it is on, and closes it in any case. With it off, Alloy cannot read the config and does not start.',
  },
  'otlp.sigv4-misplaced': {
    severity: 'warning',
    title: 'Settings where nobody reads them',
    help: 'The chart’s own defaults list the SigV4 settings under secret, while the template reads them under auth.',
  },
  'otlp.sigv4-incomplete': {
    severity: 'error',
    title: 'SigV4 needs assumeRole',
    help: 'The template looks into auth.sigv4.assumeRole without asking whether it is there, and Helm stops with an error about a nil pointer.',
  },
  'otlp.companion-name': {
    severity: 'warning',
    title: 'Name of the extra Alloy is not valid',
    help: 'The names of the Alloys for sampling and service graphs keep underscores of the destination’s name. Kubernetes refuses such names.',
  },
  'otlp.static-needs-statefulset': {
    severity: 'error',
    title: 'Static resolver needs a StatefulSet',
    help: 'The static resolver lists the addresses of pods by number. Only a StatefulSet numbers its pods.',
  },
  'otlp.unknown-resolver': {
    severity: 'warning',
    title: 'Unknown resolver',
    help: 'The load balancer has to find the pods of the extra Alloy. The chart knows the resolvers kubernetes, dns and static, and leaves any other out without a word.',
  },
  'otlp.graph-without-destination': {
    severity: 'warning',
    title: 'Service graph goes nowhere',
    help: 'The metrics of the service graph need a destination for metrics, preferably of type otlp or else prometheus.',
  },
  'otlp.graph-destination-type': {
    severity: 'warning',
    title: 'Wrong type for service graph metrics',
    help: 'In the service graph’s Alloy, the chart renders every destination that is not of type prometheus as if it were of type otlp.',
  },
  'otlp.graph-on-openshift': {
    severity: 'warning',
    title: 'No security context constraints',
    help: 'The chart has a template of constraints for collectors and for samplers, but none for the service graph’s Alloy.',
  },
  'otlp.backquote': {
    severity: 'warning',
    title: 'Backquote breaks the config',
    help: 'The chart writes the statements for attributes between backquotes and does not escape what you put in. Your own statements, under processors.transform, are quoted safely.',
  },
  'otlp.sampling-without-traces': {
    severity: 'warning',
    title: 'Sampling without traces',
    help: 'Tail sampling runs an Alloy of its own, which only makes sense when the destination gets traces.',
  },
  'otlp.no-policies': {
    severity: 'warning',
    title: 'No sampling policies',
    help: 'Alloy’s tail sampling needs at least one policy.',
  },
  'otlp.unknown-policy': {
    severity: 'error',
    title: 'Unknown sampling policy',
    help: 'The chart writes only the policies that it knows, and refuses others. Combined policies hold simple ones, not each other.',
  },
  'otlp.incomplete-policy': {
    severity: 'warning',
    title: 'Incomplete sampling policy',
    help: 'The settings of a policy are written as they are. One that is missing leaves an attribute without a value, and Alloy does not start.',
  },
} as const satisfies CodeTable
