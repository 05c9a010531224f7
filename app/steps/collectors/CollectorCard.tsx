import { Badge, Button, NativeSelect } from '@mantine/core'
import { valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { CodeField } from '../../forms/CodeField'
import { OptionField } from '../../forms/OptionField'
import { useField } from '../../forms/use-field'
import { useCatalog } from '../../queries/output'
import type { Collector, Option } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { useView } from '../../store/view'
import { IconButton } from '../../ui/IconButton'
import { Card } from '../StepFrame'
import style from '../step.module.css'

const workloads = {
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
} as const

/** One collector: why it is there, what it runs, and the few settings that matter. */
export function CollectorCard({ name, collector }: { name: string; collector?: Collector }) {
  const { root } = useCatalog()
  const path = ['collectors', name]
  const isOwn = useChoices((state) => valueAt(state.values, path) !== undefined)
  const option = root.fields.collectors?.type === 'map' ? root.fields.collectors.items : undefined
  return (
    <Card
      title={
        <span className={style.line}>
          {name}
          {collector && (
            <Badge variant="light" color="gray">
              {collector.replicas > 1 && collector.controller !== 'daemonset'
                ? `${collector.replicas} × `
                : ''}
              {workloads[collector.controller]}
            </Badge>
          )}
        </span>
      }
      help={collector ? collector.reasons.join(' ') : 'It is switched off.'}
      tools={
        isOwn ? (
          <IconButton
            name="remove"
            label={`Remove your settings of ${name}`}
            onClick={() => void choices.getState().edit([{ path, remove: true }])}
          />
        ) : undefined
      }
    >
      {collector && <Facts collector={collector} />}
      <div className={style.pair}>
        <PresetSelect
          name={name}
          label="Runs as"
          among={['deployment', 'statefulset', 'daemonset', 'singleton']}
          titles={{
            '': 'As its other presets say',
            deployment: 'Deployment',
            statefulset: 'StatefulSet',
            daemonset: 'DaemonSet, one on every node',
            singleton: 'One instance and no more',
          }}
        />
        <PresetSelect
          name={name}
          label="Size"
          among={['small', 'medium', 'large', 'xlarge']}
          titles={{
            '': 'No requests or limits',
            small: 'Small: 0.1 to 0.5 cores, 128 to 512 MiB',
            medium: 'Medium: 0.25 to 1 core, 512 MiB to 1 GiB',
            large: 'Large: 0.5 to 2 cores, 1 to 2 GiB',
            xlarge: 'Extra large: 1 to 4 cores, 2 to 4 GiB',
          }}
        />
      </div>
      {collector && collector.controller !== 'daemonset' && (
        <OptionField path={[...path, 'controller', 'replicas']} />
      )}
      {option && <Options name={name} option={option} />}
    </Card>
  )
}

function Options({ name, option }: { name: string; option: Option }) {
  const path = ['collectors', name]
  return (
    <>
      <CodeField path={[...path, 'extraConfig']} label="Alloy configuration of your own" />
      <AllOptions path={path} option={option} />
    </>
  )
}

function Facts({ collector }: { collector: Collector }) {
  const { features } = useCatalog()
  const show = useView((state) => state.show)
  const setSheet = useView((state) => state.setSheet)
  const titles = collector.features.map(
    (key) => features.find((feature) => feature.key === key)?.title ?? key,
  )
  const ports = collector.ports.map(({ name, port, protocol }) => `${port}/${protocol} ${name}`)
  return (
    <>
      <dl className={style.facts}>
        <dt>Runs</dt>
        <dd>{titles.join(', ') || 'No feature'}</dd>
        <dt>Sends to</dt>
        <dd>{collector.destinations.join(', ') || 'Nowhere'}</dd>
        {ports.length > 0 && (
          <>
            <dt>Listens on</dt>
            <dd>{ports.join(', ')}</dd>
          </>
        )}
        <dt>Privileges</dt>
        <dd>{collector.privileges.join(', ') || 'None beyond an ordinary pod'}</dd>
        <dt>Presets</dt>
        <dd>{collector.presets.join(', ') || 'None'}</dd>
      </dl>
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            show({ config: collector.name })
            setSheet(true)
          }}
        >
          Show its config
        </Button>
      </div>
    </>
  )
}

/** One of several presets that exclude each other; the collector’s other presets stay. */
function PresetSelect({
  name,
  label,
  among,
  titles,
}: {
  name: string
  label: string
  among: readonly string[]
  titles: Readonly<Record<string, string>>
}) {
  const field = useField(['collectors', name, 'presets'])
  const all = Array.isArray(field.value) ? field.value.map(String) : []
  const current = all.find((preset) => among.includes(preset)) ?? ''
  return (
    <NativeSelect
      label={label}
      value={current}
      data={['', ...among].map((value) => ({ value, label: titles[value] ?? value }))}
      onFocus={field.onFocus}
      onChange={({ currentTarget: { value } }) => {
        const others = all.filter((preset) => !among.includes(preset))
        field.set(value === '' ? others : [...others, value])
      }}
    />
  )
}
