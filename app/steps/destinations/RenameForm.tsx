import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { NamedSection } from '../../queries/surface'
import { choices } from '../../store/choices'
import step from '../step.module.css'

/** Gives a destination or processor another name; whatever names it follows. */
export function RenameForm({
  section,
  name,
  taken,
  onDone,
}: {
  section: NamedSection
  name: string
  taken: readonly string[]
  onDone: (name: string) => void
}) {
  const [draft, setDraft] = useState(name)
  const wanted = draft.trim()
  const wrong =
    wanted === ''
      ? 'A name is needed.'
      : wanted !== name && taken.includes(wanted)
        ? 'There is one of this name.'
        : undefined
  async function save(): Promise<void> {
    if (wrong) return
    await choices.getState().renameUnit(section, name, wanted)
    onDone(wanted)
  }
  return (
    <form
      className={step.line}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label="New name"
        value={draft}
        error={wrong}
        data-autofocus
        ref={(input) => {
          if (input && document.activeElement === document.body) input.focus()
        }}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone(name)
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" size="compact-md" disabled={wrong !== undefined}>
        Rename
      </Button>
      <Button variant="default" size="compact-md" onClick={() => onDone(name)}>
        Cancel
      </Button>
    </form>
  )
}
