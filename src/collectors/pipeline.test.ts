import { describe, expect, test } from 'vitest'
import { print } from '../alloy/print'
import { alloyName } from '../base/names'
import { Findings } from '../diagnostics/findings'
import { processors } from '../processors'
import type { ProcessorInstance, ProcessorSet } from '../processors/types'
import { destinationSet } from '../testing/destination-set'
import { conformTo } from '../values/conform'
import { clusterOptions, globalOptions } from '../values/global'
import { defaultOf, type ValueOf } from '../values/options'
import type { Pipeline } from '../values/signals'
import {
  checkChain,
  checkSharedProcessors,
  type Flow,
  pipelineBoundary,
  pipelineTargets,
  sharedComponents,
} from './pipeline'

const scraped: Pipeline = { signal: 'metrics', ecosystem: 'prometheus' }
const traces: Pipeline = { signal: 'traces', ecosystem: 'otlp' }

function processorSet(
  written: Readonly<Record<string, Readonly<Record<string, unknown>> & { readonly type: string }>>,
): { readonly set: ProcessorSet; readonly findings: Findings } {
  const findings = new Findings()
  const set = new Map<string, ProcessorInstance>()
  for (const [name, user] of Object.entries(written)) {
    const unit = processors.find(({ type }) => type === user.type)
    if (!unit) throw new Error(user.type)
    const path = ['dataProcessors', name]
    const context = {
      name,
      label: alloyName(name),
      values: conformTo(unit.options, user, path, findings) as Record<string, unknown>,
      user,
      path,
      cluster: defaultOf(clusterOptions) as ValueOf<typeof clusterOptions>,
      global: defaultOf(globalOptions) as ValueOf<typeof globalOptions>,
      release: { name: 'try', namespace: 'monitoring' },
      namespace: 'monitoring',
      report: (finding: Parameters<Findings['report']>[0]) => findings.report(finding),
    }
    set.set(name, { name, type: user.type, unit, context })
    unit.validate?.(context)
  }
  return { set, findings }
}

const owners = {
  type: 'kubernetesEnrichment',
  podLabels: { 'team-name': 'example.com/team' },
  namespaceLabels: { tenant: 'tenant' },
}
const tags = { type: 'ec2Enrichment', tags: { owner: 'Owner' } }
const { set: destinations } = destinationSet({
  'my-mimir': { type: 'prometheus', url: 'https://mimir.example.com' },
  cloud: { type: 'otlp', url: 'https://otlp.example.com' },
})

const flow = (more: Partial<Flow> & Pick<Flow, 'processors' | 'chosen'>): Flow => ({
  destinations,
  feature: 'costMetrics',
  pipeline: scraped,
  names: ['cloud', 'my-mimir'],
  ...more,
})

const textOf = (statements: ReturnType<typeof pipelineBoundary>) =>
  print({ kind: 'file', body: statements })
const expressionText = (values: ReturnType<typeof pipelineTargets>) =>
  print({ kind: 'file', body: values.map((value) => ({ kind: 'attribute', name: 'to', value })) })

describe('without processors', () => {
  const plain = flow({ processors: new Map(), chosen: [] })

  test('data goes straight to its destinations, and nothing stands between', () => {
    expect(expressionText(pipelineTargets(plain))).toContain('otelcol.receiver.prometheus.cloud')
    expect(expressionText(pipelineTargets(plain))).toContain('prometheus.remote_write.my_mimir')
    expect(pipelineBoundary(plain)).toEqual([])
  })

  test('a name of no processor, or of one that cannot, is reported and passed over', () => {
    const { set } = processorSet({ tags })
    const findings = new Findings()
    const wrong = flow({ processors: set, chosen: ['tags', 'nobody'], pipeline: traces })
    checkChain({ flow: wrong, sender: { name: 'Apps', path: ['apps'] } }, (one) =>
      findings.report(one),
    )
    expect(findings.all.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['processors.unsupported', 'apps.dataProcessors.0'],
      ['processors.undefined', 'apps.dataProcessors.1'],
    ])
    expect(pipelineBoundary(wrong)).toEqual([])
  })
})

describe('through two processors', () => {
  const { set } = processorSet({ owners, tags })
  const chained = flow({ processors: set, chosen: ['tags', 'owners'] })
  const text = textOf(pipelineBoundary(chained))

  test('the feature forwards to its stamper, which names the destinations', () => {
    expect(expressionText(pipelineTargets(chained))).toBe(
      'to = prometheus.relabel.costmetrics_stamp_metrics_prometheus.receiver\n',
    )
    expect(text).toContain('"cloud,my-mimir"')
  })

  test('each hands on to the next, and the last to one gate for each destination', () => {
    const order = [...text.matchAll(/forward_to\s*= \[([^\]]*)\]/g)].map(([, to]) => to)
    expect(order).toEqual([
      'prometheus.enrich.tags_in_metrics_prometheus.receiver',
      'prometheus.relabel.tags_out_metrics_prometheus.receiver',
      'prometheus.relabel.owners_in_metrics_prometheus.receiver',
      'prometheus.enrich.owners_ns_metrics_prometheus.receiver',
      'prometheus.enrich.owners_pod_metrics_prometheus.receiver',
      'prometheus.relabel.owners_cleanup_metrics_prometheus.receiver',
      'prometheus.relabel.owners_out_metrics_prometheus.receiver',
      expect.stringContaining('prometheus.relabel.owners_cloud_gate_metrics_prometheus.receiver'),
      'otelcol.receiver.prometheus.cloud.receiver',
      'prometheus.remote_write.my_mimir.receiver',
    ])
    expect(text).toContain('"(^|.*,)my-mimir(,.*|$)"')
  })

  test('what the slices share is there once, and only where it is used', () => {
    const statements = pipelineBoundary(chained)
    const names = sharedComponents(set, statements).map((one) =>
      one.kind === 'block' ? [one.name, one.label].join('.') : one.kind,
    )
    expect(names.toSorted()).toEqual([
      'discovery.ec2.tags_instances',
      'discovery.kubernetes.owners_pods',
      'discovery.relabel.owners_pods',
      'discovery.relabel.tags_instances',
    ])
    expect(sharedComponents(set, [])).toEqual([])
  })

  test('stamps, sinks and gates cannot be replaced by name', () => {
    for (const one of pipelineBoundary(chained)) {
      if (one.kind !== 'block') continue
      const plain = /_(stamp|out|gate)_/.test(one.label ?? '')
      expect([one.label, one.untagged ?? false]).toEqual([one.label, plain])
    }
  })
})

test('traces are enriched by the generally available component, and need no discovery', () => {
  const { set } = processorSet({ owners })
  const statements = pipelineBoundary(
    flow({ processors: set, chosen: ['owners'], pipeline: traces, names: ['cloud'] }),
  )
  const text = textOf(statements)
  expect(text).toContain('otelcol.processor.k8sattributes "owners_in_traces_otlp"')
  expect(text).toContain('tag_name = "team-name"')
  expect(text).not.toContain('enrich')
  expect(text).toContain('not IsMatch(attributes[\\"selected_destinations\\"]')
  expect(sharedComponents(set, statements)).toEqual([])
})

describe('the user’s own components', () => {
  const slice = (config: string) => ({
    type: 'custom',
    metrics: {
      prometheus: { enabled: true, input: 'prometheus.relabel.mine.receiver', config },
    },
  })

  test('go in as they are, even when they cannot be parsed', () => {
    const config = 'prometheus.relabel "mine" { forward_to = [ }'
    const { set } = processorSet({ mine: slice(config) })
    expect(textOf(pipelineBoundary(flow({ processors: set, chosen: ['mine'] })))).toContain(config)
  })

  test('have to forward to the way out', () => {
    const lost = 'prometheus.relabel "mine" { forward_to = [] }'
    expect(processorSet({ mine: slice(lost) }).findings.all[0]?.code).toBe('processors.no-way-out')
    const out = 'prometheus.relabel.my_own_out_metrics_prometheus.receiver'
    const config = ['prometheus.relabel "mine" { forward_to = [', out, '] }'].join('')
    expect(processorSet({ 'my-own': slice(config) }).findings.all).toEqual([])
  })
})

describe('two features with one processor on one collector', () => {
  const { set } = processorSet({ owners, 'owners-2': owners })
  const first = flow({ processors: set, chosen: ['owners'] })
  const report = (flows: readonly Flow[]) => {
    const findings = new Findings()
    checkSharedProcessors(
      flows.map((one) => ({ flow: one, sender: { name: one.feature, path: [one.feature] } })),
      (one) => findings.report(one),
    )
    return findings.all
  }

  test('are told, and offered a copy with a name that is free', () => {
    const [finding] = report([first, { ...first, feature: 'clusterMetrics' }])
    expect(finding?.code).toBe('processors.duplicate-components')
    expect(finding?.fixes?.[0]?.edits).toEqual([
      { path: ['dataProcessors', 'owners-3'], value: owners },
      { path: ['clusterMetrics', 'dataProcessors'], value: ['owners-3'] },
    ])
  })

  test('may share it for different data, or as parts of one feature', () => {
    expect(report([first, { ...first, feature: 'apps', pipeline: traces }])).toEqual([])
    expect(report([first, first])).toEqual([])
  })
})
