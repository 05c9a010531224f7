import { useEffect } from 'react'
import { choices } from '../store/choices'

/** Undo and redo by keyboard, except where a text field has its own. */
export function useUndoKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof HTMLElement ? event.target : null
      if (
        target?.closest(
          'textarea, [contenteditable], .monaco-editor, input:not([type=checkbox], [type=radio])',
        )
      )
        return
      const key = event.key.toLowerCase()
      const again = key === 'y' || (key === 'z' && event.shiftKey)
      if (!again && key !== 'z') return
      event.preventDefault()
      void (again ? choices.getState().redo() : choices.getState().undo())
    }
    globalThis.addEventListener('keydown', press)
    return () => globalThis.removeEventListener('keydown', press)
  }, [])
}
