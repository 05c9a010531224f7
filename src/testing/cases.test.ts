import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generate } from '../generate'
import { readValues } from '../yaml/read'
import { configHash } from './canonical'

/**
 * Values of our own, each with what the real chart makes of them: the hashes of its configs, or that
 * it refuses them. To add some, render them with the real chart into folders that hold
 * `values.yaml`, `about.json` and a `.alloy` file for each config, and run this test with
 * RENDERED=<the folder of these folders>.
 */
const folder = join(import.meta.dirname, 'cases')
const hashesFile = join(folder, 'hashes.json')

/** Config name to hash; `null` for values that the chart refuses. */
type Hashes = Record<string, Record<string, string> | null>

const hashes: Hashes = existsSync(hashesFile) ? JSON.parse(readFileSync(hashesFile, 'utf8')) : {}

function record(rendered: string): void {
  for (const name of readdirSync(rendered)) {
    const from = join(rendered, name)
    if (!existsSync(join(from, 'about.json'))) continue
    const { ok } = JSON.parse(readFileSync(join(from, 'about.json'), 'utf8'))
    const configs = readdirSync(from).filter((file) => file.endsWith('.alloy'))
    writeFileSync(join(folder, `${name}.yaml`), readFileSync(join(from, 'values.yaml')))
    hashes[name] = ok
      ? Object.fromEntries(
          configs.map((file) => [
            basename(file, '.alloy'),
            configHash(readFileSync(join(from, file), 'utf8')),
          ]),
        )
      : null
  }
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(hashesFile, `${JSON.stringify(sorted, null, 2)}\n`)
}

if (process.env.RENDERED) record(resolve(process.env.RENDERED))

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'))

describe('values of our own', () => {
  it('all have an answer of the real chart', () => {
    expect(names.filter((name) => !Object.hasOwn(hashes, name))).toEqual([])
    expect(names.length).toBeGreaterThan(50)
  })

  it.each(names)('%s gives what the chart gives', (name) => {
    const { values } = readValues(readFileSync(join(folder, `${name}.yaml`), 'utf8'))
    const { configs, diagnostics } = generate(values, { release: 'k8smon', namespace: 'default' })
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    const expected = hashes[name]
    if (expected === null) {
      expect(errors).not.toEqual([])
      return
    }
    expect(errors).toEqual([])
    const made = Object.fromEntries(
      Object.entries(configs).map(([config, text]) => [config, configHash(text)]),
    )
    expect(made).toEqual(expected)
  })
})
