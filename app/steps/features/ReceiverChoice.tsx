import { Radio } from '@mantine/core'
import { useField } from '../../forms/use-field'
import { useOutput } from '../../queries/output'
import type { Collector, FeatureFacts } from '../../queries/surface'
import style from './features.module.css'

const ways = ['deployment', 'daemonset'] as const

/** Whether a receiver is one for the cluster or one on each node. */
export function ReceiverChoice({ feature }: { feature: FeatureFacts }) {
  const { collectors } = useOutput()
  const collector = collectors.find(({ features }) => features.includes(feature.key))
  if (!collector || collector.controller === 'statefulset') return null
  return <Ways collector={collector} />
}

function Ways({ collector: { name, presets, controller } }: { collector: Collector }) {
  const field = useField(['collectors', name, 'presets'])
  const listed: readonly unknown[] = Array.isArray(field.value) ? field.value : presets
  const current = ways.find((way) => listed.includes(way)) ?? controller
  return (
    <Radio.Group
      label={`${name} runs as`}
      value={current}
      onChange={(way) =>
        field.set([...listed.filter((preset) => !ways.some((one) => one === preset)), way])
      }
    >
      <div className={style.radios}>
        <Radio
          value="deployment"
          label="A Deployment: a few pods behind one address"
          description="Applications everywhere send to the same Service, and you scale it with the load. The right start for most."
        />
        <Radio
          value="daemonset"
          label="A DaemonSet: one pod on every node"
          description="It grows with the cluster. Data can stay on its node, if applications send to their node’s address or the Service keeps traffic local."
        />
      </div>
    </Radio.Group>
  )
}
