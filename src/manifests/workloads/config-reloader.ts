import { present } from '../../base/present'
import { isEmpty, printValue } from '../../values/helm'
import { type Chart, given } from './chart'
import { configMount } from './container'
import { imageFields } from './image'

/** The image's version when the values take the default away. */
const fallbackTag = 'v0.8.0'

/** The container that has Alloy read a changed configuration (templates/containers/_watch.yaml). */
export function configReloader(chart: Chart): Record<string, unknown>[] {
  const reloader = (key: string) => chart.value('configReloader', key)
  if (isEmpty(reloader('enabled'))) return []
  const reload = ['http://localhost:', printValue(chart.alloy('listenPort')), '/-/reload'].join('')
  return [
    present({
      name: 'config-reloader',
      ...imageFields(chart, ['configReloader', 'image'], fallbackTag),
      args: given(reloader('customArgs')) ?? [
        ['--watched-dir', configMount.mountPath].join('='),
        ['--reload-url', reload].join('='),
      ],
      volumeMounts: [configMount],
      resources: given(reloader('resources')),
      securityContext: given(reloader('securityContext')),
    }),
  ]
}
