import { valueAt } from '../../base/record'
import type { Path } from '../../diagnostics/diagnostic'
import type { Rule } from '../types'

const annotation = 'kubernetes.azure.com/set-kube-service-host-fqdn'

/**
 * On AKS the chart refuses pods without an annotation, but sees only at installation whether it is on
 * AKS (templates/_platform_validations.tpl). Where some have the annotation, all should.
 */
export const aks: Rule = ({ model, collectors }) => {
  const places: { readonly title: string; readonly path: Path; readonly found: unknown }[] =
    collectors.map(({ view }) => ({
      title: `the collector ${view.name}`,
      path: ['collectors', view.name, 'controller', 'podAnnotations', annotation],
      found: valueAt(view.spec, ['controller', 'podAnnotations', annotation]),
    }))
  const service = ['telemetryServices', 'kube-state-metrics']
  if (valueAt(model.root, [...service, 'deploy']) === true) {
    const path = [...service, 'podAnnotations', annotation]
    places.push({ title: 'kube-state-metrics', path, found: valueAt(model.root.user, path) })
  }
  const lacking = places.filter(({ found }) => found !== 'true')
  if (lacking.length === places.length) return
  for (const { title, path } of lacking) {
    model.report({
      code: 'platforms.aks-annotation',
      path,
      message: `Others have the annotation ${annotation}, which AKS needs to let pods reach the Kubernetes API, and ${title} lacks it. On AKS the chart refuses that.`,
      fixes: [{ title: 'Add the annotation', edits: [{ path, value: 'true' }], safe: true }],
    })
  }
}
