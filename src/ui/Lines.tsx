import {Box, Text} from 'ink'
import {memo} from 'react'
import {toAnsi} from '../render/ansi.ts'
import {plainText, type StyledLine} from '../render/line.ts'
import type {Look} from './look.ts'

/** Lines that were broken beforehand, in one piece: Ink has nothing to wrap and little to lay out. */
export function Lines({lines, look}: {readonly lines: readonly StyledLine[]; readonly look: Look}) {
  if (lines.length === 0) return null
  const {palette, hyperlinks = false, attributes = true} = look
  const text = lines
    .map(line => (attributes ? toAnsi(line, palette, {hyperlinks}) : plainText(line)))
    .join('\n')
  return <Rows height={lines.length} text={text} />
}

const Rows = memo(({height, text}: {readonly height: number; readonly text: string}) => (
  <Box height={height} flexShrink={0}>
    <Text wrap="truncate">{text}</Text>
  </Box>
))
