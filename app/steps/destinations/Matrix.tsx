import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMatrix } from '../../queries/output'
import type { DestinationMatrix, MatrixCell, MatrixRow } from '../../queries/surface'
import { useView } from '../../store/view'
import { Card } from '../StepFrame'
import step from '../step.module.css'
import style from './destinations.module.css'
import { cellWords, reasonOf } from './reasons'

const rowKey = ({ feature, pipeline }: MatrixRow) =>
  `${feature} ${pipeline.signal} ${pipeline.ecosystem}`

/** Feature by destination: what goes where, and at a click why. */
export function Matrix() {
  const matrix = useMatrix()
  const rows = matrix.rows.filter(({ on }) => on)
  if (rows.length === 0 || matrix.destinations.length === 0) return null
  return (
    <Card
      title="What goes where"
      help="Pick a cell to read why. A feature that names no destination sends to every one of its own kind."
    >
      <Table rows={rows} matrix={matrix} />
    </Card>
  )
}

function Table({ rows, matrix }: { rows: readonly MatrixRow[]; matrix: DestinationMatrix }) {
  const [picked, setPicked] = useState<{ row: string; name: string } | null>(null)
  const row = rows.find((one) => rowKey(one) === picked?.row)
  const cell = row?.cells.find(({ name }) => name === picked?.name)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label="Features and destinations">
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">Feature</th>
              {matrix.destinations.map(({ name, title }) => (
                <th key={name} scope="col" title={title}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={rowKey(one)}>
                <th scope="row">
                  {one.title} <span className={style.signal}>{one.pipeline.signal}</span>
                </th>
                {one.cells.map((inner) => (
                  <td key={inner.name}>
                    <Cell
                      row={one}
                      cell={inner}
                      picked={one === row && inner === cell}
                      onPick={() => setPicked({ row: rowKey(one), name: inner.name })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div role="status" className={style.why}>
        {row && cell && <Why row={row} cell={cell} />}
      </div>
      <Lost rows={rows} />
    </>
  )
}

function Cell({
  row,
  cell,
  picked,
  onPick,
}: {
  row: MatrixRow
  cell: MatrixCell
  picked: boolean
  onPick: () => void
}) {
  const { short, tone } = cellWords(cell)
  return (
    <button
      type="button"
      className={style.cell}
      data-tone={tone}
      aria-pressed={picked}
      aria-label={`${short}: ${row.title}, ${row.pipeline.signal}, ${cell.name}`}
      onClick={onPick}
    >
      {short}
    </button>
  )
}

function Why({ row, cell }: { row: MatrixRow; cell: MatrixCell }) {
  const jump = useView((state) => state.jump)
  return (
    <>
      <p>{reasonOf(row, cell)}</p>
      <Button variant="default" size="compact-sm" onClick={() => jump(row.path)}>
        Choose where {row.title} sends
      </Button>
    </>
  )
}

/** Pipelines that end nowhere. */
function Lost({ rows }: { rows: readonly MatrixRow[] }) {
  const lost = rows.filter(
    ({ feature, cells }) => feature !== 'integrations' && cells.every(({ chosen }) => !chosen),
  )
  if (lost.length === 0) return null
  return (
    <ul className={`${step.list} ${step.help}`}>
      {lost.map((row) => (
        <li key={rowKey(row)}>
          Nothing takes the {row.pipeline.signal} of {row.title}.
          {row.missing.length > 0 && ` It names ${row.missing.join(', ')}, which is not there.`}
        </li>
      ))}
    </ul>
  )
}
