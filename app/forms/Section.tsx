import { Badge } from '@mantine/core'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { isRecord, valueAt } from '../../src/index'
import { useFindingsUnder } from '../queries/output'
import type { Path } from '../queries/surface'
import { useChoices } from '../store/choices'
import { useView } from '../store/view'
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
  lastResort = false,
}: {
  path: Path
  title: string
  help?: string | undefined
  children: () => ReactNode
  startOpen?: boolean
  /** Opens for a setting that is looked for only when no other field on the page is it. */
  lastResort?: boolean
}) {
  const id = useId()
  const wanted = useTargetWithin(path)
  const [open, setOpen] = useState(startOpen)
  if (wanted && !open && !lastResort) setOpen(true)
  useEffect(() => {
    if (!wanted || !lastResort) return
    const timer = setTimeout(() => {
      if (useView.getState().target) setOpen(true)
    }, 80)
    return () => clearTimeout(timer)
  }, [wanted, lastResort])
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
