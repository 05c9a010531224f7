import { lazy, Suspense, useEffect, useId, useRef } from 'react'
import { useOutput } from '../queries/output'
import { type Tab, useView } from '../store/view'
import { ConfigPanel } from './ConfigPanel'
import { wantEditor } from './editor-wanted'
import { ManifestsPanel } from './ManifestsPanel'
import style from './output.module.css'
import { ValuesPanel } from './ValuesPanel'

const GraphPanel = lazy(async () => ({ default: (await import('./GraphPanel')).GraphPanel }))

const idOf = (tab: Tab): string => (typeof tab === 'string' ? tab : `config-${tab.config}`)

/** What comes out, always as of now: the values, each config, the graph and the manifests. */
export function Preview() {
  const { collectors } = useOutput()
  const wanted = useView((state) => state.tab)
  const show = useView((state) => state.show)
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  useEffect(wantEditor, [])
  const tabs: { tab: Tab; title: string }[] = [
    { tab: 'values', title: 'values.yaml' },
    ...collectors.map(({ name }) => ({ tab: { config: name }, title: name })),
    { tab: 'graph', title: 'Graph' },
    { tab: 'manifests', title: 'Manifests' },
  ]
  const current = tabs.find(({ tab }) => idOf(tab) === idOf(wanted))?.tab ?? 'values'
  function walk(event: React.KeyboardEvent): void {
    const at = tabs.findIndex(({ tab }) => idOf(tab) === idOf(current))
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    show(next.tab)
    const button = list.current?.querySelector<HTMLElement>(
      `[data-tab="${CSS.escape(idOf(next.tab))}"]`,
    )
    button?.focus()
    button?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }
  return (
    <div className={style.preview}>
      <div ref={list} role="tablist" aria-label="Files" className={style.tabs} onKeyDown={walk}>
        {tabs.map(({ tab, title }) => (
          <button
            key={idOf(tab)}
            type="button"
            role="tab"
            data-tab={idOf(tab)}
            id={`${base}-tab-${idOf(tab)}`}
            aria-controls={`${base}-panel`}
            aria-selected={idOf(tab) === idOf(current)}
            tabIndex={idOf(tab) === idOf(current) ? 0 : -1}
            className={style.tab}
            onClick={() => show(tab)}
          >
            {title}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${base}-panel`}
        aria-labelledby={`${base}-tab-${idOf(current)}`}
        className={style.panel}
      >
        {current === 'values' ? (
          <ValuesPanel />
        ) : current === 'graph' ? (
          <Suspense fallback={null}>
            <GraphPanel />
          </Suspense>
        ) : current === 'manifests' ? (
          <ManifestsPanel />
        ) : (
          <ConfigPanel key={current.config} name={current.config} />
        )}
      </div>
    </div>
  )
}
