import { Checkbox } from '@mantine/core'
import type { TextFormat } from '../queries/surface'
import style from './fields.module.css'
import type { Field } from './use-field'
import { useNames } from './use-names'

/** A list of names to tick. Names that lead nowhere stay to be seen, and to be unticked. */
export function NamesControl({ field, format }: { field: Field; format: TextFormat }) {
  const names = useNames(format)
  const picked = Array.isArray(field.value) ? field.value.map(String) : []
  const all = [...new Set([...picked, ...names])]
  return (
    <Checkbox.Group
      label={field.label}
      description={field.option.help}
      classNames={{ label: style.labelled as string }}
      value={picked}
      onChange={(next) => field.set(next.length === 0 ? undefined : next)}
    >
      <div className={style.items}>
        {all.map((name) => (
          <Checkbox key={name} value={name} label={name} size="sm" />
        ))}
        {all.length === 0 && (
          <p className={style.help} style={{ margin: 0 }}>
            {format === 'destination'
              ? 'There is no destination yet.'
              : 'There is nothing to pick yet.'}
          </p>
        )}
      </div>
    </Checkbox.Group>
  )
}
