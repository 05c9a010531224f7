import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { bench, describe } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const outDir = join(root, 'node_modules/.cache/bench')

// Vitest's own modules look up every import again and again; what people run is bundled.
await build({
  configFile: false,
  root,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true },
  build: { ssr: 'src/index.ts', outDir, emptyOutDir: true, minify: false },
})
const { complete, generate, readValues }: typeof import('../index') = await import(
  /* @vite-ignore */ pathToFileURL(join(outDir, 'index.js')).href
)

/**
 * `CASES` may name another folder, of files or of folders with a `values.yaml`. `HELM`, a Helm 4, and
 * `CHART`, the chart's folder, set the real thing beside it.
 */
const { CASES = join(import.meta.dirname, 'cases'), HELM, CHART } = process.env

const cases = readdirSync(CASES)
  .map((name) => ({ name, file: name.endsWith('.yaml') ? name : join(name, 'values.yaml') }))
  .map(({ name, file }) => ({ name, file: join(CASES, file) }))
  .filter(({ file }) => existsSync(file))
  .map((one) => ({ ...one, values: readValues(readFileSync(one.file, 'utf8')).values }))

const rounds = 20
const warmUp = 5

/** The median time of each, in milliseconds. */
function measure() {
  const times = cases.map(() => [] as number[])
  for (let round = -warmUp; round < rounds; round += 1) {
    cases.forEach(({ values }, index) => {
      const start = performance.now()
      generate(values)
      if (round >= 0) times[index]?.push(performance.now() - start)
    })
  }
  const median = (list: readonly number[]) =>
    list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0
  return cases
    .map((one, index) => ({ ...one, time: median(times[index] ?? []) }))
    .sort((a, b) => a.time - b.time)
}

const measured = measure()
const middle = measured[Math.floor(measured.length / 2)]
const slowest = measured.at(-1)

describe(`generate, of ${cases.length} cases`, () => {
  bench(`the median (${middle?.name})`, () => {
    generate(middle?.values)
  })

  bench(`the slowest (${slowest?.name})`, () => {
    generate(slowest?.values)
  })

  bench('all of them', () => {
    for (const { values } of cases) generate(values)
  })

  bench(`complete, then generate (${slowest?.name})`, () => {
    generate(complete(slowest?.values).values)
  })
})

describe.skipIf(!HELM || !CHART)('helm template', () => {
  for (const one of [middle, slowest]) {
    bench(
      `the same (${one?.name})`,
      () => {
        const arguments_ = ['template', 'k8smon', CHART ?? '', '-f', one?.file ?? '']
        execFileSync(HELM ?? '', arguments_, { stdio: 'ignore' })
      },
      { iterations: 3, warmupIterations: 0, time: 0 },
    )
  }
})
