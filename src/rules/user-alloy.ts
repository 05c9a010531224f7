import type { Block, Statement } from '../alloy/ast'
import { checkComponents } from '../alloy/check-components'
import { parseBody, parseExpression } from '../alloy/parse'
import { findReferences } from '../alloy/references'
import type { MadeCollector } from '../collectors/describe'
import type { Path } from '../diagnostics/diagnostic'
import type { Rule, RuleInput } from './types'

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** Whether Helm fills in a text, so that it is no Alloy yet. */
const isTemplate = (text: string) => text.includes('{{')

/** Alloy that does not parse: the whole config would be refused at start. */
function checkSyntax({ model, written }: RuleInput): void {
  for (const { option, value, path } of written) {
    if (option.type !== 'string' || typeof value !== 'string' || value.trim() === '') continue
    if (option.format !== 'alloy' && option.format !== 'alloy-expression') continue
    if (isTemplate(value)) continue
    const { problems } = option.format === 'alloy' ? parseBody(value) : parseExpression(value)
    for (const { message, range } of problems) {
      model.report({
        code: 'alloy.syntax',
        path,
        message: `Line ${lineAt(value, range.start)}: ${message}. Alloy refuses the whole config of the collector.`,
      })
    }
  }
}

/** Blocks that the user wrote have a range in their text; those that we built have none. */
function userPaths(
  statements: readonly Statement[],
  found = new Map<Block, Path>(),
): Map<Block, Path> {
  for (const statement of statements) {
    if (statement.kind !== 'block') continue
    const path = statement.origin?.path
    if (statement.range && path) mark(statement, path, found)
    else userPaths(statement.body, found)
  }
  return found
}

function mark(block: Block, path: Path, found: Map<Block, Path>): void {
  found.set(block, path)
  for (const statement of block.body) if (statement.kind === 'block') mark(statement, path, found)
}

/** What Alloy's reference says of the user's own components, in the config that they end up in. */
function checkOwnComponents({ model }: RuleInput, { view, file }: MadeCollector): void {
  const own = userPaths(file.body)
  if (own.size === 0) return
  const tell = (
    code: 'alloy.component' | 'alloy.reference',
    block: Block | undefined,
    message: string,
  ) => {
    const path = block && own.get(block)
    if (path) model.report({ code, path, message: `In the config of ${view.name}: ${message}.` })
  }
  const isOwn = (block: Block) => own.has(block)
  for (const { block, message } of checkComponents(file, isOwn)) {
    tell('alloy.component', block, message)
  }
  for (const { block, message } of findReferences(file, isOwn).problems) {
    tell('alloy.reference', block, message)
  }
}

/** The user's own Alloy: its syntax, its components and where its references lead. */
export const userAlloy: Rule = (input) => {
  checkSyntax(input)
  for (const collector of input.collectors) checkOwnComponents(input, collector)
}
