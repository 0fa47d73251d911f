import type {Root} from 'mdast'
import {excessOf} from './limits.ts'
import {nativeParser} from './native-parser.ts'
import {isPlainLine} from './plain-line.ts'
import {plainTreeOf} from './plain-tree.ts'
import {remarkParser} from './remark-parser.ts'

type Parser = (text: string) => Root

let parser: Parser | undefined

/**
 * Markdown (CommonMark with GitHub’s extensions, math and front matter) as mdast with positions.
 *
 * Never throws, and takes time linear in the text: what no parser should see (see `excessOf`) comes back as plain paragraphs.
 */
export function parseMarkdown(text: string): Root {
  if (isPlainLine(text)) return plainTreeOf(text)
  parser ??= nativeParser() ?? remarkParser()
  return parseWith(parser, text)
}

/** The same with a given parser; for comparing them. */
export function parseWith(parse: Parser, text: string): Root {
  if (excessOf(text) !== undefined) return plainTreeOf(text)
  try {
    return parse(text)
  } catch {
    // What still overflows the stack or the native parser’s limits.
    return plainTreeOf(text)
  }
}
