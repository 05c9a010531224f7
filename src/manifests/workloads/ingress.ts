import { present } from '../../base/present'
import { isEmpty, printValue } from '../../values/helm'
import { unquoted } from '../../values/unquoted'
import type { KubernetesObject } from '../kubernetes-object'
import { type Chart, fieldsOf, given, itemsOf, metadataOf } from './chart'
import { fill, fillAll } from './template'

/** A way in from outside for Faro data (templates/ingress.yaml, for Kubernetes 1.19 and newer). */
export function ingresses(chart: Chart): KubernetesObject[] {
  const ingress = (key: string) => chart.value('ingress', key)
  if (isEmpty(ingress('enabled'))) return []
  const ownPath = {
    path: unquoted(ingress('path')),
    pathType: unquoted(ingress('pathType')),
    backend: {
      service: { name: chart.fullName, port: { number: unquoted(ingress('faroPort')) } },
    },
  }
  const hosts = itemsOf(ingress('hosts'))
  const { path, ...anyPath } = ownPath
  const annotations = Object.fromEntries(
    Object.entries(fieldsOf(ingress('annotations'))).map(([key, value]) => [
      key,
      fill(printValue(value), chart),
    ]),
  )
  return [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: metadataOf(chart, {
        component: 'networking',
        labels: ingress('labels'),
        annotations,
      }),
      spec: present({
        ingressClassName: given(ingress('ingressClassName')),
        tls: given(fillAll(ingress('tls'), chart)),
        rules:
          hosts.length > 0
            ? hosts.map((host) => ({
                host: unquoted(fill(printValue(host), chart)),
                http: { paths: [...itemsOf(ingress('extraPaths')), ownPath] },
              }))
            : [{ http: { paths: [isEmpty(ingress('path')) ? anyPath : ownPath] } }],
      }),
    },
  ]
}
