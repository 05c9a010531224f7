import { beforeEach, describe, expect, it } from 'vitest'
import { editValues, isRecord, readValues } from '../../src/index'
import type { Edited, Read } from '../queries/surface'
import { type ChoicesCore, type ChoicesStore, createChoices, longest } from './choices'
import { useNotices } from './notices'

function read(text: string): Read {
  const { values, problems } = readValues(text)
  return { values: isRecord(values) ? values : {}, problems }
}

function edited(text: string): Edited {
  return { text, values: read(text).values }
}

/** The core itself, each answer a moment late, as from a worker. */
const core: ChoicesCore = {
  read: async (text) => {
    await Promise.resolve()
    return read(text)
  },
  edit: async (text, edits) => {
    await new Promise((done) => setTimeout(done, 1))
    return edited(editValues(text, edits))
  },
  renamed: async (text) => edited(text),
  removed: async (text) => edited(text),
}

let time = 0
let store: ChoicesStore
const now = () => store.getState()
const name = (value: string) => now().edit([{ path: ['cluster', 'name'], value }], 'name')

beforeEach(() => {
  time = 0
  store = createChoices(core, () => time)
  useNotices.setState({ notices: [] })
})

describe('choices', () => {
  it('carry out edits in order, however fast they come', async () => {
    await Promise.all([...'production'].map((_, end) => name('production'.slice(0, end + 1))))
    expect(now().text).toBe('cluster:\n  name: production\n')
  })

  it('show an edit at once, before it is in the text', async () => {
    const done = name('prod')
    expect(now().values).toEqual({ cluster: { name: 'prod' } })
    expect(now().text).toBe('')
    await done
    expect(now().text).not.toBe('')
  })

  it('take back a run of typing in one step', async () => {
    for (const value of ['p', 'pr', 'pro']) {
      time += 200
      await name(value)
    }
    await now().undo()
    expect(now().text).toBe('')
    expect(now().values).toEqual({})
    await now().redo()
    expect(now().text).toBe('cluster:\n  name: pro\n')
  })

  it('start a new step after a pause', async () => {
    await name('first')
    time += 10_000
    await name('second')
    await now().undo()
    expect(now().values).toEqual({ cluster: { name: 'first' } })
  })

  it('undo only what came before, even when asked while an edit is on its way', async () => {
    await name('first')
    time += 10_000
    void name('second')
    await now().undo()
    expect(now().values).toEqual({ cluster: { name: 'first' } })
  })

  it('keep comments through edits and undo', async () => {
    await now().replace('# mine\ncluster:\n  name: a # of the cluster\n')
    await name('b')
    expect(now().text).toBe('# mine\ncluster:\n  name: b # of the cluster\n')
    await now().undo()
    expect(now().text).toBe('# mine\ncluster:\n  name: a # of the cluster\n')
  })

  it('stay as they were while the YAML that is typed is broken', async () => {
    await name('kept')
    await now().type('cluster: [')
    expect(now().draft?.text).toBe('cluster: [')
    expect(now().values).toEqual({ cluster: { name: 'kept' } })
    await name('ignored')
    expect(now().values).toEqual({ cluster: { name: 'kept' } })
    await now().type('cluster:\n  name: mended\n')
    expect(now().draft).toBeNull()
    expect(now().values).toEqual({ cluster: { name: 'mended' } })
  })

  it('refuse to be replaced by what does not parse, and say why', async () => {
    await name('kept')
    const problems = await now().replace('a: b: c')
    expect(problems.length).toBeGreaterThan(0)
    expect(now().values).toEqual({ cluster: { name: 'kept' } })
  })

  it('refuse what is too long, whichever way it comes, and say so', async () => {
    await name('kept')
    const text = now().text
    const huge = 'x'.repeat(longest + 1)
    await name(huge)
    await now().replace(`a: ${huge}`)
    expect(await now().type(`a: ${huge}`)).toBe(false)
    expect(now().text).toBe(text)
    expect(now().values).toEqual({ cluster: { name: 'kept' } })
    expect(useNotices.getState().notices.map(({ id }) => id)).toEqual(['too-long'])
  })

  it('keep what did not change, so that only changed fields are drawn anew', async () => {
    await now().replace('a:\n  x: 1\nb:\n  y: 1\n')
    const before = now().values.a
    await now().edit([{ path: ['b', 'y'], value: 2 }])
    expect(now().values.a).toBe(before)
  })

  it('undo names of the release like everything else', async () => {
    now().rename({ release: 'other' })
    expect(now().release).toBe('other')
    await now().undo()
    expect(now().release).toBe('k8s-monitoring')
  })
})
