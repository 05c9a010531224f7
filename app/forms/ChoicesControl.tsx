import { Checkbox } from '@mantine/core'
import { useCatalog } from '../queries/output'
import type { Choice } from '../queries/surface'
import style from './fields.module.css'
import type { Field } from './use-field'

/** Several out of a few: the first picked stands first in the list. */
export function ChoicesControl({ field, option }: { field: Field; option: Choice }) {
  const { presets } = useCatalog()
  const isPresets = field.path.at(-1) === 'presets'
  const picked = Array.isArray(field.value) ? field.value.map(String) : []
  const all = [...new Set([...picked, ...option.choices])]
  return (
    <Checkbox.Group
      label={field.label}
      description={field.option.help}
      classNames={{ label: style.labelled as string }}
      value={picked}
      onChange={(next) => field.set(next)}
    >
      <div className={style.items}>
        {all.map((name) => (
          <Checkbox
            key={name}
            value={name}
            label={name}
            size="sm"
            description={isPresets ? presets.find((one) => one.name === name)?.help : undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
