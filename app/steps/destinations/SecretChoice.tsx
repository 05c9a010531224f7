import { Radio } from '@mantine/core'
import { useState } from 'react'
import { valueAt } from '../../../src/index'
import { OptionField } from '../../forms/OptionField'
import type { DestinationSecret, Edit } from '../../queries/surface'
import { choices, useChoices } from '../../store/choices'
import { TextSheet } from '../../ui/TextSheet'
import step from '../step.module.css'
import style from './destinations.module.css'

type Way = 'create' | 'existing' | 'external-secrets' | 'embedded'

/** Whether the Secret is made of what is typed, is there already, or comes out of a vault. */
export function SecretChoice({ name, secret }: { name: string; secret: DestinationSecret }) {
  const [vault, setVault] = useState(false)
  const kept = useChoices((state) => valueAt(state.values, ['destinations', name, 'secret']))
  const way: Way =
    valueAt(kept, ['embed']) === true
      ? 'embedded'
      : valueAt(kept, ['create']) !== false
        ? 'create'
        : vault
          ? 'external-secrets'
          : 'existing'
  function choose(next: string): void {
    setVault(next === 'external-secrets')
    if (next === 'create') void choices.getState().edit(madeEdits(name))
    else if (secret.mode !== 'external') void choices.getState().edit(outsideEdits(name, secret))
  }
  return (
    <>
      <Radio.Group
        label="Where its credentials come from"
        value={way}
        onChange={(next) => choose(String(next))}
      >
        <div className={style.radios}>
          <Radio
            value="create"
            label="Create a Secret from what I type here"
            description="Quickest. What you type is then in your values.yaml too."
          />
          <Radio
            value="existing"
            label="Use a Secret that exists in the cluster"
            description="For Git and Terraform: values.yaml only names the Secret. What was typed here is taken out."
          />
          <Radio
            value="external-secrets"
            label="External Secrets"
            description="The same, with the Secret made from a vault by the External Secrets Operator."
          />
          {way === 'embedded' && (
            <Radio
              value="embedded"
              label="Written into the config in plain text"
              description="As set in the values. For tests only."
            />
          )}
        </div>
      </Radio.Group>
      {secret.mode === 'external' && <Outside name={name} secret={secret} vault={vault} />}
    </>
  )
}

function madeEdits(name: string): Edit[] {
  const path = ['destinations', name, 'secret']
  return [{ path, remove: true }]
}

/**
 * A login without a type of its own is basic because its user name and password are there; they go,
 * so it is said.
 */
function outsideEdits(name: string, secret: DestinationSecret): Edit[] {
  const path = ['destinations', name]
  return [
    { path: [...path, 'auth', 'type'], value: secret.authentication },
    ...secret.typed.map((field): Edit => ({ path: [...path, ...field.split('.')], remove: true })),
    ...(secret.mode === 'embedded'
      ? [{ path: [...path, 'secret', 'embed'], remove: true } as const]
      : []),
    { path: [...path, 'secret', 'create'], value: false },
    { path: [...path, 'secret', 'name'], value: secret.name },
  ]
}

function Outside({
  name,
  secret,
  vault,
}: {
  name: string
  secret: DestinationSecret
  vault: boolean
}) {
  const path = ['destinations', name]
  const needed = secret.entries.filter((entry) => entry.needed)
  const further = secret.entries.filter((entry) => !entry.needed)
  return (
    <>
      <div className={step.pair}>
        <OptionField path={[...path, 'secret', 'name']} label="Name of the Secret" />
        <OptionField path={[...path, 'secret', 'namespace']} label="Namespace of the Secret" />
      </div>
      <div className={step.pair}>
        {needed.flatMap(({ fields }) =>
          fields.map((field) => (
            <OptionField key={field} path={[...path, ...`${field}Key`.split('.')]} />
          )),
        )}
      </div>
      {further.length > 0 && (
        <p className={step.help}>
          It may also hold {further.map(({ key }) => key).join(', ')}, which are used where they are
          there.
        </p>
      )}
      {vault ? (
        <TextSheet
          title="An ExternalSecret to start from: name your store and your entries in it"
          what={`the ExternalSecret for ${name}`}
          text={secret.externalSecret}
        />
      ) : (
        <TextSheet
          title="Make it before you install; each credential is asked for"
          what={`the kubectl command for ${name}`}
          text={secret.command}
        />
      )}
    </>
  )
}
