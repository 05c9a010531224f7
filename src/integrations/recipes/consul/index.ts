import { attribute } from '../../../alloy/build'
import { text } from '../../../values/options'
import { byExporter } from '../questions'

export const consul = byExporter({
  slug: 'consul',
  title: 'HashiCorp Consul',
  help: 'Members, the leader, services and the state of their health checks, asked of a Consul server.',
  keywords: ['service discovery', 'service mesh', 'hashicorp'],
  findIt: 'kubectl get services --all-namespaces | grep -i consul',
  exporter: 'prometheus.exporter.consul',
  ask: {
    server: text('http://consul-server.consul.svc:8500', 'Address of the HTTP interface.', {
      common: true,
      format: 'url',
    }),
  },
  settings: ({ server }) => [attribute('server', server)],
  keepMetrics: [
    'consul_up',
    'consul_catalog_service_node_healthy',
    'consul_catalog_services',
    'consul_health_node_status',
    'consul_health_service_status',
    'consul_raft_leader',
    'consul_raft_peers',
    'consul_serf_lan_member_status',
    'consul_serf_lan_members',
    'consul_service_checks',
    'consul_service_tag',
  ],
})
