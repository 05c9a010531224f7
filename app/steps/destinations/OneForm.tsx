import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useCatalog } from '../../queries/output'
import type { Edit } from '../../queries/surface'
import { Icon } from '../../ui/icons'
import { Foresight } from '../Foresight'
import { freeName } from '../names'
import step from '../step.module.css'
import type { Kind } from './kinds'

interface Draft {
  readonly name: string
  readonly url: string
  readonly login: string
  readonly user: string
  readonly secret: string
}

function authOf({ login, user, secret }: Draft): Record<string, unknown> | undefined {
  if (login === 'basic')
    return {
      type: 'basic',
      ...(user !== '' && { username: user }),
      ...(secret !== '' && { password: secret }),
    }
  if (login === 'bearerToken')
    return { type: 'bearerToken', ...(secret !== '' && { bearerToken: secret }) }
  return undefined
}

/** OTLP over gRPC goes to port 4317 by custom, and to a bare host and port; else it is HTTP. */
const protocolOf = (url: string) =>
  /:4318\b/.test(url) || /^https?:\/\/[^/]+\/./.test(url) ? 'http' : 'grpc'

function editsOf(kind: Kind, draft: Draft, name: string): Edit[] {
  const url = draft.url.trim()
  const auth = authOf(draft)
  const value = {
    type: kind.type,
    ...(url !== '' && { url }),
    ...(kind.type === 'otlp' && url !== '' && { protocol: protocolOf(url) }),
    ...(kind.type === 'otlp' && url.startsWith('http://') && { tls: { insecure: true } }),
    ...(auth && { auth }),
  }
  return [{ path: ['destinations', name], value }]
}

const blank: Draft = { name: '', url: '', login: 'none', user: '', secret: '' }

/** A destination of one type: its name, and where it has them its address and login. */
export function OneForm({
  kind,
  taken,
  onAdd,
}: {
  kind: Kind
  taken: readonly string[]
  onAdd: (edits: readonly Edit[]) => Promise<void>
}) {
  const { destinations } = useCatalog()
  const fields = destinations.find(({ type }) => type === kind.type)?.options.fields ?? {}
  const [draft, setDraft] = useState(blank)
  const change = (more: Partial<Draft>) => setDraft({ ...draft, ...more })
  const suggested = freeName(kind.name, taken)
  const name = draft.name.trim() || suggested
  const isTaken = taken.includes(name)
  const edits = useMemo(() => editsOf(kind, draft, name), [kind, draft, name])
  const looked = useDeferredValue(edits)
  return (
    <form
      className={step.step}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTaken) void onAdd(edits)
      }}
    >
      <div className={step.pair}>
        <TextInput
          label="Name"
          description="Yours to choose; features refer to it."
          placeholder={suggested}
          value={draft.name}
          error={isTaken ? 'There is one of this name.' : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        {'url' in fields && (
          <TextInput
            label="Address"
            description="The URL that data is pushed to, path included."
            placeholder={kind.example ?? ''}
            inputMode="url"
            value={draft.url}
            onChange={(event) => change({ url: event.currentTarget.value })}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </div>
      {'auth' in fields && <LoginFields draft={draft} change={change} />}
      <Foresight edits={isTaken ? [] : looked} />
      <div>
        <Button type="submit" leftSection={<Icon name="add" />} disabled={isTaken}>
          Add destination
        </Button>
      </div>
    </form>
  )
}

function LoginFields({ draft, change }: { draft: Draft; change: (more: Partial<Draft>) => void }) {
  return (
    <div className={step.pair}>
      <NativeSelect
        label="How to log in"
        description="More ways, and Secrets of your own, once it is added."
        value={draft.login}
        data={[
          { value: 'none', label: 'No login' },
          { value: 'basic', label: 'User name and password' },
          { value: 'bearerToken', label: 'Bearer token' },
        ]}
        onChange={(event) => change({ login: event.currentTarget.value })}
      />
      {draft.login === 'basic' && (
        <TextInput
          label="User name"
          value={draft.user}
          onChange={(event) => change({ user: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {draft.login !== 'none' && (
        <PasswordInput
          label={draft.login === 'basic' ? 'Password or token' : 'Token'}
          description="Kept out of links and of what the browser stores."
          value={draft.secret}
          onChange={(event) => change({ secret: event.currentTarget.value })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show it' }}
        />
      )}
    </div>
  )
}
