import { byMonitors } from '../questions'

export const strimzi = byMonitors({
  slug: 'strimzi',
  title: 'Strimzi',
  help: 'Kafka brokers, topics and controllers that Strimzi runs, and the operator’s own reconciliations.',
  keywords: ['kafka', 'operator', 'streaming'],
  findIt: 'kubectl get podmonitors --all-namespaces | grep -i strimzi',
  prepare:
    'Give each Kafka resource a metricsConfig, with the rules of Strimzi’s own example, and add the PodMonitors from its examples/metrics folder.',
  object: 'podMonitors',
  ownMetrics: '(kafka|strimzi)_.+',
  keepMetrics: [
    'kafka_cluster_partition_(underminisr|underreplicated|replicascount|atminisr)',
    'kafka_consumergroup_(current_offset|lag)',
    'kafka_controller_controllerstats_.+',
    'kafka_controller_kafkacontroller_(activebrokercount|activecontrollercount|globalpartitioncount|offlinepartitionscount|preferredreplicaimbalancecount)',
    'kafka_log_log_(logendoffset|logstartoffset|size)',
    'kafka_network_requestmetrics_(localtimems|requestqueuetimems|responsequeuetimems|responsesendtimems|totaltimems)(_count)?',
    'kafka_network_socketserver_networkprocessoravgidle_percent',
    'kafka_server_brokertopicmetrics_(bytesin|bytesout|failedfetchrequests|failedproducerequests|messagesin|totalfetchrequests|totalproducerequests)_total',
    'kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent',
    'kafka_server_kafkaserver_brokerstate',
    'kafka_server_replicamanager_(isrexpands_total|isrshrinks_total|leadercount|partitioncount|underminisrpartitioncount|underreplicatedpartitions)',
    'kafka_server_socket_server_metrics_connection_.+',
    'kafka_topic_partition_(current_offset|in_sync_replica|leader|oldest_offset|replicas|under_replicated_partition)',
    'kafka_topic_partitions',
    'strimzi_reconciliations_.+',
    'strimzi_resource_state',
    'strimzi_resources',
  ],
})
