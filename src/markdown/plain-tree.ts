import type {Paragraph, Root} from 'mdast'

/** A text as paragraphs without any markup: how a text is treated that no parser should see. */
export function plainTreeOf(text: string): Root {
  const children: Paragraph[] = []
  let offset = 0
  let paragraph: {line: number; offset: number; end: number; endLine: number} | undefined
  const close = () => {
    if (paragraph === undefined) return
    children.push(paragraphAt(text, paragraph))
    paragraph = undefined
  }
  const lines = text.split('\n')
  lines.forEach((content, index) => {
    const line = index + 1
    if (content.trim() === '') close()
    else {
      paragraph ??= {line, offset, end: offset, endLine: line}
      paragraph = {...paragraph, end: offset + content.length, endLine: line}
    }
    offset += content.length + 1
  })
  close()
  return {
    type: 'root',
    children,
    position: {
      start: {line: 1, column: 1, offset: 0},
      end: {line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length},
    },
  }
}

function paragraphAt(
  text: string,
  {line, offset, end, endLine}: {line: number; offset: number; end: number; endLine: number},
): Paragraph {
  const position = {
    start: {line, column: 1, offset},
    end: {line: endLine, column: end - text.lastIndexOf('\n', end - 1), offset: end},
  }
  return {
    type: 'paragraph',
    position,
    children: [{type: 'text', value: text.slice(offset, end), position}],
  }
}
