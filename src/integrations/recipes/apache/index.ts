import { attribute } from '../../../alloy/build'
import { text } from '../../../values/options'
import { byExporter } from '../questions'

export const apache = byExporter({
  slug: 'apache',
  title: 'Apache HTTP Server',
  help: 'Requests, traffic, workers and load of an Apache web server.',
  keywords: ['web server', 'httpd', 'mod_status'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "apache|httpd"',
  prepare:
    'Apache’s module status has to be on, with ExtendedStatus, and its page reachable from the collector.',
  exporter: 'prometheus.exporter.apache',
  ask: {
    address: text('http://apache.default.svc/server-status?auto', 'Address of the status page.', {
      common: true,
      format: 'url',
    }),
  },
  settings: ({ address }) => [attribute('scrape_uri', address)],
  keepMetrics: [
    'apache_up',
    'apache_accesses_total',
    'apache_cpu_time_ms_total',
    'apache_cpuload',
    'apache_duration_ms_total',
    'apache_info',
    'apache_load',
    'apache_scoreboard',
    'apache_sent_kilobytes_total',
    'apache_uptime_seconds_total',
    'apache_version',
    'apache_workers',
  ],
})
