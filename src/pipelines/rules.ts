import type { Block } from '../alloy/ast'
import { type Attributes, block, type Value } from '../alloy/build'

/** One `rule` of a relabel component; what a component leaves at its default stays out. */
export function rule(attributes: Attributes): Block {
  return block('rule', attributes)
}

/** Copies a label. */
export function copyLabel(source: string, target: string): Block {
  return rule({ source_labels: [source], target_label: target })
}

/** Sets a label to a fixed text. */
export function setLabel(target: string, replacement: string): Block {
  return rule({ target_label: target, replacement })
}

/** Keeps what matches: the joined source labels against an anchored regular expression. */
export function keep(sources: readonly string[], regex: Value): Block {
  return rule({ source_labels: sources, regex, action: 'keep' })
}

/** Drops what matches. */
export function drop(sources: readonly string[], regex: Value): Block {
  return rule({ source_labels: sources, regex, action: 'drop' })
}
