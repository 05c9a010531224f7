import { useState } from 'react'
import { isRecord, valueAt } from '../../../src/index'
import { Findings } from '../../forms/Findings'
import { useFindingsAt } from '../../queries/output'
import { useChoices } from '../../store/choices'
import { StepFrame } from '../StepFrame'
import { AddDestination } from './AddDestination'
import { DestinationCard } from './DestinationCard'
import { Matrix } from './Matrix'
import { Processors } from './Processors'

/** Where everything is sent, why it goes there, and what it passes on the way. */
export function DestinationsStep() {
  const section = useChoices((state) => valueAt(state.values, ['destinations']))
  const names = isRecord(section) ? Object.keys(section) : []
  const own = useFindingsAt(['destinations'])
  const [open, setOpen] = useState<readonly string[]>(names.length === 1 ? names : [])
  return (
    <StepFrame
      title="Destinations"
      intro="Where metrics, logs, traces and profiles are sent. A feature sends to every destination of its kind, unless it names some."
    >
      <Findings findings={own} />
      {names.map((name) => (
        <DestinationCard
          key={name}
          name={name}
          taken={names}
          open={open.includes(name)}
          onToggle={(wanted) =>
            setOpen((now) => (wanted ? [...now, name] : now.filter((other) => other !== name)))
          }
          onRenamed={(to) => setOpen((now) => now.map((other) => (other === name ? to : other)))}
        />
      ))}
      <AddDestination
        taken={names}
        onAdded={(added) => setOpen((now) => [...now, ...(added.length === 1 ? added : [])])}
      />
      <Matrix />
      <Processors />
    </StepFrame>
  )
}
