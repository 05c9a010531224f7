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
  'services.certificate-by-helm': {
    severity: 'info',
    title: 'Certificate by Helm’s hooks',
    help: 'With the mode cert-manager, the SDK injector’s Issuer and Certificate are hooks of the Helm release, made after the installation. Manifests applied without Helm have no hooks: make the two yourself, or choose the mode self-signed.',
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
  'services.opencost-cluster': {
    severity: 'error',
    title: 'Another cluster’s name',
    help: 'OpenCost filters metrics by the cluster’s name, so it has to use the one that the collectors write. The chart refuses any other. Set defaultClusterId to cluster.name.',
  },
  'services.opencost-source': {
    severity: 'error',
    title: 'Where OpenCost reads',
    help: 'OpenCost works costs out of metrics that have been stored before, so it has to ask the Prometheus behind one of the destinations of Cost Metrics. Name that destination in metricsSource, or write custom and set up the access yourself; the chart refuses anything else.',
  },
  'services.opencost-url': {
    severity: 'error',
    title: 'No address to query',
    help: 'Metrics are written to one address and queried at another. OpenCost needs the one for queries, and the chart refuses to guess it. It is often the address for writing with another path; check it, then set prometheus.external.url.',
  },
  'services.opencost-login': {
    severity: 'error',
    title: 'Another login',
    help: 'OpenCost has to log in at its Prometheus as the collectors do at the destination. The chart compares the Secret and its keys, and refuses when they differ, or when the destination’s kind of login is one that it cannot compare. Set them to match, or write custom in metricsSource and set up the access yourself.',
  },
  'services.opencost-embedded': {
    severity: 'error',
    title: 'An embedded login cannot be checked',
    help: 'For a destination whose login is embedded in its config, the chart means to compare OpenCost’s password with it but compares the name of a key instead, so that the right password is refused. Write custom in metricsSource, or keep the login in a Secret.',
  },
  'services.opencost-volume': {
    severity: 'error',
    title: 'Two volumes in one place',
    help: 'OpenCost needs a folder /var/configs that it can write to, so a volume is mounted there unless you say otherwise. Access to your cloud’s billing brings its own volume for the same folder, and the chart refuses both. Leave out the first.',
  },
  'services.opencost-refuses': {
    severity: 'error',
    title: 'Settings that exclude each other',
    help: 'OpenCost’s own chart refuses some settings together, because it could only follow one of them. Decide for one.',
  },
  'services.opencost-constraints': {
    severity: 'warning',
    title: 'Constraints that OpenCost does not get',
    help: 'OpenCost’s chart can make security context constraints for OpenShift. It binds them to a service account called opencost, whatever OpenCost’s account is called, and by a Role that nobody makes. Do without, or bind a ClusterRole that may use them to OpenCost’s account yourself.',
  },
  'services.image-sha': {
    severity: 'error',
    title: 'A digest by its old name',
    help: 'The exporter’s chart once took an image’s digest under image.sha. It now refuses that key and takes image.digest, which begins with sha256:.',
  },
  'services.certificate-keys': {
    severity: 'error',
    title: 'A certificate without keys',
    help: 'The Secret with the proxy’s certificate is mounted by the names of its keys. Without the key of the certificate or that of the private key the chart refuses.',
  },
  'services.windows-sidecars': {
    severity: 'error',
    title: 'Further containers break the chart',
    help: 'The chart of Windows Exporter loses sight of its values when it comes to further containers, and stops with an error whatever they are. Run them in a DaemonSet of their own.',
  },
  'services.kepler-model-server': {
    severity: 'warning',
    title: 'Kepler cannot reach its model server',
    help: 'The chart of Kepler prints the port of the model server in a way that does not fit numbers from Helm, so the address holds an error message instead. Do without the model server, or give the right address in extraEnvVars under MODEL_SERVER_ENDPOINT, which comes later and wins.',
  },
  'services.sampler-mounts': {
    severity: 'error',
    title: 'OpenShift and the sampling Alloy',
    help: 'On OpenShift the chart makes security context constraints for the Alloy that samples traces, and reads from its settings whether it mounts /var/log of the node. Where the settings say nothing of mounts, the chart stops with an error. Set processors.tailSampling.collector.alloy.mounts.varlog to false.',
  },
  'services.operator-namespaces': {
    severity: 'error',
    title: 'The operator may do nothing',
    help: 'Without cluster roles the Alloy Operator gets its rights in each of the namespaces that it manages, and none is named, which its chart refuses. Let it manage its own namespace only, list namespaces, or allow cluster roles.',
  },
} as const satisfies CodeTable
