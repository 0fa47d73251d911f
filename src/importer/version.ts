/**
 * Counted up whenever a document may be read differently than before: unchanged documents are skipped only if this
 * version read them.
 */
export const IMPORTER_VERSION = 2
