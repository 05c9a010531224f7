import { alloy } from './alloy'
import { certManager } from './cert-manager'
import { dcgmExporter } from './dcgm-exporter'
import { etcd } from './etcd'
import { grafana } from './grafana'
import { istio } from './istio'
import { loki } from './loki'
import { mimir } from './mimir'
import { mysql } from './mysql'
import { postgresql } from './postgresql'
import { tempo } from './tempo'
import type { Integration } from './types'

/** Every integration, in the order in which the chart goes through them. */
export const integrations: readonly Integration[] = [
  alloy,
  certManager,
  dcgmExporter,
  etcd,
  grafana,
  istio,
  loki,
  mimir,
  mysql,
  postgresql,
  tempo,
] as readonly Integration[]
