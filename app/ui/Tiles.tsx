import { useId } from 'react'
import style from './ui.module.css'

export interface Tile {
  readonly id: string
  readonly title: string
  readonly help: string
}

/** Things to pick one of, each with a line on what it is. */
export function Tiles({
  label,
  tiles,
  picked,
  onPick,
}: {
  label: string
  tiles: readonly Tile[]
  /** The one that is picked; left out where picking does something at once. */
  picked?: string | null
  onPick: (id: string) => void
}) {
  const base = useId()
  return (
    <ul className={style.tiles} aria-label={label}>
      {tiles.map(({ id, title, help }) => (
        <li key={id}>
          <button
            type="button"
            className={style.tile}
            aria-label={title}
            aria-describedby={`${base}-${id}`}
            aria-pressed={picked === undefined ? undefined : picked === id}
            onClick={() => onPick(id)}
          >
            <span className={style.tileTitle}>{title}</span>
            <span className={style.tileHelp} id={`${base}-${id}`}>
              {help}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
