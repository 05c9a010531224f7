import { Splitter } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { Preview } from '../output/Preview'
import { PreviewSheet } from '../output/PreviewSheet'
import { startSession } from '../session/start'
import { followAddress } from '../store/view'
import { Header } from './Header'
import { useUndoKeys } from './keys'
import { StepNav } from './StepNav'
import { StepPane } from './StepPane'
import style from './shell.module.css'

/** Room for the preview beside the form. */
const wide = '(min-width: 1100px)'

export function Shell() {
  const isWide = useMediaQuery(wide, globalThis.matchMedia(wide).matches)
  useEffect(followAddress, [])
  useEffect(startSession, [])
  useUndoKeys()
  return (
    <div className={style.shell}>
      <button type="button" className={style.skip} onClick={skipToMain}>
        Skip to the form
      </button>
      <Header />
      <StepNav />
      {isWide ? (
        <Splitter className={style.split ?? ''} lineSize={1} handleColor="var(--line)">
          <Splitter.Pane defaultSize="52%" min="30%">
            <StepPane />
          </Splitter.Pane>
          <Splitter.Pane defaultSize="48%" min="25%">
            <aside aria-label="Preview" className={style.aside}>
              <Preview />
            </aside>
          </Splitter.Pane>
        </Splitter>
      ) : (
        <>
          <StepPane />
          <PreviewSheet />
        </>
      )}
    </div>
  )
}

/** A button, for the address's fragment belongs to the steps and to links. */
function skipToMain(): void {
  document.getElementById('main')?.focus()
}
