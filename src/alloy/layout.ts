/**
 * Where lines break and where they are left blank: what the source has, or what is fit for a tree
 * that was built, so that a formatter leaves it alone.
 */
import { assertNever } from '../base/assert-never'
import type {
  ArrayExpression,
  CallExpression,
  Comment,
  Expression,
  Gap,
  ListComment,
  Range,
  Statement,
} from './ast'

/** Comments and layout, of which an array, an object and a call each have both. */
export interface Listing {
  readonly comments?: readonly ListComment[]
  readonly breaks?: readonly number[]
  readonly range?: Range
}

const isLineComment = (comment: Comment) => comment.text.startsWith('//')

export function gapAfter(comment: Comment | undefined): Gap {
  const gap = comment?.after ?? 1
  return gap === 0 && comment && isLineComment(comment) ? 1 : gap
}

export function gapBefore(comment: Comment, previous: Comment | undefined): Gap {
  const gap = comment.before ?? 1
  return gap === 0 && previous && isLineComment(previous) ? 1 : gap
}

export function trailingOf(statement: Statement | undefined): Comment | undefined {
  return statement?.kind === 'attribute' || statement?.kind === 'block'
    ? statement.trailing
    : undefined
}

/** The gap before a statement, or before the comments that lead it. */
export function gapBetween(previous: Statement | undefined, next: Statement): Gap {
  if (next.kind === 'comment') {
    if (!previous) return next.before ?? 1
    if (next.before !== undefined) return next.before === 2 ? 2 : 1
    return previous.kind === 'block' ? 2 : 1
  }
  const comments = next.kind === 'rawStatements' ? undefined : next.comments
  if (!previous) return comments?.[0]?.before === 2 ? 2 : 1
  const { blank } = next.kind === 'rawStatements' ? {} : next
  if (blank === true) return 2
  // Only a comment in between keeps the formatter from setting blocks apart.
  const commented = previous.kind === 'comment' || trailingOf(previous) || comments
  if (next.kind === 'block' && blank === false) return commented ? 1 : 2
  if (blank === false || previous.kind === 'comment') return 1
  return next.kind === 'attribute' && previous.kind === 'attribute' ? 1 : 2
}

/** The items of a list that start a line; the closing bracket counts as one more. */
export interface Breaks {
  has(index: number): boolean
}

export const everywhere: Breaks = { has: () => true }
const nowhere: Breaks = { has: () => false }

/** Where the lines of a list break: as in the source, or as is fit for one that was built. */
export function breaksOf<List extends Listing>(
  listing: List,
  built: (listing: List) => Breaks,
): Breaks {
  const { breaks, comments } = listing
  if (!breaks && !comments) return listing.range ? nowhere : built(listing)
  const starts = new Set(breaks)
  for (const { before, comment } of comments ?? []) {
    const breaksLine =
      gapBefore(comment, undefined) > 0 || gapAfter(comment) > 0 || comment.text.includes('\n')
    if (breaksLine) starts.add(before)
  }
  return starts
}

const isOpen = (node: Expression | undefined) =>
  (node?.kind === 'object' && node.fields.length > 0) ||
  (node?.kind === 'array' && node.items.length > 0)

/** A list that was built and is wider than this on one line gets a line for each item. */
const maximumWidth = 80

export function builtArrayBreaks(node: ArrayExpression): Breaks {
  const [first] = node.items
  if (node.items.length === 1 && first?.kind === 'object') return nowhere
  return widthOfAll(node.items) <= maximumWidth ? nowhere : everywhere
}

export function builtCallBreaks(node: CallExpression): Breaks {
  if (widthOfAll(node.arguments) <= maximumWidth) return nowhere
  const last = node.arguments.at(-1)
  const others = node.arguments.slice(0, -1)
  return isOpen(last) && widthOfAll(others) <= maximumWidth ? nowhere : everywhere
}

function widthOfAll(nodes: readonly Expression[]): number {
  let width = 0
  for (const node of nodes) {
    width += widthOf(node) + 2
    if (width > maximumWidth) return Number.POSITIVE_INFINITY
  }
  return width
}

/** The width of an expression on one line; infinite where it takes several, or is far too wide. */
function widthOf(node: Expression): number {
  switch (node.kind) {
    case 'string': {
      if (node.raw === undefined) return node.value.length + 2
      return node.raw.includes('\n') ? Number.POSITIVE_INFINITY : node.raw.length
    }
    case 'number':
      return node.text.length
    case 'boolean':
      return node.value ? 4 : 5
    case 'null':
      return 4
    case 'identifier':
      return node.name.length
    case 'array':
      return widthOfAll(node.items)
    case 'object':
      return node.fields.length === 0 ? 2 : Number.POSITIVE_INFINITY
    case 'access':
      return widthOf(node.target) + node.name.length + 1
    case 'index':
      return widthOf(node.target) + widthOf(node.index) + 2
    case 'call':
      return widthOf(node.callee) + widthOfAll(node.arguments)
    case 'unary':
      return widthOf(node.operand) + 1
    case 'binary':
      return widthOf(node.left) + widthOf(node.right) + 4
    case 'parenthesized':
      return widthOf(node.inner) + 2
    case 'rawExpression':
      return node.text.includes('\n') ? Number.POSITIVE_INFINITY : node.text.length
    default:
      return assertNever(node)
  }
}
