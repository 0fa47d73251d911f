import type {ImportPlan, PlannedDocument} from './import-types.ts'
import type {NoteId} from './note.ts'

/**
 * The plan of an import that follows the edit of one note: where that note is gone from its document, and one new note is all that the
 * document has in its place, the new one is the old one with other words, however few of them are the same. Nobody rewrites a question
 * in the middle of a review to ask something else.
 */
export function keepEdited(plan: ImportPlan, edited: NoteId): ImportPlan {
  return {...plan, documents: plan.documents.map(document => inPlace(document, edited))}
}

function inPlace(planned: PlannedDocument, edited: NoteId): PlannedDocument {
  if (planned.outcome !== 'read') return planned
  const {absent, notes} = planned
  const [gone, ...others] = absent
  const created = notes.filter(({status}) => status === 'new')
  const [replacement] = created
  if (gone?.id !== edited || others.length > 0 || created.length !== 1 || !replacement) {
    return planned
  }
  return {
    ...planned,
    absent: [],
    notes: notes.map(note =>
      note === replacement ? {...note, id: gone.id, status: 'changed', previous: gone} : note,
    ),
  }
}
