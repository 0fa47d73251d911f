import type {Root} from 'mdast'
import {deckVersionOf} from '../core/deck-notation.ts'
import type {Diagnostic} from '../core/diagnostic.ts'
import {parseMarkdown} from '../markdown/parse.ts'
import {decodeBytes} from './encoding.ts'
import type {SourceText} from './reading.ts'
import {repairFences, repairText, unrepairedText} from './repair.ts'

/**
 * The text of a document, whatever its encoding and line ends, with what is certainly damage repaired.
 *
 * Never throws: a file that is no text gives the error `binary-file` and an empty text. Every repair is a diagnostic.
 * @param path as the user named it; tables (`.csv`, `.tsv`) have no code fences to repair
 */
export function decodeDocument(
  bytes: Uint8Array,
  path: string,
): {source: SourceText; diagnostics: readonly Diagnostic[]} {
  const decoded = decodeBytes(bytes)
  if (decoded === 'binary') {
    return {
      source: sourceOf(path, ['']),
      diagnostics: [atStart('error', 'binary-file', 'This is not a text file.')],
    }
  }
  if (deckVersionOf(decoded.text) !== undefined) {
    const text = unrepairedText(decoded.text)
    return {source: sourceOf(path, text.split('\n'), text), diagnostics: decoded.diagnostics}
  }
  const repaired = repairText(decoded.text)
  const lines = repaired.text.split('\n')
  const fences = /\.(csv|tsv)$/i.test(path) ? {lines, diagnostics: []} : repairFences(lines)
  const empty = repaired.text.trim() === ''
  return {
    source: sourceOf(path, fences.lines, fences.lines === lines ? repaired.text : undefined),
    diagnostics: [
      ...decoded.diagnostics,
      ...repaired.diagnostics,
      ...fences.diagnostics,
      ...(empty ? [atStart('warning', 'empty-document', 'The document is empty.')] : []),
    ],
  }
}

function sourceOf(path: string, lines: readonly string[], text = lines.join('\n')): SourceText {
  let tree: Root | undefined
  return {
    path,
    text,
    lines,
    tree: () => {
      tree ??= parseMarkdown(text)
      return tree
    },
  }
}

function atStart(severity: Diagnostic['severity'], rule: string, message: string): Diagnostic {
  return {line: 1, column: 1, severity, rule, message}
}
