import { leftOutMark } from '../base/left-out'
import type { Path } from '../diagnostics/diagnostic'
import { isEmpty } from '../values/helm'
import type { Rule } from './types'

/** How many steps lead to what a credential belongs to, such as `destinations.<name>`. */
function ownerDepth(path: Path): number {
  return path[0] === 'integrations' ? 4 : 2
}

/** Credentials as plain text in the values: one finding for each destination, collector or instance. */
export const secretsInValues: Rule = ({ model, written }) => {
  const owners = new Map<string, { path: Path; keys: string[] }>()
  for (const { option, value, path } of written) {
    if (option.secret !== true || typeof value === 'object' || isEmpty(value)) continue
    if (value === leftOutMark) continue
    const owner = path.slice(0, ownerDepth(path))
    const key = JSON.stringify(owner)
    const found = owners.get(key) ?? { path, keys: [] }
    found.keys.push(path.slice(owner.length).join('.'))
    owners.set(key, found)
  }
  for (const { path, keys } of owners.values()) {
    model.report({
      code: 'advice.secret-in-values',
      path,
      message: `${keys.join(', ')} ${keys.length > 1 ? 'stand' : 'stands'} in the values as plain text. Links and the browser’s storage leave credentials out, but a file or a repository would hold them. Export them apart, or let a Secret of your own hold them (secret.create: false).`,
    })
  }
}
