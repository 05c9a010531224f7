import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '../queries/core'
import { useLinesOf, useOutput } from '../queries/output'
import type { Lines, Output } from '../queries/surface'
import { choices, useChoices } from '../store/choices'
import { useView } from '../store/view'
import { CodeView, type Marker } from './CodeView'
import { FileTools } from './FileTools'
import style from './output.module.css'

/** values.yaml: the whole file as it installs, or the user's own choices to type in. */
export function ValuesPanel() {
  const [side, setSide] = useState('complete')
  const hasDraft = useChoices((state) => state.draft !== null)
  const shown = hasDraft ? 'choices' : side
  const output = useOutput()
  return (
    <>
      <div className={style.bar}>
        <SegmentedControl
          size="xs"
          aria-label="Which values"
          value={shown}
          onChange={setSide}
          data={[
            { value: 'complete', label: 'Complete file' },
            { value: 'choices', label: 'Edit as YAML' },
          ]}
        />
        {shown === 'complete' && <FileTools name="values.yaml" text={output.text} />}
      </div>
      <div className={style.code}>
        {shown === 'complete' ? <CompleteValues output={output} /> : <OwnValues />}
      </div>
    </>
  )
}

function CompleteValues({ output }: { output: Output }) {
  const focus = useView((state) => state.focused)
  const focused = useLinesOf(output.text, focus)
  const { data: added } = useQuery({
    queryKey: ['added', output.text, output.decisions],
    queryFn: () =>
      Promise.all(
        output.decisions.map(async ({ path, why }) => {
          const lines = await core.linesOf(output.text, path)
          return lines && { ...lines, why }
        }),
      ),
    gcTime: 60_000,
  })
  const jump = useView((state) => state.jump)
  if (output.text.trim() === '')
    return (
      <div className={style.empty}>
        <strong>Nothing chosen yet</strong>
        <span>
          Name the cluster, add a destination and switch features on. The file grows here.
        </span>
      </div>
    )
  return (
    <CodeView
      name="values.yaml"
      label="Complete values.yaml"
      language="yaml"
      text={output.text}
      focused={focused}
      added={(added ?? []).filter((lines): lines is Lines & { why: string } => lines !== null)}
      onLine={async (_, offset) => {
        const path = await core.pathAt(output.text, offset)
        if (path.length > 0) jump(path)
      }}
    />
  )
}

function OwnValues() {
  const text = useChoices((state) => state.draft?.text ?? state.text)
  const problems = useChoices((state) => state.draft?.problems)
  const focus = useView((state) => state.focused)
  const focused = useLinesOf(text, focus)
  const output = useOutput()
  const { data: found } = useQuery({
    queryKey: ['markers', text, output.diagnostics],
    queryFn: () =>
      Promise.all(
        output.diagnostics.map(async ({ path, message, severity }) => {
          const lines = await core.linesOf(text, path)
          return lines && { line: lines.startLine, message, severity }
        }),
      ),
    enabled: !problems,
    gcTime: 60_000,
  })
  const markers: Marker[] = problems
    ? [...problems]
    : (found ?? []).filter((marker): marker is Marker & { line: number } => marker !== null)
  return (
    <CodeView
      name="choices"
      label="Your choices as YAML"
      language="yaml"
      text={text}
      onType={(typed) => void choices.getState().type(typed)}
      focused={focused}
      markers={markers}
    />
  )
}
