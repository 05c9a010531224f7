import { isWithin, useOutput } from '../queries/output'
import { useView } from '../store/view'
import { CodeView } from './CodeView'
import { FileTools } from './FileTools'
import style from './output.module.css'

/** One collector's config. Going to a component shows the setting that made it. */
export function ConfigPanel({ name }: { name: string }) {
  const { collectors, configs, places } = useOutput()
  const focus = useView((state) => state.focused)
  const jump = useView((state) => state.jump)
  const collector = collectors.find((one) => one.name === name)
  const key = collector?.objectName ?? name
  const text = configs[key] ?? ''
  const here = places[key] ?? []
  const made = focus ? here.find(({ path }) => path && isWithin(focus, path)) : undefined
  const exact = focus ? here.find(({ path }) => path && isWithin(path, focus)) : undefined
  return (
    <>
      <div className={style.bar}>
        <span>
          {collector ? `${workload[collector.controller]}, ${text.split('\n').length} lines` : ''}
        </span>
        <FileTools name={`${name}.alloy`} text={text} />
      </div>
      <div className={style.code}>
        <CodeView
          name={`${name}.alloy`}
          label={`Config of ${name}`}
          language="alloy"
          text={text}
          focused={exact ?? made ?? null}
          onLine={(line) => {
            const place = here.findLast(
              ({ startLine, endLine, path }) => path && line >= startLine && line <= endLine,
            )
            if (place?.path) jump(place.path)
          }}
        />
      </div>
    </>
  )
}

const workload = {
  daemonset: 'DaemonSet',
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
} as const
