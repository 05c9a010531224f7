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
} as const satisfies CodeTable
