import { TextInput } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import { useOutput } from '../queries/output'
import type { Option, Path } from '../queries/surface'
import { Icon } from '../ui/icons'
import style from './fields.module.css'
import { OptionField } from './OptionField'
import { OptionGroup } from './OptionGroup'
import { Section } from './Section'
import { searchOptions } from './search'

/** Every option of a section behind one fold, with a search. */
export function AllOptions({
  path,
  option,
  title = 'All options',
}: {
  path: Path
  option: Option
  title?: string
}) {
  return (
    <Section path={path} title={title} lastResort>
      {() => <Searchable path={path} option={option} />}
    </Section>
  )
}

function Searchable({ path, option }: { path: Path; option: Option }) {
  const [words, setWords] = useState('')
  const wanted = useDeferredValue(words)
  const { values } = useOutput()
  const hits = useMemo(
    () => searchOptions(option, path, wanted, values),
    [option, path, wanted, values],
  )
  return (
    <>
      <TextInput
        aria-label="Search these options"
        placeholder="Search these options"
        leftSection={<Icon name="search" />}
        type="search"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <p role="status" className={style.help} style={{ margin: 0 }} hidden={wanted.trim() === ''}>
        {hits.length === 0
          ? 'No option matches.'
          : `${hits.length} ${hits.length === 1 ? 'option' : 'options'}`}
      </p>
      {wanted.trim() === '' ? (
        <OptionGroup path={path} option={option} />
      ) : (
        <div className={style.fields}>
          {hits.map((hit) => (
            <div key={JSON.stringify(hit.path)}>
              {hit.crumbs.length > 0 && (
                <div className={style.crumbs}>{hit.crumbs.join(' › ')}</div>
              )}
              <OptionField path={hit.path} option={hit.option} />
            </div>
          ))}
        </div>
      )}
    </>
  )
}
