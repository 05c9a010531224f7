import { Draft, type Note, type Tree } from './draft'

/** Whether values say something that chart 3 no longer knows. */
export function isV2(values: Tree): boolean {
  return new Draft(values, []).at(['global', 'alloyModules']) !== undefined
}

/** Values of chart 2 as chart 3 takes them (UPGRADING.md, "Version 3.0"): hardly anything moved. */
export function upgradeV2ToV3(values: Tree, notes: Note[]): Tree {
  const draft = new Draft(values, notes)
  draft.drop(
    ['global', 'alloyModules'],
    'The configs bring all that they need; there are no modules to fetch any more.',
  )
  if (draft.at(['podLogs', 'enabled']) === true) {
    draft.note({
      kind: 'changed',
      from: ['podLogs'],
      message:
        'The names of pods are structured metadata of log lines now, no labels. Queries that select by them have to filter instead.',
    })
  }
  return draft.values
}
