import { Button } from '@mantine/core'
import type { Diagnostic } from '../queries/surface'
import { useChoices } from '../store/choices'
import { Icon, type IconName } from '../ui/icons'
import style from './fields.module.css'

export const severityIcon = {
  error: 'alert',
  warning: 'alert',
  info: 'info',
} as const satisfies Record<Diagnostic['severity'], IconName>
const spoken = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** What is wrong with one setting, with the cures as buttons. */
export function Findings({ findings, id }: { findings: readonly Diagnostic[]; id?: string }) {
  const edit = useChoices((state) => state.edit)
  if (findings.length === 0) return null
  return (
    <ul className={style.findings} id={id}>
      {findings.map((finding) => (
        <li
          key={finding.code + finding.message}
          className={`${style.finding} ${style[finding.severity]}`}
        >
          <Icon name={severityIcon[finding.severity]} size={14} />
          <div>
            <strong>{spoken[finding.severity]}:</strong> {finding.message}
            {finding.fixes && (
              <div className={style.fixes}>
                {finding.fixes.map((fix) => (
                  <Button
                    key={fix.title}
                    size="compact-xs"
                    variant="default"
                    onClick={() => void edit(fix.edits)}
                  >
                    {fix.title}
                  </Button>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
