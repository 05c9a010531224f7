import { byAnnotations } from '../questions'

export const keda = byAnnotations({
  slug: 'keda',
  title: 'KEDA',
  help: 'Scalers, their values and their errors, from the KEDA operator.',
  keywords: ['autoscaling', 'scaledobject', 'event driven'],
  findIt: 'kubectl get pods --all-namespaces --selector app=keda-operator',
  prepare:
    'With the Helm chart, set prometheus.operator.enabled to true, and annotate the operator’s pods with podAnnotations.keda.',
  job: 'integrations/keda',
  port: 8080,
  keepMetrics: [
    'keda_build_info',
    'keda_internal_scale_loop_latency(_seconds)?',
    'keda_resource_(registered_total|totals)',
    'keda_scaled_job_errors(_total)?',
    'keda_scaled_object_errors(_total)?',
    'keda_scaled_object_paused',
    'keda_scaler_active',
    'keda_scaler_detail_errors(_total)?',
    'keda_scaler_errors(_total)?',
    'keda_scaler_metrics_latency(_seconds)?',
    'keda_scaler_metrics_value',
    'keda_trigger_(registered_total|totals)',
    'keda_webhook_scaled_object_validation_errors',
    'keda_webhook_scaled_object_validation_total',
  ],
})
