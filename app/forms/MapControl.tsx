import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { isRecord, valueAt } from '../../src/index'
import type { Dictionary, Option } from '../queries/surface'
import { choices, useChoices } from '../store/choices'
import { IconButton } from '../ui/IconButton'
import { Icon } from '../ui/icons'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import type { Field } from './use-field'

function emptyEntry(option: Option): unknown {
  switch (option.type) {
    case 'string':
    case 'choice':
      return ''
    case 'boolean':
      return option.default ?? false
    case 'number':
      return option.default ?? 0
    case 'list':
      return []
    default:
      return {}
  }
}

/** A map with keys of the user's own. */
export function MapControl({ field, option }: { field: Field; option: Dictionary }) {
  const edit = useChoices((state) => state.edit)
  const [name, setName] = useState('')
  const own = isRecord(field.own) ? field.own : {}
  const initial = isRecord(field.initial) ? field.initial : {}
  // Helm merges maps: the defaults stay unless a null takes them away.
  const keys = [
    ...new Set([
      ...Object.keys(initial),
      ...Object.keys(isRecord(field.value) ? field.value : {}),
      ...Object.keys(own),
    ]),
  ].filter((key) => own[key] !== null)
  function add(): void {
    const key = name.trim()
    if (key === '' || keys.includes(key)) return
    void edit([{ path: [...field.path, key], value: emptyEntry(option.items) }])
    setName('')
  }
  function remove(key: string): void {
    const path = [...field.path, key]
    if (Object.hasOwn(initial, key)) void edit([{ path, value: null }])
    else if (valueAt(choices.getState().values, path) !== undefined)
      void edit([{ path, remove: true }])
  }
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={style.legend} style={{ padding: 0 }}>
        {field.label}
      </legend>
      {option.help && <div className={style.help}>{option.help}</div>}
      <div className={style.items}>
        {keys.map((key) => (
          <div key={key} className={style.row}>
            <OptionField path={[...field.path, key]} option={option.items} label={key} />
            <div className={style.rowTools}>
              <IconButton
                name="remove"
                size="sm"
                label={`Remove ${key}`}
                onClick={() => remove(key)}
              />
            </div>
          </div>
        ))}
        <div className={style.addKey}>
          <TextInput
            size="xs"
            aria-label={`New key in ${field.label.toLowerCase()}`}
            placeholder="New key"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault()
                add()
              }
            }}
            autoComplete="off"
            spellCheck={false}
          />
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="add" size={12} />}
            onClick={add}
            aria-label={`Add to ${field.label.toLowerCase()}`}
          >
            Add
          </Button>
        </div>
      </div>
    </fieldset>
  )
}
