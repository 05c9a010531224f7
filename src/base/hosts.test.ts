import { describe, expect, it } from 'vitest'
import { hostOf, isPublicHost } from './hosts'

describe('hosts of URLs', () => {
  it.each([
    ['https://user:pass@Example.com:8080/path?x', 'example.com'],
    ['http://[2001:db8::1]:4318/v1', '2001:db8::1'],
    ['tempo.monitoring:4317', 'tempo.monitoring'],
    ['grpc://10.0.0.1', '10.0.0.1'],
    ['', ''],
  ])('finds the host of %s', (url, host) => {
    expect(hostOf(url)).toBe(host)
  })

  it.each([
    'prometheus.example.com',
    'example.org',
    '8.8.8.8',
    '2a00:1450:4001::8',
    'logs-prod-012.grafana.net',
  ])('takes %s for public', (host) => {
    expect(isPublicHost(host)).toBe(true)
  })

  it.each([
    'localhost',
    'mimir',
    'mimir.monitoring',
    'mimir.monitoring.svc',
    'mimir.monitoring.svc.cluster.local',
    'mimir.monitoring.svc.east.mesh',
    'gateway.corp.internal',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.7.7',
    '100.64.0.1',
    '127.0.0.1',
    '::1',
    'fd00::1',
    '',
    '${HOST}',
  ])('takes %s for private', (host) => {
    expect(isPublicHost(host)).toBe(false)
  })
})
