import { isRecord, valueAt } from '../base/record'
import type { UnitContext } from '../values/context'
import { printValue } from '../values/helm'
import type { CollectorView, ReceiverPort } from './types'

function extraPorts({ spec }: CollectorView): readonly unknown[] {
  const found = valueAt(spec, ['alloy', 'extraPorts'])
  return Array.isArray(found) ? found : []
}

function isOpen(ports: readonly unknown[], { port }: ReceiverPort): boolean {
  return ports.some((entry) => isRecord(entry) && Number(printValue(entry.targetPort)) === port)
}

function entryOf({ name, port, protocol, appProtocol }: ReceiverPort) {
  return { name, port, targetPort: port, protocol, ...(appProtocol && { appProtocol }) }
}

/** The collector's ports and those that the receivers lack, which a list of the user's own hides. */
export function openPorts(collector: CollectorView, wanted: readonly ReceiverPort[]) {
  const open = extraPorts(collector)
  const missing = wanted.filter((port) => !isOpen(open, port))
  return { alloy: { extraPorts: [...open, ...missing.map(entryOf)] } }
}

/** Reports receivers whose port stayed closed (templates/collectors/_collector_helpers.tpl). */
export function requirePorts(
  context: Pick<UnitContext, 'report'>,
  collector: CollectorView | undefined,
  wanted: readonly ReceiverPort[],
  title: string,
): void {
  if (!collector) return
  const open = extraPorts(collector)
  const missing = wanted.filter((port) => !isOpen(open, port))
  const path = ['collectors', collector.name, 'alloy', 'extraPorts']
  for (const { name, port } of missing) {
    context.report({
      code: 'features.port-closed',
      path,
      message: `${title} listens on port ${port} (${name}), which the collector ${collector.name} does not open. The chart opens it unless the collector has a list of ports already: add it to that list.`,
      fixes: [
        {
          title: missing.length > 1 ? 'Add the missing ports' : `Add port ${port}`,
          edits: [{ path, value: [...open, ...missing.map(entryOf)] }],
          safe: true,
        },
      ],
    })
  }
}
