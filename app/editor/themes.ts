import { editor } from './monaco'

interface Palette {
  readonly base: 'vs' | 'vs-dark'
  readonly background: string
  readonly foreground: string
  readonly gutter: string
  readonly selection: string
  readonly tokens: Readonly<Record<string, string>>
}

const light: Palette = {
  base: 'vs',
  background: '#fbfbfc',
  foreground: '#1f2430',
  gutter: '#6c7482',
  selection: '#cfd8ff',
  tokens: {
    comment: '5f6b76',
    keyword: '2b44ad',
    'attribute.name': '0b6079',
    string: '1b6b3a',
    'string.escape': '8a5300',
    constant: '9c2a6b',
    number: '9c2a6b',
    function: '6b3fa0',
    identifier: '1f2430',
    operator: '4b5563',
    delimiter: '4b5563',
  },
}

const dark: Palette = {
  base: 'vs-dark',
  background: '#15181d',
  foreground: '#d5d9e2',
  gutter: '#7f8899',
  selection: '#33407a',
  tokens: {
    comment: '8a94a6',
    keyword: '9db2ff',
    'attribute.name': '7cc7dd',
    string: '8fd3a5',
    'string.escape': 'f5b84d',
    constant: 'f0a3cf',
    number: 'f0a3cf',
    function: 'c9a8f5',
    identifier: 'd5d9e2',
    operator: 'a3adbd',
    delimiter: 'a3adbd',
  },
}

function define(name: string, palette: Palette): void {
  editor.defineTheme(name, {
    base: palette.base,
    inherit: true,
    rules: Object.entries(palette.tokens).map(([token, foreground]) => ({ token, foreground })),
    colors: {
      'editor.background': palette.background,
      'editor.foreground': palette.foreground,
      'editorLineNumber.foreground': palette.gutter,
      'editorLineNumber.activeForeground': palette.foreground,
      'editor.selectionBackground': palette.selection,
      'editorGutter.background': palette.background,
      'editor.lineHighlightBorder': '#00000000',
      'scrollbar.shadow': '#00000000',
    },
  })
}

let defined = false

/** The editor's colours for a colour scheme. */
export function themeOf(scheme: 'light' | 'dark'): string {
  if (!defined) {
    defined = true
    define('wizard-light', light)
    define('wizard-dark', dark)
  }
  return `wizard-${scheme}`
}
