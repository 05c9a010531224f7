import { isEmpty } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, metadataOf } from './chart'

/** The pods' identity (templates/serviceaccount.yaml). */
export function serviceAccounts(chart: Chart): KubernetesObject[] {
  if (isEmpty(chart.value('serviceAccount', 'create'))) return []
  return [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      automountServiceAccountToken: unquoted(
        chart.value('serviceAccount', 'automountServiceAccountToken'),
      ),
      metadata: metadataOf(chart, {
        name: chart.serviceAccountName,
        component: 'rbac',
        labels: chart.value('serviceAccount', 'additionalLabels'),
        annotations: chart.value('serviceAccount', 'annotations'),
      }),
    },
  ]
}
