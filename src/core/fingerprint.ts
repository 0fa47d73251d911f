/**
 * What an import remembers of a document, to skip it as long as nothing would come out differently: its bytes, the version of the
 * importer, and what the user asked to be read differently.
 * @param bytesHash of the document’s bytes
 * @param importerVersion counted up whenever the importer reads a document differently
 * @param overrides what was given for this import: layout, deck, tags
 */
export function fingerprintOf(
  bytesHash: string,
  importerVersion: number,
  overrides: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): string {
  const given = Object.entries(overrides)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const suffix = given.length === 0 ? '' : ` ${JSON.stringify(given)}`
  return `${importerVersion}:${bytesHash}${suffix}`
}

/** What was given for the import that a fingerprint is of; empty where it tells of none. */
export function overridesIn(
  fingerprint: string,
): Readonly<Record<string, string | readonly string[] | undefined>> {
  const start = fingerprint.indexOf(' ')
  return start === -1 ? {} : Object.fromEntries(JSON.parse(fingerprint.slice(start + 1)))
}
