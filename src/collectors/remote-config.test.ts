import { describe, expect, test } from 'vitest'
import { print } from '../alloy/print'
import { isRecord, valueAt } from '../base/record'
import type { Diagnostic } from '../diagnostics/diagnostic'
import { Findings } from '../diagnostics/findings'
import { clusterOptions, globalOptions } from '../values/global'
import { mergeMissing, mergeOverwrite } from '../values/helm'
import { defaultOf, type ValueOf } from '../values/options'
import {
  checkRemoteConfig,
  remoteConfigInfluence,
  remoteConfigSecret,
  remoteConfigStatements,
} from './remote-config'

const login = { enabled: true, url: 'https://fleet', auth: { username: 'u', password: 'p' } }

/** A collector `edge` with these values of its own over what other layers say. */
function collector(
  own: Readonly<Record<string, unknown>>,
  { layers = {}, platform = '' as '' | 'openshift', presets = [] as string[] } = {},
) {
  const findings = new Findings()
  const context = {
    cluster: { ...(defaultOf(clusterOptions) as ValueOf<typeof clusterOptions>), name: 'north' },
    global: { ...(defaultOf(globalOptions) as ValueOf<typeof globalOptions>), platform },
    release: { name: 'try', namespace: 'monitoring' },
    namespace: 'elsewhere',
    report: (finding: Parameters<Findings['report']>[0]) => findings.report(finding),
  }
  const view = (user: Readonly<Record<string, unknown>>) => ({
    name: 'edge',
    presets,
    spec: mergeOverwrite(layers, user),
  })
  const change = remoteConfigInfluence(context, view(own), own)
  const after = view(mergeMissing(own, change ?? {}))
  checkRemoteConfig(context, after, own)
  const list = valueAt(after.spec, ['alloy', 'extraEnv'])
  return {
    text: print({ kind: 'file', body: remoteConfigStatements(context, after) }),
    secret: remoteConfigSecret(context, after),
    environment: (Array.isArray(list) ? list : []).filter(isRecord).map(({ name }) => name),
    entries: list,
    findings: findings.all as readonly Diagnostic[],
    errors: findings.all.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  }
}

test('nothing is made while it is off', () => {
  const off = collector({ remoteConfig: { ...login, enabled: false } })
  expect(off).toMatchObject({ text: '', secret: undefined, environment: [], findings: [] })
})

test('an instance is known by its node where it runs on each, else by its pod', () => {
  const of = (controller: object) => collector({ remoteConfig: login, controller }).text
  expect(of({ type: 'daemonset' })).toContain(
    'string.format("try-%s-%s-%s-%s", "north", "monitoring", "edge", sys.env("K8S_NODE_NAME"))',
  )
  expect(of({})).toContain(
    'string.format("try-%s-%s-%s", "north", "monitoring", constants.hostname)',
  )
})

test('the user’s attributes win over the chart’s, and empty ones are left out', () => {
  const { text } = collector(
    {
      remoteConfig: { ...login, extraAttributes: { platform: 'mine', source: '', beta: true } },
      controller: { type: 'deployment' },
    },
    { platform: 'openshift', presets: ['deployment', 'small'] },
  )
  expect(text).toMatch(/platform\s+= "mine"/)
  expect(text).toMatch(/provider\s+= "openshift"/)
  expect(text).toMatch(/beta\s+= "true"/)
  expect(text).toMatch(/namespace\s+= "elsewhere"/)
  expect(text).toMatch(/presets\s+= "deployment,small"/)
  expect(text).not.toMatch(/source\s+=/)
})

describe('credentials', () => {
  test('are read from a Secret that is named after the collector', () => {
    const { text, secret } = collector({ remoteConfig: login })
    expect(secret?.metadata).toEqual({
      name: 'edge-remote-cfg-try-k8s-monitoring',
      namespace: 'elsewhere',
    })
    expect(Object.keys(secret?.data ?? {})).toEqual(['username', 'password'])
    expect(text).toMatch(
      /password = remote\.kubernetes\.secret\.edge_remote_cfg\.data\["password"\]/,
    )
    expect(text).not.toContain('"p"')
  })

  test('become the variable that pipelines from the server send with', () => {
    const auth = { ...login.auth, passwordKey: 'token' }
    const { environment, entries, errors } = collector({ remoteConfig: { ...login, auth } })
    expect(environment).toEqual(['NAMESPACE', 'POD_NAME', 'CLUSTER_NAME', 'GCLOUD_RW_API_KEY'])
    expect(entries).toContainEqual({
      name: 'GCLOUD_RW_API_KEY',
      valueFrom: { secretKeyRef: { name: 'edge-remote-cfg-try-k8s-monitoring', key: 'token' } },
    })
    expect(errors).toEqual([])
  })

  test('without them, or with a list of the user’s own, the variable is missed', () => {
    const without = collector({ remoteConfig: { enabled: true, url: 'https://fleet' } })
    expect(without.errors).toEqual(['collectors.remote-config-without-key'])
    const own = collector({
      remoteConfig: login,
      alloy: { extraEnv: [{ name: 'MINE', value: '1' }] },
    })
    expect(own.environment).toEqual(['MINE'])
    expect(own.findings).toMatchObject([
      { code: 'collectors.remote-config-without-key', fixes: [{ safe: true }] },
    ])
    const [edit] = own.findings[0]?.fixes?.[0]?.edits ?? []
    const cured = collector({
      remoteConfig: login,
      alloy: { extraEnv: edit && 'value' in edit ? edit.value : [] },
    })
    expect(cured.environment).toEqual(['MINE', 'GCLOUD_RW_API_KEY'])
    expect(cured.errors).toEqual([])
  })

  test('variables of other layers are kept, and not added twice', () => {
    const layers = { alloy: { extraEnv: [{ name: 'POD_NAME', value: 'x' }] } }
    const { environment } = collector({ remoteConfig: login }, { layers })
    expect(environment).toEqual(['POD_NAME', 'NAMESPACE', 'CLUSTER_NAME', 'GCLOUD_RW_API_KEY'])
  })
})
