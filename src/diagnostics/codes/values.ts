import type { CodeTable } from './code'

export const valuesCodes = {
  'values.not-a-map': {
    severity: 'error',
    title: 'Values are not a map',
    help: 'Helm takes a map of settings as values. A list, a number or plain text at the top level cannot be installed. Start from the wizard’s choices or paste a values.yaml.',
  },
  'values.wrong-type': {
    severity: 'error',
    title: 'Wrong type',
    help: 'The chart’s schema allows another type here, so Helm refuses the values before any template runs. Often a number or a boolean was put in quotes, or quotes are missing round a text.',
  },
  'values.not-a-choice': {
    severity: 'error',
    title: 'Not one of the choices',
    help: 'The chart’s schema lists the texts allowed here, and this is not one of them, so Helm refuses the values. Pick one from the list.',
  },
  'values.null-section': {
    severity: 'error',
    title: 'Null where the chart looks',
    help: 'In Helm, null takes a default away instead of setting it to nothing. Where the chart’s templates look into what is gone, or its schema wants a certain type, the installation stops with an error that hardly tells where. To have the defaults, leave the key out; to be without a source, set its enabled to false.',
  },
  'values.repeated-item': {
    severity: 'error',
    title: 'Listed twice',
    help: 'The chart’s schema wants every item of this list once, and Helm refuses the values otherwise.',
  },
  'values.unknown-key': {
    severity: 'warning',
    title: 'Unknown key',
    help: 'The chart has no such setting and ignores it without a word. It may be misspelt, at the wrong depth, or from another version of the chart.',
  },
  'values.left-out': {
    severity: 'warning',
    title: 'Secret left out',
    help: 'Links and the browser’s storage never carry secrets; a mark stands in the place of each. As they are, the values install, and whoever checks the secret refuses the data.',
  },
  'values.no-cluster-name': {
    severity: 'error',
    title: 'No cluster name',
    help: 'Several clusters usually send to the same place, and only a label tells them apart. The chart refuses to install without a name, or an Alloy expression that yields one.',
  },
  'values.version-1': {
    severity: 'error',
    title: 'Values of chart 1.x',
    help: 'Version 2 of the chart turned externalServices into destinations and renamed most settings. The wizard can upgrade such values; or pin the chart to version 1.',
  },
  'values.not-an-object': {
    severity: 'warning',
    title: 'Not a Kubernetes object',
    help: 'Extra objects are installed as they are, and Kubernetes takes only what has an apiVersion, a kind and metadata. Helm leaves it to the cluster to refuse.',
  },
  'values.older-key': {
    severity: 'warning',
    title: 'Key of an older chart',
    help: 'The key had a meaning in an older version of the chart. This version ignores it without a word, so what it asked for does not happen.',
  },
  'values.not-a-duration': {
    severity: 'warning',
    title: 'Not a duration',
    help: 'Durations are written as numbers with units: ms, s, m, h and, in most places, d, w and y. The chart passes any text on, and Alloy refuses to start with a wrong one.',
  },
  'values.not-a-quantity': {
    severity: 'warning',
    title: 'Not a quantity',
    help: 'Amounts of memory, storage and processor time are written as Kubernetes does: 500m is half a processor, 512Mi are 512 mebibytes. Kubernetes refuses other forms.',
  },
  'values.not-a-byte-size': {
    severity: 'warning',
    title: 'Not an amount of bytes',
    help: 'Alloy writes amounts of bytes as a number with a unit: KiB, MiB and GiB count in powers of two, KB, MB and GB in thousands. A config with one that it cannot read does not start.',
  },
  'values.not-a-name': {
    severity: 'warning',
    title: 'Not a Kubernetes name',
    help: 'Names of objects and namespaces are lower case, with digits, hyphens and dots. Kubernetes refuses others when the release is installed.',
  },
  'values.not-a-label': {
    severity: 'warning',
    title: 'Not a label name',
    help: 'Names of labels in metrics and logs have letters, digits and underscores only. Alloy or the server at the other end refuses others.',
  },
  'values.not-a-regex': {
    severity: 'warning',
    title: 'Not a regular expression',
    help: 'Alloy reads regular expressions of the RE2 kind, which leave out look-ahead, look-behind and back references. A config with one that it cannot read does not start.',
  },
  'values.not-a-url': {
    severity: 'warning',
    title: 'Not a URL',
    help: 'Without a scheme and a host, Alloy does not know where to send to.',
  },
  'values.misplaced-key': {
    severity: 'warning',
    title: 'Key at the wrong depth',
    help: 'A collector’s settings are those of the Alloy chart: the container’s stand under alloy, the workload’s under controller. One level too high or too low, the chart hands them on and nobody reads them.',
  },
  'values.unknown-destination': {
    severity: 'warning',
    title: 'No such destination',
    help: 'A list of destinations may hold names that are not there: the chart takes those that it knows and says nothing of the rest, unless none is left. A misspelt name loses data quietly.',
  },
  'values.same-object': {
    severity: 'warning',
    title: 'Two objects share a name',
    help: 'Kubernetes tells objects apart by kind, namespace and name. When the chart and the operator, or two parts of the values, make the same one, one overwrites the other or the installation stops halfway.',
  },
} as const satisfies CodeTable
