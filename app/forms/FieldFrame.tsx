import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { isWithin, pathKey } from '../queries/output'
import type { Path } from '../queries/surface'
import { useView } from '../store/view'
import { IconButton } from '../ui/IconButton'
import { Findings } from './Findings'
import style from './fields.module.css'
import type { Field } from './use-field'

/** Whether the page is on its way to a setting in this section. */
export function useTargetWithin(path: Path): boolean {
  return useView((state) => state.target !== null && isWithin(state.target.path, path))
}

/** What every field has round its control: marks of what changed, a reset, findings, the wizard's reasons. */
export function FieldFrame({ field, children }: { field: Field; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [arrived, setArrived] = useState(false)
  const wanted = useView((state) => state.target)
  const key = pathKey(field.path)
  const isTarget = wanted !== null && pathKey(wanted.path) === key
  useEffect(() => {
    // The first field of the path takes it; the setting may be drawn twice.
    if (!isTarget || !box.current || useView.getState().target === null) return
    useView.getState().arrive()
    setArrived(true)
    box.current.scrollIntoView({ block: 'center' })
    const control =
      box.current.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ??
      box.current.querySelector('button')
    control?.focus({ preventScroll: true })
  }, [isTarget])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to the focus of what is in it
    <div
      ref={box}
      className={style.field}
      data-path={field.path.join('.')}
      data-origin={field.origin}
      data-arrived={arrived || undefined}
      onAnimationEnd={() => setArrived(false)}
      onFocus={(event) => {
        event.stopPropagation()
        field.onFocus()
      }}
    >
      {field.origin === 'choice' && (
        <div className={style.marks}>
          <VisuallyHidden>Changed</VisuallyHidden>
          <IconButton
            name="reset"
            size="xs"
            label={`Reset ${field.label.toLowerCase()}`}
            onClick={field.reset}
          />
        </div>
      )}
      {children}
      {field.origin === 'wizard' && field.why && (
        <p className={style.wizard}>Filled in for you. {field.why}</p>
      )}
      <Findings findings={field.findings} id={`${field.id}-findings`} />
    </div>
  )
}
