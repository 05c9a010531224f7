import type { Rule } from './types'

/** Every signal is labelled with the cluster's name, so the chart asks for one (templates/_validations.tpl). */
export const clusterName: Rule = ({ model }) => {
  if (model.cluster.name !== '' || model.cluster.nameFrom !== '') return
  model.report({
    code: 'values.no-cluster-name',
    path: ['cluster', 'name'],
    message: 'Give the cluster a name: it becomes a label of every metric, log, trace and profile.',
  })
}
