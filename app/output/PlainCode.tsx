import { useEffect, useRef } from 'react'
import type { MarkedCodeProps } from './CodeView'
import style from './output.module.css'

/** The text without the editor: everything to read, and a plain field to type in. */
export function PlainCode({ label, text, onType, changed, focused, added }: MarkedCodeProps) {
  const box = useRef<HTMLPreElement>(null)
  const line = focused?.startLine
  useEffect(() => {
    if (line !== undefined)
      box.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' })
  }, [line])
  if (onType)
    return (
      <textarea
        className={style.plain}
        aria-label={label}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => onType(event.currentTarget.value)}
      />
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is shown is preformatted text
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <pre ref={box} className={style.plain} role="region" aria-label={label} tabIndex={0}>
      {runs(text, (number) =>
        [
          changed.has(number) ? 'changed' : '',
          focused && number >= focused.startLine && number <= focused.endLine ? 'focused' : '',
          added?.some(({ startLine, endLine }) => number >= startLine && number <= endLine)
            ? 'added'
            : '',
        ].join(' '),
      ).map(({ from, lines, mark }) => (
        <span
          key={from}
          className={mark.trim() === '' ? undefined : style.marked}
          data-changed={mark.includes('changed') || undefined}
          data-focused={mark.includes('focused') || undefined}
          data-added={mark.includes('added') || undefined}
        >
          {`${lines.join('\n')}\n`}
        </span>
      ))}
    </pre>
  )
}

/** Joins neighbouring lines that carry the same mark, so that a long text stays a few elements. */
function runs(text: string, markOf: (line: number) => string) {
  const out: { from: number; mark: string; lines: string[] }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const mark = markOf(index + 1)
    const last = out.at(-1)
    if (last && last.mark === mark) last.lines.push(line)
    else out.push({ from: index, mark, lines: [line] })
  }
  return out
}
