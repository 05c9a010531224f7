import { anything } from '../../values/options'

/** An Ingress before one of the ports. */
export const ingress = (servicePort: string, path: unknown) =>
  anything(
    {
      enabled: false,
      ingressClassName: '',
      annotations: {},
      hosts: [{ host: 'example.local', paths: [path] }],
      ...(servicePort !== '' && { servicePort }),
      tls: [],
    },
    'An Ingress, to reach it from outside.',
  )

/** A route of the Gateway API to one of the ports. */
export const httpRoute = (port: number) =>
  anything(
    {
      enabled: false,
      parentRefs: [{ name: '', namespace: '', sectionName: '' }],
      hostnames: [],
      annotations: {},
      labels: {},
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: '', port }],
        },
      ],
    },
    'A route of the Gateway API, to reach it from outside.',
  )
