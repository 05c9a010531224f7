import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { MarkedCodeProps, Marker } from '../output/CodeView'
import style from './editor.module.css'
import { registerLanguages } from './languages'
import { minimalEdit } from './minimal-edit'
import { editor, MarkerSeverity, Range } from './monaco'
import { themeOf } from './themes'
import { helpWithValues } from './yaml-help'

/** Where each text was scrolled to, for when its tab is opened again. */
const places = new Map<string, editor.ICodeEditorViewState>()

const severities = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
} as const satisfies Record<Marker['severity'], MarkerSeverity>

/** A text in Monaco, with its marks; see CodeView for what they mean. */
export function Editor(props: MarkedCodeProps) {
  const { name, label, language, text, onType, focused, added, markers, changed } = props
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<editor.IStandaloneCodeEditor | null>(null)
  const latest = useRef(props)
  latest.current = props
  /** Texts that were typed here and have not come back yet. */
  const sent = useRef<string[]>([])
  const scheme = useComputedColorScheme('light')
  const canType = onType !== undefined

  useEffect(() => {
    if (!box.current) return
    registerLanguages()
    const model = editor.createModel(latest.current.text, language)
    if (canType) helpWithValues(model)
    model.updateOptions({
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    })
    const created = editor.create(box.current, {
      model,
      ariaLabel: label,
      theme: themeOf(
        document.documentElement.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light',
      ),
      readOnly: !canType,
      domReadOnly: !canType,
      automaticLayout: true,
      fontSize: 12.5,
      lineHeight: 19,
      fontFamily: 'var(--mantine-font-family-monospace)',
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 8,
      minimap: { enabled: false },
      scrollBeyondLastLine: false,
      renderLineHighlight: 'none',
      renderFinalNewline: 'on',
      wordBasedSuggestions: 'off',
      quickSuggestions: { other: true, strings: true, comments: false },
      tabSize: 2,
      insertSpaces: true,
      detectIndentation: false,
      fixedOverflowWidgets: true,
      padding: { top: 8, bottom: 8 },
      tabFocusMode: !canType,
      overviewRulerLanes: 2,
      stickyScroll: { enabled: false },
      unicodeHighlight: { ambiguousCharacters: false },
      contextmenu: false,
      bracketPairColorization: { enabled: false },
    })
    view.current = created
    const place = places.get(name)
    if (place) created.restoreViewState(place)
    const typed = created.onDidChangeModelContent((event) => {
      if (event.isFlush || !latest.current.onType || applying.current) return
      const now = model.getValue()
      sent.current.push(now)
      latest.current.onType(now)
    })
    const pressed = created.onMouseUp(({ target, event }) => {
      const { onLine } = latest.current
      if (!onLine || !target.position || !event.leftButton) return
      if (!created.getSelection()?.isEmpty()) return
      onLine(target.position.lineNumber, model.getOffsetAt(target.position))
    })
    const entered = created.onKeyDown((event) => {
      const { onLine } = latest.current
      const position = created.getPosition()
      if (event.browserEvent.key !== 'Enter' || canType || !onLine || !position) return
      event.preventDefault()
      onLine(position.lineNumber, model.getOffsetAt(position))
    })
    return () => {
      const state = created.saveViewState()
      if (state) places.set(name, state)
      for (const one of [typed, pressed, entered, created, model]) one.dispose()
      view.current = null
    }
  }, [name, language, label, canType])

  const applying = useRef(false)
  useEffect(() => {
    const model = view.current?.getModel()
    if (!model) return
    const echo = sent.current.indexOf(text)
    if (echo >= 0) {
      // What was typed here comes back; later keystrokes are still on their way.
      sent.current = sent.current.slice(echo + 1)
      return
    }
    sent.current = []
    const now = model.getValue()
    if (now === text) return
    const { start, end, text: insert } = minimalEdit(now, text)
    const from = model.getPositionAt(start)
    const to = model.getPositionAt(end)
    applying.current = true
    model.applyEdits([
      { range: new Range(from.lineNumber, from.column, to.lineNumber, to.column), text: insert },
    ])
    applying.current = false
  }, [text])

  useEffect(() => {
    editor.setTheme(themeOf(scheme))
  }, [scheme])

  useEffect(() => {
    const decorations = view.current?.createDecorationsCollection([
      ...[...changed].map((line) =>
        whole(line, line, {
          className: style.changed,
          linesDecorationsClassName: style.changedEdge,
        }),
      ),
      ...(focused ? [whole(focused.startLine, focused.endLine, { className: style.focused })] : []),
      ...(added ?? []).map(({ startLine, endLine, why }) =>
        whole(startLine, endLine, {
          linesDecorationsClassName: style.added,
          hoverMessage: { value: `Filled in for you. ${why}` },
        }),
      ),
    ])
    return () => decorations?.clear()
  }, [changed, focused, added])

  const line = focused?.startLine
  useEffect(() => {
    const created = view.current
    if (created && line !== undefined && !created.hasTextFocus())
      created.revealLineInCenterIfOutsideViewport(line)
  }, [line])

  useEffect(() => {
    const model = view.current?.getModel()
    if (!model) return
    editor.setModelMarkers(
      model,
      'findings',
      (markers ?? []).map((marker) => ({
        severity: severities[marker.severity],
        message: marker.message,
        startLineNumber: marker.line,
        startColumn:
          marker.column ??
          (model.getLineFirstNonWhitespaceColumn(Math.min(marker.line, model.getLineCount())) || 1),
        endLineNumber: marker.endLine ?? marker.line,
        endColumn: 1000,
      })),
    )
  }, [markers])

  return <div ref={box} className={style.editor} />
}

function whole(
  startLine: number,
  endLine: number,
  options: Record<string, unknown>,
): editor.IModelDeltaDecoration {
  return {
    range: new Range(startLine, 1, endLine, 1),
    options: { isWholeLine: true, ...options },
  }
}
