import { describe, expect, it } from 'vitest'
import { valueAt } from '../../base/record'
import { tryWorkloads } from '../../testing/try-workloads'

const argumentsOf = (alloy: object) =>
  valueAt(tryWorkloads({ alloy }).container('alloy'), ['args']) as unknown[]

describe('the Alloy container', () => {
  it('joins the cluster through its headless Service', () => {
    const clustered = argumentsOf({ clustering: { enabled: true, name: 'metrics' } })
    expect(clustered).toContain('--cluster.enabled=true')
    expect(clustered).toContain('--cluster.join-addresses=rel-alloy-x-cluster')
    expect(clustered).toContain('--cluster.name=metrics')
    expect(argumentsOf({}).join(' ')).not.toContain('--cluster')
  })

  it('is told where to listen, store and serve', () => {
    expect(
      argumentsOf({
        listenAddr: '127.0.0.1',
        listenPort: 8080,
        storagePath: '/data',
        uiPathPrefix: '/ui',
        stabilityLevel: 'experimental',
        enableReporting: false,
        configMap: { key: 'main.alloy' },
        extraArgs: ['--feature.x'],
      }),
    ).toEqual([
      'run',
      '/etc/alloy/main.alloy',
      '--storage.path=/data',
      '--server.http.listen-addr=127.0.0.1:8080',
      '--server.http.ui-path-prefix=/ui',
      '--disable-reporting',
      '--stability.level=experimental',
      '--feature.x',
    ])
  })

  it('gets extra arguments as YAML reads them when nobody quotes them', () => {
    expect(argumentsOf({ extraArgs: ['123', 'yes', 'a: b', '--x # gone'] }).slice(-4)).toEqual([
      123,
      true,
      { a: 'b' },
      '--x',
    ])
  })

  it('opens extra ports, on the node too where asked, TCP unless told otherwise', () => {
    const { container } = tryWorkloads({
      alloy: {
        extraPorts: [
          { name: 'otlp', port: 4317, targetPort: 4317, hostPort: 4317 },
          { name: 'jaeger', port: 6831, targetPort: 6831, protocol: 'UDP' },
        ],
      },
    })
    expect(valueAt(container('alloy'), ['ports'])).toEqual([
      { containerPort: 12345, name: 'http-metrics' },
      { containerPort: 4317, hostPort: 4317, name: 'otlp', protocol: 'TCP' },
      { containerPort: 6831, name: 'jaeger', protocol: 'UDP' },
    ])
  })

  it('has no port and no probe once its own server is closed', () => {
    const alloy = tryWorkloads({ alloy: { enableHttpServerPort: false } }).container('alloy')
    expect(alloy).not.toHaveProperty('ports')
    expect(alloy).not.toHaveProperty('readinessProbe')
  })

  it('keeps its own environment ahead of the user’s', () => {
    const { container } = tryWorkloads({ alloy: { extraEnv: [{ name: 'A', value: '1' }] } })
    const names = (valueAt(container('alloy'), ['env']) as { name: string }[]).map(
      ({ name }) => name,
    )
    expect(names).toEqual(['ALLOY_DEPLOY_MODE', 'HOSTNAME', 'K8S_NODE_NAME', 'A'])
  })

  it('takes settings under the older name “agent” over those under “alloy”', () => {
    const { container } = tryWorkloads({
      alloy: { listenPort: 1, resources: { limits: { cpu: 1 } } },
      agent: { listenPort: 2 },
    })
    expect(container('alloy')).toMatchObject({
      ports: [{ containerPort: 2 }],
      resources: { limits: { cpu: 1 } },
    })
  })
})

describe('images', () => {
  const image = (spec: object) => valueAt(tryWorkloads(spec).container('alloy'), ['image'])

  it('are named by digest, else tag, else the version that belongs to the chart', () => {
    expect(image({})).toBe('docker.io/grafana/alloy:v1.18.1')
    expect(image({ image: { tag: 'v2' } })).toBe('docker.io/grafana/alloy:v2')
    expect(image({ image: { tag: 'v2', digest: 'abc' } })).toBe(
      'docker.io/grafana/alloy@sha256:abc',
    )
    expect(image({ image: { digest: 'sha256:abc' } })).toBe('docker.io/grafana/alloy@sha256:abc')
  })

  it('come from the shared registry when there is one, the reloader’s too', () => {
    const { container } = tryWorkloads({
      global: { image: { registry: 'r.example', pullPolicy: 'Always' } },
    })
    for (const name of ['alloy', 'config-reloader']) {
      expect(container(name)).toMatchObject({
        image: expect.stringMatching(/^r\.example\//),
        imagePullPolicy: 'Always',
      })
    }
  })

  it('break on a tag that YAML reads as a number', () => {
    expect(image({ image: { tag: 1.2 } })).toBe('docker.io/grafana/alloy:%!s(float64=1.2)')
  })
})

describe('the reloader', () => {
  it('asks Alloy’s own port to reload', () => {
    expect(tryWorkloads({ alloy: { listenPort: 99 } }).container('config-reloader')).toMatchObject({
      args: ['--watched-dir=/etc/alloy', '--reload-url=http://localhost:99/-/reload'],
    })
  })

  it('can be told other arguments, or be left out', () => {
    expect(
      tryWorkloads({ configReloader: { customArgs: ['--x'] } }).container('config-reloader'),
    ).toMatchObject({ args: ['--x'] })
    expect(
      tryWorkloads({ configReloader: { enabled: false } }).container('config-reloader'),
    ).toBeUndefined()
  })
})
