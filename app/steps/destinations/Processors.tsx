import { Badge, Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isRecord, valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { useTargetWithin } from '../../forms/FieldFrame'
import { Findings } from '../../forms/Findings'
import { OptionGroup } from '../../forms/OptionGroup'
import { useCatalog, useFindingsAt } from '../../queries/output'
import { choices, useChoices } from '../../store/choices'
import { FoldButton } from '../../ui/FoldButton'
import { IconButton } from '../../ui/IconButton'
import { Icon } from '../../ui/icons'
import { freeName } from '../names'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import style from './destinations.module.css'
import { RenameForm } from './RenameForm'

/** Steps that data takes on its way; features name those that they use. */
export function Processors() {
  const section = useChoices((state) => valueAt(state.values, ['dataProcessors']))
  const names = isRecord(section) ? Object.keys(section) : []
  const own = useFindingsAt(['dataProcessors'])
  return (
    <>
      {names.map((name) => (
        <ProcessorCard key={name} name={name} taken={names} />
      ))}
      <Findings findings={own} />
      <AddProcessor taken={names} />
    </>
  )
}

function ProcessorCard({ name, taken }: { name: string; taken: readonly string[] }) {
  const path = ['dataProcessors', name]
  const { processors } = useCatalog()
  const type = useChoices((state) => valueAt(state.values, [...path, 'type']))
  const unit = processors.find((one) => one.type === type)
  const [open, setOpen] = useState(true)
  const [renaming, setRenaming] = useState(false)
  const wanted = useTargetWithin(path)
  if (wanted && !open) setOpen(true)
  const own = useFindingsAt(path)
  return (
    <Card
      title={
        <span className={style.summary}>
          <FoldButton open={open} onToggle={() => setOpen(!open)}>
            {name}
          </FoldButton>
          <Badge variant="light" color="gray">
            {unit?.title ?? 'Unknown type'}
          </Badge>
        </span>
      }
      help={unit?.help}
      tools={
        <span style={{ display: 'flex' }}>
          <IconButton name="rename" label={`Rename ${name}`} onClick={() => setRenaming(true)} />
          <IconButton
            name="remove"
            label={`Remove ${name}`}
            onClick={() => void choices.getState().removeUnit('dataProcessors', name)}
          />
        </span>
      }
    >
      {renaming && (
        <RenameForm
          section="dataProcessors"
          name={name}
          taken={taken}
          onDone={() => setRenaming(false)}
        />
      )}
      <Findings findings={own} />
      {open && unit && (
        <>
          <OptionGroup
            path={path}
            option={unit.options}
            keep={(_, option) => option.common === true}
          />
          <AllOptions path={path} option={unit.options} />
        </>
      )}
    </Card>
  )
}

function AddProcessor({ taken }: { taken: readonly string[] }) {
  const { processors } = useCatalog()
  const [type, setType] = useState(processors[0]?.type ?? '')
  const [name, setName] = useState('')
  const suggested = freeName(type, taken)
  const wanted = name.trim() || suggested
  const isTaken = taken.includes(wanted)
  return (
    <Card
      title="Data processors"
      help="Steps between features and destinations. A feature uses those that it names, in that order."
    >
      <form
        className={step.step}
        onSubmit={(event) => {
          event.preventDefault()
          if (isTaken) return
          void choices.getState().edit([{ path: ['dataProcessors', wanted, 'type'], value: type }])
          setName('')
        }}
      >
        <div className={step.pair}>
          <NativeSelect
            label="Kind of processor"
            data={processors.map((unit) => ({ value: unit.type, label: unit.title }))}
            value={type}
            description={processors.find((unit) => unit.type === type)?.help}
            onChange={(event) => setType(event.currentTarget.value)}
          />
          <TextInput
            label="Name of the processor"
            placeholder={suggested}
            value={name}
            error={isTaken ? 'There is one of this name.' : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </div>
        <div>
          <Button
            type="submit"
            variant="default"
            leftSection={<Icon name="add" />}
            disabled={isTaken}
          >
            Add processor
          </Button>
        </div>
      </form>
    </Card>
  )
}
