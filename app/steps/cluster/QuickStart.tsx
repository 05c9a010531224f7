import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCatalog } from '../../queries/output'
import type { Edit } from '../../queries/surface'
import { templates } from '../../queries/templates'
import { startFrom } from '../../session/start-from'
import { choices, useChoices } from '../../store/choices'
import { useView } from '../../store/view'
import { Card } from '../StepFrame'
import style from '../step.module.css'

const wishes = [
  {
    id: 'metrics',
    title: 'How the cluster is doing: metrics of nodes, containers and objects',
    features: ['clusterMetrics'],
    signal: 'metrics',
  },
  {
    id: 'logs',
    title: 'What the applications write: pod logs',
    features: ['podLogsViaLoki'],
    signal: 'logs',
  },
  {
    id: 'events',
    title: 'What happens in the cluster: events and node logs',
    features: ['clusterEvents', 'nodeLogs'],
    signal: 'logs',
  },
] as const

const backends = [
  { value: 'separate', label: 'Prometheus and Loki (Grafana Cloud, Mimir, self-hosted)' },
  { value: 'otlp', label: 'One OTLP endpoint' },
] as const

/** Three questions to a working result; shown while there is nothing yet. */
export function QuickStart() {
  const isBlank = useChoices((state) => Object.keys(state.values).every((key) => key === 'cluster'))
  const [open, setOpen] = useState(true)
  if (!isBlank || !open) return null
  return <Questions onDone={() => setOpen(false)} />
}

function Questions({ onDone }: { onDone: () => void }) {
  const { features } = useCatalog()
  const go = useView((state) => state.go)
  const [name, setName] = useState('')
  const [backend, setBackend] = useState<string>('separate')
  const [metricsUrl, setMetricsUrl] = useState('')
  const [logsUrl, setLogsUrl] = useState('')
  const [picked, setPicked] = useState<string[]>(['metrics', 'logs', 'events'])
  async function build(): Promise<void> {
    const edits: Edit[] = []
    if (name.trim()) edits.push({ path: ['cluster', 'name'], value: name.trim() })
    const chosen = wishes.filter(({ id }) => picked.includes(id))
    if (backend === 'otlp')
      edits.push({
        path: ['destinations', 'otlp'],
        value: { type: 'otlp', url: metricsUrl.trim() },
      })
    else {
      if (chosen.some(({ signal }) => signal === 'metrics'))
        edits.push({
          path: ['destinations', 'prometheus'],
          value: { type: 'prometheus', url: metricsUrl.trim() },
        })
      if (chosen.some(({ signal }) => signal === 'logs'))
        edits.push({ path: ['destinations', 'loki'], value: { type: 'loki', url: logsUrl.trim() } })
    }
    for (const { features: keys } of chosen)
      for (const key of keys)
        if (features.some((feature) => feature.key === key))
          edits.push({ path: [key, 'enabled'], value: true })
    await choices.getState().edit(edits)
    onDone()
    go('review')
  }
  const needsMetrics = backend === 'otlp' || picked.includes('metrics')
  const needsLogs = backend !== 'otlp' && picked.some((id) => id !== 'metrics')
  return (
    <Card
      title="New here? Three questions make a working setup"
      help="Or go through the steps: everything can be changed later."
      tools={
        <Button variant="subtle" color="gray" size="compact-sm" onClick={onDone}>
          Hide
        </Button>
      }
    >
      <TextInput
        label="What is the cluster called?"
        placeholder="production-eu"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        autoComplete="off"
      />
      <NativeSelect
        label="Where should the data go?"
        data={[...backends]}
        value={backend}
        onChange={(event) => setBackend(event.currentTarget.value)}
      />
      <div className={style.pair}>
        {needsMetrics && (
          <TextInput
            label={backend === 'otlp' ? 'OTLP endpoint' : 'Prometheus remote write URL'}
            placeholder={
              backend === 'otlp'
                ? 'https://otlp.example.com:443'
                : 'https://prometheus.example.com/api/prom/push'
            }
            inputMode="url"
            value={metricsUrl}
            onChange={(event) => setMetricsUrl(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
        {needsLogs && (
          <TextInput
            label="Loki push URL"
            placeholder="https://loki.example.com/loki/api/v1/push"
            inputMode="url"
            value={logsUrl}
            onChange={(event) => setLogsUrl(event.currentTarget.value)}
            autoComplete="off"
          />
        )}
      </div>
      <Checkbox.Group label="What do you want to see?" value={picked} onChange={setPicked}>
        <div style={{ display: 'grid', gap: 8, marginBlockStart: 6 }}>
          {wishes.map(({ id, title }) => (
            <Checkbox key={id} value={id} label={title} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={style.line}>
        <Button onClick={() => void build()} disabled={picked.length === 0}>
          Build it
        </Button>
      </div>
      <div className={style.line}>
        <span className={style.help}>Or start from</span>
        {templates.map(({ id, title, help }) => (
          <Button
            key={id}
            variant="default"
            size="compact-sm"
            title={help}
            onClick={() => void startFrom(id)}
          >
            {title}
          </Button>
        ))}
      </div>
    </Card>
  )
}
