import { create } from 'zustand'
import type { Path } from '../queries/surface'
import { type StepId, stepOf, steps } from '../steps/steps'

/** What of the preview is looked at: the values, the graph, the manifests, or a config by its name. */
export type Tab = 'values' | 'graph' | 'manifests' | { readonly config: string }

export interface View {
  readonly step: StepId
  readonly tab: Tab
  /** Whether the preview covers the page, where there is no room beside it. */
  readonly sheet: boolean
  /** The setting that has the focus; its lines are marked in the preview. */
  readonly focused: Path | null
  /** A setting to bring into sight. A new object each time, so that asking twice works. */
  readonly target: { readonly path: Path } | null
  /** Whether the step was come to for the sake of one setting, which then takes the focus. */
  readonly jumped: boolean
  go(step: StepId): void
  /** Shows the field of a setting, whichever step it is on. */
  jump(path: Path): void
  arrive(): void
  show(tab: Tab): void
  setSheet(open: boolean): void
  focus(path: Path | null): void
}

function stepInAddress(): StepId | undefined {
  const wanted = globalThis.location?.hash.replace(/^#\/?/, '')
  return steps.find(({ id }) => id === wanted)?.id
}

export const useView = create<View>()((set, get) => ({
  step: stepInAddress() ?? 'cluster',
  tab: 'values',
  sheet: false,
  focused: null,
  target: null,
  jumped: false,
  go(step) {
    set({ step, sheet: false, jumped: false })
    if (stepInAddress() !== step) globalThis.location.hash = `/${step}`
  },
  jump(path) {
    get().go(stepOf(path))
    set({ target: { path }, jumped: true })
  },
  arrive() {
    set({ target: null })
  },
  show(tab) {
    set({ tab })
  },
  setSheet(sheet) {
    set({ sheet })
  },
  focus(focused) {
    set({ focused })
  },
}))

/** Follows the address: back, forward, and a step typed into it. */
export function followAddress(): () => void {
  const follow = (): void => {
    const step = stepInAddress()
    if (step && step !== useView.getState().step) useView.setState({ step, sheet: false })
  }
  globalThis.addEventListener('hashchange', follow)
  return () => globalThis.removeEventListener('hashchange', follow)
}
