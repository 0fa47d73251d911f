import {Box, Text} from 'ink'
import {memo} from 'react'
import {toAnsi} from '../render/ansi.ts'
import type {StyledLine} from '../render/line.ts'
import type {Look} from './look.ts'

/** Lines that were broken beforehand, in one piece: Ink has nothing to wrap and little to lay out. */
export function Lines({lines, look}: {readonly lines: readonly StyledLine[]; readonly look: Look}) {
  if (lines.length === 0) return null
  const text = lines.map(line => toAnsi(line, look.palette)).join('\n')
  return <Rows height={lines.length} text={text} />
}

const Rows = memo(({height, text}: {readonly height: number; readonly text: string}) => (
  <Box height={height} flexShrink={0}>
    <Text wrap="truncate">{text}</Text>
  </Box>
))
