const ownTraffic = {
  not_match: '{kube*,*jaeger-agent*,*prometheus*,*promtail*,*grafana-agent*}',
}

/**
 * Beyla's configuration before the user's and the computed parts: the feature chart's values over
 * those of the Beyla chart that it brings (1.16).
 */
export const beylaDefaults = {
  attributes: { kubernetes: { enable: true } },
  filter: { network: { k8s_dst_owner_name: ownTraffic, k8s_src_owner_name: ownTraffic } },
  internal_metrics: { prometheus: { port: 9090, path: '/internal/metrics' } },
  prometheus_export: {
    port: 9090,
    path: '/metrics',
    features: [
      'application',
      'network',
      'application_service_graph',
      'application_span',
      'application_host',
    ],
  },
}
