import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')

/**
 * Which rooms a room may import from, besides itself. Type imports count too: what a room cannot
 * name, it cannot come to depend on. Files at the top of `src` wire the rooms together.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  diagnostics: ['base'],
  alloy: ['base', 'diagnostics'],
  yaml: ['base', 'diagnostics'],
  values: ['base', 'diagnostics', 'alloy', 'yaml'],
  pipelines: ['base', 'diagnostics', 'alloy', 'values', 'manifests/kubernetes-object'],
  destinations: ['base', 'diagnostics', 'alloy', 'values', 'pipelines'],
  processors: ['base', 'diagnostics', 'alloy', 'values', 'pipelines'],
  services: [
    'base',
    'diagnostics',
    'alloy',
    'yaml',
    'values',
    'pipelines',
    'manifests/kubernetes-object',
  ],
  integrations: [
    'base',
    'diagnostics',
    'alloy',
    'values',
    'pipelines',
    'manifests/kubernetes-object',
  ],
  features: [
    'base',
    'diagnostics',
    'alloy',
    'yaml',
    'values',
    'pipelines',
    'integrations',
    'destinations',
    'services',
  ],
  collectors: [
    'base',
    'diagnostics',
    'alloy',
    'values',
    'pipelines',
    'destinations',
    'processors',
    'integrations',
    'features',
    'manifests/kubernetes-object',
  ],
  rules: [
    'base',
    'diagnostics',
    'alloy',
    'values',
    'pipelines',
    'destinations',
    'processors',
    'services',
    'integrations',
    'features',
    'collectors',
    'manifests',
  ],
  manifests: [
    'base',
    'diagnostics',
    'alloy',
    'yaml',
    'values',
    'pipelines',
    'destinations',
    'processors',
    'services',
    'integrations',
    'features',
    'collectors',
  ],
  upgrade: ['base', 'diagnostics', 'alloy', 'yaml', 'values', 'top'],
  export: [
    'base',
    'diagnostics',
    'alloy',
    'yaml',
    'values',
    'pipelines',
    'manifests',
    'share',
    'top',
  ],
  share: ['base', 'diagnostics', 'yaml', 'values', 'top'],
  top: ['*'],
  app: ['src/index.ts'],
  cli: ['src/index.ts', 'package.json'],
}

/** Rooms whose folders are units of one kind: none of them knows another. */
const unitRooms = new Set(['destinations', 'processors', 'services', 'integrations', 'features'])

/** Features that are made of other units by their nature. */
const composed = new Set(['features/service-integrations'])

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found].map(([, specifier = '']) =>
    resolve(dirname(file), specifier.replace(/\?.*$/, '')),
  )
}

const inside = (path: string) => relative(root, path).split(sep).join('/')

function roomOf(path: string): string {
  const [first, second, ...rest] = inside(path).split('/')
  if (first === 'app' || first === 'cli') return first
  if (first !== 'src') return `outside ${inside(path)}`
  return rest.length === 0
    ? second !== undefined && second in allowed
      ? second
      : 'top'
    : (second ?? 'top')
}

function unitOf(path: string): string | undefined {
  const [, room = '', unit, file] = inside(path).split('/')
  return unitRooms.has(room) && unit !== undefined && file !== undefined
    ? `${room}/${unit}`
    : undefined
}

const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file)

function breaches(): string[] {
  const out: string[] = []
  for (const file of ['src', 'app', 'cli'].flatMap((room) => sources(join(root, room)))) {
    if (isTest(file)) continue
    const room = roomOf(file)
    for (const target of importsOf(file)) {
      const other = roomOf(target)
      const line = `${inside(file)} imports ${inside(target)}`
      if (room === 'app' || room === 'cli') {
        const door = inside(target).replace(/^src\/index$/, 'src/index.ts')
        if (other !== room && !allowed[room]?.includes(door)) out.push(line)
        continue
      }
      if (other !== room) {
        const may = allowed[room] ?? []
        const named = may.some(
          (entry) => entry === '*' || entry === other || inside(target).startsWith(`src/${entry}`),
        )
        if (!named) out.push(line)
        continue
      }
      const [mine, theirs] = [unitOf(file), unitOf(target)]
      if (mine && theirs && mine !== theirs && !composed.has(mine) && !composed.has(theirs))
        out.push(line)
    }
  }
  return out
}

describe('the rooms', () => {
  it('import only what the table allows', () => {
    expect(breaches()).toEqual([])
  })

  it('are all in the table', () => {
    const rooms = readdirSync(join(root, 'src')).filter((name) =>
      statSync(join(root, 'src', name)).isDirectory(),
    )
    expect(rooms.filter((room) => room !== 'testing' && !(room in allowed))).toEqual([])
  })

  it('let nothing but src/yaml read YAML, the editor hold Monaco, and the output room zip', () => {
    const only: [RegExp, RegExp][] = [
      [/from 'yaml'/, /^src\/yaml\//],
      [/from 'monaco-editor/, /^app\/editor\//],
      [/(?:from|import\()\s*'jszip'/, /^app\/output\//],
    ]
    const strays = [...sources(join(root, 'src')), ...sources(join(root, 'app'))]
      .filter((file) => !isTest(file))
      .flatMap((file) => {
        const text = readFileSync(file, 'utf8')
        return only
          .filter(([use, home]) => use.test(text) && !home.test(inside(file)))
          .map(() => inside(file))
      })
    expect(strays).toEqual([])
  })
})
