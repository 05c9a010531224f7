import { anything, count, flag, group, text } from '../../values/options'
import { containerSecurity, extra } from '../common-options'
import { probeOptions, wholeImage } from './shared-options'
import { httpRoute, ingress } from './web-options'

const pinnedTag = '1.121.1@sha256:a2eaa7f585f418deba878e81cf571bdcb7ead07becf18a158138e2a39d28dc5c'
const probe = { delay: 30, period: 10, failures: 3 } as const

const proxySeconds = (what: string) => count(180, what, { integer: true })

/** OpenCost's own page, which the wizard leaves off: Grafana shows the costs. */
export const uiOptions = group(
  {
    enabled: flag(false, 'Serve OpenCost’s own page.'),
    image: wholeImage('opencost/opencost-ui', pinnedTag),
    resources: anything(
      { requests: { cpu: '10m', memory: '55Mi' }, limits: { memory: '1Gi' } },
      'CPU and memory of the page.',
    ),
    uiPort: count(9090, 'Port of the page.', { integer: true }),
    uiPath: text('/', 'Path of the page.'),
    useIPv6: flag(true, 'Listen on IPv6 too.'),
    useDefaultFqdn: flag(false, 'Reach OpenCost by its full name in the cluster.'),
    modelFqdn: text('', 'Reach OpenCost by this name.'),
    apiServer: text('', 'Address of the API for the page.'),
    livenessProbe: probeOptions('When it is restarted.', probe),
    readinessProbe: probeOptions('When it gets requests.', probe),
    securityContext: containerSecurity({}),
    extraEnv: extra('Environment variables.'),
    extraVolumeMounts: extra('Where further volumes appear in the container.'),
    nginx: group(
      {
        proxyConnectTimeout: proxySeconds('Seconds to wait for a connection.'),
        proxySendTimeout: proxySeconds('Seconds to wait while sending.'),
        proxyReadTimeout: proxySeconds('Seconds to wait for an answer.'),
      },
      'How the page reaches the API.',
    ),
    ingress: ingress('http-ui', '/'),
    route: anything(
      {
        enabled: false,
        annotations: {},
        host: 'example.local',
        path: null,
        targetPort: 'http-ui',
        tls: {},
      },
      'A Route of OpenShift’s. Helm makes it only where it sees OpenShift.',
    ),
    httpRoute: httpRoute(9090),
  },
  'OpenCost’s own page.',
  { open: true },
)
