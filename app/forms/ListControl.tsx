import { Button, TextInput } from '@mantine/core'
import { useRef } from 'react'
import type { List, Option } from '../queries/surface'
import { IconButton } from '../ui/IconButton'
import { Icon } from '../ui/icons'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import { useDraft } from './use-draft'
import type { Field } from './use-field'

/** What a new item starts as. */
function emptyItem(option: Option): unknown {
  switch (option.type) {
    case 'group':
    case 'map':
    case 'variant':
      return {}
    case 'list':
      return []
    case 'boolean':
      return false
    case 'number':
      return 0
    case 'any':
      return {}
    default:
      return ''
  }
}

/** A list: items to change, add, take away and move. */
export function ListControl({ field, option }: { field: Field; option: List }) {
  const box = useRef<HTMLFieldSetElement>(null)
  const items = Array.isArray(field.value) ? (field.value as unknown[]) : []
  function put(next: unknown[]): void {
    field.set(next.length === 0 && JSON.stringify(field.initial ?? []) === '[]' ? undefined : next)
  }
  function add(): void {
    put([...items, emptyItem(option.items)])
    // The new row is drawn once the core has answered; then it takes the focus.
    setTimeout(() => {
      const inputs = box.current?.querySelectorAll<HTMLElement>(
        '[data-item] input, [data-item] textarea',
      )
      inputs?.item(inputs.length - 1)?.focus()
    }, 120)
  }
  return (
    <fieldset ref={box} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={style.legend} style={{ padding: 0 }}>
        {field.label}
      </legend>
      {option.help && <div className={style.help}>{option.help}</div>}
      <div className={style.items}>
        {items.map((item, index) => (
          <Item
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
            key={index}
            field={field}
            option={option.items}
            items={items}
            item={item}
            index={index}
            put={put}
          />
        ))}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<Icon name="add" size={12} />}
          onClick={add}
          style={{ justifySelf: 'start' }}
          aria-label={`Add to ${field.label.toLowerCase()}`}
        >
          Add
        </Button>
      </div>
    </fieldset>
  )
}

interface ItemProps {
  readonly field: Field
  readonly option: Option
  readonly items: readonly unknown[]
  readonly item: unknown
  readonly index: number
  put(items: unknown[]): void
}

function Item({ field, option, items, item, index, put }: ItemProps) {
  const label = `${field.label}, item ${index + 1}`
  function move(by: number): void {
    const next = items.filter((_, other) => other !== index)
    next.splice(index + by, 0, item)
    put(next)
  }
  const tools = (
    <ItemTools
      label={label}
      first={index === 0}
      last={index === items.length - 1}
      onMove={move}
      onRemove={() => put(items.filter((_, other) => other !== index))}
    />
  )
  if (option.type === 'string' || option.type === 'choice')
    return (
      <div className={style.row} data-item>
        <TextItem
          label={label}
          value={typeof item === 'object' ? JSON.stringify(item) : String(item ?? '')}
          set={(text) => field.setIn([index], text)}
          paste={(texts) => put([...items.slice(0, index), ...texts, ...items.slice(index + 1)])}
        />
        {tools}
      </div>
    )
  return (
    <div className={style.item} data-item>
      <div className={style.itemHead}>
        Item {index + 1}
        {tools}
      </div>
      <ItemFields field={field} option={option} index={index} />
    </div>
  )
}

function ItemFields({ field, option, index }: { field: Field; option: Option; index: number }) {
  if (option.type === 'group')
    return Object.entries(option.fields).map(([key, inner]) => (
      <OptionField key={key} path={[...field.path, index, key]} option={inner} />
    ))
  return <OptionField path={[...field.path, index]} option={option} />
}

function TextItem({
  label,
  value,
  set,
  paste,
}: {
  label: string
  value: string
  set: (text: string) => void
  paste: (texts: string[]) => void
}) {
  const draft = useDraft(value, set)
  return (
    <TextInput
      aria-label={label}
      value={draft.value}
      onChange={(event) => draft.change(event.currentTarget.value)}
      onBlur={draft.leave}
      onPaste={(event) => {
        const texts = event.clipboardData
          .getData('text')
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')
        if (texts.length < 2) return
        event.preventDefault()
        paste(texts)
      }}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

function ItemTools({
  label,
  first,
  last,
  onMove,
  onRemove,
}: {
  label: string
  first: boolean
  last: boolean
  onMove: (by: number) => void
  onRemove: () => void
}) {
  return (
    <div className={style.rowTools}>
      {!(first && last) && (
        <>
          <IconButton
            name="up"
            size="sm"
            label={`Move up: ${label}`}
            disabled={first}
            onClick={() => onMove(-1)}
          />
          <IconButton
            name="down"
            size="sm"
            label={`Move down: ${label}`}
            disabled={last}
            onClick={() => onMove(1)}
          />
        </>
      )}
      <IconButton name="remove" size="sm" label={`Remove: ${label}`} onClick={onRemove} />
    </div>
  )
}
