import { useForeseen } from '../queries/output'
import type { Edit, MatrixChange } from '../queries/surface'
import { listOf } from './names'
import style from './step.module.css'

/** What an addition would change, before it is made. */
export function Foresight({ edits }: { edits: readonly Edit[] }) {
  const foreseen = useForeseen(edits)
  if (!foreseen || edits.length === 0) return null
  const settled = foreseen.settled.filter(({ severity }) => severity === 'error')
  const raised = foreseen.raised.filter(({ severity }) => severity === 'error')
  return (
    <section className={style.foresight} aria-label="What this would change">
      <h3>What this would change</h3>
      {foreseen.changes.length === 0 ? (
        <p className={style.help}>No feature that is on would send anywhere else.</p>
      ) : (
        <ul className={style.list}>
          {foreseen.changes.map((change) => (
            <li key={`${change.feature} ${change.pipeline.signal} ${change.pipeline.ecosystem}`}>
              {sentence(change)}
            </li>
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <p>{settled.length === 1 ? 'One problem' : `${settled.length} problems`} would be gone.</p>
      )}
      {raised.length > 0 && (
        <>
          <p>To see to then:</p>
          <ul className={style.list}>
            {raised.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function sentence({ title, pipeline, gains, loses }: MatrixChange): string {
  const what = `${title} would send ${pipeline.signal}`
  if (loses.length === 0) return `${what} to ${listOf(gains)}.`
  if (gains.length === 0) return `${what} no longer to ${listOf(loses)}.`
  return `${what} to ${listOf(gains)}, and no longer to ${listOf(loses)}.`
}
