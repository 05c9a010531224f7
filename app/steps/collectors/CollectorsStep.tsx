import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isRecord, optionAt, valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { useCatalog, useOutput } from '../../queries/output'
import { choices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { Card, StepFrame } from '../StepFrame'
import style from '../step.module.css'
import { CollectorCard } from './CollectorCard'

/** The collectors that the choices take, each with its reasons. */
export function CollectorsStep() {
  const { collectors, values } = useOutput()
  const { root } = useCatalog()
  const section = valueAt(values, ['collectors'])
  const idle = Object.keys(isRecord(section) ? section : {}).filter(
    (name) => !collectors.some((collector) => collector.name === name),
  )
  return (
    <StepFrame
      title="Collectors"
      intro="The Grafana Alloy instances that do the work. They follow from the features; change them only where your cluster asks for it."
    >
      {collectors.length === 0 && idle.length === 0 && (
        <Card
          title="No collectors yet"
          help="Switch a feature on, and the collector that it needs appears here."
        />
      )}
      {collectors.map((collector) => (
        <CollectorCard key={collector.name} name={collector.name} collector={collector} />
      ))}
      {idle.map((name) => (
        <CollectorCard key={name} name={name} />
      ))}
      <AddCollector taken={[...collectors.map(({ name }) => name), ...idle]} />
      {shared.map(({ key, title }) => {
        const option = optionAt(root, {}, [key])
        return option && <AllOptions key={key} path={[key]} option={option} title={title} />
      })}
    </StepFrame>
  )
}

const shared = [
  { key: 'collectorCommon', title: 'What all collectors share' },
  { key: 'alloy-operator', title: 'The Alloy Operator' },
  { key: 'replaceComponent', title: 'Replaced components' },
] as const

const validName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/

function AddCollector({ taken }: { taken: readonly string[] }) {
  const [name, setName] = useState('')
  const problem =
    name === ''
      ? undefined
      : taken.includes(name)
        ? 'There is one of this name.'
        : validName.test(name)
          ? undefined
          : 'Lower-case letters, digits and hyphens.'
  return (
    <Card
      title="Add a collector of your own"
      help="To run a feature apart from the others, name the collector here and pick it in the feature’s options."
    >
      <div className={style.line}>
        <TextInput
          aria-label="Name of the new collector"
          placeholder="alloy-special"
          value={name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <Button
          variant="default"
          leftSection={<Icon name="add" />}
          disabled={name === '' || problem !== undefined}
          onClick={() => {
            void choices
              .getState()
              .edit([{ path: ['collectors', name, 'presets'], value: ['deployment'] }])
            setName('')
          }}
        >
          Add collector
        </Button>
      </div>
    </Card>
  )
}
