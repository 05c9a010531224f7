import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillTemplate } from './templates'

const values = {
  a: { b: 'v', c: 1 },
  big: 1e6,
  s: ' Some ',
  off: false,
  list: ['x', { on: 'yes' }],
}
const fill = (text: string) =>
  fillTemplate(text, {
    release: { name: 'mine', namespace: 'there' },
    values,
    collectorName: 'alloy',
  })

test.each([
  ['{{ .Release.Name }}/{{.Release.Namespace}}/{{ .Release.Service }}', 'mine/there/Helm'],
  ['{{ .Chart.Name }} {{ .Chart.Version }}', 'k8s-monitoring 4.4.0'],
  ['{{ .Values.a.b }}{{ $.Values.a.c }}{{ .collectorName }}', 'v1alloy'],
  ['{{ .Values.big }} {{ .Values.off }} [{{ .Values.none }}]', '1e+06 false []'],
  ['a  {{- .Release.Name -}}  b', 'amineb'],
  ['a\n  {{- /* why */ -}}\n  b {{/* x */}}c', 'ab c'],
  ['{{ "{{" }} {{ `raw "}}` }}', '{{ raw "}}'],
  ['{{ .Values.s | trim | upper | quote }}', '"SOME"'],
  ['{{ .Values.none | default "d" }}{{ default "e" .Values.s }}', 'd Some '],
  ['{{ (.Values.a.b | upper) | lower }}', 'v'],
  ['x:{{ .Values.a | toYaml | nindent 2 }}', 'x:\n  b: v\n  c: 1'],
  ['{{ toYaml .Values.list }}', '- x\n- "on": "yes"'],
  ['{{ .Values.a | toJson }}', '{"b":"v","c":1}'],
  ['}} and { and nothing else', '}} and { and nothing else'],
])('fills %j as Helm does', (text, filled) => {
  expect(fill(text)).toEqual({ text: filled, unsupported: [] })
})

test.each([
  '{{ if .Values.a }}',
  '{{ .Values.none.deeper }}',
  '{{ .Values.a }}',
  '{{ include "x" . }}',
  '{{ $x := 1 }}',
  '{{ .Files.Get "x" }}',
  '{{ upper .Values.big }}',
  '{{ .Values.s | unknown }}',
  '{{- range .Values.list -}}',
])('keeps %j and tells of it', (part) => {
  const text = `before  ${part}  after {{ .Release.Name }}`
  expect(fill(text)).toEqual({
    text: `before  ${part}  after mine`,
    unsupported: [{ text: part, start: 8, end: 8 + part.length }],
  })
})

test('no text makes it throw, and text without braces stays', () => {
  const bits = fc.constantFrom(
    '{{',
    '}}',
    '-',
    ' ',
    '"',
    '`',
    '|',
    '(',
    ')',
    '.',
    'Values',
    '.a',
    'quote',
    '1',
    '/*',
    '*/',
    '\n',
    '\\',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const { text: filled } = fill(text)
      if (!text.includes('{{')) expect(filled).toBe(text)
    }),
    { numRuns: 2000 },
  )
})
