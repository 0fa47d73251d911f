import type {Diagnostic} from './diagnostic.ts'
import type {ImportedDocument, StoredNote} from './import-types.ts'

/**
 * The document with all its errors, where it has any: then what is stored of it stays as it was.
 * A document that had notes and has not a single byte now has an error: it may be a placeholder of a cloud folder, or was cut short.
 */
export function keptWithErrors(
  document: ImportedDocument,
  stored: readonly StoredNote[],
): ImportedDocument | undefined {
  const {parsed} = document
  if (document.byteLength === 0 && stored.some(({isAbsent}) => !isAbsent)) {
    return {...document, parsed: {...parsed, diagnostics: [EMPTIED]}}
  }
  return parsed.diagnostics.some(({severity}) => severity === 'error') ? document : undefined
}

const EMPTIED: Diagnostic = {
  line: 1,
  column: 1,
  severity: 'error',
  rule: 'emptied-document',
  message:
    'The document is empty, but had questions before. Its cards stay as they are. Delete it if that is what you want, or restore it.',
}
