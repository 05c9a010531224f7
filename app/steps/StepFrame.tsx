import type { ReactNode } from 'react'
import style from './step.module.css'

/** A step's heading and what it is for, above its content. */
export function StepFrame({
  title,
  intro,
  children,
}: {
  title: string
  intro: string
  children: ReactNode
}) {
  return (
    <div className={style.step}>
      <div className={style.head}>
        <h1 className={style.title}>{title}</h1>
        <p className={style.intro}>{intro}</p>
      </div>
      {children}
    </div>
  )
}

/** A panel of a step. */
export function Card({
  title,
  help,
  tools,
  children,
}: {
  title?: ReactNode
  help?: ReactNode
  tools?: ReactNode
  children?: ReactNode
}) {
  return (
    <section className={style.card}>
      {(title || tools) && (
        <div className={style.cardHead}>
          <div>
            {title && <h2 className={style.cardTitle}>{title}</h2>}
            {help && <p className={style.help}>{help}</p>}
          </div>
          {tools && <div className={style.cardTools}>{tools}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
