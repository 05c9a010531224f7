import { isEnabled, pipelineDestinations } from '../collectors/assignment'
import { features } from '../features'
import { operatorValues } from '../manifests/alloy-operator'
import { serviceAccountName } from '../manifests/sdk-injector'
import { deployedServices } from '../manifests/services'
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
  if (!values || !values.rbac.create || values.rbac.createClusterRoles) return
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
