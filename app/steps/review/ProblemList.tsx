import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { severityIcon } from '../../forms/Findings'
import { useCatalog, useOutput } from '../../queries/output'
import type { Diagnostic, Severity } from '../../queries/surface'
import { useChoices } from '../../store/choices'
import { useView } from '../../store/view'
import { Icon } from '../../ui/icons'
import { Card } from '../StepFrame'
import { stepOf, steps } from '../steps'
import { FixAll } from './FixAll'
import style from './review.module.css'

const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]
const plural = { error: 'errors', warning: 'warnings', info: 'notes' } as const
const singular = { error: 'error', warning: 'warning', info: 'note' } as const

const counted = (count: number, severity: Severity): string =>
  `${count} ${count === 1 ? singular[severity] : plural[severity]}`

/** Every finding, grouped by the step it belongs to. */
export function ProblemList() {
  const { diagnostics } = useOutput()
  const [filter, setFilter] = useState<'all' | Severity>('all')
  const shown = diagnostics.filter(({ severity }) => filter === 'all' || severity === filter)
  const count = (severity: Severity) =>
    diagnostics.filter((finding) => finding.severity === severity).length
  const errors = count('error')
  return (
    <Card
      title={
        diagnostics.length === 0
          ? 'No problems found'
          : errors === 0
            ? 'This installs; a few things are worth knowing'
            : `${counted(errors, 'error')} to mend before this installs`
      }
      help={
        diagnostics.length === 0
          ? 'The chart takes these values as they are.'
          : severities
              .filter((severity) => count(severity) > 0)
              .map((severity) => counted(count(severity), severity))
              .join(', ')
      }
      tools={<FixAll />}
    >
      {diagnostics.length > 0 && (
        <>
          <SegmentedControl
            size="xs"
            aria-label="Which problems"
            value={filter}
            onChange={(value) => setFilter(value as typeof filter)}
            data={[
              { value: 'all', label: 'All' },
              ...severities
                .filter((severity) => count(severity) > 0)
                .map((severity) => ({
                  value: severity,
                  label: counted(count(severity), severity),
                })),
            ]}
            style={{ justifySelf: 'start' }}
          />
          {steps.map(({ id, title }) => {
            const here = shown.filter(({ path }) => stepOf(path) === id)
            return (
              here.length > 0 && (
                <section key={id} className={style.group}>
                  <h3>{title}</h3>
                  <ul className={style.problems}>
                    {severities
                      .flatMap((severity) => here.filter((one) => one.severity === severity))
                      .map((finding) => (
                        <Problem
                          key={finding.code + finding.path.join('.') + finding.message}
                          finding={finding}
                        />
                      ))}
                  </ul>
                </section>
              )
            )
          })}
        </>
      )}
    </Card>
  )
}

function Problem({ finding }: { finding: Diagnostic }) {
  const { codes } = useCatalog()
  const jump = useView((state) => state.jump)
  const edit = useChoices((state) => state.edit)
  const [open, setOpen] = useState(false)
  const facts = codes[finding.code]
  const place = finding.path.join('.')
  return (
    <li className={style.problem} data-severity={finding.severity}>
      <Icon name={severityIcon[finding.severity]} className={style.icon} />
      <div className={style.words}>
        <p>
          <strong>{facts.title}.</strong> {finding.message}
        </p>
        <div className={style.tools}>
          {place !== '' && (
            <Button size="compact-xs" variant="default" onClick={() => jump(finding.path)}>
              Go to {place}
            </Button>
          )}
          {finding.fixes?.map((fix) => (
            <Button key={fix.title} size="compact-xs" onClick={() => void edit(fix.edits)}>
              {fix.title}
            </Button>
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Less' : 'What this means'}
          </Button>
        </div>
        {open && <p className={style.more}>{facts.help}</p>}
      </div>
    </li>
  )
}
