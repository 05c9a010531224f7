import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { isRecord } from '../../../src/index'
import { labelOf } from '../../forms/option-at'
import type { Option } from '../../queries/surface'

interface AnswerProps {
  readonly name: string
  readonly option: Option
  readonly value: unknown
  readonly change: (value: unknown) => void
}

/** One question of a recipe. Its answer is nowhere in the values yet, so it is kept by the form. */
export function AnswerField({ name, option, value, change }: AnswerProps) {
  const about = { label: labelOf(name, option), description: option.help }
  const text = { ...about, autoComplete: 'off', spellCheck: false }
  switch (option.type) {
    case 'boolean':
      return (
        <Switch
          {...about}
          checked={value === undefined ? option.default === true : value === true}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <NativeSelect
          {...about}
          value={String(value ?? option.default ?? '')}
          data={[...option.choices]}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
    case 'string':
    case 'number':
      return (
        <TextInput
          {...text}
          value={String(value ?? option.default ?? '')}
          placeholder={option.type === 'string' ? (option.example ?? '') : ''}
          onChange={(event) => change(numberOr(option, event.currentTarget.value))}
        />
      )
    case 'list':
      return (
        <Textarea
          {...text}
          description={`${option.help} One on each line.`}
          autosize
          minRows={2}
          maxRows={10}
          defaultValue={linesOf(value ?? option.default)}
          onChange={(event) => change(splitLines(event.currentTarget.value))}
        />
      )
    case 'map':
      return (
        <Textarea
          {...text}
          description={`${option.help} One on each line, as name=value.`}
          autosize
          minRows={2}
          maxRows={10}
          defaultValue={pairsOf(value ?? option.default)}
          onChange={(event) => change(mapOf(event.currentTarget.value))}
        />
      )
    default:
      return null
  }
}

function numberOr(option: Option, text: string): unknown {
  if (option.type !== 'number') return text
  if (text.trim() === '') return undefined
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}

const splitLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const linesOf = (list: unknown) => (Array.isArray(list) ? list.map(String).join('\n') : '')

const pairsOf = (map: unknown) =>
  isRecord(map)
    ? Object.entries(map)
        .map(([key, value]) => `${key}=${String(value)}`)
        .join('\n')
    : ''

/** Lines of `name=value` as a map; a line without a sign is a name without a value. */
function mapOf(text: string): Record<string, string> {
  return Object.fromEntries(
    splitLines(text).map((line) => {
      const at = line.indexOf('=')
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
