import { printValue } from '../../values/helm'
import type { BundledChart } from '../chart'
import type { Context } from './index'

/** A directive of nginx, with those inside its braces, if it has any. */
type Directive = readonly [text: string, inside?: readonly Directive[]]

function lines(directives: readonly Directive[], indent = ''): string[] {
  return directives.flatMap(([text, inside]) =>
    inside
      ? [[indent, text, ' {'].join(''), ...lines(inside, indent.concat('    ')), indent.concat('}')]
      : [[indent, text, ';'].join('')],
  )
}

/** What is worth compressing besides HTML. */
const compressed = [
  ...['atom+xml', 'geo+json', 'javascript', 'x-javascript', 'json', 'ld+json', 'manifest+json'],
  ...['rdf+xml', 'rss+xml', 'vnd.ms-fontobject', 'wasm', 'x-web-app-manifest+json', 'xhtml+xml'],
  'xml',
].map((type) => ['application', type].join('/'))
const compressedFonts = ['eot', 'otf', 'ttf'].map((type) => ['font', type].join('/'))
const compressedImages = ['bmp', 'svg+xml'].map((type) => ['image', type].join('/'))
const compressedTexts = [
  ...['cache-manifest', 'calendar', 'css', 'javascript', 'markdown', 'plain', 'xml'],
  ...['x-component', 'x-cross-domain-policy'],
].map((type) => ['text', type].join('/'))

function serverOf({ fullName, namespace }: BundledChart, { values }: Context): string {
  const { useDefaultFqdn, modelFqdn } = values.opencost.ui
  const host = [fullName, namespace].join('.')
  if (useDefaultFqdn) return [host, 'svc.cluster.local:9003'].join('.')
  return modelFqdn || [host, '9003'].join(':')
}

/**
 * The configuration of the web server of OpenCost's page: the page's files, and what asks for data
 * handed on to OpenCost (templates/configmap-frontend.yaml).
 */
export function nginxConfiguration(chart: BundledChart, context: Context): string {
  const { uiPort, uiPath, useIPv6, nginx } = context.values.opencost.ui
  const say = (...words: readonly unknown[]): Directive => [words.map(printValue).join(' ')]
  const types = [...compressed, ...compressedFonts, ...compressedImages, ...compressedTexts]
  const dataPath = uiPath.replace(/\/$/, '').concat('/model/')
  const file: readonly Directive[] = [
    say('gzip_static', 'on'),
    say('gzip', 'on'),
    say('gzip_min_length', 50000),
    say('gzip_proxied', 'expired', 'no-cache', 'no-store', 'private', 'auth'),
    say('gzip_types', ...types),
    ['upstream model', [say('server', serverOf(chart, context))]],
    [
      'server',
      [
        say('server_name', '_'),
        say('root', '/var/www'),
        say('index', 'index.html'),
        say('large_client_header_buffers', 4, '32k'),
        say('add_header', 'Cache-Control', '"must-revalidate"'),
        say('error_page', 504, '/custom_504.html'),
        ['location = /custom_504.html', [say('internal')]],
        say('add_header', 'Cache-Control', '"max-age=300"'),
        [
          ['location', uiPath].join(' '),
          [say('alias', '/var/www/'), say('try_files', '$uri', '/index.html')],
        ],
        say('add_header', 'ETag', '"1.96.0"'),
        say('listen', uiPort),
        ...(useIPv6 ? [say('listen', ['[::]', printValue(uiPort)].join(':'))] : []),
        say('resolver', '127.0.0.1', 'valid=5s'),
        ['location /healthz', [say('access_log', '/dev/null'), say('return', 200, "'OK'")]],
        [
          ['location', dataPath].join(' '),
          [
            say('proxy_connect_timeout', nginx.proxyConnectTimeout),
            say('proxy_send_timeout', nginx.proxySendTimeout),
            say('proxy_read_timeout', nginx.proxyReadTimeout),
            say('proxy_pass', 'http://model/'),
            say('proxy_redirect', 'off'),
            say('proxy_http_version', '1.1'),
            say('proxy_set_header', 'Connection', '""'),
            say('proxy_set_header', 'X-Real-IP', '$remote_addr'),
            say('proxy_set_header', 'X-Forwarded-For', '$proxy_add_x_forwarded_for'),
          ],
        ],
      ],
    ],
  ]
  return [...lines(file), ''].join('\n')
}
