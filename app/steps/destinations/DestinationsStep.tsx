import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isRecord, valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { OptionGroup } from '../../forms/OptionGroup'
import { useCatalog } from '../../queries/output'
import type { Option } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { IconButton } from '../../ui/IconButton'
import { Icon } from '../../ui/icons'
import { Card, StepFrame } from '../StepFrame'
import style from '../step.module.css'

/** Whether a setting, or one inside it, is among those that most people set. */
function isCommon(option: Option): boolean {
  return (
    ('common' in option && option.common === true) ||
    (option.type === 'group' && Object.values(option.fields).some(isCommon))
  )
}

export function DestinationsStep() {
  const destinations = useChoices((state) => valueAt(state.values, ['destinations']))
  const names = isRecord(destinations) ? Object.keys(destinations) : []
  return (
    <StepFrame title="Destinations" intro="Where metrics, logs, traces and profiles are sent.">
      {names.map((name) => (
        <DestinationCard key={name} name={name} />
      ))}
      <AddDestination taken={names} />
    </StepFrame>
  )
}

function DestinationCard({ name }: { name: string }) {
  const { destinations } = useCatalog()
  const type = useChoices((state) => valueAt(state.values, ['destinations', name, 'type']))
  const unit = destinations.find((one) => one.type === type)
  const path = ['destinations', name]
  return (
    <Card
      title={name}
      help={unit ? `${unit.title}. ${unit.help}` : 'Its type is not one that the chart knows.'}
      tools={
        <IconButton
          name="remove"
          label={`Remove ${name}`}
          onClick={() => void choices.getState().edit([{ path, remove: true }])}
        />
      }
    >
      {unit && (
        <>
          <OptionGroup path={path} option={unit.options} keep={(_, option) => isCommon(option)} />
          <AllOptions path={path} option={unit.options} />
        </>
      )}
    </Card>
  )
}

function AddDestination({ taken }: { taken: readonly string[] }) {
  const { destinations } = useCatalog()
  const [type, setType] = useState('prometheus')
  const [name, setName] = useState('')
  const suggested = freeName(type, taken)
  const wanted = name.trim() || suggested
  return (
    <Card title="Add a destination">
      <div className={style.pair}>
        <NativeSelect
          label="Type"
          data={destinations.map((unit) => ({ value: unit.type, label: unit.title }))}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
        />
        <TextInput
          label="Name"
          placeholder={suggested}
          value={name}
          error={taken.includes(wanted) ? 'There is one of this name.' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="off"
        />
      </div>
      <div>
        <Button
          leftSection={<Icon name="add" />}
          disabled={taken.includes(wanted)}
          onClick={() => {
            void choices.getState().edit([{ path: ['destinations', wanted, 'type'], value: type }])
            setName('')
          }}
        >
          Add destination
        </Button>
      </div>
    </Card>
  )
}

function freeName(type: string, taken: readonly string[]): string {
  let name = type
  for (let number = 2; taken.includes(name); number += 1) name = `${type}-${number}`
  return name
}
