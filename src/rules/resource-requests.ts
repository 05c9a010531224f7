import { valueAt } from '../base/record'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** A modest request, less than the smallest preset's limits. */
const modest = { cpu: '100m', memory: '256Mi' }

/** Collectors that ask for no resources, told of once for all of them. */
export const resourceRequests: Rule = ({ model, collectors }) => {
  const path = (name: string) => ['collectors', name, 'alloy', 'resources', 'requests']
  const without = collectors
    .map(({ view }) => view)
    .filter(({ spec }) => isEmpty(valueAt(spec, ['alloy', 'resources', 'requests'])))
    .map(({ name }) => name)
  const [first] = without
  if (first === undefined) return
  model.report({
    code: 'advice.no-requests',
    path: without.length === 1 ? path(first).slice(0, -1) : ['collectors'],
    message: `${without.join(', ')} ${without.length > 1 ? 'ask' : 'asks'} for neither CPU nor memory. The scheduler may put such pods on full nodes, and they are the first to be evicted. Choose a preset from small to xlarge, or set resources.`,
    fixes: [
      {
        title: `Ask for ${modest.cpu} CPU and ${modest.memory} memory`,
        edits: without.map((name) => ({ path: path(name), value: modest })),
        safe: false,
      },
    ],
  })
}
