import { expect, test } from 'vitest'
import { tryDestination } from '../../testing/destination'

const written = { type: 'loki', url: 'https://example.com/loki/api/v1/push' }

test('logs go to the writer, or to the stages before it', () => {
  const logs = { signal: 'logs', ecosystem: 'loki' } as const
  expect(tryDestination(written).target(logs)).toBe('to = loki.write.my_place.receiver')
  const staged = tryDestination({ ...written, logProcessingStages: 'stage.cri {}' })
  expect(staged.target(logs)).toBe('to = loki.process.my_place.receiver')
  expect(staged.target({ ...logs, ecosystem: 'otlp' })).toBe(
    'to = otelcol.exporter.loki.my_place.input',
  )
  expect(staged.text).toMatch(
    /otelcol\.exporter\.loki "my_place" \{\s+forward_to = \[loki\.process\.my_place\.receiver\]/,
  )
  expect(staged.text).toMatch(
    /stage\.cri \{\s*\}\s+forward_to = \[loki\.write\.my_place\.receiver\]/,
  )
})

test('the tenant is an attribute, and headers are written only if there are any', () => {
  const plain = tryDestination(written)
  expect(plain.text).not.toContain('tenant_id')
  expect(plain.text).not.toContain('headers')
  const { text } = tryDestination({
    ...written,
    tenantIdFrom: 'sys.env("TENANT")',
    extraHeaders: { 'X-One': 1 },
    extraHeadersFrom: { 'X-Two': 'sys.env("TWO")' },
  })
  expect(text).toMatch(/tenant_id\s+= sys\.env\("TENANT"\)/)
  expect(text).toMatch(/"X-One"\s+= "1",\s+"X-Two"\s+= sys\.env\("TWO"\)/)
})

test('what Alloy decides by itself stays out; retries are a text', () => {
  const { text } = tryDestination(written)
  expect(text).not.toMatch(/remote_timeout|batch_size|batch_wait|\bwal\b/)
  expect(text).toMatch(/max_backoff_retries\s+= "10"/)
  const set = tryDestination({
    ...written,
    timeout: '3s',
    batchSize: '2MiB',
    writeAheadLog: { enabled: true, drainTimeout: '' },
  })
  expect(set.text).toMatch(/remote_timeout\s+= "3s"/)
  expect(set.text).toMatch(/wal \{\s+enabled\s+= true\s+min_read_frequency/)
  expect(set.text).not.toContain('drain_timeout')
  expect(set.codes).toContain('destinations.experimental')
})
