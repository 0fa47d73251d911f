import type {Diagnostic} from '../core/diagnostic.ts'
import type {ParsedDocument} from '../core/document.ts'
import {decodeDocument} from './decode.ts'
import {readLayouts} from './read-layouts.ts'
import type {Reading, SourceText} from './reading.ts'
import {SYNTAXES} from './syntaxes/all.ts'

/** What a syntax must be sure of to be weighed against the layouts at all. */
const LEAST_CONFIDENCE = 0.5

/**
 * Read a document: find the notation or the convention that it follows, and all notes written in it.
 *
 * Never throws. A document without questions has no notes, and the layout `none`.
 * @param options.layout name of the only layout or syntax to be tried
 */
export function importDocument(
  bytes: Uint8Array,
  {path, layout}: {readonly path: string; readonly layout?: string},
): ParsedDocument {
  const {source, diagnostics} = decodeDocument(bytes, path)
  const reading = readingOf(source, layout)
  return {
    layout: reading.notes.length === 0 ? 'none' : reading.name,
    ...(reading.deck !== undefined && {deck: reading.deck}),
    tags: reading.tags,
    notes: reading.notes,
    diagnostics: inOrder([...diagnostics, ...reading.diagnostics]),
    account: reading.account,
  }
}

/** The reading that explains the document best: the surest notation, unless a layout finds more and is as sure. */
function readingOf(source: SourceText, layout: string | undefined): Reading {
  const syntaxes = SYNTAXES.filter(({name}) => layout === undefined || name === layout)
    .flatMap(syntax => syntax.read(source) ?? [])
    .filter(reading => reading.notes.length > 0)
    .filter(({confidence}) => confidence >= LEAST_CONFIDENCE || layout !== undefined)
  const [surest] = syntaxes.sort((a, b) => b.confidence - a.confidence)
  if (surest !== undefined && (layout !== undefined || surest.confidence >= 0.9)) return surest
  const byLayout = readLayouts(source, layout)
  if (surest === undefined) return byLayout
  return byLayout.notes.length >= surest.notes.length && byLayout.confidence >= surest.confidence
    ? byLayout
    : surest
}

const inOrder = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.toSorted((a, b) => a.line - b.line || a.column - b.column)
