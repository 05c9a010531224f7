import { fillTemplate, fillTree } from '../../values/templates'
import type { Chart } from './chart'

/** What Helm's `tpl` makes of a user's text in the Alloy chart; what only Helm can fill in stays. */
export function fill(text: string, chart: Chart): string {
  if (!text.includes('{{')) return text
  const release = { name: chart.release, namespace: chart.namespace }
  return fillTemplate(text, { release, values: chart.value() }).text
}

/** The same for every text inside a tree. */
export function fillAll(value: unknown, chart: Chart): unknown {
  return fillTree(value, (text) => fill(text, chart))
}
