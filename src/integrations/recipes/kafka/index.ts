import { attribute, call } from '../../../alloy/build'
import { choice, flag, text, texts } from '../../../values/options'
import { byExporter } from '../questions'

export const kafka = byExporter({
  slug: 'kafka',
  title: 'Apache Kafka',
  help: 'Brokers, topics, partitions and the lag of consumer groups, asked of Kafka itself. For what happens inside brokers, see Strimzi.',
  keywords: ['streaming', 'broker', 'consumer lag', 'redpanda', 'msk'],
  findIt: 'kubectl get services --all-namespaces | grep -iE "kafka|9092"',
  exporter: 'prometheus.exporter.kafka',
  secretKeys: ['username', 'password'],
  ask: {
    brokers: texts('Host and port of one or more brokers.', {
      common: true,
      initial: ['kafka.default.svc:9092'],
    }),
    tls: flag(false, 'Whether to connect with TLS.', { common: true }),
    mechanism: choice(
      ['plain', 'scram-sha256', 'scram-sha512'],
      'plain',
      'How to log in, where there is a Secret with user name and password.',
    ),
    version: text('', 'Kafka’s version, such as 3.7.0; empty means an old one that all know.'),
  },
  settings({ brokers, tls, mechanism, version }, secret) {
    const username = secret('username')
    const password = secret('password')
    return [
      attribute('kafka_uris', brokers),
      tls && attribute('use_tls', true),
      ...(username !== undefined && password !== undefined
        ? [
            attribute('use_sasl', true),
            attribute('sasl_mechanism', mechanism),
            attribute('sasl_username', call('convert.nonsensitive', username)),
            attribute('sasl_password', call('convert.nonsensitive', password)),
          ]
        : []),
      version !== '' && attribute('kafka_version', version),
    ]
  },
  keepMetrics: [
    'kafka_brokers',
    'kafka_broker_info',
    'kafka_consumer_lag_(extrapolation|interpolation|millis)',
    'kafka_consumergroup_current_offset',
    'kafka_consumergroup_current_offset_sum',
    'kafka_consumergroup_lag',
    'kafka_consumergroup_lag_sum',
    'kafka_consumergroup_members',
    'kafka_consumergroup_uncommitted_offsets',
    'kafka_consumergroup_uncommitted_offsets_sum',
    'kafka_topic_partition_(current_offset|in_sync_replica|leader|leader_is_preferred|oldest_offset|replicas|under_replicated_partition)',
    'kafka_topic_partitions',
  ],
})
