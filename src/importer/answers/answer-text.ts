import type {Scan} from '../scan/scan.ts'
import {blockOf} from '../text/block.ts'
import {withoutTailText} from './apparatus.ts'
import {withoutTail} from './extent.ts'

/**
 * The lines of an answer as Markdown of their own, without what belongs to the container around them.
 * @param continues a label’s line stands before them: they are dedented by themselves, and keep a blank line between
 */
export function textOf(scan: Scan, from: number, to: number, continues = false): string {
  const end = withoutTail(scan, from, to)
  if (end < from) return ''
  // A container around the whole answer is no part of it.
  const inside = /^:{3,}\s*\w/.test(scan.at(from).text) && !hasColons(scan, from + 1, end)
  const start = inside ? from + 1 : from
  const lines = scan.source.lines.slice(start - 1, end)
  const text = blockOf(continues ? ['', ...lines] : lines)
  const unquoted = lines.every(line => /^\s*>/.test(line) || line.trim() === '')
  const block = continues && lines[0]?.trim() === '' ? `\n${text}` : text
  const bare = unquoted && scan.at(start - 1).text.startsWith('>') ? withoutQuote(block) : block
  return withoutOpenTags(withoutTailText(bare))
}

function hasColons(scan: Scan, from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (scan.at(at).text.startsWith(':::')) return true
  return false
}

const withoutQuote = (text: string): string => text.replace(/^[ \t]*>[ \t]?/gm, '')

/** Without tags at the beginning that were closed outside of the answer, or never. */
function withoutOpenTags(text: string): string {
  const tag = /^<(p|b|div|strong|br)\b[^>]*>\s*/i.exec(text)
  if (tag === null) return text
  const name = tag[1] as string
  const isOpen = name.toLowerCase() === 'br' || !new RegExp(`</${name}\\s*>`, 'i').test(text)
  return isOpen ? withoutOpenTags(text.slice(tag[0].length)) : text
}
