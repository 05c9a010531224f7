import { Alert, CloseButton } from '@mantine/core'
import { type Notice, useNotices } from '../store/notices'
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
    <div role="status" style={{ display: 'contents' }}>
      {notices.map((notice) => (
        <One key={notice.id} notice={notice} />
      ))}
    </div>
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
      <CloseButton
        aria-label={`Close: ${notice.title}`}
        onClick={() => close(notice.id)}
        style={{ position: 'absolute', insetBlockStart: 8, insetInlineEnd: 8 }}
      />
    </Alert>
  )
}
