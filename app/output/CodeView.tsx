import { lazy, Suspense } from 'react'
import type { Lines } from '../queries/surface'
import { useEditorWanted } from './editor-wanted'
import { PlainCode } from './PlainCode'
import { useChangedLines } from './use-changed'

const Editor = lazy(async () => ({ default: (await import('../editor/Editor')).Editor }))

/** A squiggle, its sentence and its weight. */
export interface Marker {
  readonly line: number
  readonly endLine?: number
  readonly column?: number
  readonly message: string
  readonly severity: 'error' | 'warning' | 'info'
}

export interface CodeViewProps {
  /** Tells texts apart; another name starts at the top again. */
  readonly name: string
  /** For screen readers: what text this is. */
  readonly label: string
  readonly language: 'alloy' | 'yaml'
  readonly text: string
  /** Takes what is typed; without it the text is to be read only. */
  readonly onType?: (text: string) => void
  /** Lines of the setting that has the focus. */
  readonly focused?: Lines | null
  /** Lines that the wizard added, and what it says of them. */
  readonly added?: readonly (Lines & { readonly why: string })[]
  readonly markers?: readonly Marker[]
  /** Says which line the user went to. */
  readonly onLine?: (line: number, offset: number) => void
}

export interface MarkedCodeProps extends CodeViewProps {
  readonly changed: ReadonlySet<number>
}

/** A text with its marks: plain until the editor is there, and the same text in it from then on. */
export function CodeView(props: CodeViewProps) {
  const changed = useChangedLines(props.name, props.text)
  const wanted = useEditorWanted()
  const plain = <PlainCode {...props} changed={changed} />
  if (!wanted) return plain
  return (
    <Suspense fallback={plain}>
      <Editor {...props} changed={changed} />
    </Suspense>
  )
}
