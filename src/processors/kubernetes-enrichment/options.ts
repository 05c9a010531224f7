import { group, map, text } from '../../values/options'

const copied = (what: string) => map(text('', 'Where it is copied from.'), what, { common: true })

export const options = group(
  {
    namespaceLabels: copied(
      'Labels of the namespace to copy: the name that the data gets, then the namespace’s label.',
    ),
    namespaceAnnotations: copied(
      'Annotations of the namespace to copy: the name that the data gets, then the annotation.',
    ),
    podLabels: copied(
      'Labels of the pod to copy: the name that the data gets, then the pod’s label.',
    ),
    podAnnotations: copied(
      'Annotations of the pod to copy: the name that the data gets, then the annotation.',
    ),
  },
  'Copies labels and annotations of pods and namespaces onto the data.',
)
