import {variantsOf} from '../core/faces.ts'
import {listsBy} from '../core/identity.ts'
import type {ImportPlan, PlannedNote, StoredNote} from '../core/import-plan.ts'
import type {NoteContent} from '../core/note.ts'
import {plural} from '../core/plural.ts'
import {firstLine} from './first-line.ts'
import {questionOf} from './import-json.ts'
import {cardsIn, type ReadReport} from './import-summary.ts'

/** Notes that an import changes in the same way. */
export interface ChangeSection {
  readonly title: string
  /** One line each, at most `LISTED` and one that counts the others; safe for a terminal, not wrapped. */
  readonly lines: readonly string[]
}

const LISTED = 20
/** Longest part of a question that is shown, in code points. */
const LONGEST = 160

/**
 * What an import does to notes that are there already: which it changes, which it retires, and which go to another deck. Sections
 * without a line are left out.
 */
export function changesOf(plan: ImportPlan, {read}: ReadReport): readonly ChangeSection[] {
  const documents = plan.documents.flatMap((planned, index) =>
    planned.outcome === 'read' ? [{...planned, name: read[index]?.name ?? ''}] : [],
  )
  const sections: readonly ChangeSection[] = [
    {
      title: 'Changed',
      lines: documents.flatMap(({name, notes}) =>
        notes.flatMap(note => (note.status === 'changed' ? changeLine(name, note) : [])),
      ),
    },
    {
      title: 'Retired',
      lines: [
        ...documents.flatMap(({name, absent}) => absent.map(note => absentLine(name, note))),
        ...plan.gone.flatMap(({previous, absent}) =>
          absent.map(note => absentLine(previous.path, note)),
        ),
      ],
    },
    {
      title: 'To another deck',
      lines: documents.flatMap(({name, notes}) => deckLines(name, notes)),
    },
  ]
  return sections.flatMap(({title, lines}) =>
    lines.length === 0 ? [] : [{title, lines: shortened(lines)}],
  )
}

function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= LISTED) return lines
  return [...lines.slice(0, LISTED), `… and ${lines.length - LISTED} more`]
}

function changeLine(name: string, {note, previous}: PlannedNote): readonly string[] {
  if (!previous) return []
  const [before, after] = [questionLine(previous.content), questionLine(note.content)]
  const what =
    before === after ? `${after}: ${differenceOf(previous, note)} changed` : `${before} → ${after}`
  return [`${name}:${note.line}: ${what}${countOf(note.content)}`]
}

/** What is other about two notes of which the same is shown. */
function differenceOf(
  {content: before, tags}: StoredNote,
  {content: after, tags: newTags}: PlannedNote['note'],
): string {
  if (before.kind !== after.kind) return 'kind'
  if (questionOf(before) !== questionOf(after)) return 'question'
  if (JSON.stringify(deletionsOf(before)) !== JSON.stringify(deletionsOf(after))) return 'deletions'
  if (answerOf(before) !== answerOf(after)) return 'answer'
  return tags.join() === newTags.join() ? 'id' : 'tags'
}

const deletionsOf = (content: NoteContent) => (content.kind === 'cloze' ? content.deletions : [])

const answerOf = (content: NoteContent): string =>
  content.kind === 'cloze' ? content.extra : content.answer

function absentLine(name: string, {line, content}: StoredNote): string {
  return `${name}:${line}: ${questionLine(content)}${countOf(content)}`
}

/** So that notes can be told from cards, which the sum counts. */
function countOf(content: NoteContent): string {
  const {length} = variantsOf(content)
  return length === 1 ? '' : ` (${plural(length, 'card')})`
}

function questionLine(content: NoteContent): string {
  const points = [...firstLine(questionOf(content))]
  return `“${points.length > LONGEST ? `${points.slice(0, LONGEST).join('')}…` : points.join('')}”`
}

/** A line for each two decks between which notes of a document move. */
function deckLines(name: string, notes: readonly PlannedNote[]): readonly string[] {
  const moving = notes.filter(
    ({previous, deck}) => previous && !previous.isAbsent && previous.deck !== deck,
  )
  const byDecks = listsBy(moving, ({previous, deck}) => `${previous?.deck} → ${deck}`)
  return [...byDecks].map(
    ([decks, moved]) =>
      `${name}: ${decks}, ${plural(cardsIn(moved.map(({note}) => note)), 'card')}`,
  )
}
