import { describe, expect, it } from 'vitest'
import { queryUrl } from '../../services/opencost/query-url'

describe('the URL at which OpenCost queries', () => {
  it.each([
    [
      'https://prometheus-eu.example.net/api/prom/push',
      'https://prometheus-eu.example.net/api/prom',
    ],
    ['http://mimir.mimir.svc/api/v1/push', 'http://mimir.mimir.svc/api/v1/query'],
    ['http://prometheus:9090/api/v1/write', 'http://prometheus:9090/api/v1/query'],
    ['http://prometheus:9090/', 'http://prometheus:9090/api/v1/query'],
  ])('for %s is %s', (write, query) => {
    expect(queryUrl(write)).toBe(query)
  })
})
