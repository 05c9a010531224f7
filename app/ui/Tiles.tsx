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
  picked: string | null
  onPick: (id: string) => void
}) {
  return (
    <ul className={style.tiles} aria-label={label}>
      {tiles.map(({ id, title, help }) => (
        <li key={id}>
          <button
            type="button"
            className={style.tile}
            aria-pressed={picked === id}
            onClick={() => onPick(id)}
          >
            <span className={style.tileTitle}>{title}</span>
            <span className={style.tileHelp}>{help}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
