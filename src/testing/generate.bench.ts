import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bench, describe } from 'vitest'
import { complete } from '../complete'
import { generate } from '../generate'
import { readValues } from '../yaml/read'

const folder = join(import.meta.dirname, 'cases')
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, values: readValues(readFileSync(join(folder, file), 'utf8')).values }))

const size = (values: unknown) =>
  Object.values(generate(values).configs).reduce((sum, text) => sum + text.length, 0)

const [largest] = cases.toSorted((a, b) => size(b.values) - size(a.values))

describe('generate', () => {
  bench(`the largest of our own cases (${largest?.file})`, () => {
    generate(largest?.values)
  })

  bench(`all ${cases.length} of our own cases`, () => {
    for (const { values } of cases) generate(values)
  })

  bench('complete, then generate', () => {
    generate(complete(largest?.values).values)
  })
})

/** The real thing beside it, where it is there: HELM is a Helm 4, CHART the chart's folder. */
const { HELM, CHART } = process.env

describe.skipIf(!HELM || !CHART)('helm template', () => {
  bench(
    `the same case (${largest?.file})`,
    () => {
      const file = join(folder, largest?.file ?? '')
      execFileSync(HELM ?? '', ['template', 'k8smon', CHART ?? '', '-f', file], { stdio: 'ignore' })
    },
    { iterations: 3, warmupIterations: 0, time: 0 },
  )
})
