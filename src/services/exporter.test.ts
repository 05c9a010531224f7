import { expect, it } from 'vitest'
import { tryService } from '../testing/service'
import { nodeExporter } from './node-exporter'
import { windowsExporter } from './windows-exporter'

const image = { sha: 'abc' }

it.each([
  ['Node Exporter', tryService(nodeExporter, { image })],
  ['Windows Exporter', tryService(windowsExporter, { image })],
])('%s refuses a digest by its old name, and says how to move it', (_name, { findings }) => {
  expect(findings[0]?.code).toBe('services.image-sha')
  expect(findings[0]?.fixes?.[0]?.edits).toHaveLength(2)
})
