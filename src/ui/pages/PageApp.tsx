import {Box, useApp, useInput, usePaste} from 'ink'
import {useEffect, useEffectEvent, useSyncExternalStore} from 'react'
import {MS_PER_MINUTE} from '../../core/time.ts'
import {keyNamesOf} from '../keys/key-names.ts'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import type {Timer} from '../review/ReviewApp.tsx'
import {Lines} from '../text/Lines.tsx'
import type {Page} from './page.ts'

interface PageAppProps {
  readonly page: Page<unknown>
  readonly layout: Layout
  readonly look: Look
  readonly timer: Timer
}

/** A page on the screen: keys to the page, its lines for every state. */
export function PageApp({page, layout, look, timer}: PageAppProps) {
  const {exit} = useApp()
  const state = useSyncExternalStore(page.subscribe, page.getState)

  /** Thrown on, an error would end the process with the terminal as it is. */
  const guarded = (run: () => void) => {
    try {
      run()
    } catch (error) {
      exit(error instanceof Error ? error : new Error(String(error)))
    }
  }

  useInput((input, key) => {
    guarded(() => {
      for (const name of keyNamesOf(input, key)) {
        const wanted = page.press(name, layout, look)
        if (wanted !== undefined) {
          exit(wanted)
          return
        }
      }
    })
  })

  // Pasted text is no key.
  usePaste(() => {})

  const afterMinute = useEffectEvent((run: () => void) => timer(MS_PER_MINUTE, () => guarded(run)))
  // biome-ignore lint/correctness/useExhaustiveDependencies: a minute begins anew with every state.
  useEffect(() => {
    const {tick} = page
    return tick && afterMinute(tick)
  }, [page, state])

  return (
    <Box height={layout.height} paddingLeft={layout.margin}>
      <Lines lines={page.lines(layout, look)} look={look} />
    </Box>
  )
}
