import type { ReactNode } from 'react'
import { Icon } from './icons'
import style from './ui.module.css'

/** What opens and closes a panel, standing where its heading stands. */
export function FoldButton({
  open,
  onToggle,
  children,
}: {
  open: boolean
  onToggle: () => void
  children: ReactNode
}) {
  return (
    <button type="button" className={style.fold} aria-expanded={open} onClick={onToggle}>
      <Icon name="chevron" />
      {children}
    </button>
  )
}
