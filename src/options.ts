import { collectorOptions } from './collectors/options'
import { destinations } from './destinations'
import { featureSections } from './features/sections'
import { integrationsOptions } from './features/service-integrations/options'
import { operatorOptions } from './manifests/alloy-operator/options'
import { processors } from './processors'
import { serviceSections } from './services'
import { clusterOptions, globalOptions } from './values/global'
import {
  anything,
  type Fields,
  flag,
  type Group,
  group,
  list,
  map,
  text,
  type Variant,
} from './values/options'

function variant(
  units: readonly { readonly type: string; readonly options: Group }[],
  help: string,
): Variant {
  return {
    type: 'variant',
    by: 'type',
    cases: Object.fromEntries(units.map((unit) => [unit.type, unit.options])),
    help,
  }
}

/** Where telemetry goes. */
export const destinationsOptions = map(
  variant(destinations, 'A place to send telemetry to.'),
  'Places to send telemetry to, by names of your own.',
)

/** What telemetry passes through on its way. */
export const processorsOptions = map(
  variant(processors, 'A step that changes telemetry on its way.'),
  'Steps between features and destinations, by names of your own.',
)

const replaceComponentOptions = list(
  group({
    type: text('', 'Type of the component, such as prometheus.scrape.'),
    name: text('', 'Label of the component.'),
    module: text('', 'Replace it only inside this module.'),
    optional: flag(false, 'Whether it is fine when no collector has it.'),
    content: text('', 'What the component’s body becomes.', { format: 'alloy' }),
  }),
  'Components of the generated configs to replace by your own.',
)

/** Every section of the values but the features', which depend on whether a feature is on. */
const chartFields = {
  nameOverride: text(
    '',
    'Instead of the chart’s name in object names. It gives all collectors one name: avoid it.',
  ),
  fullnameOverride: text('', 'Instead of release and chart name in object names.'),
  cluster: clusterOptions,
  global: globalOptions,
  destinations: destinationsOptions,
  dataProcessors: processorsOptions,
} satisfies Fields

const lastFields = {
  integrations: integrationsOptions,
  telemetryServices: group(
    serviceSections,
    'Services that produce telemetry, deployed with the chart.',
  ),
  collectors: map(
    collectorOptions,
    'The Alloy instances that run the features, by names of your own.',
  ),
  collectorCommon: group(
    { alloy: { ...collectorOptions, help: 'Settings that all collectors share.' } },
    'Settings of every collector.',
  ),
  'alloy-operator': operatorOptions,
  replaceComponent: replaceComponentOptions,
  extraObjects: list(
    anything({}, 'A Kubernetes object.'),
    'Further Kubernetes objects to install.',
  ),
} satisfies Fields

/** The whole of the values: what the form shows, the editor completes and the checks know. */
export const valuesOptions: Group = group(
  { ...chartFields, ...featureSections, ...lastFields },
  'Values of the k8s-monitoring chart.',
)
