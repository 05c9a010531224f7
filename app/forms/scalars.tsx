import { NativeSelect, PasswordInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import type { Choice, Count, Flag, Text } from '../queries/surface'
import style from './fields.module.css'
import { useDraft } from './use-draft'
import type { Field } from './use-field'
import { useNames } from './use-names'

interface ControlProps<O> {
  readonly field: Field
  readonly option: O
}

/** What Mantine's inputs share: label, help, and the state that findings put them in. */
function common(field: Field) {
  const wrong = field.findings.some(({ severity }) => severity === 'error')
  return {
    label: field.label,
    description: helpOf(field),
    error: wrong,
    'aria-describedby': field.findings.length > 0 ? `${field.id}-findings` : undefined,
    classNames: { label: style.labelled as string },
  }
}

function helpOf({ option }: Field): string | undefined {
  const words = [option.help, option.deprecated && `Deprecated: ${option.deprecated}`]
    .filter(Boolean)
    .join(' ')
  return words === '' ? undefined : words
}

export function FlagControl({ field, option }: ControlProps<Flag>) {
  if (option.nullable)
    return (
      <NativeSelect
        {...common(field)}
        value={field.value === null || field.value === undefined ? '' : String(field.value)}
        data={[
          { value: '', label: 'Default' },
          { value: 'true', label: 'On' },
          { value: 'false', label: 'Off' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          value === '' ? field.reset() : field.set(value === 'true')
        }
      />
    )
  const { classNames: _, ...rest } = common(field)
  return (
    <Switch
      {...rest}
      checked={field.value === true}
      onChange={(event) => field.set(event.currentTarget.checked)}
    />
  )
}

const lines = new Set(['multiline', 'pem', 'alloy'])

export function TextControl({ field, option }: ControlProps<Text>) {
  const shown =
    typeof field.own === 'string' || typeof field.own === 'number' ? String(field.own) : ''
  const automatic = field.origin === 'wizard' ? String(field.value ?? '') : ''
  const draft = useDraft(shown, (text) =>
    field.set(text === '' && (field.initial === '' || field.initial === null) ? undefined : text),
  )
  const names = useNames(option.format)
  const list = useId()
  const input = {
    ...common(field),
    value: draft.value,
    placeholder: automatic || (field.initial ? String(field.initial) : (option.example ?? '')),
    onBlur: draft.leave,
    autoComplete: 'off',
    spellCheck: false,
  }
  if (option.secret)
    return lines.has(option.format ?? '') ? (
      <Textarea
        {...input}
        description={`${option.help} Kept out of links and of what the browser stores.`}
        className={style.mono as string}
        autosize
        minRows={3}
        maxRows={12}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
    ) : (
      <PasswordInput
        {...input}
        description={`${option.help} Kept out of links and of what the browser stores.`}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': `Show ${field.label.toLowerCase()}` }}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
    )
  if (lines.has(option.format ?? ''))
    return (
      <Textarea
        {...input}
        className={style.mono as string}
        autosize
        minRows={option.format === 'multiline' ? 2 : 4}
        maxRows={20}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
    )
  return (
    <>
      <TextInput
        {...input}
        {...(option.format === 'url' && { inputMode: 'url' as const })}
        {...(names.length > 0 && { list })}
        onChange={(event) => draft.change(event.currentTarget.value)}
      />
      {names.length > 0 && (
        <datalist id={list}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  )
}

export function CountControl({ field, option }: ControlProps<Count>) {
  const shown =
    typeof field.own === 'number' || typeof field.own === 'string' ? String(field.own) : ''
  const draft = useDraft(shown, (text) => {
    const number = Number(text)
    if (text.trim() === '') field.reset()
    else field.set(Number.isFinite(number) ? number : text)
  })
  const standing = field.origin === 'choice' ? field.initial : field.value
  return (
    <TextInput
      {...common(field)}
      inputMode={option.integer ? 'numeric' : 'decimal'}
      value={draft.value}
      placeholder={standing === null || standing === undefined ? '' : String(standing)}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.leave}
      autoComplete="off"
    />
  )
}

export function ChoiceControl({ field, option }: ControlProps<Choice>) {
  const value = typeof field.value === 'string' ? field.value : ''
  const known = option.choices.includes(value) ? option.choices : [value, ...option.choices]
  return (
    <NativeSelect
      {...common(field)}
      value={value}
      data={known.map((choice) => ({
        value: choice,
        label: `${choice === '' ? 'Not set' : choice}${choice === field.initial ? ' (default)' : ''}`,
      }))}
      onChange={(event) => field.set(event.currentTarget.value)}
    />
  )
}
