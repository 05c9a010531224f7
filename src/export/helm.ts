import { shellQuote } from '../base/shell'
import { chartSource } from './chart-source'
import { type ReleaseTarget, secretValuesPath } from './file'

/** A command line with the words for why to run it. */
export interface Command {
  readonly title: string
  /** One or more lines for a POSIX shell. */
  readonly text: string
}

/** Words of a command over several lines. */
function lines(...words: readonly (readonly string[])[]): string {
  return words.map((line) => line.map(shellQuote).join(' ')).join(' \\\n  ')
}

export interface HelmInput extends ReleaseTarget {
  /** Whether the secrets are in a values file of their own. */
  readonly secretValues?: boolean
}

/** How to install the values with Helm, look whether all runs, change it and remove it. */
export function helmCommands({
  release,
  namespace,
  secretValues = false,
}: HelmInput): readonly Command[] {
  const { alias, repository, name, version } = chartSource
  const upgrade = lines(
    ['helm', 'upgrade', '--install', release, `${alias}/${name}`],
    ['--namespace', namespace, '--create-namespace'],
    ['--version', version],
    ['--values', 'values.yaml'],
    ...(secretValues ? [['--values', secretValuesPath]] : []),
    ['--wait', '--timeout', '10m'],
  )
  return [
    {
      title: 'Add the chart’s repository',
      text: `${lines(['helm', 'repo', 'add', alias, repository])}\n${lines(['helm', 'repo', 'update', alias])}`,
    },
    { title: 'Install, or change what is installed', text: upgrade },
    { title: 'See whether all runs', text: verifyCommands({ release, namespace }) },
    {
      title: 'Remove it',
      text: lines(['helm', 'uninstall', release, '--namespace', namespace, '--wait']),
    },
  ]
}

/** Shows the collectors and their pods. */
export function verifyCommands({ namespace }: ReleaseTarget): string {
  return [
    lines(['kubectl', 'get', 'pods', '--namespace', namespace]),
    lines(['kubectl', 'get', 'alloys.collectors.grafana.com', '--namespace', namespace]),
  ].join('\n')
}
