import { languages } from './monaco'

/** Colours for Alloy: blocks, labels, attributes, references, functions. */
function alloy(): void {
  languages.register({ id: 'alloy' })
  languages.setLanguageConfiguration('alloy', {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '`', close: '`', notIn: ['string', 'comment'] },
    ],
    indentationRules: { increaseIndentPattern: /[{[(]\s*$/, decreaseIndentPattern: /^\s*[}\])]/ },
  })
  languages.setMonarchTokensProvider('alloy', {
    defaultToken: '',
    tokenPostfix: '',
    tokenizer: {
      root: [
        [/\/\/.*$/, 'comment'],
        [/\/\*/, 'comment', '@comment'],
        [/[A-Za-z_][\w.]*(?=\s*(?:"[^"]*"\s*)?\{)/, 'keyword'],
        [/[A-Za-z_]\w*(?=\s*=(?!=))/, 'attribute.name'],
        [/\b(?:true|false|null)\b/, 'constant'],
        [/[A-Za-z_][\w.]*(?=\()/, 'function'],
        [/[A-Za-z_][\w.]*/, 'identifier'],
        [/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
        [/"/, 'string', '@string'],
        [/`/, 'string', '@raw'],
        [/[{}[\]()]/, '@brackets'],
        [/[=!<>+\-*/%^&|]+/, 'operator'],
        [/[,.]/, 'delimiter'],
      ],
      comment: [
        [/\*\//, 'comment', '@pop'],
        [/./, 'comment'],
      ],
      string: [
        [/\\./, 'string.escape'],
        [/[^"\\]+/, 'string'],
        [/"/, 'string', '@pop'],
      ],
      raw: [
        [/[^`]+/, 'string'],
        [/`/, 'string', '@pop'],
      ],
    },
  })
}

/** Colours for YAML, as far as values need them. */
function yaml(): void {
  languages.register({ id: 'yaml' })
  languages.setLanguageConfiguration('yaml', {
    comments: { lineComment: '#' },
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: "'", close: "'", notIn: ['string', 'comment'] },
    ],
    folding: { offSide: true },
    onEnterRules: [
      { beforeText: /:\s*$/, action: { indentAction: languages.IndentAction.Indent } },
    ],
  })
  languages.setMonarchTokensProvider('yaml', {
    defaultToken: '',
    tokenPostfix: '',
    tokenizer: {
      root: [
        [/(^|\s)#.*$/, 'comment'],
        [/^---|^\.\.\./, 'operator'],
        [
          /(?:"[^"]*"|'[^']*'|[^\s#:,[\]{}"'-][^#:,[\]{}]*|-?[\w./][^#:,[\]{}\s]*)(?=\s*:(?:\s|$))/,
          'attribute.name',
        ],
        [/:(?=\s|$)/, 'delimiter'],
        [/([|>][+-]?\d?)\s*$/, { token: 'operator', next: '@block' }],
        [/-(?=\s)/, 'operator'],
        [/[{}[\]]/, '@brackets'],
        [/,/, 'delimiter'],
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/'(?:[^']|'')*'/, 'string'],
        [/\b(?:true|false|null|yes|no|on|off)\b(?=\s*(?:#|,|\]|\}|$))/, 'constant'],
        [/-?\d[\d_]*(?:\.\d+)?(?=\s*(?:#|,|\]|\}|$))/, 'number'],
        [/[&*][\w-]+/, 'identifier'],
        [/[^\s#,[\]{}]+/, 'string'],
      ],
      // A block of text ends with the next key that stands further left; keys tell well enough.
      block: [
        [/^\s*[\w./-]+(?=:(?:\s|$))/, { token: 'attribute.name', next: '@pop' }],
        [/^\s*-\s/, { token: 'operator', next: '@pop' }],
        [/.+/, 'string'],
      ],
    },
  })
}

let registered = false

/** Makes both languages known to the editor, once. */
export function registerLanguages(): void {
  if (registered) return
  registered = true
  alloy()
  yaml()
}
