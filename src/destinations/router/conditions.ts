/**
 * Conditions of routes, as OTTL and as patterns of relabel rules
 * (templates/destinations/_destination_router.tpl, "destinations.router.op.*").
 */
import { isRecord } from '../../base/record'
import { quotePattern } from '../../base/regular-expression'
import { ottlAttribute, ottlIsMatch, ottlNot, ottlText } from '../../pipelines/ottl'
import { printValue } from '../../values/helm'
import type { Condition } from './config'

const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(word) : [word(value)]

const word = (value: unknown): string =>
  isRecord(value) || Array.isArray(value) ? '' : printValue(value)

const anyOf = (patterns: readonly string[]) => ['(', patterns.join('|'), ')'].join('')

/** A whole value: from its start to its end. */
export const anchored = (pattern: string) => ['^', pattern, '$'].join('')

/** A condition on a resource attribute as an OTTL expression. */
export function ottlCondition({ resourceAttribute, op, value }: Condition): string {
  const attribute = ottlAttribute(resourceAttribute)
  const compare = (operator: string, text: string) =>
    [attribute, operator, ottlText(text)].join(' ')
  switch (op) {
    case 'equals':
      return compare('==', word(value))
    case 'notEquals':
      return compare('!=', word(value))
    case 'in':
      return [
        '(',
        words(value)
          .map((text) => compare('==', text))
          .join(' or '),
        ')',
      ].join('')
    case 'matches':
      return [ottlIsMatch(attribute, ottlText(word(value))), '==', 'true'].join(' ')
    case 'notMatches':
      return ottlNot(ottlIsMatch(attribute, ottlText(word(value))))
    default:
      return ''
  }
}

/** A condition on a label as part of a pattern; what relabelling cannot say is empty. */
export function labelFragment({ op, value }: Condition): string {
  switch (op) {
    case 'equals':
      return quotePattern(word(value))
    case 'in':
      return anyOf(words(value).map(quotePattern))
    default:
      return ''
  }
}

/** The pattern of a rule with a single condition. */
export function labelPattern(condition: Condition): string {
  switch (condition.op) {
    case 'matches':
      return word(condition.value)
    case 'equals':
    case 'in':
      return anchored(labelFragment(condition))
    default:
      return ''
  }
}
