import { useSyncExternalStore } from 'react'

let wanted = false
let asked = false
const listeners = new Set<() => void>()

function load(): void {
  if (wanted) return
  wanted = true
  for (const listener of listeners) listener()
}

/**
 * Has the editor loaded once the browser has nothing better to do, so that it never stands in the
 * way of the first paint. Called when a preview comes into sight.
 */
export function wantEditor(): void {
  if (asked) return
  asked = true
  const soon = globalThis.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 300))
  const afterPaint = (): void => void soon(load, { timeout: 4000 })
  if (document.readyState === 'complete') afterPaint()
  else globalThis.addEventListener('load', afterPaint, { once: true })
}

export function useEditorWanted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wanted,
  )
}
