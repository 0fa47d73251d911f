import {Box, Text} from 'ink'
import {memo} from 'react'
import type {StyledLine} from '../../render/line.ts'
import {type Look, lineText} from '../looks/look.ts'

/** Lines that were broken beforehand, in one piece: Ink has nothing to wrap and little to lay out. */
export function Lines({lines, look}: {readonly lines: readonly StyledLine[]; readonly look: Look}) {
  if (lines.length === 0) return null
  const text = lines.map(line => lineText(line, look)).join('\n')
  return <Rows height={lines.length} text={text} />
}

const Rows = memo(({height, text}: {readonly height: number; readonly text: string}) => (
  <Box height={height} flexShrink={0}>
    <Text wrap="truncate">{text}</Text>
  </Box>
))
