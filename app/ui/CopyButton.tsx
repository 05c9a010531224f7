import { Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { copyText } from '../session/clipboard'
import { Icon } from './icons'

type State = 'idle' | 'done' | 'failed'

/** Copies a text and says on itself whether that worked. */
export function CopyButton({
  text,
  what,
}: {
  text: string | (() => Promise<string>)
  what: string
}) {
  const [state, setState] = useState<State>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), state === 'done' ? 3000 : 6000)
    return () => clearTimeout(timer)
  }, [state])
  async function copy(): Promise<void> {
    const wanted = typeof text === 'string' ? text : await text()
    setState((await copyText(wanted)) ? 'done' : 'failed')
  }
  const says = {
    idle: 'Copy',
    done: 'Copied',
    failed: 'Not allowed: select it and copy by hand',
  }[state]
  return (
    <Tooltip label={`Copy ${what}`} openDelay={400} disabled={state !== 'idle'}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={
          <Icon
            name={state === 'done' ? 'check' : state === 'failed' ? 'alert' : 'copy'}
            size={14}
          />
        }
        aria-label={`Copy ${what}`}
        onClick={() => void copy()}
      >
        {says}
        <VisuallyHidden role="status">{state === 'idle' ? '' : says}</VisuallyHidden>
      </Button>
    </Tooltip>
  )
}
