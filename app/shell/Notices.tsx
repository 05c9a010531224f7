import { Alert, Button, CloseButton } from '@mantine/core'
import { type Notice, useNotices } from '../store/notices'
import { useView } from '../store/view'
import { Icon } from '../ui/icons'

const look = {
  error: { color: 'red', icon: 'alert' },
  warning: { color: 'orange', icon: 'alert' },
  info: { color: 'blue', icon: 'info' },
  done: { color: 'teal', icon: 'check' },
} as const

/** What the page has to say about opening, restoring and linking. It stays until it is closed. */
export function Notices() {
  const notices = useNotices((state) => state.notices)
  return (
    <>
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </>
  )
}

function One({ notice }: { notice: Notice }) {
  const close = useNotices((state) => state.close)
  const { color, icon } = look[notice.kind]
  return (
    <Alert color={color} icon={<Icon name={icon} />} title={notice.title} pr={44} pos="relative">
      {notice.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {notice.items && <Items items={notice.items} />}
      <CloseButton
        aria-label={`Close: ${notice.title}`}
        onClick={() => close(notice.id)}
        style={{ position: 'absolute', insetBlockStart: 8, insetInlineEnd: 8 }}
      />
    </Alert>
  )
}

function Items({ items }: { items: NonNullable<Notice['items']> }) {
  const jump = useView((state) => state.jump)
  return (
    <ul style={{ margin: '6px 0 0', paddingInlineStart: 18, maxHeight: 260, overflowY: 'auto' }}>
      {items.map(({ text, path }) => (
        <li key={text + path?.join('.')}>
          {text}{' '}
          {path && path.length > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => jump(path)}>
              {path.join('.')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
