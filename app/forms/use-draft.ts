import { useState } from 'react'
import { useChoices } from '../store/choices'

/**
 * What an input shows while it is typed in: the text itself at once, whatever way the round through
 * the core takes. It gives way to the choices when the input is left, and when something other than
 * a form changed them.
 */
export function useDraft(shown: string, commit: (text: string) => void) {
  const epoch = useChoices((state) => state.epoch)
  const [draft, setDraft] = useState<{ text: string; epoch: number } | null>(null)
  return {
    value: draft && draft.epoch === epoch ? draft.text : shown,
    change(text: string) {
      setDraft({ text, epoch })
      commit(text)
    },
    leave() {
      setDraft(null)
    },
  }
}
