import { useOutput } from '../queries/output'
import { stepOf, steps } from '../steps/steps'
import { useView } from '../store/view'
import style from './shell.module.css'

/** The walk. Every step can be reached at any time, and tells how many problems it has. */
export function StepNav() {
  const current = useView((state) => state.step)
  const go = useView((state) => state.go)
  const { diagnostics } = useOutput()
  return (
    <nav aria-label="Steps" className={style.nav}>
      <ol className={style.steps}>
        {steps.map((step, index) => {
          const here = diagnostics.filter((finding) => stepOf(finding.path) === step.id)
          const errors = here.filter(({ severity }) => severity === 'error').length
          const warnings = here.filter(({ severity }) => severity === 'warning').length
          return (
            <li key={step.id} className={style.step}>
              <a
                href={`#/${step.id}`}
                aria-current={current === step.id ? 'step' : undefined}
                className={style.stepLink}
                onClick={(event) => {
                  event.preventDefault()
                  go(step.id)
                }}
              >
                <span className={style.number} aria-hidden="true">
                  {index + 1}
                </span>
                <span className={style.stepTitle}>{step.title}</span>
                {errors + warnings > 0 && (
                  <span className={style.count} data-severity={errors > 0 ? 'error' : 'warning'}>
                    {errors > 0 ? errors : warnings}
                    <span className={style.hiddenText}>
                      {errors > 0
                        ? errors === 1
                          ? ' error'
                          : ' errors'
                        : warnings === 1
                          ? ' warning'
                          : ' warnings'}
                    </span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
