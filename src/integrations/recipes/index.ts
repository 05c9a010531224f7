import { apache } from './apache'
import { argoCd } from './argo-cd'
import { blackbox } from './blackbox'
import { cassandra } from './cassandra'
import { cilium } from './cilium'
import { clickhouse } from './clickhouse'
import { clusterAutoscaler } from './cluster-autoscaler'
import { consul } from './consul'
import { coredns } from './coredns'
import { elasticsearch } from './elasticsearch'
import { envoy } from './envoy'
import { externalDns } from './external-dns'
import { flux } from './flux'
import { haproxy } from './haproxy'
import { kafka } from './kafka'
import { karpenter } from './karpenter'
import { keda } from './keda'
import { longhorn } from './longhorn'
import { memcached } from './memcached'
import { minio } from './minio'
import { mongodb } from './mongodb'
import { nats } from './nats'
import { nginx } from './nginx'
import { nginxIngress } from './nginx-ingress'
import { oracle } from './oracle'
import { rabbitmq } from './rabbitmq'
import { redis } from './redis'
import { rookCeph } from './rook-ceph'
import { snmp } from './snmp'
import { snowflake } from './snowflake'
import { sqlServer } from './sql-server'
import { strimzi } from './strimzi'
import { temporal } from './temporal'
import { traefik } from './traefik'
import type { Recipe } from './types'
import { vault } from './vault'
import { velero } from './velero'

/** Every recipe, by name. */
export const recipes: readonly Recipe[] = [
  apache,
  argoCd,
  blackbox,
  cassandra,
  cilium,
  clickhouse,
  clusterAutoscaler,
  consul,
  coredns,
  elasticsearch,
  envoy,
  externalDns,
  flux,
  haproxy,
  kafka,
  karpenter,
  keda,
  longhorn,
  memcached,
  minio,
  mongodb,
  nats,
  nginx,
  nginxIngress,
  oracle,
  rabbitmq,
  redis,
  rookCeph,
  snmp,
  snowflake,
  sqlServer,
  strimzi,
  temporal,
  traefik,
  vault,
  velero,
]
