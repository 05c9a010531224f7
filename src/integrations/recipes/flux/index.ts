import { byMonitors } from '../questions'

export const flux = byMonitors({
  slug: 'flux',
  title: 'Flux',
  help: 'Reconciliations of Flux’s sources, Kustomizations and Helm releases: how long they take, and which fail.',
  keywords: ['gitops', 'fluxcd', 'deployment'],
  findIt: 'kubectl get podmonitors --namespace flux-system',
  prepare:
    'Add a PodMonitor to the namespace flux-system that selects Flux’s controllers (label app, port http-prom), as Flux’s own monitoring example has it.',
  object: 'podMonitors',
  ownMetrics: 'gotk_.+',
  keepMetrics: [
    'gotk_event_.+',
    'gotk_reconcile_condition',
    'gotk_reconcile_duration_seconds_(bucket|count|sum)',
    'gotk_resource_info',
    'gotk_suspend_status',
    'gotk_token_.+',
  ],
})
