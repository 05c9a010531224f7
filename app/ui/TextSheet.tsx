import { CopyButton } from './CopyButton'
import style from './ui.module.css'

/** A text to look at and to copy: a command, a manifest. */
export function TextSheet({ title, what, text }: { title: string; what: string; text: string }) {
  return (
    <div>
      <div className={style.sheetHead}>
        <span>{title}</span>
        <CopyButton text={text} what={what} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be scrolled by keyboard */}
      <figure className={style.sheet} tabIndex={0} aria-label={what}>
        <pre>{text}</pre>
      </figure>
    </div>
  )
}
