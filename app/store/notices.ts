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
}

export const useNotices = create<Notices>()((set, get) => ({
  notices: [],
  tell(notice) {
    set({ notices: [...get().notices.filter(({ id }) => id !== notice.id), notice] })
  },
  close(id) {
    set({ notices: get().notices.filter((notice) => notice.id !== id) })
  },
}))

export const tell = (notice: Notice): void => useNotices.getState().tell(notice)
