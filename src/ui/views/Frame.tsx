import {Box} from 'ink'
import type {Layout} from '../looks/layout.ts'
import type {Look} from '../looks/look.ts'
import {Lines} from '../text/Lines.tsx'
import type {Screen} from './screen.ts'

interface FrameProps {
  readonly screen: Screen
  readonly layout: Layout
  readonly look: Look
}

/** The whole screen, part by part, so that only the parts that changed are drawn anew. */
export function Frame({screen, layout, look}: FrameProps) {
  return (
    <Box flexDirection="column" height={layout.height} paddingLeft={layout.margin}>
      <Lines lines={screen.header} look={look} />
      <Lines lines={screen.pinned} look={look} />
      <Lines lines={screen.body} look={look} />
      <Lines lines={screen.status} look={look} />
      <Lines lines={screen.footer} look={look} />
    </Box>
  )
}
