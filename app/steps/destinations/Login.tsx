import { NativeSelect } from '@mantine/core'
import { optionAt } from '../../../src/index'
import { FieldFrame } from '../../forms/FieldFrame'
import { OptionField } from '../../forms/OptionField'
import { useField } from '../../forms/use-field'
import type { DestinationSecret, Group } from '../../queries/surface'
import step from '../step.module.css'
import style from './destinations.module.css'
import { SecretChoice } from './SecretChoice'

const titles: Readonly<Record<string, string>> = {
  none: 'No login',
  basic: 'User name and password',
  bearerToken: 'Bearer token',
  oauth2: 'OAuth 2',
  sigv4: 'AWS SigV4',
}

/** What each way to log in asks for; a destination leaves out what it has no option for. */
const fields: Readonly<Record<string, readonly string[]>> = {
  basic: ['auth.username', 'auth.password'],
  bearerToken: ['auth.bearerToken'],
  oauth2: ['auth.oauth2.clientId', 'auth.oauth2.clientSecret', 'auth.oauth2.tokenURL'],
  sigv4: ['auth.sigv4.region', 'auth.sigv4.accessKey', 'auth.sigv4.secretKey'],
}

/** How a destination logs in, and where its credentials are kept. */
export function Login({
  name,
  options,
  secretFields,
  secret,
}: {
  name: string
  options: Group
  secretFields: readonly string[]
  secret: DestinationSecret | null | undefined
}) {
  const path = ['destinations', name]
  const type = optionAt(options, {}, ['auth', 'type'])
  const field = useField([...path, 'auth', 'type'], type)
  if (type?.type !== 'choice') return null
  const given = typeof field.value === 'string' ? field.value : ''
  const current = given === '' ? (secret?.authentication ?? 'none') : given
  const known = type.choices.filter((choice) => choice !== '')
  const all = known.includes(current) ? known : [...known, current]
  const isOutside = secret?.mode === 'external'
  const asked = (fields[current] ?? []).filter(
    (dotted) =>
      optionAt(options, {}, dotted.split('.')) !== undefined &&
      !(isOutside && secretFields.includes(dotted)),
  )
  return (
    <fieldset className={style.part}>
      <legend className={style.legend}>Login</legend>
      <FieldFrame field={field}>
        <NativeSelect
          label="How to log in"
          value={current}
          data={all.map((value) => ({ value, label: titles[value] ?? value }))}
          onChange={(event) => field.set(event.currentTarget.value)}
        />
      </FieldFrame>
      {asked.length > 0 && (
        <div className={step.pair}>
          {asked.map((dotted) => (
            <OptionField key={dotted} path={[...path, ...dotted.split('.')]} />
          ))}
        </div>
      )}
      {secret && current !== 'none' && <SecretChoice name={name} secret={secret} />}
    </fieldset>
  )
}
