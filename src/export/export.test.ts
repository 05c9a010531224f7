import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fileName } from '../base/file-name'
import { isRecord } from '../base/record'
import { shellQuote } from '../base/shell'
import { generate } from '../generate'
import { valuesOptions } from '../options'
import { mergeOverwrite } from '../values/helm'
import { printValues } from '../yaml/print'
import { readValues } from '../yaml/read'
import { argoCd } from './argo-cd'
import { flux } from './flux'
import { hclString } from './hcl'
import { helmCommands } from './helm'
import { outsideSecrets, secretCommands } from './outside-secrets'
import { terraform } from './terraform'
import { type ManifestForm, zipFiles } from './zip'

// Some of these start a shell; a busy machine must not fail them.
vi.setConfig({ testTimeout: 60_000 })

const password = 'pl4nted-password'
const token = 'pl4nted-token'
const values = {
  cluster: { name: 'prod' },
  destinations: {
    metrics: {
      type: 'prometheus',
      url: 'https://metrics.example/push',
      auth: { type: 'basic', username: 'reader', password },
    },
    logs: {
      type: 'loki',
      url: 'https://logs.example/push',
      auth: { type: 'bearerToken', bearerToken: token },
      secret: { embed: true },
    },
  },
  clusterEvents: { enabled: true, collector: 'alloy-singleton' },
  collectors: {
    'alloy-singleton': {
      presets: ['singleton'],
      alloy: { extraEnv: [{ name: 'API_TOKEN', value: 'pl4nted-variable' }] },
    },
  },
  extraObjects: [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'own' },
      stringData: { a: 'pl4nted-data' },
    },
  ],
}
const valuesText = `# mine\n${printValues(values)}`
const target = { release: 'mine', namespace: 'monitoring' }
const input = { ...target, valuesText, options: valuesOptions }

const zip = (form: ManifestForm = 'workloads', text = valuesText) => {
  const { configs, objects, workloads } = generate(readValues(text).values, target)
  return zipFiles({ ...input, valuesText: text, configs, objects, workloads, form })
}
const textOf = (files: readonly { path: string; text: string }[], path: string) =>
  files.find((file) => file.path === path)?.text ?? ''

describe('encoders', () => {
  test('a shell reads a quoted text as one word, as it was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u0000')),
          { minLength: 1, maxLength: 30 },
        ),
        (words) => {
          const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`
          const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
          expect(printed.split('\u0000').slice(0, -1)).toEqual(
            words.map((word) => word.replaceAll(/\p{Cs}/gu, '\ufffd')),
          )
        },
      ),
      { numRuns: 20 },
    )
  })

  test('a file name never leaves its folder', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('..', '.', '/etc', 'a/b', '-rf', 'con', 'NUL.txt', ''),
        ),
        (text) => {
          const name = fileName(text)
          expect(name).toMatch(/^[\w][\w.-]*$/)
          expect(name.length).toBeLessThanOrEqual(121)
        },
      ),
    )
    expect(fileName('mine-alloy-logs')).toBe('mine-alloy-logs')
  })

  test('HCL takes a text for what it is', () => {
    expect(hclString('a "b" ${c} %{d} $e \\ \n')).toBe('"a \\"b\\" $${c} %%{d} $e \\\\ \\n"')
  })
})

describe('secrets', () => {
  const commands = () => [...secretCommands(input), ...helmCommands(target)]
  const others: [string, () => readonly { readonly path?: string; readonly text: string }[]][] = [
    ['the zip', () => [...zip(), ...zip('alloy')]],
    ['Argo CD', () => argoCd(input)],
    ['Flux', () => flux(input)],
    ['Terraform', () => terraform(input)],
    ['the commands', commands],
  ]
  test.each(others)('stand in no file of %s but those of secrets', (_, files) => {
    for (const { path = '', text } of files()) {
      if (!path.startsWith('secrets/')) expect(text, path).not.toContain('pl4nted')
    }
  })

  test('the two values files are the whole values again', () => {
    for (const files of [zip(), terraform(input)]) {
      const parts = ['values.yaml', 'secrets/values.yaml'].map(
        (path) => readValues(textOf(files, path)).values,
      )
      expect(mergeOverwrite(...parts)).toEqual(values)
      expect(textOf(files, 'values.yaml')).toMatch(/^# mine\n/)
    }
    const release = textOf(flux(input), 'helm-release.yaml')
    expect(release).toContain('valuesFrom')
  })

  test('a Secret made outside leaves the config as it reads one made by the chart', () => {
    const { text, secrets, parts } = outsideSecrets(input)
    expect(secrets).toEqual([
      {
        name: 'metrics-mine-k8s-monitoring',
        namespace: 'monitoring',
        keys: ['username', 'password'],
      },
    ])
    const made = generate(values, target).objects.find(
      ({ metadata }) => metadata.name === 'metrics-mine-k8s-monitoring',
    )
    expect(Object.keys(isRecord(made?.data) ? made.data : {})).toEqual(secrets[0]?.keys)
    expect(readValues(text).values).toMatchObject({
      destinations: { metrics: { secret: { create: false, name: 'metrics-mine-k8s-monitoring' } } },
    })
    expect(parts).toContainEqual(['extraObjects'])
    const [, command] = secretCommands(input)
    expect(command?.text).toContain('kubectl create secret generic metrics-mine-k8s-monitoring')
    execFileSync('sh', ['-n', '-c', command?.text ?? ''])
  })

  test('a login stays basic when its password moves out of the values', () => {
    const auth = { username: 'reader', password }
    const moved = {
      ...input,
      valuesText: printValues({ destinations: { a: { type: 'loki', url: 'https://a', auth } } }),
    }
    expect(readValues(outsideSecrets(moved).text).values).toMatchObject({
      destinations: { a: { auth: { type: 'basic' }, secret: { create: false } } },
    })
  })
})
