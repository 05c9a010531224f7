import { Badge } from '@mantine/core'
import { useState } from 'react'
import { valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { useTargetWithin } from '../../forms/FieldFrame'
import { Findings } from '../../forms/Findings'
import { OptionField } from '../../forms/OptionField'
import { OptionGroup } from '../../forms/OptionGroup'
import {
  useCatalog,
  useDestinationSecret,
  useFindingsAt,
  useFindingsUnder,
  useMatrix,
} from '../../queries/output'
import type { Catalog, Option } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { FoldButton } from '../../ui/FoldButton'
import { IconButton } from '../../ui/IconButton'
import { listOf } from '../names'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import style from './destinations.module.css'
import { Login } from './Login'
import { RenameForm } from './RenameForm'

type Unit = Catalog['destinations'][number]

/** Parts of a destination that have a place of their own in its card. */
const placed = new Set(['auth', 'secret', 'tls', 'metrics', 'logs', 'traces', 'profiles', 'rules'])

/** Whether a setting, or one inside it, is among those that most people set. */
function isCommon(option: Option): boolean {
  return (
    option.common === true ||
    (option.type === 'group' && Object.values(option.fields).some(isCommon))
  )
}

/** One destination: what goes there, its address, its login, and behind a fold all it can do. */
export function DestinationCard({
  name,
  taken,
  open,
  onToggle,
  onRenamed,
}: {
  name: string
  taken: readonly string[]
  open: boolean
  onToggle: (open: boolean) => void
  onRenamed: (name: string) => void
}) {
  const path = ['destinations', name]
  const { destinations } = useCatalog()
  const [renaming, setRenaming] = useState(false)
  const type = useChoices((state) => valueAt(state.values, [...path, 'type']))
  const disabled = useChoices((state) => valueAt(state.values, [...path, 'disabled']) === true)
  const unit = destinations.find((one) => one.type === type)
  const wanted = useTargetWithin(path)
  if (wanted && !open) onToggle(true)
  const own = useFindingsAt(path)
  const problems = useFindingsUnder(path).filter(({ severity }) => severity !== 'info').length
  return (
    <Card
      title={
        <span className={style.summary}>
          <FoldButton open={open} onToggle={() => onToggle(!open)}>
            {name}
          </FoldButton>
          <Badge variant="light" color="gray">
            {unit?.title ?? 'Unknown type'}
          </Badge>
          {disabled && <Badge variant="light">Off</Badge>}
          {problems > 0 && (
            <Badge color="red" variant="light">
              {problems} {problems === 1 ? 'problem' : 'problems'}
            </Badge>
          )}
        </span>
      }
      help={<Receives name={name} />}
      tools={
        <span style={{ display: 'flex' }}>
          <IconButton name="rename" label={`Rename ${name}`} onClick={() => setRenaming(true)} />
          <IconButton
            name="remove"
            label={`Remove ${name}`}
            onClick={() => void choices.getState().removeUnit('destinations', name)}
          />
        </span>
      }
    >
      {renaming && (
        <RenameForm
          section="destinations"
          name={name}
          taken={taken}
          onDone={(to) => {
            setRenaming(false)
            if (to !== name) onRenamed(to)
          }}
        />
      )}
      <Findings findings={own} />
      {open && unit && <Body name={name} unit={unit} />}
      {open && !unit && <OptionField path={[...path, 'type']} />}
    </Card>
  )
}

/** Which features send here. */
function Receives({ name }: { name: string }) {
  const { rows } = useMatrix()
  const senders = rows
    .filter(({ on, cells }) =>
      cells.some((cell) => on && cell.name === name && (cell.chosen || cell.through.length > 0)),
    )
    .map(({ title }) => title)
  if (rows.length === 0) return null
  return senders.length === 0
    ? 'Nothing that is switched on sends here.'
    : `Receives from ${listOf([...new Set(senders)])}.`
}

function Body({ name, unit }: { name: string; unit: Unit }) {
  const path = ['destinations', name]
  const secret = useDestinationSecret(name)
  const has = (key: string) => Object.hasOwn(unit.options.fields, key)
  const isSimple = has('url') && has('auth')
  return (
    <>
      <p className={step.help}>{unit.help}</p>
      {isSimple ? (
        <>
          <OptionGroup
            path={path}
            option={unit.options}
            keep={(key, option) => !placed.has(key) && isCommon(option)}
          />
          <Signals name={name} unit={unit} />
          {has('tls') && 'insecure' in insideOf(unit, 'tls') && (
            <OptionField path={[...path, 'tls', 'insecure']} label="Without TLS" />
          )}
          <Login
            name={name}
            options={unit.options}
            secretFields={unit.secretFields}
            secret={secret}
          />
        </>
      ) : (
        <OptionGroup path={path} option={unit.options} keep={(_, option) => isCommon(option)} />
      )}
      <AllOptions path={path} option={unit.options} />
    </>
  )
}

function insideOf(unit: Unit, key: string): object {
  const option = unit.options.fields[key]
  return option?.type === 'group' ? option.fields : {}
}

/** Which signals it takes, where that can be chosen. */
function Signals({ name, unit }: { name: string; unit: Unit }) {
  const signals = ['metrics', 'logs', 'traces', 'profiles'].filter(
    (signal) => 'enabled' in insideOf(unit, signal),
  )
  if (signals.length === 0) return null
  return (
    <fieldset className={style.part}>
      <legend className={style.legend}>What it takes</legend>
      <div className={step.pair}>
        {signals.map((signal) => (
          <OptionField
            key={signal}
            path={['destinations', name, signal, 'enabled']}
            label={signal.charAt(0).toUpperCase() + signal.slice(1)}
          />
        ))}
      </div>
    </fieldset>
  )
}
