import { Lexer } from 'yaml'

/** A comment, from its `#` to the end of its line; offsets in UTF-16 units. */
export interface CommentRange {
  readonly start: number
  readonly end: number
}

/** The marks that the lexer puts into its stream; none of them is part of the text. */
const marks = new Set(['\u0002', '\u0018', '\u001f'])

/** The comments of a text, in order. A `#` in a text of several lines or in quotes is none. */
export function commentsOf(text: string): CommentRange[] {
  const comments: CommentRange[] = []
  let offset = 0
  let scalar = false
  for (const lexeme of new Lexer().lex(text)) {
    if (marks.has(lexeme)) {
      scalar = lexeme === '\u001f'
      continue
    }
    if (!scalar && lexeme.startsWith('#')) {
      comments.push({ start: offset, end: offset + lexeme.length })
    }
    scalar = false
    offset += lexeme.length
  }
  return comments
}
