import { isRecord, valueAt } from '../base/record'
import { isEnabled, pipelineDestinations } from '../collectors/assignment'
import { makeCompanions } from '../collectors/companions'
import { features } from '../features'
import { operatorValues } from '../manifests/alloy-operator'
import { serviceAccountName } from '../manifests/sdk-injector'
import { deployedServices } from '../manifests/services'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** What the telemetry services have to say of their own values, once they are deployed. */
export const services: Rule = ({ model, collectors }) => {
  const costs = features.find(({ key }) => key === 'costMetrics')
  const names =
    costs && isEnabled(model, costs)
      ? costs.pipelines.flatMap((pipeline) => pipelineDestinations(model, costs, pipeline))
      : []
  const surroundings = {
    collectorAccounts: collectors.map(({ view, objectName }) =>
      serviceAccountName(objectName, view.spec),
    ),
    metricsDestinations: names.flatMap((name) => model.destinations.get(name)?.context ?? []),
  }
  for (const { service, context } of deployedServices(model)) {
    service.validate?.(context, surroundings)
  }
}

/** The operator needs rights somewhere (charts/alloy-operator/templates/rbac/validation.yaml). */
export const operatorNamespaces: Rule = ({ model }) => {
  const values = operatorValues(model)
  if (!values?.rbac.create || values.rbac.createClusterRoles) return
  if (values.ownNamespaceOnly || values.namespaces.length > 0) return
  const path = ['alloy-operator', 'namespaces']
  model.report({
    code: 'services.operator-namespaces',
    path,
    message:
      'Without cluster roles the Alloy Operator needs namespaces to manage, or it may do nothing.',
    fixes: [
      {
        title: 'Manage its own namespace only',
        edits: [{ path: ['alloy-operator', 'ownNamespaceOnly'], value: true }],
        safe: true,
      },
      {
        title: 'Allow cluster roles',
        edits: [{ path: ['alloy-operator', 'rbac', 'createClusterRoles'], value: true }],
        safe: false,
      },
    ],
  })
}

/**
 * On OpenShift the chart looks at the mounts of an Alloy that samples traces, and breaks off where the
 * values say nothing of them (templates/platform_specific/openshift/alloy-sampler-scc.yaml).
 */
export const samplerMounts: Rule = ({ model }) => {
  if (model.global.platform !== 'openshift') return
  for (const { kind, path, view } of makeCompanions(model)) {
    const own = [...path, 'collector']
    const written = valueAt(model.root.user, own)
    const mounts = valueAt(view.spec, ['alloy', 'mounts'])
    if (kind !== 'sampler' || (!isEmpty(written) && isRecord(mounts))) continue
    const at = [...own, 'alloy', 'mounts', 'varlog']
    model.report({
      code: 'services.sampler-mounts',
      path: at,
      message:
        'On OpenShift the chart has to be told whether the Alloy that samples traces reads the node’s logs, and breaks off otherwise. It does not.',
      fixes: [{ title: 'Say that it does not', edits: [{ path: at, value: false }], safe: true }],
    })
  }
}
