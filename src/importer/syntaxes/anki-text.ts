import {deckNameOf, tagsFrom} from '../deck-name.ts'
import type {Reader} from '../reading.ts'
import {columnsInOrder, namedColumns} from './parts/columns.ts'
import {readingOf} from './parts/reading.ts'
import {recordsOf} from './parts/records.ts'
import {notesOfRecords} from './parts/table-notes.ts'

const SIGN =
  /^#(?:separator|html|columns|notetype|deck|tags|guid|if matches|match scope)(?: column)?:/im
const KEY = /^#([a-z][a-z ]{0,30}?) ?: ?(.*)$/i
const SEPARATORS = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
])

/** Anki’s notes in plain text: `#key:value` lines, then records. */
export const ankiText: Reader = {
  name: 'anki-text',
  read: source => {
    const {lines} = source
    if (!lines[firstFilled(lines)]?.startsWith('#') || !SIGN.test(source.text)) return undefined
    const header = headerOf(lines)
    if (header.size === 0) return undefined
    const {end, separator} = {end: headerEnd(lines), separator: separatorOf(header, lines)}
    const records = recordsOf(lines, separator, end + 1)
    const width = Math.max(2, records[0]?.fields.length ?? 2)
    const column = (name: string): number | undefined => {
      const number = Number(header.get(`${name} column`))
      return Number.isInteger(number) && number > 0 ? number - 1 : undefined
    }
    const special = {
      tags: column('tags'),
      deck: column('deck'),
      noteType: column('notetype'),
      guid: column('guid'),
    }
    const names = header.get('columns')?.split(separator === ' ' ? '\t' : separator)
    const named = names === undefined ? undefined : namedColumns(names)
    const columns = named ?? columnsInOrder(width, special)
    const noteType = header.get('notetype')
    const {notes, unanswered} = notesOfRecords(records, {
      columns: {...columns, ...definedOnly(special)},
      html: header.get('html')?.toLowerCase() === 'true',
      ...(noteType !== undefined && {noteType}),
    })
    if (notes.length === 0) return undefined
    return readingOf('anki-text', source, {
      confidence: 1,
      notes,
      unanswered,
      deck: deckNameOf(header.get('deck') ?? ''),
      tags: tagsFrom(header.get('tags') ?? ''),
      isMark: (_, number) => number <= end,
    })
  },
}

const definedOnly = <T extends object>(record: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as Partial<T>

function firstFilled(lines: readonly string[]): number {
  return lines.findIndex(line => line.trim() !== '')
}

/** Number of the last line of the header: `#…` lines and blank ones at the top. */
function headerEnd(lines: readonly string[]): number {
  let end = 0
  while (end < lines.length && (lines[end]?.startsWith('#') === true || lines[end]?.trim() === ''))
    end += 1
  return end
}

function headerOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const header = new Map<string, string>()
  for (const line of lines.slice(0, headerEnd(lines))) {
    const [, key, value] = KEY.exec(line) ?? []
    if (key !== undefined && value !== undefined) header.set(key.toLowerCase(), value.trim())
  }
  return new Map(
    [...header].filter(([key]) =>
      /^(?:separator|html|columns|notetype|deck|tags|guid|(?:notetype|deck|tags|guid) column|if matches|match scope)$/.test(
        key,
      ),
    ),
  )
}

function separatorOf(header: ReadonlyMap<string, string>, lines: readonly string[]): string {
  const given = header.get('separator')
  const raw = lines
    .map(line => /^#separator:(.)$/i.exec(line)?.[1])
    .find(char => char !== undefined)
  if (given !== undefined || raw !== undefined)
    return SEPARATORS.get((given ?? '').toLowerCase()) ?? raw ?? given?.[0] ?? '\t'
  const data = lines.slice(headerEnd(lines))
  return ['\t', '|', ';', ',', ':'].find(char => data.some(line => line.includes(char))) ?? '\t'
}
