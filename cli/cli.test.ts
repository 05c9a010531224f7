import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import JsZip from 'jszip'
import type { Log } from 'sarif'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

// Node starts anew for each command.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'command-line-'))
const program = join(folder, 'program', 'k8s-monitoring-wizard.mjs')

beforeAll(async () => {
  await build({
    root,
    configFile: join(root, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'program'), emptyOutDir: true },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the built program as a shell would. */
function run(words: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, NO_COLOR: '' },
  })
}

const good = `# The harbour's own.
cluster:
  name: harbour
destinations:
  metrics:
    type: prometheus
    url: https://metrics.example.com/push
    auth:
      type: basic
      username: reader
      password: pl4nted
clusterMetrics:
  enabled: true
  collector: alloy-metrics
collectors:
  alloy-metrics:
    presets: [clustered, statefulset]
telemetryServices:
  kube-state-metrics:
    deploy: true
`
const bad = `cluster:
  name: harbour
destinations:
  metrics:
    type: nonsense
clusterEvents:
  enabled: true
`

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return name
}
const below = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
    .sort()

describe('any command', () => {
  test.each([[['--help']], [['help', 'generate']], [['generate', '--help']], [['check', '-h']]])(
    'tells how it is used: %s',
    (words) => {
      const { status, stdout, stderr } = run(words)
      expect(stdout).toMatch(/^Usage: k8s-monitoring-wizard /)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    },
  )

  test('knows its version', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(run(['--version']).stdout).toBe(`${version}\n`)
  })

  test.each([
    [['boil', 'a.yaml'], 'no command "boil"'],
    [['check'], 'Name the file'],
    [['check', 'a.yaml', 'b.yaml'], 'One file at a time'],
    [['check', 'not-there.yaml'], 'it is not there'],
    [['check', '.'], 'it is a folder'],
    [['check', 'a.yaml', '--format', 'xml'], 'text, json, sarif'],
    [['check', 'a.yaml', '--form', 'alloy'], 'check takes no --form'],
    [['check', 'a.yaml', '--colour'], '--colour'],
    [['generate', 'a.yaml'], '--out'],
    [['generate', '-', '--out', 'x', '--only', 'configs,nothing'], 'and not "nothing"'],
    [['generate', '-', '--out', 'x', '--namespace', '../up'], 'and not "../up"'],
  ])('says what is wrong about %s', (words, reason) => {
    const { status, stdout, stderr } = run(words)
    expect(stderr).toContain(reason)
    expect(stderr).not.toContain('    at ')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })
})

describe('check', () => {
  test('is silent about nothing, and succeeds', () => {
    const { status, stdout } = run(['check', write('good.yaml', good)])
    expect(stdout).toContain('0 errors')
    expect(status).toBe(0)
  })

  test('names file, line and column, and fails', () => {
    const { status, stdout } = run(['check', write('bad.yaml', bad)])
    expect(stdout).toMatch(/^bad\.yaml:5:5: error: .*nonsense.*\[destinations\.unknown-type\]$/m)
    expect(stdout).not.toContain('\u001b')
    expect(status).toBe(1)
  })

  test('tells about a text that is not YAML', () => {
    const { status, stdout } = run(['check', '-'], 'a: [1\nb: 2\n')
    expect(stdout).toMatch(/^stdin:\d+:\d+: error: .*\[yaml\./m)
    expect(status).toBe(1)
  })

  test('reports as JSON', () => {
    const { status, stdout } = run(['check', '-', '--format', 'json'], bad)
    const { counts, findings } = JSON.parse(stdout)
    expect(counts.error).toBeGreaterThan(0)
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'destinations.unknown-type',
        path: ['destinations', 'metrics', 'type'],
        line: 5,
        column: 5,
      }),
    )
    expect(status).toBe(1)
  })

  test('reports as SARIF, each result with its rule and place', () => {
    const name = write('odd name.yaml', bad)
    const { status } = run(['check', name, '--format', 'sarif', '--out', 'log.sarif'])
    expect(status).toBe(1)
    const log = JSON.parse(readFileSync(join(folder, 'log.sarif'), 'utf8')) as Log
    expect(log.version).toBe('2.1.0')
    const [one, another] = log.runs
    expect(another).toBeUndefined()
    const rules = one?.tool.driver.rules ?? []
    const results = one?.results ?? []
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(results.length).toBeGreaterThan(0)
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId)
      expect(['error', 'warning', 'note']).toContain(level)
      expect(message.text).toBeTruthy()
      const place = locations?.[0]?.physicalLocation
      expect(place?.artifactLocation?.uri).toBe('odd%20name.yaml')
      expect(place?.region?.startLine).toBeGreaterThan(0)
      expect(place?.region?.startColumn).toBeGreaterThan(0)
    }
    expect(results).toContainEqual(
      expect.objectContaining({ ruleId: 'destinations.unknown-type', level: 'error' }),
    )
  })
})

describe('generate', () => {
  test('writes configs, objects, workloads and a zip', async () => {
    const { status, stderr } = run(
      ['generate', '-', '--out', 'all', '--release', 'mine', '--namespace', 'watch'],
      good,
    )
    expect(stderr).toBe('4 files in all\n')
    expect(status).toBe(0)
    expect(below('all')).toEqual([
      'configs/mine-alloy-metrics.alloy',
      'mine.zip',
      'objects.yaml',
      'workloads.yaml',
    ])
    expect(readFileSync(join(folder, 'all/workloads.yaml'), 'utf8')).toContain('namespace: watch')
    const zip = await JsZip.loadAsync(readFileSync(join(folder, 'all/mine.zip')))
    expect(Object.keys(zip.files)).toContain('collectors/mine-alloy-metrics/config.alloy')
    expect(zip.files['secrets/values.yaml']?.date.getUTCFullYear()).toBe(2020)
  })

  test('makes the same bytes each time', () => {
    for (const out of ['once', 'twice']) run(['generate', '-', '--out', out], good)
    for (const name of below('once')) {
      const read = (out: string) => readFileSync(join(folder, out, name))
      expect(read('once').equals(read('twice')), name).toBe(true)
    }
  })

  test('writes the zip’s files unpacked, secrets for nobody else to read', () => {
    const words = ['generate', '-', '--out', 'files', '--only', 'files', '--form', 'alloy']
    expect(run(words, good).status).toBe(0)
    const names = below('files')
    expect(names).toContain('kustomization.yaml')
    expect(names).toContain('collectors/k8s-monitoring-alloy-metrics/alloy.yaml')
    const telling = names.filter((name) =>
      readFileSync(join(folder, 'files', name), 'utf8').includes('pl4nted'),
    )
    expect(telling).toEqual(['secrets/values.yaml'])
    const mode = statSync(join(folder, 'files/secrets/values.yaml')).mode & 0o077
    expect(process.platform === 'win32' ? 0 : mode).toBe(0)
  })

  test('leaves Secrets out where the user wants that', () => {
    const words = ['generate', '-', '--out', 'bare', '--only', 'files', '--secrets', 'external']
    expect(run(words, good).status).toBe(0)
    expect(below('bare').filter((name) => name.startsWith('secrets/'))).toEqual([])
    expect(below('bare').some((name) => name.startsWith('external-secrets/'))).toBe(true)
  })

  test('prints one file to standard output', () => {
    const { status, stdout } = run(['generate', '-', '--out', '-', '--only', 'configs'], good)
    expect(stdout).toContain('prometheus.remote_write')
    expect(status).toBe(0)
    const many = run(['generate', '-', '--out', '-'], good)
    expect({ status: many.status, stdout: many.stdout }).toEqual({ status: 2, stdout: '' })
  })

  test('writes nothing of values that the chart refuses', () => {
    const { status, stderr } = run(['generate', '-', '--out', 'nothing'], bad)
    expect(stderr).toContain('Nothing was written.')
    expect(status).toBe(1)
    expect(existsSync(join(folder, 'nothing'))).toBe(false)
  })

  test('writes nothing outside its folder, whatever links and names there are', () => {
    mkdirSync(join(folder, 'trap'))
    mkdirSync(join(folder, 'elsewhere'))
    write('outside.txt', 'mine')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'trap/configs'))
    const led = run(['generate', '-', '--out', 'trap', '--only', 'configs'], good)
    expect(led.status).toBe(2)
    expect(below('elsewhere')).toEqual([])
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'trap/objects.yaml'))
    expect(run(['generate', '-', '--out', 'trap', '--only', 'objects'], good).status).toBe(0)
    expect(readFileSync(join(folder, 'outside.txt'), 'utf8')).toBe('mine')
    const named = good.replace('destinations:', 'fullnameOverride: ../../up\ndestinations:')
    run(['generate', '-', '--out', 'deep/er', '--only', 'configs,files'], named)
    expect(existsSync(join(folder, 'up'))).toBe(false)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['er'])
  })
})

describe('complete', () => {
  test('fills in what is missing, keeps the comments and says why', () => {
    const { status, stdout, stderr } = run(
      ['complete', '-'],
      '# mine\nclusterEvents:\n  enabled: true\n',
    )
    expect(stdout).toMatch(/^# mine\n/)
    expect(stdout).toContain('alloy-singleton:')
    expect(stderr).toContain('collectors.alloy-singleton')
    expect(status).toBe(0)
  })

  test('leaves complete values as they are, byte for byte', () => {
    const once = run(['complete', '-'], good).stdout
    expect(run(['complete', '-'], once).stdout).toBe(once)
  })

  test('writes to a file', () => {
    expect(run(['complete', '-', '--out', 'whole.yaml'], good).stdout).toBe('')
    expect(readFileSync(join(folder, 'whole.yaml'), 'utf8')).toContain('harbour')
  })
})

describe('upgrade', () => {
  test('brings older values along, and says what moved', () => {
    const old = `cluster:
  name: harbour
destinations:
  - name: metrics
    type: prometheus
    url: https://metrics.example.com/push
clusterMetrics:
  enabled: true
alloy-metrics:
  enabled: true
`
    const { status, stdout, stderr } = run(['upgrade', '-'], old)
    expect(stdout).toMatch(/destinations:\n {2}metrics:/)
    expect(stderr).toContain('moved')
    expect(status).toBe(0)
    expect(run(['check', '-'], stdout).status).toBe(0)
  })

  test('leaves values of version 4 as they are', () => {
    expect(run(['upgrade', '-'], good).stdout).toBe(good)
  })

  test('fails on what is not YAML', () => {
    const { status, stdout } = run(['upgrade', '-'], 'a: [')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  })
})
