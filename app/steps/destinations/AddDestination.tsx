import { useState } from 'react'
import { useCatalog } from '../../queries/output'
import type { Edit } from '../../queries/surface'
import { choices } from '../../store/choices'
import { Tiles } from '../../ui/Tiles'
import { Card } from '../StepFrame'
import { GrafanaCloudForm } from './GrafanaCloudForm'
import { kindsOf } from './kinds'
import { OneForm } from './OneForm'

/** Adding a destination starts from what people have. */
export function AddDestination({
  taken,
  onAdded,
}: {
  taken: readonly string[]
  onAdded: (names: readonly string[]) => void
}) {
  const catalog = useCatalog()
  const kinds = kindsOf(catalog)
  const [picked, setPicked] = useState<string | null>(null)
  const kind = kinds.find(({ id }) => id === picked)
  async function add(edits: readonly Edit[]): Promise<void> {
    await choices.getState().edit(edits)
    setPicked(null)
    onAdded([...new Set(edits.map(({ path }) => String(path[1])))])
  }
  return (
    <Card title="Add a destination" help="What do you have?">
      <Tiles
        label="Kinds of destinations"
        tiles={kinds}
        picked={picked}
        onPick={(id) => setPicked(id === picked ? null : id)}
      />
      {kind?.id === 'grafana-cloud' ? (
        <GrafanaCloudForm taken={taken} onAdd={add} />
      ) : (
        kind && <OneForm key={kind.id} kind={kind} taken={taken} onAdd={add} />
      )}
    </Card>
  )
}
