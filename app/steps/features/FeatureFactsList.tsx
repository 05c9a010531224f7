import { Button } from '@mantine/core'
import { useCatalog, useMatrix, useOutput } from '../../queries/output'
import type { FeatureFacts, MatrixRow } from '../../queries/surface'
import { useView } from '../../store/view'
import step from '../step.module.css'
import style from './features.module.css'

/** Where a feature's data goes, what runs it, and what that costs; for one that is off, what would. */
export function FeatureFactsList({ feature, on }: { feature: FeatureFacts; on: boolean }) {
  const { rows, destinations } = useMatrix()
  const own = rows.filter((row) => row.feature === feature.key)
  return (
    <dl className={step.facts}>
      <dt>Costs</dt>
      <dd>{feature.costs}</dd>
      <dt>{on ? 'Goes to' : 'Would go to'}</dt>
      <dd>
        {own.length === 0
          ? 'Nothing is sent.'
          : destinations.length === 0
            ? `A destination for ${signalsOf(feature)}; there is none yet.`
            : own.map((row) => (
                <div key={row.pipeline.signal + row.pipeline.ecosystem}>
                  <Goes row={row} several={own.length > 1} />
                </div>
              ))}
      </dd>
      <dt>{on ? 'Runs on' : 'Would run on'}</dt>
      <dd>{on ? <RunsOn feature={feature} /> : <Home feature={feature} />}</dd>
    </dl>
  )
}

const signalsOf = ({ pipelines }: FeatureFacts) =>
  [...new Set(pipelines.map(({ signal }) => signal))].join(', ')

function Goes({ row, several }: { row: MatrixRow; several: boolean }) {
  const names = row.cells.flatMap(({ name, chosen, translated, through }) => {
    if (chosen) return [translated ? `${name} (translated)` : name]
    return through.length > 0 ? [`${name} (via ${through.join(', ')})`] : []
  })
  const what = several ? `${row.pipeline.signal}: ` : ''
  if (names.length > 0) return `${what}${names.join(', ')}`
  return `${what}nowhere: no destination takes ${row.pipeline.signal}`
}

/** The collector that runs it, with what that may do. */
function RunsOn({ feature }: { feature: FeatureFacts }) {
  const { collectors } = useOutput()
  const go = useView((state) => state.go)
  const runs = collectors.filter(({ features }) => features.includes(feature.key))
  if (runs.length === 0) return 'No collector yet.'
  return runs.map(({ name, privileges }) => (
    <div key={name} className={style.runs}>
      <Button variant="subtle" size="compact-xs" onClick={() => go('collectors')}>
        {name}
      </Button>
      {privileges.length > 0 && <span>{privileges.join(', ')}</span>}
    </div>
  ))
}

/** Where the wizard would run it. */
function Home({ feature }: { feature: FeatureFacts }) {
  const { roles } = useCatalog()
  const role = roles.find(({ name }) => name === feature.home)
  return role ? `${role.name} (${role.presets.join(', ')})` : feature.home
}
