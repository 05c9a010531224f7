import { isRecord, valueAt } from '../../src/index'
import { useOutput } from '../queries/output'
import type { Group, Option, Path } from '../queries/surface'
import { useChoices } from '../store/choices'
import { AnythingControl } from './AnythingControl'
import { FieldFrame } from './FieldFrame'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import { caseOf } from './option-at'
import { useField } from './use-field'

const anything: Option = {
  type: 'any',
  default: undefined,
  help: 'Not a setting that the chart declares.',
}

/** The fields of a section, one below the other. `keep` picks some of them, in the option's order. */
export function OptionGroup({
  path,
  option,
  keep,
}: {
  path: Path
  option: Option
  keep?: (key: string, option: Option) => boolean
}) {
  const own = useChoices((state) => valueAt(state.values, path))
  const { values } = useOutput()
  const group: Group | undefined =
    option.type === 'variant'
      ? caseOf(option, own ?? valueAt(values, path))
      : option.type === 'group'
        ? option
        : undefined
  if (!group) return null
  const fields = Object.entries(group.fields).filter(([key, field]) => !keep || keep(key, field))
  const others =
    !keep && isRecord(own)
      ? Object.keys(own).filter((key) => !Object.hasOwn(group.fields, key))
      : []
  return (
    <div className={style.fields}>
      {fields.map(([key, field]) => (
        <OptionField key={key} path={[...path, key]} option={field} />
      ))}
      {others.map((key) => (
        <OtherField key={key} path={[...path, key]} />
      ))}
    </div>
  )
}

/** A key that no option declares, still to be seen and taken away. */
function OtherField({ path }: { path: Path }) {
  const field = useField(path, anything)
  return (
    <FieldFrame field={field}>
      <AnythingControl field={field} />
    </FieldFrame>
  )
}
