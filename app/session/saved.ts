import { isRecord } from '../../src/index'
import { core } from '../queries/core'
import { blank, choices, type Snapshot } from '../store/choices'

const key = 'k8s-monitoring-wizard.session'
const pause = 400

/** Keeps the choices in the browser as they change, secrets left out. Returns what ends that. */
export function keepSaved(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  async function save(): Promise<void> {
    const { text, release, namespace } = choices.getState()
    turn += 1
    const mine = turn
    const { text: clean } = await core.redacted(text)
    // Where nobody can tell what is a secret, what was saved before stays.
    if (clean === undefined || mine !== turn) return
    try {
      if (clean === '' && release === blank.release && namespace === blank.namespace)
        localStorage.removeItem(key)
      else
        localStorage.setItem(key, JSON.stringify({ version: 1, text: clean, release, namespace }))
    } catch {
      // Storage may be full or forbidden: the page works without.
    }
  }
  const end = choices.subscribe((now, before) => {
    if (
      now.text === before.text &&
      now.release === before.release &&
      now.namespace === before.namespace
    )
      return
    clearTimeout(timer)
    timer = setTimeout(() => void save(), pause)
  })
  return () => {
    clearTimeout(timer)
    end()
  }
}

/** What was kept, if it is there and whole. Anybody may have written into the storage: it is checked. */
export function readSaved(): Snapshot | undefined {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (!isRecord(saved) || saved.version !== 1 || typeof saved.text !== 'string') return undefined
    const { text, release, namespace } = saved
    return {
      ...blank,
      text,
      ...(typeof release === 'string' && { release }),
      ...(typeof namespace === 'string' && { namespace }),
    }
  } catch {
    return undefined
  }
}
