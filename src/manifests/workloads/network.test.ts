import { describe, expect, it } from 'vitest'
import { tryWorkloads } from '../../testing/try-workloads'

const extraPorts = [
  { name: 'otlp', port: 4317, targetPort: 4317, appProtocol: 'grpc', nodePort: 31000 },
]

describe('the Service', () => {
  it('offers Alloy’s own port and the extra ones', () => {
    expect(tryWorkloads({ alloy: { extraPorts } }).one('Service').spec).toMatchObject({
      type: 'ClusterIP',
      ports: [
        { name: 'http-metrics', port: 12345, targetPort: 12345, protocol: 'TCP' },
        { name: 'otlp', port: 4317, targetPort: 4317, protocol: 'TCP', appProtocol: 'grpc' },
      ],
    })
  })

  it('has ports on the nodes, and a policy for outside traffic, only where that is its type', () => {
    const spec = (type: string) =>
      tryWorkloads({ alloy: { extraPorts }, service: { type } }).one('Service').spec
    expect(spec('NodePort')).toMatchObject({
      externalTrafficPolicy: 'Cluster',
      ports: [{ nodePort: 31128 }, { nodePort: 31000 }],
    })
    expect(JSON.stringify(spec('LoadBalancer'))).not.toContain('nodePort')
    expect(spec('LoadBalancer')).toHaveProperty('externalTrafficPolicy')
    expect(spec('ClusterIP')).not.toHaveProperty('externalTrafficPolicy')
  })

  it('comes with a headless one for clustering, which counts pods that are not ready', () => {
    const { ofKind } = tryWorkloads({
      alloy: { clustering: { enabled: true, portName: 'tcp' }, extraPorts },
    })
    expect(
      ofKind('Service').find(({ metadata }) => metadata.name === 'rel-alloy-x-cluster')?.spec,
    ).toMatchObject({
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      ports: [{ name: 'tcp' }, { name: 'otlp' }],
    })
  })

  it('can be left out, and the ServiceMonitor with it', () => {
    const { kinds } = tryWorkloads({
      service: { enabled: false },
      serviceMonitor: { enabled: true },
    })
    expect(kinds).not.toContain('Service')
    expect(kinds).not.toContain('ServiceMonitor')
  })
})

describe('the ServiceMonitor', () => {
  it('scrapes over whichever scheme Alloy serves', () => {
    const monitor = tryWorkloads({
      alloy: { listenScheme: 'HTTPS' },
      serviceMonitor: { enabled: true, interval: '30s', additionalLabels: { release: 'prom' } },
    }).one('ServiceMonitor')
    expect(monitor.metadata.labels).toHaveProperty('release', 'prom')
    expect(monitor.spec).toMatchObject({
      endpoints: [{ port: 'http-metrics', scheme: 'https', honorLabels: true, interval: '30s' }],
    })
  })
})

describe('the Ingress', () => {
  it('leads each host to the Faro port, after the extra paths', () => {
    const ingress = tryWorkloads({
      ingress: {
        enabled: true,
        hosts: ['a.example', 'b.example'],
        extraPaths: [{ path: '/first' }],
        ingressClassName: 'nginx',
        tls: [{ secretName: 's' }],
      },
    }).one('Ingress')
    const paths = [
      { path: '/first' },
      {
        path: '/',
        pathType: 'Prefix',
        backend: { service: { name: 'rel-alloy-x', port: { number: 12347 } } },
      },
    ]
    expect(ingress.spec).toEqual({
      ingressClassName: 'nginx',
      tls: [{ secretName: 's' }],
      rules: ['a.example', 'b.example'].map((host) => ({ host, http: { paths } })),
    })
  })

  it('takes every host when none is listed', () => {
    const { spec } = tryWorkloads({ ingress: { enabled: true, hosts: [], path: '' } }).one(
      'Ingress',
    )
    expect(spec).toMatchObject({ rules: [{ http: { paths: [{ pathType: 'Prefix' }] } }] })
    expect(JSON.stringify(spec)).not.toMatch(/"host"|"path":/)
  })
})

describe('the NetworkPolicy', () => {
  it('allows everything until it is given rules', () => {
    expect(
      tryWorkloads({ networkPolicy: { enabled: true } }).one('NetworkPolicy').spec,
    ).toMatchObject({ policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] })
  })

  it('drops a direction that is null, and exists in one flavor only', () => {
    expect(
      tryWorkloads({ networkPolicy: { enabled: true, egress: null } }).one('NetworkPolicy').spec,
    ).not.toHaveProperty('egress')
    expect(
      tryWorkloads({ networkPolicy: { enabled: true, flavor: 'cilium' } }).kinds,
    ).not.toContain('NetworkPolicy')
  })
})
