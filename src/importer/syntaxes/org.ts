import type {NoteContent} from '../../core/note.ts'
import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import {type ClozeMark, clozeOf} from './parts/cloze.ts'
import {bracePairs} from './parts/cloze-marks.ts'
import {type Headline, headlinesOf, isOrgMark, orgMarkdown} from './parts/org-headlines.ts'
import type {DraftNote, Unanswered} from './parts/reading.ts'
import {readingOf} from './parts/reading.ts'
import {blockOf} from './parts/text.ts'

const SIGN = /^(?:\*+|#{1,6})[ \t].*:(?:fc|drill):/m

/** Headlines tagged `:fc:` (org-fc) or `:drill:` (org-drill) with their body or a subheading as answer. */
export const org: Reader = {
  name: 'org',
  read: source => {
    if (!SIGN.test(source.text)) return undefined
    const headlines = headlinesOf(source.lines)
    const notes: DraftNote[] = []
    const unanswered: Unanswered[] = []
    for (const headline of headlines) {
      if (!headline.tags.some(tag => tag === 'fc' || tag === 'drill')) continue
      const content = headline.tags.includes('fc') ? orgFc(headline) : orgDrill(headline)
      if (content === undefined) {
        unanswered.push({line: headline.line, endLine: headline.line})
        continue
      }
      const id = headline.properties.get('ID')
      notes.push({
        content,
        line: headline.line,
        endLine: headline.lastText,
        section: headline.path,
        tags: tagsFrom(headline.tags.filter(tag => !/^(?:fc|drill|suspended|leech)$/.test(tag))),
        ...(id !== undefined && {authorId: id}),
      })
    }
    if (notes.length === 0) return undefined
    const title = source.lines
      .map(line => /^#\+title:\s*(.+)$/i.exec(line)?.[1])
      .find(text => text !== undefined)
    const deck = title === undefined ? undefined : deckNameOf(title)
    return readingOf('org', source, {confidence: 1, notes, unanswered, deck, isMark: isOrgMark})
  },
}

/** The child `Back` is the answer, else the body. */
function orgFc(headline: Headline): NoteContent | undefined {
  const type = (headline.properties.get('FC_TYPE') ?? 'normal').toLowerCase()
  const back = headline.children.find(child => /^back$/i.test(child.title))
  const front = headline.children.find(child => /^front$/i.test(child.title))
  const body = textOf(headline.body)
  if (type === 'cloze') {
    const text = [headline.title, body].filter(part => part !== '').join('\n\n')
    return clozeOf(text, orgFcDeletions(text), back === undefined ? '' : treeText(back))
  }
  const asked = [
    headline.title,
    front === undefined ? '' : treeText(front),
    back === undefined ? '' : body,
  ]
  const question = asked.filter(part => part !== '').join('\n\n')
  const answer =
    back === undefined
      ? treeText({...headline, children: headline.children.filter(child => child !== front)})
      : treeText(back)
  if (question === '' || answer === '') return undefined
  return {kind: type === 'double' || type === 'twosided' ? 'reversed' : 'basic', question, answer}
}

/** Subheadings are the answer to the body; without any, the body answers the headline. */
function orgDrill(headline: Headline): NoteContent | undefined {
  const type = (headline.properties.get('DRILL_CARD_TYPE') ?? '').toLowerCase()
  const body = textOf(headline.body)
  const answer = headline.children
    .map(child =>
      headline.children.length === 1 ? treeText(child) || child.title : titledText(child),
    )
    .filter(text => text !== '')
    .join('\n\n')
  const deletions = orgDrillDeletions(body)
  if (deletions.length > 0 && (answer === '' || /cloze/.test(type)))
    return clozeOf(body, deletions, answer)
  const question = answer === '' ? headline.title : body === '' ? headline.title : body
  const shown = answer === '' ? body : answer
  if (question === '' || shown === '') return undefined
  return {kind: /twosided|multisided/.test(type) ? 'reversed' : 'basic', question, answer: shown}
}

const titledText = (headline: Headline): string =>
  `**${headline.title}**\n\n${treeText(headline)}`.trim()

const textOf = (lines: readonly string[]): string => orgMarkdown(blockOf(lines))

/** Body and subheadings of a headline; headings become Markdown’s. */
function treeText(headline: Headline, depth = 0): string {
  const parts = [textOf(headline.body)]
  for (const child of headline.children) {
    if (depth > 20) break
    parts.push(`**${child.title}**`, treeText(child, depth + 1))
  }
  return parts.filter(part => part !== '').join('\n\n')
}

/** `{{x}}`, `{{x}@1}`, `{{x}{hint}}`, `{{x}{hint}@1}`. */
function orgFcDeletions(text: string): readonly ClozeMark[] {
  const marks: ClozeMark[] = []
  for (const match of text.matchAll(/\{\{([^{}\n]+)\}(?:\{([^{}\n]*)\})?(?:@(\d{1,4}))?\}/g)) {
    const textStart = match.index + 2
    const [whole, inner = '', hint, number] = match
    marks.push({
      start: match.index,
      end: match.index + whole.length,
      textStart,
      textEnd: textStart + inner.length,
      ...(number !== undefined && {group: Number(number) + 1}),
      ...(hint !== undefined && {hint}),
    })
  }
  if (marks.length > 0) return marks
  return bracePairs(text).map(([start, end]) => ({
    start,
    end,
    textStart: start + 2,
    textEnd: end - 2,
  }))
}

/** `[hidden]`, `[hidden||hint]`; links `[[…]]`, footnotes `[fn:1]`, dates and boxes are none. */
function orgDrillDeletions(text: string): readonly ClozeMark[] {
  return [
    ...text.matchAll(/(?<!\[)\[(?!\[|fn:|[ xX-]\]|\d{4}-\d\d-\d\d|\d+[/%])([^[\]\n]+)\](?![\](])/g),
  ].map(match => {
    const [whole, inner = ''] = match
    const bar = inner.indexOf('||')
    const textStart = match.index + 1
    return {
      start: match.index,
      end: match.index + whole.length,
      textStart,
      textEnd: textStart + (bar > 0 ? bar : inner.length),
      ...(bar > 0 && {hint: inner.slice(bar + 2)}),
    }
  })
}
