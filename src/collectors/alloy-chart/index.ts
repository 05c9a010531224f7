/**
 * The options of the Alloy chart 1.11.1, which the Alloy Operator renders with each Alloy object's
 * spec as values: names, types and defaults follow its values.yaml; it has no schema.
 */
import { anything, defaultOf, flag, group, text } from '../../values/options'
import {
  collectorGlobalOptions,
  configReloaderOptions,
  imageOptions,
  rbacOptions,
  serviceAccountOptions,
} from './access'
import { alloyContainerOptions } from './alloy'
import { controllerOptions } from './controller'
import {
  ingressOptions,
  networkPolicyOptions,
  serviceMonitorOptions,
  serviceOptions,
} from './network'

export const alloyChartOptions = group({
  nameOverride: text(null, 'Name that the pods are labelled with. The chart sets it itself.', {
    nullable: true,
  }),
  namespaceOverride: text(null, 'Namespace for the workload instead of the release’s.', {
    format: 'kubernetes-name',
    nullable: true,
  }),
  fullnameOverride: text(null, 'Name of the collector’s objects, in full.', {
    format: 'kubernetes-name',
    nullable: true,
  }),
  global: collectorGlobalOptions,
  crds: group(
    {
      create: flag(true, 'Install Alloy’s own resource definitions. This chart does not use them.'),
    },
    'Custom resource definitions.',
  ),
  alloy: alloyContainerOptions,
  agent: anything(null, 'The older name of `alloy`; what it says wins.', {
    deprecated: 'Use alloy.',
  }),
  image: imageOptions,
  rbac: rbacOptions,
  serviceAccount: serviceAccountOptions,
  configReloader: configReloaderOptions,
  controller: controllerOptions,
  networkPolicy: networkPolicyOptions,
  service: serviceOptions,
  serviceMonitor: serviceMonitorOptions,
  ingress: ingressOptions,
  extraObjects: anything([], 'More Kubernetes objects to deploy with the collector.'),
})

/** What the Alloy chart takes where a spec is silent. Shared, so never to be changed in place. */
export const alloyChartDefaults = defaultOf(alloyChartOptions) as Readonly<Record<string, unknown>>

/** What names the chart in labels, and the image where no tag is set (Chart.yaml). */
export const alloyChart = { name: 'alloy', version: '1.11.1', appVersion: 'v1.18.1' } as const
