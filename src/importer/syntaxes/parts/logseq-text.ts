import type {Block} from './outline.ts'

/** `key:: value`: what Logseq keeps with a block. */
export const PROPERTY = /^\s*[\w.?*!-]+::(?:\s|$)/
export const CLOZE_MACRO = /\{\{cloze\s/i
const CARD = /(?:^|\s)#?(?:#(?:flash)?card(?![\w/-])|\[\[card\]\])/i
const CARDS = new RegExp(CARD, 'gi')

/** Whether a block refers to the page *card*, outside code. */
export function isCard(block: Block): boolean {
  const text = block.text.join('\n')
  if (!/card/i.test(text)) return false
  return outsideFences(block.text).some(
    ({line, isCode}) => !isCode && CARD.test(withoutCode(line)) && !PROPERTY.test(line),
  )
}

/** What a block shows: its lines without properties and references to the page *card*. */
export function shownLines(block: Block): readonly string[] {
  return outsideFences(block.text)
    .filter(({line, isCode}) => isCode || !PROPERTY.test(line))
    .map(({line, isCode}) => (!isCode && CARD.test(withoutCode(line)) ? untagged(line) : line))
}

/** A line without references to the page *card*. */
export function untagged(line: string): string {
  const spare = withoutCode(line)
  let result = ''
  let from = 0
  for (const match of spare.matchAll(CARDS)) {
    result += line.slice(from, match.index)
    from = match.index + match[0].length
  }
  return (result + line.slice(from)).trim()
}

/** `{{cloze text \\ cue}}` as its text. */
export function plainClozes(text: string): string {
  if (!CLOZE_MACRO.test(text)) return text
  return text.replace(/\{\{cloze\s+((?:[^{}\\]|\\(?!\\)|\{[^{}]*\})*)(?:\\\\[^{}]*)?\}\}/gi, '$1')
}

/** A text without the rule that closes it. */
export function withoutLastRule(text: string): string {
  const trimmed = text.trimEnd()
  const last = trimmed.slice(trimmed.lastIndexOf('\n') + 1)
  return /^\s*(?:-\s)?\s*---$/.test(last) ? trimmed.slice(0, -last.length).trimEnd() : trimmed
}

/** Inline code replaced by as many blanks, so that marks in it do not count. */
const withoutCode = (line: string): string =>
  line.includes('`') ? line.replace(/`[^`]*`/g, code => `\`${' '.repeat(code.length - 2)}\``) : line

function outsideFences(lines: readonly string[]): readonly {line: string; isCode: boolean}[] {
  let fence = ''
  return lines.map(line => {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1] ?? ''
    const isCode = fence !== '' || mark !== ''
    if (mark !== '' && (fence === '' || fence === mark)) fence = fence === '' ? mark : ''
    return {line, isCode}
  })
}
