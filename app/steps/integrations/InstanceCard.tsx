import { Badge } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { valueAt } from '../../../src/index'
import { AllOptions } from '../../forms/AllOptions'
import { CommonFields } from '../../forms/CommonFields'
import { useTargetWithin } from '../../forms/FieldFrame'
import { Findings } from '../../forms/Findings'
import { useFindingsAt, useFindingsUnder } from '../../queries/output'
import type { UnitFacts } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { FoldButton } from '../../ui/FoldButton'
import { IconButton } from '../../ui/IconButton'
import { TextSheet } from '../../ui/TextSheet'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import { connects, findCommand, instancesOf } from './instances'

/** One instance of a service: what has to be found out about it, how to, and all else behind a fold. */
export function InstanceCard({
  unit,
  index,
  isNew,
}: {
  unit: UnitFacts
  index: number
  isNew: boolean
}) {
  const path = ['integrations', unit.type, 'instances', index]
  const name = useChoices((state) => valueAt(state.values, [...path, 'name']))
  const title = `${unit.title}: ${typeof name === 'string' && name !== '' ? name : index + 1}`
  const [open, setOpen] = useState(isNew)
  const wanted = useTargetWithin(path)
  if (wanted && !open) setOpen(true)
  const own = useFindingsAt(path)
  const problems = useFindingsUnder(path).filter(({ severity }) => severity !== 'info').length
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isNew) box.current?.querySelector<HTMLElement>('button')?.focus()
  }, [isNew])
  return (
    <div ref={box}>
      <Card
        title={
          <span className={step.line}>
            <FoldButton open={open} onToggle={() => setOpen(!open)}>
              {title}
            </FoldButton>
            {problems > 0 && (
              <Badge color="red" variant="light">
                {problems} {problems === 1 ? 'problem' : 'problems'}
              </Badge>
            )}
          </span>
        }
        help={unit.help}
        tools={
          <IconButton
            name="remove"
            label={`Remove ${title}`}
            onClick={() => remove(unit.type, index)}
          />
        }
      >
        <Findings findings={own} />
        {open && <Body unit={unit} path={path} title={title} />}
      </Card>
    </div>
  )
}

function remove(type: string, index: number): void {
  const { values, edit } = choices.getState()
  const isLast = instancesOf(valueAt(values, ['integrations']), type).length === 1
  void edit([
    { path: ['integrations', type, ...(isLast ? [] : ['instances', index])], remove: true },
  ])
}

function Body({
  unit,
  path,
  title,
}: {
  unit: UnitFacts
  path: readonly (string | number)[]
  title: string
}) {
  const option = unit.options
  return (
    <>
      <TextSheet
        title={
          connects(unit)
            ? 'Its labels and its namespace, for its logs; host, port and user are those that its clients use'
            : 'How to find its labels and its namespace'
        }
        what={`the command that finds ${title}`}
        text={findCommand(unit.type)}
      />
      <CommonFields path={path} option={option} />
      <AllOptions path={path} option={option} />
    </>
  )
}
