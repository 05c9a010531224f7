/**
 * What Alloy's components and configuration blocks take and give. Facts only; the checks that use
 * them are in check-components.ts.
 */
import { componentTable } from './component-table'

/** How far along a component is; `community` ones are supported by whoever wrote them. */
export type Stability = 'stable' | 'preview' | 'experimental' | 'community'

const stabilities = new Map<string, Stability>(
  (['stable', 'preview', 'experimental', 'community'] as const).map((name) => [name, name]),
)

export interface ArgumentFacts {
  /** As the reference writes it: `string`, `list(map(string))`, `duration`. */
  readonly type: string
  readonly required: boolean
  /** As Alloy text; left out where the reference explains it in prose. */
  readonly default?: string
}

/** What may stand inside a block. Where nothing at all is known of it, anything may. */
export interface BodyFacts {
  readonly arguments: ReadonlyMap<string, ArgumentFacts>
  readonly blocks: ReadonlyMap<string, BlockFacts>
}

export interface BlockFacts extends BodyFacts {
  readonly required: boolean
}

export interface ComponentFacts extends BodyFacts {
  readonly name: string
  readonly stability: Stability
  /** The type of each export by its name. */
  readonly exports: ReadonlyMap<string, string>
}

interface Draft {
  readonly arguments: Map<string, ArgumentFacts>
  readonly blocks: Map<string, BlockFacts>
}

const lines = new Map<string, string>()
const components = new Map<string, ComponentFacts>()
const sharedBodies = new Map<string, BodyFacts>()

function lineOf(name: string): string | undefined {
  if (lines.size === 0) {
    for (const line of componentTable.split('\n')) {
      lines.set(line.slice(0, line.indexOf(' ')), line)
    }
  }
  return lines.get(name)
}

const tokenPattern = /^([\w.]+)(!?)(?::([^=]*)(?:=(.*))?|&(\d+)|(\{\}?))$/

/** Reads tokens up to a closing brace or the end, and returns where it stopped. */
function readBody(tokens: readonly string[], start: number, draft: Draft): number {
  let index = start
  for (; index < tokens.length; index += 1) {
    const token = tokens[index] ?? ''
    if (token === '}') return index
    const match = tokenPattern.exec(token)
    if (!match) continue
    const [, name = '', mark, type, value, shared, brace] = match
    const required = mark === '!'
    if (type !== undefined) {
      draft.arguments.set(name, { type, required, ...(value !== undefined && { default: value }) })
    } else if (shared !== undefined) {
      draft.blocks.set(name, { ...sharedBody(`&${shared}`), required })
    } else {
      const inside = { arguments: new Map(), blocks: new Map(), required }
      draft.blocks.set(name, inside)
      if (brace === '{') index = readBody(tokens, index + 1, inside)
    }
  }
  return index
}

function sharedBody(name: string): BodyFacts {
  const known = sharedBodies.get(name)
  if (known) return known
  const body: Draft = { arguments: new Map(), blocks: new Map() }
  sharedBodies.set(name, body)
  readBody((lineOf(name) ?? '').split(' '), 1, body)
  return body
}

function readComponent(line: string): ComponentFacts {
  const tokens = line.split(' ')
  const [name = '', stability = ''] = tokens
  const exported = tokens.filter((token) => token.startsWith('>'))
  const draft: Draft = { arguments: new Map(), blocks: new Map() }
  readBody(tokens, 2 + exported.length, draft)
  nestStages(draft)
  return {
    name,
    stability: stabilities.get(stability) ?? 'stable',
    exports: new Map(
      exported.map((token) => {
        const [field = '', type = ''] = token.slice(1).split(':')
        return [field, type]
      }),
    ),
    ...draft,
  }
}

/** The stages of a log pipeline may stand inside its `stage.match` again. */
function nestStages({ blocks }: Draft): void {
  const match = blocks.get('stage.match')
  if (match) blocks.set('stage.match', { ...match, blocks })
}

/** The facts about a component or configuration block; `undefined` where Alloy knows none such. */
export function componentFacts(name: string): ComponentFacts | undefined {
  const known = components.get(name)
  if (known) return known
  const line = name.startsWith('&') ? undefined : lineOf(name)
  if (line === undefined) return undefined
  const facts = readComponent(line)
  components.set(name, facts)
  return facts
}

/** The names of all components and configuration blocks, in the order of the alphabet. */
export function componentNames(): readonly string[] {
  lineOf('')
  return [...lines.keys()].filter((name) => !name.startsWith('&'))
}
