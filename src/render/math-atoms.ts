import type {AtomClass} from './math-symbols.ts'
import {lower, raise} from './raised.ts'

/** Ends the reading of a formula that has no plain form. */
export class Unfaithful extends Error {}

/** A part of a formula that is set as one. */
export interface Atom {
  readonly text: string
  readonly kind: AtomClass | 'space' | 'row'
  /** Whether it needs parentheses to be a numerator, a base or a root. */
  readonly isCompound?: boolean
}

/** What braces hold, as one atom. */
export function grouped(atoms: readonly Atom[]): Atom {
  const [only] = atoms
  if (atoms.length === 1 && only !== undefined) return only
  return {text: formatRow(atoms), kind: 'ordinary', isCompound: isCompound(atoms)}
}

/** Whether something outside parentheses holds the atoms together more loosely than a script or a fraction would. */
function isCompound(atoms: readonly Atom[]): boolean {
  let open = 0
  return atoms.some(({kind, isCompound}) => {
    if (kind === 'open') open += 1
    if (kind === 'close') open -= 1
    return open === 0 && (isCompound === true || LOOSE.has(kind))
  })
}

const LOOSE: ReadonlySet<Atom['kind']> = new Set(['binary', 'relation', 'space', 'operator'])

function enclosed(atoms: readonly Atom[]): string {
  const text = formatRow(atoms)
  return isCompound(atoms) ? `(${text})` : text
}

/** The atom with a sub- or superscript. */
export function withScript(base: Atom, mark: '^' | '_', text: string): Atom {
  const inner = base.isCompound ? `(${base.text})` : base.text
  if (mark === '^' && /^[∘*∗′†]+$/.test(text)) {
    return {text: inner + text.replace('∘', '°'), kind: base.kind}
  }
  const set = mark === '^' ? raise(text.replaceAll(' ', '')) : lower(text.replaceAll(' ', ''))
  const script = set ?? (/^[\p{L}\p{N}]$/u.test(text) ? mark + text : `${mark}(${text})`)
  return {text: inner + script, kind: base.kind}
}

/** A fraction on one line. */
export function fraction(above: readonly Atom[], below: readonly Atom[]): Atom {
  // Without the parentheses, what follows could be read as part of the denominator.
  const isSimple = /^[\p{L}\p{N}\p{M}.′⁰-₟²³¹ᵃ-ᵿⁿ]+$/u.test(formatRow(below))
  const denominator = isSimple ? formatRow(below) : `(${formatRow(below)})`
  return {text: `${enclosed(above)}/${denominator}`, kind: 'ordinary', isCompound: true}
}

/** Atoms as text, a line for each row. */
export function formatRows(atoms: readonly Atom[]): string {
  const rows: Atom[][] = [[]]
  for (const atom of atoms) {
    if (atom.kind === 'row') rows.push([])
    else rows.at(-1)?.push(atom)
  }
  return rows.map(formatRow).filter(Boolean).join('\n')
}

/** Atoms with the spaces that TeX would leave between them. */
export function formatRow(atoms: readonly Atom[]): string {
  let text = ''
  let before: Atom | undefined
  for (const atom of atoms) {
    if (atom.kind === 'row') throw new Unfaithful()
    if (before && needsSpace(before, atom, text)) text += ' '
    text += atom.text
    // A sign after an operator or at the start belongs to what follows: −1, a = −b.
    const isSign = atom.kind === 'binary' && (before === undefined || !endsOperand(before.kind))
    before = isSign ? {...atom, kind: 'open'} : atom
  }
  return text.trim().replaceAll(/ {2,}/g, ' ')
}

function endsOperand(kind: Atom['kind']): boolean {
  return kind === 'ordinary' || kind === 'close'
}

function needsSpace(before: Atom, after: Atom, text: string): boolean {
  if (before.kind === 'open' || after.kind === 'close' || after.kind === 'punctuation') return false
  if (before.kind === 'relation' || after.kind === 'relation') return true
  if (before.kind === 'punctuation') return true
  if (before.kind === 'binary') return true
  if (after.kind === 'binary') return endsOperand(before.kind)
  if (after.kind === 'operator') return endsOperand(before.kind) && text !== ''
  // 1/2 mv², not 1/2mv².
  if (before.isCompound || after.isCompound)
    return before.kind === 'ordinary' && after.kind === 'ordinary'
  if (before.kind === 'operator') return after.kind !== 'open'
  return false
}
