import type { MatrixCell, MatrixRow } from '../../queries/surface'
import { listOf } from '../names'

/** What stands in a cell of the matrix, and how it looks. */
export interface CellWords {
  readonly short: string
  readonly tone: 'goes' | 'translated' | 'not'
}

const ecosystems: Readonly<Record<string, string>> = {
  prometheus: 'Prometheus',
  loki: 'Loki',
  otlp: 'OpenTelemetry',
  pyroscope: 'Pyroscope',
}

const notWords: Readonly<Record<string, string>> = {
  disabled: 'Off',
  unsupported: 'Not taken',
  unlisted: 'Not named',
  shadowed: 'Routed',
  outranked: 'Second choice',
}

/** One or two words for a cell. */
export function cellWords({ chosen, reason, translated, through }: MatrixCell): CellWords {
  if (chosen) {
    if (translated) return { short: 'Translated', tone: 'translated' }
    return { short: reason === 'explicit' ? 'Named' : 'Goes here', tone: 'goes' }
  }
  if (through.length > 0) return { short: 'Via router', tone: 'goes' }
  return { short: notWords[reason] ?? reason, tone: 'not' }
}

/** Why a pipeline ends in a destination or does not, as a sentence. */
export function reasonOf({ title, pipeline, named }: MatrixRow, cell: MatrixCell): string {
  const { name, chosen, reason, translated, routers, through } = cell
  const signal = pipeline.signal
  const form = ecosystems[pipeline.ecosystem] ?? pipeline.ecosystem
  const what = `${title} sends ${signal} to ${name}`
  const turned = translated
    ? ` They are collected in ${form} form and translated on the way, which takes a little more work.`
    : ''
  if (chosen) {
    if (reason === 'explicit') return `${what}, because it names it.${turned}`
    return reason === 'translated'
      ? `${what}, because nothing takes ${signal} in ${form} form as they are.${turned}`
      : `${what}, because it takes ${signal} in ${form} form and ${title} names no destination.`
  }
  if (through.length > 0)
    return `${what} through ${listOf(through)}, where a route or the default leads there.`
  switch (reason) {
    case 'disabled':
      return `${name} is switched off.`
    case 'unsupported':
      return `${name} does not take ${signal}.`
    case 'unlisted':
      return `${title} names ${listOf(named)}, and not ${name}.`
    case 'shadowed':
      return routers.includes(name)
        ? `${name} is a router. Data goes there only from features that name it.`
        : `${name} is behind ${listOf(routers)}. Data goes there through the router, or from features that name it.`
    default:
      return `${name} could take ${signal} after a translation, but another takes them in ${form} form as they are.`
  }
}
