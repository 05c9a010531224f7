import type { CodeTable } from './code'

export const integrationsCodes = {
  'integrations.pod-logs-off': {
    severity: 'error',
    title: 'Integration needs Pod Logs',
    help: 'An integration that handles logs adds its rules to Pod Logs via Loki, so that feature has to be on.',
  },
  'integrations.no-selector': {
    severity: 'error',
    title: 'No labels to look for',
    help: 'An integration finds the pods of its service by their labels, and the chart refuses an instance without any. Run kubectl get pods --show-labels in the service’s namespace and take a label that all its pods have and no others.',
  },
  'integrations.selector-not-text': {
    severity: 'warning',
    title: 'Label value is no text',
    help: 'Values of labels are texts. Where YAML reads a number or a truth value, the chart prints a complaint of Go into the selector, which then matches nothing. Quotes make it a text.',
  },
  'integrations.default-selector': {
    severity: 'info',
    title: 'Default selector applies too',
    help: 'Label selectors of an instance are added to the default ones, not put in their place, and a pod has to meet all of them. A default is replaced by setting the same key.',
  },
  'integrations.setting-ignored': {
    severity: 'warning',
    title: 'Setting without effect',
    help: 'The chart accepts this setting and then does not heed it, so the config is not what the setting says. The message tells what happens instead.',
  },
  'integrations.carried-over': {
    severity: 'warning',
    title: 'Settings of another instance',
    help: 'For some integrations the chart merges every instance into the same defaults, so what one instance sets holds for those after it as well. Saying it in each instance makes them independent.',
  },
  'integrations.no-name': {
    severity: 'warning',
    title: 'Instance without a name',
    help: 'Components and the instance label are made of an instance’s name. The chart lets an empty name pass, but Alloy refuses a component with an empty label, and then nothing of that collector’s config runs.',
  },
  'integrations.bad-name': {
    severity: 'warning',
    title: 'Name that Alloy refuses',
    help: 'An instance’s name becomes the label of components, in which Alloy allows letters, digits and underscores only, and no digit first. Hyphens and spaces become underscores by themselves.',
  },
  'integrations.same-name': {
    severity: 'warning',
    title: 'Two instances of one name',
    help: 'Instances of one type are told apart by their names alone. Where two become the same label, the config has components twice, and Alloy does not start.',
  },
  'integrations.same-secret': {
    severity: 'warning',
    title: 'Two instances share a Secret',
    help: 'The Secret of a database’s credentials is named after the instance. Two instances of one name, be they of different types, make the same Secret, and one of them then reads the other’s credentials.',
  },
  'integrations.no-data-source': {
    severity: 'error',
    title: 'No database to read',
    help: 'The metrics of a database are read through a connection, for which the chart wants a host or a whole data source name.',
  },
  'integrations.observability-without-metrics': {
    severity: 'error',
    title: 'Database Observability needs metrics',
    help: 'Database Observability builds on the connection of the metrics exporter, so metrics have to be on for the same instance.',
  },
  'integrations.reserved-label': {
    severity: 'error',
    title: 'Reserved label',
    help: 'The labels job, instance and dsn tell the data of Database Observability apart; the chart sets them itself and refuses others in their place. The job can be set with jobLabel.',
  },
} as const satisfies CodeTable
