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
  const front = replaceDeletions(content.text, content.deletions, deletion =>
    deletion.group === group ? `**[${deletion.hint ?? '…'}]**` : undefined,
  )
  const text = replaceDeletions(content.text, content.deletions, (deletion, hidden) =>
    // Emphasis inside code or math would be shown as stars.
    deletion.group === group && !/^\s|\s$|[`$\n*_]/.test(hidden) ? `**${hidden}**` : undefined,
  )
  return {front, back: content.extra === '' ? text : `${text}\n\n${content.extra}`}
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
