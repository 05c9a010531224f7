import { Button, PasswordInput, Radio, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useSecretCommand } from '../../queries/output'
import type { Edit } from '../../queries/surface'
import { useChoices } from '../../store/choices'
import { Icon } from '../../ui/icons'
import { TextSheet } from '../../ui/TextSheet'
import { Foresight } from '../Foresight'
import step from '../step.module.css'
import style from './destinations.module.css'
import {
  type CloudEndpoint,
  type CloudService,
  type CloudStack,
  cloudEdits,
  secretKeys,
} from './grafana-cloud'

interface ServiceWords {
  readonly service: CloudService
  readonly title: string
  readonly help: string
  readonly example: string
}

const services: readonly ServiceWords[] = [
  {
    service: 'metrics',
    title: 'Prometheus (metrics)',
    help: 'On the stack’s page under Prometheus, Details: the remote write endpoint.',
    example: 'https://prometheus-prod-….grafana.net/api/prom/push',
  },
  {
    service: 'logs',
    title: 'Loki (logs)',
    help: 'Under Loki, Details: the URL.',
    example: 'https://logs-prod-….grafana.net',
  },
  {
    service: 'traces',
    title: 'OpenTelemetry or Tempo (traces)',
    help: 'Under OpenTelemetry, Configure: the OTLP endpoint, which takes metrics and logs from applications too. Or Tempo’s URL, for traces alone.',
    example: 'https://otlp-gateway-prod-….grafana.net/otlp',
  },
  {
    service: 'profiles',
    title: 'Pyroscope (profiles)',
    help: 'Under Pyroscope, Details: the URL.',
    example: 'https://profiles-prod-….grafana.net',
  },
]

const nowhere: CloudEndpoint = { url: '', user: '' }
const blank: CloudStack = {
  endpoints: { metrics: nowhere, logs: nowhere, traces: nowhere, profiles: nowhere },
  token: '',
  secret: null,
}

/** A stack's endpoints and one token become the destinations that they are. */
export function GrafanaCloudForm({
  taken,
  onAdd,
}: {
  taken: readonly string[]
  onAdd: (edits: readonly Edit[]) => Promise<void>
}) {
  const [stack, setStack] = useState(blank)
  const edits = useMemo(() => cloudEdits(stack, taken), [stack, taken])
  const looked = useDeferredValue(edits)
  return (
    <form
      className={step.step}
      onSubmit={(event) => {
        event.preventDefault()
        if (edits.length > 0) void onAdd(edits)
      }}
    >
      <p className={step.help}>
        Fill in the services that you use; the rest stays empty. Each becomes a destination.
      </p>
      {services.map((words) => (
        <Service
          key={words.service}
          words={words}
          endpoint={stack.endpoints[words.service]}
          change={(endpoint) =>
            setStack({ ...stack, endpoints: { ...stack.endpoints, [words.service]: endpoint } })
          }
        />
      ))}
      <Token stack={stack} change={setStack} />
      <Foresight edits={looked} />
      <div>
        <Button type="submit" leftSection={<Icon name="add" />} disabled={edits.length === 0}>
          {edits.length < 2 ? 'Add destination' : `Add ${edits.length} destinations`}
        </Button>
      </div>
    </form>
  )
}

function Service({
  words: { title, help, example },
  endpoint,
  change,
}: {
  words: ServiceWords
  endpoint: CloudEndpoint
  change: (endpoint: CloudEndpoint) => void
}) {
  return (
    <fieldset className={style.part}>
      <legend className={style.legend}>{title}</legend>
      <div className={style.service}>
        <TextInput
          label="URL"
          aria-label={`URL of ${title}`}
          description={help}
          placeholder={example}
          inputMode="url"
          value={endpoint.url}
          onChange={(event) => change({ ...endpoint, url: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="User or instance ID"
          aria-label={`User or instance ID of ${title}`}
          description="A number, beside the URL."
          inputMode="numeric"
          value={endpoint.user}
          onChange={(event) => change({ ...endpoint, user: event.currentTarget.value })}
          autoComplete="off"
        />
      </div>
    </fieldset>
  )
}

function Token({ stack, change }: { stack: CloudStack; change: (stack: CloudStack) => void }) {
  return (
    <fieldset className={style.part}>
      <legend className={style.legend}>Access token</legend>
      <Radio.Group
        aria-label="Where the token comes from"
        value={stack.secret ? 'secret' : 'typed'}
        onChange={(way) =>
          change({
            ...stack,
            token: way === 'secret' ? '' : stack.token,
            secret: way === 'secret' ? { name: 'grafana-cloud', namespace: '' } : null,
          })
        }
      >
        <div className={style.radios}>
          <Radio
            value="typed"
            label="Type it here"
            description="The chart makes Secrets of it. It is then in your values.yaml too."
          />
          <Radio
            value="secret"
            label="Keep it in a Secret of your own"
            description="values.yaml names the Secret and holds neither token nor numbers: the way for Git and Terraform."
          />
        </div>
      </Radio.Group>
      {stack.secret ? (
        <OwnSecret stack={stack} secret={stack.secret} change={change} />
      ) : (
        <PasswordInput
          label="Token"
          description="An access policy’s token with the scopes metrics, logs, traces and profiles to write. Kept out of links and of what the browser stores."
          value={stack.token}
          onChange={(event) => change({ ...stack, token: event.currentTarget.value })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
        />
      )}
    </fieldset>
  )
}

function OwnSecret({
  stack,
  secret,
  change,
}: {
  stack: CloudStack
  secret: NonNullable<CloudStack['secret']>
  change: (stack: CloudStack) => void
}) {
  const release = useChoices((state) => state.namespace)
  const command = useSecretCommand({
    name: secret.name,
    namespace: secret.namespace || release,
    keys: secretKeys(stack),
  })
  return (
    <>
      <div className={step.pair}>
        <TextInput
          label="Name of the Secret"
          value={secret.name}
          onChange={(event) =>
            change({ ...stack, secret: { ...secret, name: event.currentTarget.value } })
          }
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          label="Namespace of the Secret"
          placeholder={release}
          value={secret.namespace}
          onChange={(event) =>
            change({ ...stack, secret: { ...secret, namespace: event.currentTarget.value } })
          }
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <TextSheet
        title="Make it before you install; token and numbers are asked for"
        what="the kubectl command for the stack"
        text={command}
      />
    </>
  )
}
