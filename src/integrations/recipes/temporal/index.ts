import { byAnnotations } from '../questions'

export const temporal = byAnnotations({
  slug: 'temporal',
  title: 'Temporal',
  help: 'Requests, errors, latency, workflows and task queues of a Temporal server of your own.',
  keywords: ['workflow', 'orchestration'],
  findIt:
    'kubectl get pods --all-namespaces --selector app.kubernetes.io/part-of=temporal --show-labels',
  prepare:
    'Temporal’s Helm chart serves metrics on port 9090 of every server pod. Elsewhere set PROMETHEUS_ENDPOINT to 0.0.0.0:9090.',
  job: 'integrations/temporal',
  port: 9090,
  keepMetrics: [
    'service_(errors|error_with_type|requests)',
    'service_latency_(bucket|count|sum)',
    'persistence_(errors|error_with_type|requests)',
    'persistence_latency_(bucket|count|sum)',
    'client_(errors|requests)',
    'client_latency_(bucket|count|sum)',
    'approximate_backlog_(age_seconds|count)',
    'asyncmatch_latency_(bucket|count|sum)',
    'syncmatch_latency_(bucket|count|sum)',
    'poll_(success|success_sync|timeouts)',
    'schedule_(action_success|buffer_overruns|missed_catchup_window|rate_limited)',
    'shard_closed_count',
    'membership_changed_count',
    'numshards_gauge',
    'restarts',
    'task_(attempt|errors|requests)',
    'task_latency_(bucket|count|sum)',
    'workflow_(cancel|continued_as_new|failed|success|terminate|timeout)',
  ],
})
