import { CodeView } from '../output/CodeView'
import { useEditorWanted } from '../output/editor-wanted'
import type { Path } from '../queries/surface'
import { useChoices } from '../store/choices'
import { FieldFrame } from './FieldFrame'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import { useField } from './use-field'

/** A setting that holds Alloy, in the editor once that is there; a plain field until then. */
export function CodeField({ path, label }: { path: Path; label: string }) {
  const field = useField(path)
  const hasEditor = useEditorWanted()
  const rests = useChoices((state) => state.draft !== null)
  if (!hasEditor || rests) return <OptionField path={path} label={label} />
  return (
    <FieldFrame field={{ ...field, label }}>
      <div className={style.legend}>{label}</div>
      <div className={style.help}>{field.option.help}</div>
      <div className={style.codeField}>
        <CodeView
          name={`field ${path.join('.')}`}
          label={label}
          language="alloy"
          text={typeof field.own === 'string' ? field.own : ''}
          onType={(text) => field.set(text === '' ? undefined : text)}
        />
      </div>
    </FieldFrame>
  )
}
