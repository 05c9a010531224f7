import { byAnnotations } from '../questions'

export const clickhouse = byAnnotations({
  slug: 'clickhouse',
  title: 'ClickHouse',
  help: 'Queries, inserts, replication, memory and connections of ClickHouse.',
  keywords: ['database', 'olap', 'column store'],
  findIt: 'kubectl get pods --all-namespaces --show-labels | grep -i clickhouse',
  prepare:
    'The server’s configuration needs a prometheus section with the endpoint /metrics, port 9363, and metrics, events and asynchronous_metrics on. The operator’s own exporter uses other names.',
  job: 'integrations/clickhouse',
  port: 9363,
  keepMetrics: [
    'ClickHouseAsyncMetrics_OSMemoryTotal',
    'ClickHouseAsyncMetrics_ReplicasMaxQueueSize',
    'ClickHouseMetrics_(HTTP|Interserver|MySQL|PostgreSQL|TCP)Connection',
    'ClickHouseMetrics_MemoryTracking',
    'ClickHouseMetrics_ReadonlyReplica',
    'ClickHouseMetrics_ZooKeeper(Request|Session|Watch)',
    'ClickHouseProfileEvents_AsyncInsertQuery',
    'ClickHouseProfileEvents_Disk(Read|Write)ElapsedMicroseconds',
    'ClickHouseProfileEvents_Failed(Insert|Select)Query',
    'ClickHouseProfileEvents_InsertQuery',
    'ClickHouseProfileEvents_Network(Receive|Send)(Bytes|ElapsedMicroseconds)',
    'ClickHouseProfileEvents_RejectedInserts',
    'ClickHouseProfileEvents_ReplicatedPart(Checks|Fetches|Merges|Mutations)',
    'ClickHouseProfileEvents_SelectQuery',
    'ClickHouseProfileEvents_ZooKeeperWaitMicroseconds',
  ],
})
