import { attribute, block } from '../../../alloy/build'
import { flag, texts } from '../../../values/options'
import { byExporter } from '../questions'

/** How the one kind of probe is set up, in the exporter's own YAML: flow form, on one line. */
const modules = (followsRedirects: boolean) =>
  [
    '{ modules: { page: { prober: http, timeout: 5s, http: { follow_redirects: ',
    String(followsRedirects),
    ' } } } }',
  ].join('')

export const blackbox = byExporter({
  slug: 'blackbox',
  title: 'Blackbox probes',
  help: 'Whether addresses answer, how fast, with which status, and when their certificates run out.',
  keywords: ['probe', 'uptime', 'http', 'certificate', 'synthetic'],
  findIt: 'kubectl get ingresses,services --all-namespaces',
  exporter: 'prometheus.exporter.blackbox',
  ask: {
    addresses: texts('Addresses to ask, each with its scheme.', {
      common: true,
      initial: ['https://kubernetes.default.svc/healthz'],
    }),
    followRedirects: flag(true, 'Follow redirects, and judge the page that they lead to.'),
  },
  settings: ({ addresses, followRedirects }) => [
    attribute('config', modules(followRedirects)),
    addresses.map((address, index) =>
      block('target', {
        name: ['address', String(index + 1)].join('_'),
        address,
        module: 'page',
        labels: { target: address },
      }),
    ),
  ],
  keepMetrics: [
    'probe_dns_lookup_time_seconds',
    'probe_duration_seconds',
    'probe_failed_due_to_regex',
    'probe_http_(content_length|duration_seconds|redirects|ssl|status_code|version)',
    'probe_ip_protocol',
    'probe_ssl_earliest_cert_expiry',
    'probe_ssl_last_chain_expiry_timestamp_seconds',
    'probe_success',
    'probe_tls_version_info',
  ],
})
