import {
  type Atom,
  formatRow,
  formatRows,
  fraction,
  grouped,
  Unfaithful,
  withScript,
} from './math-atoms.ts'
import {
  ACCENTS,
  type AtomClass,
  doubleStruck,
  FUNCTIONS,
  INVISIBLE,
  PROSE,
  SPACES,
  SYMBOLS,
  script,
  TYPEFACES,
} from './math-symbols.ts'
import {raise} from './raised.ts'

/** A formula longer than this is shown as it is written. */
const MAX_LENGTH = 2000
const MAX_DEPTH = 40

/**
 * A TeX formula as one-dimensional Unicode text, a line for each of its rows: `\frac{a}{b^2}` as `a/b²`.
 * @returns undefined where such text would not be faithful: an unknown command, a matrix, unbalanced braces
 */
export function formatMath(source: string): string | undefined {
  if (source.length > MAX_LENGTH) return undefined
  try {
    const reader: Reader = {tokens: source.match(TOKENS) ?? [], at: 0, depth: 0}
    const text = formatRows(readAtoms(reader, undefined))
    return reader.at === reader.tokens.length && text !== '' ? text : undefined
  } catch (error) {
    if (error instanceof Unfaithful) return undefined
    throw error
  }
}

const TOKENS = /\\(?:[a-zA-Z]+\*?|.)|\s+|./gsu

interface Reader {
  readonly tokens: readonly string[]
  at: number
  depth: number
}

const ENVIRONMENTS = new Set([
  'aligned',
  'align',
  'align*',
  'gathered',
  'gather',
  'gather*',
  'split',
  'equation',
  'equation*',
])

/** Atoms up to the closing token, which is consumed. */
function readAtoms(reader: Reader, closing: string | undefined): readonly Atom[] {
  reader.depth += 1
  if (reader.depth > MAX_DEPTH) throw new Unfaithful()
  const atoms: Atom[] = []
  while (true) {
    const token = reader.tokens[reader.at]
    if (token === undefined && closing !== undefined) throw new Unfaithful()
    if (token !== undefined && token !== closing) readNext(reader, atoms, token)
    else {
      if (token !== undefined) reader.at += 1
      reader.depth -= 1
      return atoms
    }
  }
}

function readNext(reader: Reader, atoms: Atom[], token: string): void {
  if (token === '^' || token === '_') {
    reader.at += 1
    const base = atoms.pop() ?? {text: '', kind: 'ordinary'}
    atoms.push(withScript(base, token, formatRow(readArgument(reader))))
  } else if (token === "'") {
    reader.at += 1
    const base = atoms.pop() ?? {text: '', kind: 'ordinary'}
    atoms.push({...base, text: `${base.text}′`})
  } else if (token === '\\begin') {
    reader.at += 1
    if (!ENVIRONMENTS.has(readName(reader))) throw new Unfaithful()
    atoms.push(...readAtoms(reader, '\\end'))
    readName(reader)
  } else {
    atoms.push(...readAtom(reader))
  }
}

/** What `^`, `\sqrt` and the like apply to: a group in braces or one token. */
function readArgument(reader: Reader): readonly Atom[] {
  skipSpace(reader)
  if (reader.tokens[reader.at] !== '{') return readAtom(reader)
  reader.at += 1
  return readAtoms(reader, '}')
}

function readAtom(reader: Reader): readonly Atom[] {
  const token = reader.tokens[reader.at]
  if (token === undefined || token === '}' || token === '\\end') throw new Unfaithful()
  reader.at += 1
  if (token === '{') return [grouped(readAtoms(reader, '}'))]
  if (token.startsWith('\\')) return readCommand(reader, token.slice(1))
  if (/^\s/.test(token) || token === '&') return []
  if (token === '~') return [{text: ' ', kind: 'space'}]
  return [{text: token === '-' ? '−' : token, kind: classOf(token)}]
}

function readCommand(reader: Reader, name: string): readonly Atom[] {
  const symbol = SYMBOLS.get(name)
  if (symbol) return [{text: symbol[0], kind: symbol[1]}]
  if (FUNCTIONS.has(name)) return [{text: name, kind: 'operator'}]
  if (SPACES.has(name)) return [{text: ' ', kind: 'space'}]
  if (name === '\\') return [{text: '', kind: 'row'}]
  if (PROSE.has(name)) return [{text: readRaw(reader), kind: 'ordinary'}]
  if (TYPEFACES.has(name)) return [grouped(readArgument(reader))]
  if (INVISIBLE.has(name)) return readDelimiter(reader, name)
  const accent = ACCENTS.get(name)
  if (accent !== undefined) return [mapLetters(readArgument(reader), letter => letter + accent)]
  switch (name) {
    case 'frac':
    case 'dfrac':
    case 'tfrac':
    case 'cfrac':
      return [fraction(readArgument(reader), readArgument(reader))]
    case 'sqrt':
      return [root(reader)]
    case 'binom':
      return [binomial(readArgument(reader), readArgument(reader))]
    case 'mathbb':
      return [mapLetters(readArgument(reader), doubleStruck)]
    case 'mathcal':
    case 'mathscr':
      return [mapLetters(readArgument(reader), script)]
    case 'pmod':
      return [{text: ` (mod ${formatRow(readArgument(reader))})`, kind: 'close'}]
    case 'boxed':
      return [grouped(readArgument(reader))]
    case 'not':
      return [
        mapLetters(readArgument(reader), sign => `${sign}\u0338`.normalize('NFC'), 'relation'),
      ]
    default:
      throw new Unfaithful()
  }
}

/** `\left.` stands for no delimiter at all. */
function readDelimiter(reader: Reader, name: string): readonly Atom[] {
  if (name === 'left' || name === 'right') {
    skipSpace(reader)
    if (reader.tokens[reader.at] === '.') reader.at += 1
  }
  return []
}

/** The text of `{…}`, as it stands. */
function readRaw(reader: Reader): string {
  skipSpace(reader)
  if (reader.tokens[reader.at] !== '{') throw new Unfaithful()
  const end = reader.tokens.indexOf('}', reader.at)
  const text = reader.tokens.slice(reader.at + 1, end).join('')
  if (end === -1 || /[\\{$]/.test(text)) throw new Unfaithful()
  reader.at = end + 1
  return text.replaceAll(/\s+/g, ' ')
}

/** The name in `\begin{name}`. An `&` that follows, as in `alignat`, is no part of it. */
function readName(reader: Reader): string {
  return readRaw(reader).trim()
}

function skipSpace(reader: Reader): void {
  if (/^\s/.test(reader.tokens[reader.at] ?? '')) reader.at += 1
}

function classOf(token: string): AtomClass {
  if ('+-*'.includes(token)) return 'binary'
  if ('=<>:'.includes(token)) return 'relation'
  if ('([{'.includes(token)) return 'open'
  if (')]}!'.includes(token)) return 'close'
  return token === ',' || token === ';' ? 'punctuation' : 'ordinary'
}

function root(reader: Reader): Atom {
  skipSpace(reader)
  let degree = ''
  if (reader.tokens[reader.at] === '[') {
    reader.at += 1
    const raised = raise(formatRow(readAtoms(reader, ']')))
    if (raised === undefined) throw new Unfaithful()
    degree = raised
  }
  const inner = formatRow(readArgument(reader))
  const isShort = [...inner].length === 1 || /^\d+$/.test(inner)
  return {text: `${degree}√${isShort ? inner : `(${inner})`}`, kind: 'ordinary'}
}

function binomial(above: readonly Atom[], below: readonly Atom[]): Atom {
  return {text: `(${formatRow(above)} choose ${formatRow(below)})`, kind: 'ordinary'}
}

function mapLetters(
  atoms: readonly Atom[],
  change: (letter: string) => string | undefined,
  kind: AtomClass = 'ordinary',
): Atom {
  const [letter = '', ...rest] = formatRow(atoms)
  const changed = change(letter)
  if (changed === undefined || rest.length > 0) throw new Unfaithful()
  return {text: changed, kind}
}
