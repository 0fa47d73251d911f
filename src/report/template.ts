import {UserError} from '../core/user-error.ts'

/** A text with places for values, as it was read. */
export type Template = readonly Piece[]

type Piece =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'value'; readonly name: string}
  /** Left out where every value in it is 0 or empty. */
  | {readonly kind: 'group'; readonly pieces: Template}

/** A value by its name, computed only where a template asks for it. */
export type TemplateValues = Readonly<Record<string, () => number | string>>

/**
 * Reads a template: `{name}` stands for a value, `{?…}` for a part that is left out where all values in it are 0 or empty,
 * `{{` and, outside of such parts, `}}` for the braces themselves, `\n` and `\t` for a line break and a tab.
 *
 * @throws UserError at the column of a place that names no value, or of a brace without its partner.
 */
export function parseTemplate(text: string, names: readonly string[]): Template {
  const [pieces, end] = readPieces(text, 0, names, undefined)
  return end < text.length ? problem(end, 'has a `}` that closes nothing', BRACES) : pieces
}

/** Nobody needs more; a stack has an end. */
const DEEPEST = 100
const BRACES = 'Write `{{` and `}}` for braces that are meant as such.'
const ESCAPES: Readonly<Record<string, string>> = {'\\n': '\n', '\\t': '\t', '{{': '{', '}}': '}'}
const NAME = /\{([a-z-]*)\}/y

/** The pieces from an index on, to the end or to the brace that closes the group that was opened there. */
function readPieces(
  text: string,
  from: number,
  names: readonly string[],
  opened: number | undefined,
  depth = 0,
): readonly [Template, end: number] {
  const pieces: Piece[] = []
  let at = from
  while (at < text.length) {
    const isClosing = text[at] === '}' && (opened !== undefined || text[at + 1] !== '}')
    if (isClosing) break
    const escaped = ESCAPES[text.slice(at, at + 2)]
    if (escaped !== undefined) {
      pieces.push({kind: 'text', text: escaped})
      at += 2
    } else if (text.startsWith('{?', at)) {
      if (depth === DEEPEST) return problem(at, 'has too many parts within parts', BRACES)
      const [group, end] = readPieces(text, at + 2, names, at, depth + 1)
      pieces.push({kind: 'group', pieces: group})
      at = end + 1
    } else if (text[at] === '{') {
      const name = readName(text, at, names)
      pieces.push({kind: 'value', name})
      at += name.length + 2
    } else {
      pieces.push({kind: 'text', text: text[at] ?? ''})
      at += 1
    }
  }
  if (opened !== undefined && at >= text.length) {
    return problem(opened, 'has a `{?` that nothing closes', BRACES)
  }
  return [pieces, at]
}

function readName(text: string, at: number, names: readonly string[]): string {
  NAME.lastIndex = at
  const name = NAME.exec(text)?.[1]
  if (name === undefined) return problem(at, 'has a `{` that begins no name', BRACES)
  if (names.includes(name)) return name
  return problem(at, `names \`{${name}}\``, `There are ${names.map(n => `{${n}}`).join(', ')}.`)
}

function problem(at: number, what: string, hint: string): never {
  throw new UserError(`The format ${what} at column ${at + 1}`, hint)
}

/** The text with its values in place. */
export function fillTemplate(template: Template, values: TemplateValues): string {
  return template.map(piece => filled(piece, values)).join('')
}

function filled(piece: Piece, values: TemplateValues): string {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'value':
      return String(values[piece.name]?.() ?? '')
    case 'group':
      return says(piece.pieces, values) ? fillTemplate(piece.pieces, values) : ''
  }
}

/** Whether any value in it is something. */
function says(template: Template, values: TemplateValues): boolean {
  return template.some(piece =>
    piece.kind === 'group'
      ? says(piece.pieces, values)
      : piece.kind === 'value' && Boolean(values[piece.name]?.()),
  )
}
