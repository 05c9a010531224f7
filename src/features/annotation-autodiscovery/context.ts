import type { ValueOf } from '../../values/options'
import type { FeatureContext } from '../types'
import type { options } from './options'

export type Values = ValueOf<typeof options>
export type Context = FeatureContext<Values>

/** What carries annotations. */
export type Kind = 'pods' | 'services'

export const unit = 'features/annotationAutodiscovery'

export function hasStaticLabels({ staticLabels, staticLabelsFrom }: Values[Kind]): boolean {
  return Object.keys(staticLabels).length > 0 || Object.keys(staticLabelsFrom).length > 0
}
