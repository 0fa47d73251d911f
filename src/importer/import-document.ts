import type {Diagnostic} from '../core/diagnostic.ts'
import type {ParsedDocument} from '../core/document.ts'
import {decodeDocument} from './decode.ts'
import {isStillThere, type Knowledge, readLayouts} from './read-layouts.ts'
import type {Reading, SourceText} from './reading.ts'
import {SYNTAXES} from './syntaxes/all.ts'

/** What a syntax must be sure of to be weighed against the layouts at all. */
const LEAST_CONFIDENCE = 0.5
/** From here on a syntax is taken without looking at the layouts. */
const SURE = 0.9
/** Share of a document’s lines that the notes of a less certain syntax must take. */
const LEAST_SHARE = 0.2

/**
 * Read a document: find the notation or the convention that it follows, and all notes written in it.
 *
 * Never throws. A document without questions has no notes, and the layout `none`.
 * @param options.layout name of the only layout or syntax to be tried
 * @param options.expected the layout or syntax as which the document was read at its last import: it is taken while
 *   it still finds half of what another finds, however few questions an edit left
 */
export function importDocument(
  bytes: Uint8Array,
  {path, ...knowledge}: {readonly path: string} & Knowledge,
): ParsedDocument {
  const {source, diagnostics} = decodeDocument(bytes, path)
  const reading = readingOf(source, knowledge)
  return {
    layout: reading.notes.length === 0 ? 'none' : reading.name,
    ...(reading.deck !== undefined && {deck: reading.deck}),
    tags: reading.tags,
    notes: reading.notes,
    diagnostics: inOrder([...diagnostics, ...reading.diagnostics]),
    account: reading.account,
  }
}

/** The reading that explains the document best; a known one before all others while its marks are there. */
function readingOf(source: SourceText, {layout, expected}: Knowledge): Reading {
  const bySyntax = SYNTAXES.filter(({name}) => layout === undefined || name === layout)
    .flatMap(syntax => syntax.read(source) ?? [])
    .filter(reading => reading.notes.length > 0 || reading.diagnostics.some(isError))
  if (layout !== undefined) return surestOf(bySyntax) ?? readLayouts(source, {layout})
  const best = bestOf(source, bySyntax, expected)
  if (expected === undefined || best.name === expected) return best
  const known = bySyntax.find(({name}) => name === expected) ?? knownLayout(source, expected)
  return known !== undefined && isStillThere(known.notes.length, best.notes.length) ? known : best
}

/** The surest notation, unless a layout finds as much and is as sure. */
function bestOf(
  source: SourceText,
  bySyntax: readonly Reading[],
  expected: string | undefined,
): Reading {
  const surest = surestOf(bySyntax.filter(reading => isBelievable(source, reading)))
  if (surest !== undefined && surest.confidence >= SURE) return surest
  const byLayout = readLayouts(source, expected === undefined ? {} : {expected})
  if (surest === undefined) return byLayout
  const isBetter =
    byLayout.notes.length >= surest.notes.length && byLayout.confidence >= surest.confidence
  return isBetter ? byLayout : surest
}

const surestOf = (readings: readonly Reading[]): Reading | undefined =>
  readings.toSorted((a, b) => b.confidence - a.confidence)[0]

function knownLayout(source: SourceText, expected: string): Reading | undefined {
  const reading = readLayouts(source, {expected})
  return reading.name === expected ? reading : undefined
}

/** A notation whose marks occur in prose and code as well must explain a good part of the document. */
function isBelievable(source: SourceText, {confidence, notes}: Reading): boolean {
  if (confidence < LEAST_CONFIDENCE) return false
  if (confidence >= SURE) return true
  const explained = notes.reduce((sum, {line, endLine}) => sum + endLine - line + 1, 0)
  const filled = source.lines.filter(line => line.trim() !== '').length
  return explained >= LEAST_SHARE * filled
}

const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column)

/** What cannot be read of a notation must not be taken for another one. */
const isError = ({severity}: Diagnostic): boolean => severity === 'error'
