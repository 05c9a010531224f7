import type { CodeTable } from './code'

/** What can be wrong with the services that are deployed with the chart. */
export const servicesCodes = {
  'services.nothing-to-watch': {
    severity: 'error',
    title: 'Nothing to watch',
    help: 'k8s-manifest-tail writes down changes of the kinds of objects that it is told to watch, and it is told of none. Its chart refuses that. List at least one kind under telemetryServices.k8s-manifest-tail.config.objects.',
  },
  'services.nobody-may-write': {
    severity: 'error',
    title: 'Nobody may give orders',
    help: 'The SDK injector changes pods as ConfigMaps tell it, and takes them only from accounts on its list. With an empty list no collector can tell it anything, so the chart refuses. List the collectors’ service accounts.',
  },
  'services.certificate-mode': {
    severity: 'error',
    title: 'Unknown certificate mode',
    help: 'The SDK injector’s webhook needs a certificate: from cert-manager, or made by itself. The chart knows the modes auto, cert-manager and self-signed, and refuses any other.',
  },
  'services.beyla-itself': {
    severity: 'error',
    title: 'Beyla in the wrong place',
    help: 'Under telemetryServices the chart deploys only the cache of Kubernetes facts that Beylas ask, and refuses Beyla itself. Turn it off there and turn on Auto-Instrumentation, which deploys Beyla.',
  },
  'services.two-beyla-caches': {
    severity: 'error',
    title: 'Two caches for Beyla',
    help: 'Auto-Instrumentation already deploys a cache of Kubernetes facts for Beyla. A second one under telemetryServices is of no use, and both would have the same name, so the chart refuses. Keep one of them.',
  },
  'services.no-cache': {
    severity: 'warning',
    title: 'A cache without replicas',
    help: 'Beyla’s cache has no replicas unless you say how many, so deploying it makes an account and a role, but no pods. Set telemetryServices.beyla.k8sCache.replicas; one is enough for about fifty nodes.',
  },
} as const satisfies CodeTable
