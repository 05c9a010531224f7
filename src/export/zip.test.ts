import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { base64 } from '../base/base64'
import { isRecord, valueAt } from '../base/record'
import { setIn } from '../base/tree'
import { complete } from '../complete'
import type { KubernetesObject } from '../manifests/kubernetes-object'
import { hasKubectl, kustomized, target, tryZip } from '../testing/zip'
import { readValues } from '../yaml/read'
import { groupOf, isBuiltIn } from './custom-resources'
import type { ExportedFile } from './file'

// Zips are made twice over, and kubectl is slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** Every place that may hold a secret, with what is planted there. */
function planted(secret: (place: string) => string) {
  return {
    cluster: { name: 'harbour' },
    destinations: {
      metrics: {
        type: 'prometheus',
        url: 'https://metrics.example.com/push',
        auth: { type: 'basic', username: 'reader', password: secret('password') },
        extraHeaders: { Authorization: secret('header') },
      },
      logs: {
        type: 'loki',
        url: 'https://logs.example.com/push',
        auth: { type: 'bearerToken', bearerToken: secret('embedded token') },
        secret: { embed: true },
      },
      traces: {
        type: 'otlp',
        url: 'https://traces.example.com:4317',
        tls: { key: secret('key') },
        auth: { type: 'oauth2', oauth2: { clientId: 'me', clientSecret: secret('client secret') } },
        processors: { tailSampling: { enabled: true } },
      },
    },
    clusterMetrics: { enabled: true },
    podLogsViaLoki: { enabled: true },
    applicationObservability: { enabled: true, receivers: { otlp: { grpc: { enabled: true } } } },
    prometheusOperatorObjects: { enabled: true },
    integrations: {
      mysql: {
        instances: [
          {
            name: 'shop',
            exporter: {
              enabled: true,
              dataSource: {
                host: 'db.example.com',
                auth: { username: 'u', password: secret('database') },
              },
            },
          },
        ],
      },
    },
    collectors: {
      'alloy-metrics': {
        presets: ['clustered', 'statefulset'],
        alloy: { extraEnv: [{ name: 'API_TOKEN', value: secret('variable') }] },
        remoteConfig: {
          enabled: true,
          url: 'https://fleet.example.com',
          auth: { type: 'basic', username: 'fleet', password: secret('fleet') },
        },
        controller: { type: 'statefulset', volumeClaimTemplates: [claim] },
      },
    },
    extraObjects: [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        type: 'kubernetes.io/tls',
        metadata: { name: 'own' },
        stringData: { 'tls.key': `a\n${secret('own')}\n` },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'plain' }, data: { a: 'b' } },
    ],
  }
}

const claim = {
  metadata: { name: 'wal' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
}

const values = complete(planted((place) => `pl4nted ${place}`)).values
const forms = ['workloads', 'alloy'] as const
const secretForms = ['manifests', 'external', 'commands'] as const
const every = forms.flatMap((form) => secretForms.map((secretForm) => ({ form, secretForm })))

const textOf = (files: readonly ExportedFile[], path: string) =>
  files.find((file) => file.path === path)?.text ?? ''
const pathsOf = (files: readonly ExportedFile[]) => files.map(({ path }) => path)
const read = (text: string) => readValues(text).values as KubernetesObject
const yamlObjects = (files: readonly ExportedFile[]) =>
  files
    .filter(({ path }) => path.endsWith('.yaml') && !/values\.yaml$|kustom/.test(path))
    .map(({ text }) => read(text))

describe('the files', () => {
  const { files } = tryZip(values)

  test('are in the order of their paths, on every system two of them', () => {
    const paths = pathsOf(files)
    expect(paths).toEqual(paths.toSorted())
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
  })

  test('are the same each time', () => {
    expect(tryZip(values).files).toEqual(files)
  })

  test('show each collector in a folder of its own, with the config that it runs', () => {
    const paths = pathsOf(files)
    expect(paths).toContain('collectors/mine-alloy-logs/daemonset.yaml')
    expect(paths).toContain(
      'telemetry-services/kube-state-metrics/deployment-mine-kube-state-metrics.yaml',
    )
    const plain = tryZip({
      destinations: { a: { type: 'prometheus', url: 'https://a.example.com' } },
      costMetrics: { enabled: true, collector: 'alloy-metrics' },
      collectors: { 'alloy-metrics': { presets: ['clustered', 'statefulset'] } },
    }).files
    expect(pathsOf(plain)).toContain('collectors/mine-alloy-metrics/statefulset.yaml')
    expect(textOf(plain, 'collectors/mine-alloy-metrics/config.alloy')).toContain('opencost')
    const { configMapGenerator } = read(textOf(plain, 'kustomization.yaml'))
    expect(configMapGenerator).toEqual([
      {
        name: 'mine-alloy-metrics',
        namespace: 'monitoring',
        files: ['config.alloy=collectors/mine-alloy-metrics/config.alloy'],
      },
    ])
  })

  test('are all in the kustomization, and nothing else is', () => {
    for (const parts of every) {
      const made = tryZip(values, parts).files
      const { resources, configMapGenerator } = read(textOf(made, 'kustomization.yaml'))
      const configs = Array.isArray(configMapGenerator)
        ? configMapGenerator.flatMap(({ files: sources }) =>
            sources.map((source: string) => source.replace('config.alloy=', '')),
          )
        : []
      const used = pathsOf(made).filter(
        (path) => path.includes('/') && path !== 'secrets/values.yaml',
      )
      expect([...(resources as string[]), ...configs].toSorted()).toEqual(used)
    }
  })

  test('have workloads, or the Alloy objects that an operator makes them of', () => {
    const kinds = (form: (typeof forms)[number]) =>
      yamlObjects(tryZip(values, { form }).files).map(({ kind }) => kind)
    expect(kinds('workloads')).toContain('StatefulSet')
    expect(kinds('workloads')).not.toContain('Alloy')
    expect(kinds('alloy')).toContain('Alloy')
    expect(kinds('alloy')).not.toContain('StatefulSet')
  })

  test('give what names no namespace the one that it would be installed to', () => {
    const own = yamlObjects(files).find(({ metadata }) => metadata.name === 'plain')
    expect(own?.metadata.namespace).toBe('monitoring')
    for (const { kind, metadata } of yamlObjects(files)) {
      if (/^ClusterRole/.test(kind)) expect(metadata.namespace).toBeUndefined()
    }
  })

  test('survive objects of one name, and objects without', () => {
    const extra = (name: unknown) => ({
      ...{ apiVersion: 'v1', kind: 'ConfigMap' },
      metadata: name === undefined ? { generateName: 'some-' } : { name },
    })
    const { files: made } = tryZip({
      extraObjects: [extra('same'), { ...extra('same'), data: { a: 'later' } }, extra(undefined)],
    })
    const { resources } = read(textOf(made, 'kustomization.yaml'))
    expect(resources).toEqual(['manifests/configmap-same.yaml'])
    expect(textOf(made, 'manifests/configmap-same.yaml')).toContain('later')
    expect(textOf(made, 'README.md')).toContain('kubectl create --filename')
  })
})

test('no object of the user’s own stops the zip', () => {
  const name = fc.oneof(fc.anything(), fc.constantFrom('a', '../up', '', 'a b', '__proto__'))
  const object = fc.record({
    apiVersion: fc.constantFrom('v1', 'apps/v1', 'example.com/v1', '/', ''),
    kind: fc.constantFrom('Secret', 'ConfigMap', 'Namespace', 'Odd', '', '../..'),
    metadata: fc.record({ name, namespace: name, labels: fc.anything() }, { requiredKeys: [] }),
    data: fc.anything(),
    stringData: fc.anything(),
  })
  fc.assert(
    fc.property(fc.array(object, { maxLength: 3 }), fc.constantFrom(...every), (all, parts) => {
      const { files } = tryZip({ 'alloy-operator': { deploy: false }, extraObjects: all }, parts)
      for (const { path } of files) expect(path).toMatch(/^\w[\w.-]*(?:\/\w[\w.-]*)*$/)
    }),
  )
})

describe('secrets', () => {
  const tells = (text: string, secret: string) =>
    [secret, base64(secret), JSON.stringify(secret).slice(1, -1)].some((form) =>
      text.includes(form),
    )
  const word = fc
    .tuple(
      fc.stringMatching(/^[A-Za-z]{5}[0-9]{3}$/),
      fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\n\r]/.test(text)),
    )
    .map((parts) => parts.join('').trim())

  test('stand in no file outside secrets/, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(...every),
        (words, parts) => {
          const used: string[] = []
          const choices = planted((place) => {
            const secret = words[used.length] ?? place
            used.push(secret)
            return secret
          })
          for (const { path, text } of tryZip(complete(choices).values, parts).files) {
            if (parts.secretForm === 'manifests' && path.startsWith('secrets/')) continue
            for (const secret of used) expect(tells(text, secret), `${path}: ${secret}`).toBe(false)
          }
        },
      ),
      { numRuns: 20 },
    )
  })

  test('of a few letters keep to their place too', () => {
    const { files } = tryZip({
      destinations: {
        a: {
          type: 'loki',
          url: 'https://a',
          auth: { type: 'bearerToken', bearerToken: 'qzq' },
          secret: { embed: true },
        },
      },
      clusterEvents: { enabled: true, collector: 'alloy-singleton' },
      collectors: { 'alloy-singleton': { presets: ['singleton'] } },
    })
    const telling = files.filter(({ text }) => text.includes('qzq')).map(({ path }) => path)
    expect(telling).toEqual(['secrets/mine-alloy-singleton/config.alloy', 'secrets/values.yaml'])
  })

  test('in a config are said aloud', () => {
    const { files } = tryZip(values)
    expect(pathsOf(files)).toContain('secrets/mine-alloy-logs/config.alloy')
    expect(textOf(files, 'README.md')).toMatch(/holds secrets in plain text.*alloy-logs/)
  })

  test('come from a store, by objects that name every key', () => {
    const { files, generated } = tryZip(values, { secretForm: 'external' })
    expect(pathsOf(files).filter((path) => path.startsWith('secrets/'))).toEqual([])
    const wanted = generated.objects.filter(({ kind, data, stringData }) => {
      return kind === 'Secret' && Boolean(data ?? stringData)
    })
    expect(wanted.length).toBeGreaterThan(3)
    for (const { metadata, data, stringData } of wanted) {
      const made = yamlObjects(files).find(
        (object) => object.kind === 'ExternalSecret' && object.metadata.name === metadata.name,
      )
      const keys = valueAt(made, ['spec', 'data'])
      expect(Array.isArray(keys) && keys.map(({ secretKey }) => secretKey)).toEqual(
        Object.keys(isRecord(data) ? data : isRecord(stringData) ? stringData : {}),
      )
    }
    expect(textOf(files, 'README.md')).toContain('YOUR_STORE')
  })

  test('are asked for by commands', () => {
    const text = textOf(tryZip(values, { secretForm: 'commands' }).files, 'README.md')
    expect(text).toContain('kubectl create secret generic metrics-mine-k8s-monitoring')
    expect(text).toContain('--type=kubernetes.io/tls')
    expect(text).toContain('--from-file=tls.key=')
    expect(text).toContain('kubectl delete secret metrics-mine-k8s-monitoring')
  })

  test('that no Secret can bring are listed with the file that wants them', () => {
    for (const secretForm of ['external', 'commands'] as const) {
      const { files } = tryZip(values, { secretForm })
      const config = 'collectors/mine-alloy-logs/config.alloy'
      expect(textOf(files, config)).toContain('left-out')
      const readme = textOf(files, 'README.md')
      expect(readme).toContain(`- \`${config}\``)
      expect(readme).toContain('- `collectors/mine-alloy-metrics/statefulset.yaml`')
    }
  })

  test('of no values make no folder', () => {
    const { files } = tryZip({ cluster: { name: 'harbour' } })
    expect(pathsOf(files)).toEqual(['README.md', 'kustomization.yaml', 'values.yaml'])
  })
})

describe('the README', () => {
  const readme = textOf(tryZip(values).files, 'README.md')

  test('goes from installing to removing', () => {
    const headings = [...readme.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(['Install', 'Verify', 'Upgrade', 'Remove', 'With Helm instead'])
  })

  test('names the definitions that the cluster needs', () => {
    expect(readme).toContain('ServiceMonitor (`monitoring.coreos.com`)')
    const alloy = textOf(tryZip(values, { form: 'alloy' }).files, 'README.md')
    expect(alloy).toContain('Alloy (`collectors.grafana.com`)')
  })

  test('leads to each collector’s own pages, at the port that the values give', () => {
    const { files } = tryZip({
      ...values,
      collectorCommon: { alloy: { alloy: { listenPort: 9999, uiPathPrefix: '/look/' } } },
    })
    const text = textOf(files, 'README.md')
    expect(text).toContain('statefulset/mine-alloy-metrics 9999:9999')
    expect(text).toContain('http://localhost:9999/look/')
  })

  test('removes Alloy objects before what makes them go, and storage that is left', () => {
    const alloy = textOf(tryZip(values, { form: 'alloy' }).files, 'README.md')
    expect(alloy.indexOf('kubectl delete alloys')).toBeGreaterThan(0)
    expect(alloy.indexOf('kubectl delete alloys')).toBeLessThan(
      alloy.indexOf('kubectl delete --kustomize'),
    )
    expect(readme).toContain('kubectl delete persistentvolumeclaims')
  })

  test('makes the namespaces that Secrets and collectors go to', () => {
    const { files } = tryZip({
      destinations: {
        a: {
          type: 'loki',
          url: 'https://a',
          auth: { type: 'bearerToken', bearerToken: 'pl4nted' },
          secret: { namespace: 'vault' },
        },
      },
    })
    const text = textOf(files, 'README.md')
    expect(text).toContain('kubectl create namespace monitoring')
    expect(text).toContain('kubectl create namespace vault')
  })
})

describe.skipIf(!hasKubectl())('kubectl', () => {
  /** An object as the cluster would see it, whatever checksum its config’s name ends in. */
  function canonical(object: KubernetesObject, configs: ReadonlySet<string>): string {
    const plain = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(plain)
      if (isRecord(value)) {
        return Object.fromEntries(
          Object.keys(value)
            .sort()
            .filter((key) => value[key] !== undefined && value[key] !== null)
            .map((key) => [key, plain(value[key])]),
        )
      }
      if (typeof value !== 'string') return value
      const bare = value.replace(/-[a-z0-9]{10}$/, '')
      return configs.has(bare) ? bare : value
    }
    return JSON.stringify(plain(object))
  }

  test.each(every)('builds $form with secrets as $secretForm', (parts) => {
    const { files } = tryZip(values, parts)
    const { configMapGenerator } = read(textOf(files, 'kustomization.yaml'))
    const configs = Array.isArray(configMapGenerator) ? configMapGenerator : []
    expect(configs.length).toBeGreaterThan(1)
    const built = kustomized(files)
    expect(built.length).toBe(yamlObjects(files).length + configs.length)
    const text = JSON.stringify(built)
    // Whoever runs a config names the ConfigMap with its checksum.
    for (const { name } of configs) {
      const named = built.find(
        ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name.startsWith(`${name}-`),
      )
      expect(text.split(`"${named?.metadata.name}"`).length).toBeGreaterThan(2)
    }
  })

  test('builds the objects that were generated, and no others', () => {
    for (const form of forms) {
      const { files, generated } = tryZip(values, { form })
      const wanted =
        form === 'alloy'
          ? generated.objects.map((object) => {
              const path = ['spec', 'alloy', 'configMap', 'name']
              const { name } = object.metadata
              return object.kind === 'Alloy' && Object.hasOwn(generated.configs, name)
                ? setIn(object, path, name)
                : object
            })
          : [
              ...generated.objects.filter(
                ({ kind, metadata }) =>
                  kind !== 'Alloy' && !metadata.name.startsWith('mine-alloy-operator'),
              ),
              ...generated.workloads,
            ]
      const configs = new Set([
        ...Object.keys(generated.configs),
        ...generated.workloads
          .filter(({ kind }) => kind === 'ConfigMap')
          .map(({ metadata }) => metadata.name),
      ])
      const all = (objects: readonly unknown[]) =>
        new Set(
          (objects as KubernetesObject[]).map((object) => {
            const { namespace = target.namespace, ...metadata } = object.metadata
            return canonical({ ...object, metadata: { ...metadata, namespace } }, configs)
          }),
        )
      const [built, made] = [all(kustomized(files)), all(wanted)]
      expect([...built].filter((object) => !made.has(object))).toEqual([])
      expect([...made].filter((object) => !built.has(object))).toEqual([])
    }
  })
})

describe('the objects', () => {
  const require = createRequire(import.meta.url)

  /** What Kubernetes’ own schema says against an object. */
  function complaint(object: KubernetesObject): string {
    const models = require(`kubernetes-models/${object.apiVersion}/${object.kind}`)
    try {
      new models[object.kind](object).validate()
      return ''
    } catch (error) {
      return `${object.kind} ${object.metadata.name}: ${error instanceof Error ? error.message : ''}`
    }
  }

  test('hold to the schema of Kubernetes', () => {
    const { generated } = tryZip({
      ...values,
      telemetryServices: Object.fromEntries(
        ['kube-state-metrics', 'node-exporter', 'windows-exporter', 'kepler', 'opencost'].map(
          (name) => [name, { deploy: true }],
        ),
      ),
    })
    const known = [...generated.objects, ...generated.workloads].filter((object) =>
      isBuiltIn(groupOf(object)),
    )
    expect(new Set(known.map(({ kind }) => kind)).size).toBeGreaterThan(8)
    expect(known.map(complaint).filter((text) => text !== '')).toEqual([])
    const wrong = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: 1 } }
    expect(complaint(wrong)).toContain('must be array')
  })
})
