import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { core } from '../queries/core'
import { useChoices } from '../store/choices'
import style from './fields.module.css'
import type { Field } from './use-field'

function useYaml(value: unknown): string {
  const empty =
    value === undefined ||
    value === null ||
    JSON.stringify(value) === '{}' ||
    JSON.stringify(value) === '[]'
  const { data } = useQuery({
    queryKey: ['print', value],
    queryFn: () => core.printValue(value),
    enabled: !empty,
    gcTime: 60_000,
  })
  return empty ? '' : (data ?? '')
}

/** YAML of any shape. What does not parse yet stays in the field and says what is wrong. */
export function AnythingControl({ field }: { field: Field }) {
  const epoch = useChoices((state) => state.epoch)
  const shown = useYaml(field.own)
  const initial = useYaml(field.origin === 'choice' ? field.initial : field.value)
  const [draft, setDraft] = useState<{ text: string; epoch: number; problem?: string } | null>(null)
  const current = draft?.epoch === epoch ? draft : null
  async function change(text: string): Promise<void> {
    setDraft({ text, epoch })
    if (text.trim() === '') return field.reset()
    const read = await core.readValue(text)
    if ('problem' in read) {
      setDraft((now) => (now?.text === text ? { ...now, problem: read.problem } : now))
    } else field.set(read.value)
  }
  return (
    <Textarea
      label={field.label}
      description={field.option.help || 'YAML'}
      className={style.mono as string}
      classNames={{ label: style.labelled as string }}
      value={current ? current.text : shown}
      placeholder={initial || 'YAML'}
      autosize
      minRows={2}
      maxRows={20}
      spellCheck={false}
      error={current?.problem ?? field.findings.some(({ severity }) => severity === 'error')}
      onChange={(event) => void change(event.currentTarget.value)}
      onBlur={() => {
        if (!current?.problem) setDraft(null)
      }}
    />
  )
}
