import type { Option, Path } from '../queries/surface'
import { AnythingControl } from './AnythingControl'
import { ChoicesControl } from './ChoicesControl'
import { FieldFrame } from './FieldFrame'
import { ListControl } from './ListControl'
import { MapControl } from './MapControl'
import { NamesControl } from './NamesControl'
import { OptionGroup } from './OptionGroup'
import { Section } from './Section'
import { ChoiceControl, CountControl, FlagControl, TextControl } from './scalars'
import { type Field, useField } from './use-field'

interface OptionFieldProps {
  /** Where the setting stands in the values. */
  readonly path: Path
  /** Its declaration, where the caller has it at hand; else it is looked up in the catalog. */
  readonly option?: Option | undefined
  /** Another label than the option's own. */
  readonly label?: string
}

/** Draws the form of one setting, whatever it is, with its help, its state and its findings. */
export function OptionField({ path, option, label }: OptionFieldProps) {
  const field = useField(path, option)
  const named = label === undefined ? field : { ...field, label }
  if (field.option.type === 'group' || field.option.type === 'variant')
    return (
      <Section path={path} title={named.label} help={field.option.help}>
        {() => <OptionGroup path={path} option={field.option} />}
      </Section>
    )
  return (
    <FieldFrame field={named}>
      <Control field={named} />
    </FieldFrame>
  )
}

function Control({ field }: { field: Field }) {
  const { option } = field
  switch (option.type) {
    case 'boolean':
      return <FlagControl field={field} option={option} />
    case 'string':
      return <TextControl field={field} option={option} />
    case 'number':
      return <CountControl field={field} option={option} />
    case 'choice':
      return <ChoiceControl field={field} option={option} />
    case 'list':
      if (option.items.type === 'choice')
        return <ChoicesControl field={field} option={option.items} />
      return option.items.type === 'string' &&
        (option.items.format === 'destination' || option.items.format === 'processor') ? (
        <NamesControl field={field} format={option.items.format} />
      ) : (
        <ListControl field={field} option={option} />
      )
    case 'map':
      return <MapControl field={field} option={option} />
    case 'any':
      return <AnythingControl field={field} />
    default:
      return null
  }
}
