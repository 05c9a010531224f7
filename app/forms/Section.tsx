import { Badge } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { isRecord, valueAt } from '../../src/index'
import { useFindingsUnder } from '../queries/output'
import type { Path } from '../queries/surface'
import { useChoices } from '../store/choices'
import { Icon } from '../ui/icons'
import { useTargetWithin } from './FieldFrame'
import style from './fields.module.css'

/** Counts the settings that the user gave below a value. */
function countOf(value: unknown): number {
  if (Array.isArray(value)) return value.length
  if (isRecord(value))
    return Object.values(value).reduce((sum: number, item) => sum + countOf(item), 0)
  return value === undefined ? 0 : 1
}

/** A part of a form that opens and closes, and tells what is in it while closed. */
export function Section({
  path,
  title,
  help,
  children,
  startOpen = false,
}: {
  path: Path
  title: string
  help?: string | undefined
  children: () => ReactNode
  startOpen?: boolean
}) {
  const id = useId()
  const wanted = useTargetWithin(path)
  const [open, setOpen] = useState(startOpen)
  if (wanted && !open) setOpen(true)
  const changed = countOf(useChoices((state) => valueAt(state.values, path)))
  const problems = useFindingsUnder(path).filter(({ severity }) => severity !== 'info').length
  return (
    <section className={style.group}>
      <button
        type="button"
        className={style.groupHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron" />
        <span style={{ flex: 1, minWidth: 0 }}>
          <span className={style.groupTitle}>{title}</span>
          {help && (
            <>
              {' '}
              <span className={style.groupHelp}>{help}</span>
            </>
          )}
        </span>
        {problems > 0 && (
          <Badge size="sm" color="red" variant="light">
            {problems} {problems === 1 ? 'problem' : 'problems'}
          </Badge>
        )}
        {changed > 0 && (
          <Badge size="sm" variant="light">
            {changed} set
          </Badge>
        )}
      </button>
      <div id={id} hidden={!open} className={open ? style.groupBody : undefined}>
        {open && children()}
      </div>
    </section>
  )
}
