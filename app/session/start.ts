import { choices } from '../store/choices'
import { tell, useNotices } from '../store/notices'
import { hasLink, openLink } from './link'
import { keepSaved, readSaved } from './saved'

/** Brings back the saved work, opens the link in the address, and keeps both up to date. */
export function startSession(): () => void {
  const watch = (): void => {
    if (hasLink(location.hash)) void takeLink(location.hash)
  }
  globalThis.addEventListener('hashchange', watch)
  const link = hasLink(location.hash) ? location.hash : undefined
  void restore().then(async () => {
    if (link) await takeLink(link)
  })
  const end = keepSaved()
  return () => {
    globalThis.removeEventListener('hashchange', watch)
    end()
  }
}

async function restore(): Promise<void> {
  const saved = readSaved()
  if (!saved || choices.getState().text !== '') return
  const { text, release, namespace } = saved
  const problems = await choices.getState().replace(text, { release, namespace })
  if (problems.length > 0 || text === '') return
  choices.temporal.getState().clear()
  tell({
    id: 'restored',
    kind: 'info',
    title: 'Your last session is back',
    lines: ['It is kept in this browser only. Passwords and other secrets are never stored.'],
  })
}

/** Takes the choices out of a link. What was there before is one undo away. */
async function takeLink(hash: string): Promise<void> {
  history.replaceState(null, '', '#/cluster')
  const opened = await openLink(hash)
  useNotices.getState().close('restored')
  if ('problem' in opened) {
    tell({
      id: 'link',
      kind: 'error',
      title: 'The link could not be opened',
      lines: [opened.problem, 'Your work is as it was.'],
    })
    return
  }
  const before = choices.getState().text
  const problems = await choices.getState().replace(opened.text, opened.names)
  tell(
    problems.length > 0
      ? {
          id: 'link',
          kind: 'error',
          title: 'The link could not be opened',
          lines: [problems[0]?.message ?? '', 'Your work is as it was.'],
        }
      : {
          id: 'link',
          kind: 'done',
          title: 'Opened from a link',
          lines: [
            'Links carry no secrets: type passwords again where they are missing.',
            ...(before === '' ? [] : ['Undo brings back what was here before.']),
          ],
        },
  )
}
