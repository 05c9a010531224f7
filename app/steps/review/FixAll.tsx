import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { changedLines } from '../../output/changed-lines'
import { core } from '../../queries/core'
import { useOutput } from '../../queries/output'
import type { Edit } from '../../queries/surface'
import { choices } from '../../store/choices'
import style from './review.module.css'

/** Applies every fix that is safe, after showing what that changes. */
export function FixAll() {
  const { diagnostics } = useOutput()
  const [plan, setPlan] = useState<{ edits: Edit[]; before: string; after: string } | null>(null)
  const safe = diagnostics.flatMap(({ fixes }) => fixes?.find((fix) => fix.safe) ?? [])
  if (safe.length === 0) return null
  async function prepare(): Promise<void> {
    const edits = safe.flatMap((fix) => fix.edits)
    const before = choices.getState().text
    const { text: after } = await core.edit(before, edits)
    setPlan({ edits, before, after })
  }
  return (
    <>
      <Button size="compact-sm" onClick={() => void prepare()}>
        {safe.length === 1 ? 'Apply the safe fix' : `Apply ${safe.length} safe fixes`}
      </Button>
      <Modal
        opened={plan !== null}
        onClose={() => setPlan(null)}
        title="What the fixes change"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        {plan && <Difference before={plan.before} after={plan.after} />}
        <div className={style.decide}>
          <Button variant="default" onClick={() => setPlan(null)}>
            Leave it
          </Button>
          <Button
            onClick={() => {
              if (plan) void choices.getState().edit(plan.edits)
              setPlan(null)
            }}
          >
            Apply
          </Button>
        </div>
      </Modal>
    </>
  )
}

function Difference({ before, after }: { before: string; after: string }) {
  const added = changedLines(before, after)
  const removed = changedLines(after, before)
  const old = before.split('\n')
  const now = after.split('\n')
  const lines: { sign: ' ' | '+' | '-'; text: string }[] = []
  let row = 0
  for (const [index, text] of now.entries()) {
    if (added.has(index + 1)) lines.push({ sign: '+', text })
    else {
      while (row < old.length && removed.has(row + 1))
        lines.push({ sign: '-', text: old[row++] ?? '' })
      lines.push({ sign: ' ', text })
      row += 1
    }
  }
  while (row < old.length) lines.push({ sign: '-', text: old[row++] ?? '' })
  const near = (at: number) =>
    lines.slice(Math.max(0, at - 2), at + 3).some(({ sign }) => sign !== ' ')
  return (
    <pre className={style.difference}>
      {lines.map(
        ({ sign, text }, index) =>
          near(index) && (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, drawn once
            <span key={index} data-sign={sign}>
              {`${sign} ${text}\n`}
            </span>
          ),
      )}
    </pre>
  )
}
