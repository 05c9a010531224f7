import type { Option, Path } from '../queries/surface'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import { labelOf } from './option-at'

interface Common {
  readonly path: Path
  readonly option: Option
  readonly label: string
}

/** A setting inside sections is told apart by the nearest one; a switch is called like its section. */
function labelIn(sections: readonly string[], key: string, option: Option): string {
  const own = labelOf(key, option)
  const section = sections.at(-1)
  if (section === undefined) return own
  return key === 'enabled' ? section : `${section}: ${own.charAt(0).toLowerCase()}${own.slice(1)}`
}

function commonBelow(option: Option, path: Path, sections: readonly string[]): Common[] {
  if (option.type !== 'group') return []
  return Object.entries(option.fields).flatMap(([key, field]): Common[] => {
    const at = [...path, key]
    if (field.type === 'group') return commonBelow(field, at, [...sections, labelOf(key, field)])
    return field.common ? [{ path: at, option: field, label: labelIn(sections, key, field) }] : []
  })
}

/** Whether a section has a short form at all. `except` names settings that are drawn elsewhere. */
export function hasCommon(option: Option, except: readonly string[] = []): boolean {
  return commonBelow(option, [], []).some(({ path }) => !isExcepted(path, except))
}

const isExcepted = (path: Path, except: readonly string[]) => {
  const dotted = path.join('.')
  return except.some((one) => dotted === one || dotted.startsWith(`${one}.`))
}

/** The short form: what most people set, out of all sections, one below the other. */
export function CommonFields({
  path,
  option,
  except = [],
}: {
  path: Path
  option: Option
  except?: readonly string[]
}) {
  const shown = commonBelow(option, [], []).filter((one) => !isExcepted(one.path, except))
  return (
    <div className={style.fields}>
      {shown.map(({ path: rest, option: field, label }) => (
        <OptionField key={rest.join('.')} path={[...path, ...rest]} option={field} label={label} />
      ))}
    </div>
  )
}
