import { Alert, Button, Skeleton } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { ClusterStep } from '../steps/cluster/ClusterStep'
import { steps } from '../steps/steps'
import { useChoices } from '../store/choices'
import { useNotices } from '../store/notices'
import { useView } from '../store/view'
import { Icon } from '../ui/icons'
import { LeftOut } from './LeftOut'
import { Notices } from './Notices'
import style from './shell.module.css'

const panes = {
  cluster: ClusterStep,
  destinations: lazy(async () => ({
    default: (await import('../steps/destinations/DestinationsStep')).DestinationsStep,
  })),
  features: lazy(async () => ({
    default: (await import('../steps/features/FeaturesStep')).FeaturesStep,
  })),
  collectors: lazy(async () => ({
    default: (await import('../steps/collectors/CollectorsStep')).CollectorsStep,
  })),
  review: lazy(async () => ({ default: (await import('../steps/review/ReviewStep')).ReviewStep })),
} as const

/** The step that is walked on now. The focus goes to its heading when the step changes. */
export function StepPane() {
  const step = useView((state) => state.step)
  const go = useView((state) => state.go)
  const setSheet = useView((state) => state.setSheet)
  const hasDraft = useChoices((state) => state.draft !== null)
  const main = useRef<HTMLElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current === step) return
    before.current = step
    useNotices.getState().closeRead()
    if (useView.getState().jumped) return
    main.current?.scrollTo({ top: 0 })
    main.current?.focus({ preventScroll: true })
  }, [step])
  const index = steps.findIndex(({ id }) => id === step)
  const title = steps[index]?.title ?? ''
  const previous = steps[index - 1]
  const next = steps[index + 1]
  const Pane = panes[step]
  return (
    <div className={style.pane}>
      <main id="main" ref={main} tabIndex={-1} aria-label={title} className={style.main}>
        <div className={style.column}>
          <Notices />
          <LeftOut />
          {hasDraft && <DraftNotice />}
          <fieldset disabled={hasDraft} className={style.form}>
            <Suspense fallback={<Waiting />}>
              <Pane />
            </Suspense>
          </fieldset>
        </div>
      </main>
      <div className={style.foot}>
        <Button
          variant="default"
          leftSection={<Icon name="back" />}
          disabled={!previous}
          onClick={() => previous && go(previous.id)}
        >
          Back
        </Button>
        <Button
          className={style.previewButton ?? ''}
          variant="default"
          leftSection={<Icon name="preview" />}
          onClick={() => setSheet(true)}
        >
          Preview
        </Button>
        {next ? (
          <Button rightSection={<Icon name="forward" />} onClick={() => go(next.id)}>
            Next
          </Button>
        ) : (
          <Button leftSection={<Icon name="download" />} onClick={goToExport}>
            Export
          </Button>
        )}
      </div>
    </div>
  )
}

/** The ways out stand below what is worth knowing, which may be long. */
function goToExport(): void {
  const target = document.getElementById('export')
  target?.scrollIntoView()
  target?.focus({ preventScroll: true })
}

function Waiting() {
  return (
    <div className={style.waiting} aria-busy="true">
      <Skeleton height={28} width="40%" />
      <Skeleton height={14} width="80%" />
      <Skeleton height={36} />
      <Skeleton height={36} />
      <Skeleton height={96} />
    </div>
  )
}

/** While the YAML does not parse, the form rests: a change here could not be written into it. */
function DraftNotice() {
  const draft = useChoices((state) => state.draft)
  const drop = useChoices((state) => state.dropDraft)
  const problem = draft?.problems[0]
  return (
    <Alert color="red" title="The YAML does not parse yet" icon={<Icon name="alert" />}>
      {problem && (
        <p>
          Line {problem.line}: {problem.message}
        </p>
      )}
      <p>
        Mend it in the preview, and the form wakes up again. Until then your choices stay as they
        were.
      </p>
      <Button mt="xs" size="compact-sm" variant="default" onClick={drop}>
        Discard what was typed
      </Button>
    </Alert>
  )
}
