import { create } from 'zustand'
import type { Path } from '../queries/surface'

export interface Notice {
  /** One notice of an id at a time: a newer one takes its place. */
  readonly id: string
  readonly kind: 'error' | 'warning' | 'info' | 'done'
  readonly title: string
  readonly lines: readonly string[]
  /** More to read below, each with the setting that it is about. */
  readonly items?: readonly { readonly text: string; readonly path?: Path | undefined }[]
}

interface Notices {
  readonly notices: readonly Notice[]
  tell(notice: Notice): void
  close(id: string): void
  /** Takes away what has had its time: good news without a list to work through. */
  closeRead(): void
}

export const useNotices = create<Notices>()((set, get) => ({
  notices: [],
  tell(notice) {
    set({ notices: [...get().notices.filter(({ id }) => id !== notice.id), notice] })
  },
  close(id) {
    set({ notices: get().notices.filter((notice) => notice.id !== id) })
  },
  closeRead() {
    set({
      notices: get().notices.filter(
        ({ kind, items }) => kind === 'error' || kind === 'warning' || items?.length,
      ),
    })
  },
}))

export const tell = (notice: Notice): void => useNotices.getState().tell(notice)
