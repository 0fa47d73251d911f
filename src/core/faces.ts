import type {Variant} from './card.ts'
import type {Deletion, NoteContent} from './note.ts'

/** The two sides of a card, as Markdown. */
export interface Faces {
  readonly front: string
  readonly back: string
}

/** Every card that a note makes, in the order in which they are introduced. */
export function variantsOf(content: NoteContent): readonly Variant[] {
  switch (content.kind) {
    case 'basic':
      return ['forward']
    case 'reversed':
      return ['forward', 'backward']
    case 'cloze': {
      const groups = new Set(content.deletions.map(deletion => deletion.group))
      return [...groups].sort((a, b) => a - b).map((group): Variant => `cloze-${group}`)
    }
  }
}

/** What a card shows before and after the reveal. */
export function facesOf(content: NoteContent, variant: Variant): Faces {
  if (content.kind !== 'cloze') {
    const {question, answer} = content
    return variant === 'backward'
      ? {front: answer, back: question}
      : {front: question, back: answer}
  }
  const group = groupOf(variant)
  const {text, deletions} = content
  const front = replaceDeletions(text, deletions, deletion => {
    if (deletion.group !== group) return undefined
    const gap = `[${deletion.hint ?? '…'}]`
    return isVerbatim(text, deletion) ? gap : `**${gap}**`
  })
  const whole = replaceDeletions(text, deletions, (deletion, hidden) => {
    if (deletion.group !== group || isVerbatim(text, deletion)) return undefined
    return /^\s|\s$|[`$\n*_]/.test(hidden) ? undefined : `**${hidden}**`
  })
  return {front, back: content.extra === '' ? whole : `${whole}\n\n${content.extra}`}
}

/** Whether a deletion lies within inline code or math, where the stars of emphasis would be shown as stars. */
function isVerbatim(text: string, {start}: Deletion): boolean {
  const before = text.slice(0, start)
  return hasOdd(before, /`+/g) || hasOdd(before, /(?<!\\)\$+/g)
}

function hasOdd(text: string, mark: RegExp): boolean {
  return (text.match(mark)?.length ?? 0) % 2 === 1
}

function groupOf(variant: Variant): number {
  return variant.startsWith('cloze-') ? Number(variant.slice('cloze-'.length)) : 0
}

/** The text with each deletion replaced, or left as it is where `replacement` gives nothing. */
function replaceDeletions(
  text: string,
  deletions: readonly Deletion[],
  replacement: (deletion: Deletion, hidden: string) => string | undefined,
): string {
  let result = ''
  let from = 0
  for (const deletion of deletions) {
    const hidden = text.slice(deletion.start, deletion.end)
    result += text.slice(from, deletion.start) + (replacement(deletion, hidden) ?? hidden)
    from = deletion.end
  }
  return result + text.slice(from)
}
