import { describe, expect, it } from 'vitest'
import { tryFeature } from '../../testing/feature'
import { clusterMetrics } from '.'

const tried = (section: object, rest: object = {}) =>
  tryFeature(clusterMetrics, { clusterMetrics: { enabled: true, ...section }, ...rest })
const deployed = { telemetryServices: { 'kube-state-metrics': { deploy: true } } }

describe('Cluster Metrics', () => {
  it('is content with its defaults once kube-state-metrics is deployed', () => {
    expect(tried({}, deployed).codes).toEqual([])
  })

  it('asks for a kube-state-metrics, and offers to deploy it', () => {
    const [finding] = tried({}).findings
    expect(finding).toMatchObject({
      code: 'features.service-missing',
      path: ['clusterMetrics', 'kube-state-metrics', 'labelMatchers'],
      fixes: [{ edits: [{ path: ['telemetryServices', 'kube-state-metrics', 'deploy'] }] }],
    })
    expect(tried({ 'kube-state-metrics': { enabled: false } }).codes).toEqual([])
    expect(tried({ 'kube-state-metrics': { labelMatchers: { app: 'ksm' } } }).codes).toEqual([])
  })

  it('looks for a deployed kube-state-metrics where it was deployed', () => {
    const own = { namespace: 'mine' }
    expect(
      tried({ 'kube-state-metrics': own }, deployed).show(
        'discovery.kubernetes',
        'kube_state_metrics',
      ),
    ).toContain('names = ["monitoring"]')
    expect(
      tried(
        { 'kube-state-metrics': own },
        { telemetryServices: { 'kube-state-metrics': { deploy: true, namespaceOverride: 'ksm' } } },
      ).show('discovery.kubernetes', 'kube_state_metrics'),
    ).toContain('names = ["ksm"]')
  })

  it('lets each part of the control plane follow it or opt out', () => {
    const all = tried({ controlPlane: { enabled: true }, kubeDNS: { enabled: false } }, deployed)
    expect(all.find('prometheus.scrape', 'apiserver')).toBeDefined()
    expect(all.find('prometheus.scrape', 'kube_dns')).toBeUndefined()
    const one = tried({ kubeDNS: { enabled: true } }, deployed)
    expect(one.find('prometheus.scrape', 'apiserver')).toBeUndefined()
    expect(one.find('prometheus.scrape', 'kube_dns')).toBeDefined()
  })

  it('discovers nodes only for what runs on them', () => {
    const off = { enabled: false }
    const none = tried({ kubelet: off, kubeletResource: off, cadvisor: off }, deployed)
    expect(none.find('discovery.kubernetes', 'nodes')).toBeUndefined()
    expect(tried({}, deployed).find('discovery.kubernetes', 'nodes')).toBeDefined()
  })

  it('takes the user’s list for the whole list when the default one is off', () => {
    const tuning = { useDefaultAllowList: false, includeMetrics: ['kubelet_up'] }
    expect(
      tried({ kubelet: { metricsTuning: tuning } }, deployed).show('prometheus.relabel', 'kubelet'),
    ).toContain('"up|scrape_samples_scraped|kubelet_up"')
  })

  it('keeps metrics without a namespace when namespaces are chosen', () => {
    expect(
      tried({ cadvisor: { metricsTuning: { includeNamespaces: ['shop'] } } }, deployed).show(
        'prometheus.relabel',
        'cadvisor',
      ),
    ).toContain('"shop|"')
  })

  it('refuses sections and settings that moved away, empty ones too', () => {
    expect(tried({ opencost: null }, deployed).codes).toEqual(['features.moved-setting'])
    const { findings } = tried({ 'kube-state-metrics': { replicas: 2 } }, deployed)
    expect(findings).toMatchObject([
      {
        code: 'features.deployment-setting',
        fixes: [
          {
            edits: [
              { path: ['telemetryServices', 'kube-state-metrics', 'replicas'], value: 2 },
              { path: ['clusterMetrics', 'kube-state-metrics', 'replicas'], remove: true },
            ],
          },
        ],
      },
    ])
  })

  it('warns of a label value that the chart cannot print', () => {
    expect(tried({ 'kube-state-metrics': { labelMatchers: { shard: 1 } } }).codes).toEqual([
      'features.matcher-not-text',
    ])
  })
})
