import { useState } from 'react'
import { useManifests } from '../queries/output'
import type { Manifest } from '../queries/surface'
import { CodeView } from './CodeView'
import { FileTools } from './FileTools'
import style from './output.module.css'

const keyOf = ({ madeBy, kind, namespace, name }: Manifest): string =>
  [madeBy, kind, namespace ?? '', name].join('/')

const parts = [
  { madeBy: 'chart', title: 'From the chart' },
  { madeBy: 'operator', title: 'What the Alloy Operator makes of it' },
] as const

/** Every Kubernetes object that an installation brings. */
export function ManifestsPanel() {
  const { data: manifests = [] } = useManifests()
  const [picked, setPicked] = useState('')
  const current = manifests.find((one) => keyOf(one) === picked) ?? manifests[0]
  if (!current)
    return (
      <div className={style.empty}>
        <strong>No manifests yet</strong>
        <span>They appear with the first feature.</span>
      </div>
    )
  return (
    <>
      <div className={style.bar}>
        <span>{manifests.length} objects</span>
        <FileTools name="manifests.yaml" text={manifests.map(({ text }) => text).join('')} />
      </div>
      <div className={style.manifests}>
        <nav className={style.manifestList} aria-label="Manifests">
          {parts.map(({ madeBy, title }) => {
            const here = manifests.filter((one) => one.madeBy === madeBy)
            return (
              here.length > 0 && (
                <section key={madeBy}>
                  <h3>{title}</h3>
                  <ul>
                    {here.map((one) => (
                      <li key={keyOf(one)}>
                        <button
                          type="button"
                          className={style.manifest}
                          aria-current={one === current || undefined}
                          onClick={() => setPicked(keyOf(one))}
                        >
                          <small>{one.kind}</small>
                          {one.name}
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )
            )
          })}
        </nav>
        <div className={style.code}>
          <CodeView
            name={keyOf(current)}
            label={`${current.kind} ${current.name}`}
            language="yaml"
            text={current.text}
          />
        </div>
      </div>
    </>
  )
}
