import { firstNonEmpty, printValue } from '../../values/helm'
import { type Chart, imageIdentity } from './chart'

/** The image of a container and when to pull it; `global.image` wins over the container's own. */
export function imageFields(
  chart: Chart,
  section: readonly string[],
  fallbackTag: string,
): { readonly image: string; readonly imagePullPolicy: unknown } {
  const own = (key: string) => chart.value(...section, key)
  const shared = (key: string) => chart.value('global', 'image', key)
  return {
    image: [
      printValue(firstNonEmpty(shared('registry'), own('registry'))),
      '/',
      printValue(own('repository')),
      imageIdentity(chart.value(...section), fallbackTag),
    ].join(''),
    imagePullPolicy: firstNonEmpty(shared('pullPolicy'), own('pullPolicy')) ?? null,
  }
}
