import { group, text } from '../../values/options'
import { commonFields } from '../common'

/** `kubernetesManifests` (charts/feature-kubernetes-manifests). */
export const options = group({
  ...commonFields,
  jobLabel: text('integrations/kubernetes/manifests', 'Value of the label job.'),
})
