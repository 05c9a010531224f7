import { featureValues } from '../collectors/assignment'
import { configuredIntegrations } from '../features/service-integrations'
import { clusteringCure, lacksClustering } from './clustering'
import type { Rule } from './types'

/**
 * Features that every replica does in full unless the collector clusters, and of which the chart does
 * not ask it: it looks at integrations only when their collector is named, and never at manifests.
 */
export const repeatedWork: Rule = ({ model, assignments, collectors }) => {
  for (const { feature, collector } of assignments) {
    const made = collectors.find(({ view }) => view.name === collector)
    if (!made || !lacksClustering(made.view.spec)) continue
    const { path, fixes } = clusteringCure(model.root.user, made.view)
    if (feature.key === 'kubernetesManifests') {
      model.report({
        code: 'features.logs-repeated',
        path,
        message: `Every replica of ${collector} reads what the manifest watcher writes, so each change of an object is sent several times. Cluster the collector, or give Kubernetes Manifests to one with a single replica.`,
        fixes,
      })
    }
    const scrapes = configuredIntegrations(model.root).some(({ metrics }) => metrics)
    const asked = feature.needsClustering(featureValues(model, feature), model.root)
    if (feature.key === 'integrations' && scrapes && !asked) {
      model.report({
        code: 'features.scraped-repeatedly',
        path,
        message: `Every replica of ${collector} scrapes every service of the integrations, so all their metrics are sent several times. Cluster the collector, or let it run once.`,
        fixes,
      })
    }
  }
}
