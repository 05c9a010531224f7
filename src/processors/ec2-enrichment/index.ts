import { component, ref } from '../../alloy/build'
import { escapeLabel } from '../../base/names'
import { sortedEntries } from '../../base/record'
import { enrichment } from '../../pipelines/enrichment'
import { pipelineSuffix } from '../../pipelines/ottl'
import { copyLabel } from '../../pipelines/rules'
import type { ValueOf } from '../../values/options'
import type { Processor, ProcessorContext } from '../types'
import { options } from './options'
import { validate } from './validate'

export type Values = ValueOf<typeof options>
export type Context = ProcessorContext<Values>

/** What on AWS a node is usually called: the instance's private DNS name. */
const instanceName = '__meta_ec2_private_dns_name'

/** A tag as discovery spells it: what a label's name may not hold becomes an underscore. */
const tagLabel = (tag: string) =>
  ['__meta_ec2_tag_', tag.replaceAll(/[^0-9A-Za-z_]/gu, '_')].join('')

const discoveryLabel = ({ label }: Pick<Context, 'label'>) => [label, 'instances'].join('_')

/** Tags of EC2 instances, copied onto what carries a `node` label. */
export const ec2Enrichment = {
  type: 'ec2Enrichment',
  title: 'EC2 enrichment',
  help: 'Copies tags of the EC2 instance that a node runs on onto metrics, logs and profiles with a node label. It takes experimental Alloy components and the permission to describe instances.',
  options,
  supports: (_values, { ecosystem }) => ecosystem !== 'otlp',
  input({ label }, pipeline) {
    const { ecosystem } = pipeline
    const name = ecosystem === 'otlp' ? 'otelcol.processor.transform' : enrichment[ecosystem].enrich
    return ref({ name, label: [label, 'in', pipelineSuffix(pipeline)].join('_') }, 'receiver')
  },
  build(context, pipeline, output) {
    const { label, values } = context
    const { ecosystem } = pipeline
    if (ecosystem === 'otlp') return []
    const { enrich, matchLabel } = enrichment[ecosystem]
    return [
      component(enrich, [label, 'in', pipelineSuffix(pipeline)].join('_'), {
        targets: ref({ name: 'discovery.relabel', label: discoveryLabel(context) }, 'output'),
        ...(ecosystem === 'prometheus'
          ? { target_to_metric_match: { [instanceName]: 'node' } }
          : { target_match_label: instanceName, [matchLabel]: 'node' }),
        labels_to_copy: sortedEntries(values.tags).map(([name]) => escapeLabel(name)),
        forward_to: [output],
      }),
    ]
  },
  shared(context) {
    const { values } = context
    const label = discoveryLabel(context)
    const instances = component('discovery.ec2', label, {
      region: values.region || undefined,
      role_arn: values.roleARN || undefined,
      refresh_interval: values.refreshInterval || undefined,
    })
    return [
      instances,
      component(
        'discovery.relabel',
        label,
        { targets: ref(instances, 'targets') },
        sortedEntries(values.tags).map(([name, tag]) =>
          copyLabel(tagLabel(tag), escapeLabel(name)),
        ),
      ),
    ]
  },
  validate,
} satisfies Processor<Values>
