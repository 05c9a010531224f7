/** The systems and processors that plugins are built for, by what `uname` says of them. */
const processors = [
  ['x86_64|amd64', 'amd64'],
  ['aarch64|arm64', 'arm64'],
] as const

const releases = 'opencost/opencost-plugins/releases'

const quoted = (text: string) => ["'", text.replaceAll("'", "'\\''"), "'"].join('')

/**
 * The script that fetches the plugins into their folder (templates/install-plugins.yaml): of the
 * wanted version, else of the newest, for the processor that it runs on.
 */
export function installScript(wanted: {
  readonly folder: string
  readonly version: string
  readonly names: readonly string[]
}): string {
  const folder = quoted([wanted.folder, 'bin'].join('/'))
  const newest = ['https://api.github.com/repos', releases, 'latest'].join('/')
  const source = ['https://github.com', releases, 'download/$version'].join('/')
  return [
    'set -ex',
    ['rm -rf', folder].join(' '),
    ['mkdir -p', folder].join(' '),
    ['cd', folder].join(' '),
    'case "$(uname -m)" in',
    ...processors.map(([machines, name]) => ['  ', machines, ') processor=', name, ' ;;'].join('')),
    '  *) echo "there are no plugins for this processor"; exit 1 ;;',
    'esac',
    wanted.version === ''
      ? [
          'version=$(curl -s ',
          newest,
          ' | sed -n \'s/.*"tag_name": *"\\([^"]*\\)".*/\\1/p\')',
        ].join('')
      : ['version=', quoted(wanted.version)].join(''),
    ...wanted.names.flatMap((name) => {
      const file = [quoted(name), '".ocplugin.linux.$processor"'].join('')
      return [
        ['curl -fsSL -o ', file, ' "', source, '/"', file].join(''),
        ['chmod a+rx', file].join(' '),
      ]
    }),
  ].join('\n')
}
