import { Composer, type CST, type Document, Lexer, Parser } from 'yaml'
import { Lines, YamlProblems } from './problem'

/** Kubernetes keeps a release in a Secret of at most 1 MiB: longer values cannot be installed. */
export const longestText = 1_000_000

/** No chart nests nearly so deep; deeper trees would exhaust the stack of whoever walks them. */
export const deepestNesting = 100

/** Pieces of syntax; a text made of nothing but dashes has as many as characters. */
const mostTokens = 400_000

/** The text as a syntax tree that knows every offset. */
export interface ParsedText {
  readonly text: string
  /** What Helm reads, in order; later documents win over earlier ones. */
  readonly documents: readonly Document.Parsed[]
  readonly lines: Lines
  readonly problems: YamlProblems
  /** Whether the tree holds everything that the text says. */
  readonly whole: boolean
}

const controlCharacters = /(?![\t\n\r\u0085])\p{Cc}|[\ufffe\uffff]/gu

/** The parser's own complaints in our words; those that Helm does not share are left out. */
const syntaxMessages: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'A reference with * cannot have an anchor or a tag of its own.',
  BAD_ALIAS: 'The name of the anchor is missing or not allowed.',
  BAD_DIRECTIVE: 'Helm does not read YAML directives; remove this line.',
  BAD_DQ_ESCAPE: 'A text in double quotes has an escape that YAML does not know.',
  BAD_INDENT: 'The indentation does not line up with what is above.',
  BAD_PROP_ORDER: 'Anchors and tags belong before their value, on the same line.',
  BAD_SCALAR_START: 'A text cannot begin with this character unless it is in quotes.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second key begins on the same line. Quote the text if its colon is meant, or break the line.',
  BLOCK_IN_FLOW: 'Inside [ ] and { }, lists and maps need brackets too.',
  IMPOSSIBLE: 'This cannot be read as YAML.',
  KEY_OVER_1024_CHARS: 'The key is too long.',
  MISSING_CHAR: 'A character is missing: a closing quote or bracket, a colon, a comma or a space.',
  MULTILINE_IMPLICIT_KEY: 'A key cannot go over several lines. Is a colon missing?',
  MULTIPLE_ANCHORS: 'A value can have one anchor only.',
  MULTIPLE_TAGS: 'A value can have one tag only.',
  TAB_AS_INDENT: 'A tab cannot indent; use spaces.',
  UNEXPECTED_TOKEN: 'This does not belong here.',
}

/** What the parser minds and Helm does not. */
function helmAccepts(code: string, message: string): boolean {
  switch (code) {
    case 'MISSING_CHAR':
      return message.startsWith('Comments must be separated')
    case 'BAD_COLLECTION_TYPE':
    case 'TAG_RESOLVE_FAILED':
    case 'MULTIPLE_DOCS':
      return true
    default:
      return false
  }
}

function withoutControlCharacters(text: string, problems: YamlProblems): string {
  if (text.search(controlCharacters) < 0) return text
  return text.replaceAll(controlCharacters, (_, offset: number) => {
    problems.error(
      'yaml.control-character',
      'A control character that cannot be seen stands here; YAML does not allow it. Delete it, or write it as an escape in double quotes.',
      offset,
    )
    return '\ufffd'
  })
}

function readTokens(text: string, problems: YamlProblems): CST.Token[] | undefined {
  const tokens: CST.Token[] = []
  const parser = new Parser()
  let count = 0
  let offset = 0
  for (const lexeme of new Lexer().lex(text)) {
    count += 1
    offset += lexeme.length
    if (count > mostTokens || parser.stack.length > 4 * deepestNesting) {
      const deep = count <= mostTokens
      problems.error(
        deep ? 'yaml.too-deep' : 'yaml.too-much',
        deep
          ? 'Lists and maps are nested too deep here to be values of a chart.'
          : 'This is too much to be values of a chart; reading stopped here.',
        Math.min(offset, text.length - 1),
      )
      return undefined
    }
    tokens.push(...parser.next(lexeme))
  }
  tokens.push(...parser.end())
  return tokens
}

function parse(text: string): ParsedText {
  const lines = new Lines(text.length > longestText ? '' : text)
  const problems = new YamlProblems(lines)
  const nothing: ParsedText = { text, documents: [], lines, problems, whole: false }
  if (text.length > longestText) {
    problems.error(
      'yaml.too-long',
      `The text has ${text.length} characters. Values of more than ${longestText} cannot be installed, since Kubernetes keeps a release in a Secret of at most 1 MiB.`,
      0,
    )
    return nothing
  }
  for (const found of text.matchAll(/[\u0085\u2028\u2029]/g)) {
    problems.warning(
      'yaml.line-separator',
      'An unusual line separator that cannot be seen stands here, and Helm starts a new line at it.',
      found.index,
    )
  }
  // Helm takes a lone carriage return for a line break, the parser does not.
  const readable = withoutControlCharacters(text, problems).replaceAll(/\r(?!\n)/g, '\n')
  try {
    const tokens = readTokens(readable, problems)
    if (!tokens) return nothing
    for (const token of tokens) {
      if (token.type === 'directive') {
        const message = syntaxMessages.BAD_DIRECTIVE ?? ''
        problems.error('yaml.directive', message, token.offset, token.offset + token.source.length)
      }
    }
    const composer = new Composer({
      schema: 'failsafe',
      resolveKnownTags: false,
      uniqueKeys: false,
      keepSourceTokens: true,
      prettyErrors: false,
      logLevel: 'silent',
    })
    const documents: Document.Parsed[] = []
    for (const document of composer.compose(tokens, false, text.length)) {
      for (const { code, message, pos } of document.errors) {
        if (helmAccepts(code, message)) continue
        problems.error(
          code === 'TAB_AS_INDENT' ? 'yaml.tab' : 'yaml.syntax',
          syntaxMessages[code] ?? 'This cannot be read as YAML.',
          Math.min(pos[0], Math.max(0, text.length - 1)),
          Math.max(pos[1], pos[0] + 1),
        )
      }
      if (documents.length === 0 || document.directives.docStart) documents.push(document)
      else if (document.contents) {
        problems.warning(
          'yaml.document-ignored',
          'Helm reads nothing between "..." and the next "---".',
          document.contents.range[0],
          document.contents.range[1],
        )
      }
    }
    return { text, documents, lines, problems, whole: true }
  } catch {
    // The parser recurses with the nesting; whatever gets past the limits must not get past us.
    problems.error('yaml.too-deep', 'This is nested too deep to be read.', 0)
    return nothing
  }
}

let latest: ParsedText | undefined

/**
 * Parses a text. The result for the latest text is kept, since reading, finding and editing ask
 * for the same one in turn; problems that are found later join it, each once.
 */
export function parseText(text: string): ParsedText {
  if (latest?.text !== text) latest = parse(text)
  return latest
}
