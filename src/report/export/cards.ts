import type {Card} from '../../core/card.ts'
import {facesOf} from '../../core/faces.ts'
import {documentTags} from '../../core/marks.ts'
import {formatInstant, studyDayToIso} from '../../core/time.ts'
import {columnsOf} from './columns.ts'
import {dueOf, studied} from './reviews.ts'

/** Cards as they are; times in the learner’s zone of today. */
export const CARD_COLUMNS = columnsOf<Card>({
  id: card => card.id,
  note: card => card.noteId,
  variant: card => card.variant,
  kind: card => card.content.kind,
  deck: card => card.deck,
  section: card => card.section,
  tags: card => documentTags(card),
  ownTags: card => card.marks.ownTags,
  question: card => facesOf(card.content, card.variant).front,
  answer: card => facesOf(card.content, card.variant).back,
  path: card => card.source.path,
  line: card => card.source.line,
  absent: card => card.isAbsent ?? false,
  suspended: card => card.marks.isSuspended,
  buriedUntil: ({marks: {buriedUntil}}) =>
    buriedUntil === undefined ? undefined : studyDayToIso(buriedUntil),
  flag: card => card.marks.flag,
  needsFixing: card => card.marks.needsFixing,
  phase: card => card.schedule.phase,
  due: ({schedule}, zone) =>
    dueOf(schedule, 'due' in schedule && schedule.phase !== 'review' ? zone(schedule.due) : 0),
  stabilityDays: ({schedule}) => studied(schedule)?.memory.stability,
  difficulty: ({schedule}) => studied(schedule)?.memory.difficulty,
  lastReview: ({schedule}, zone) => {
    const lastReview = studied(schedule)?.lastReview
    return lastReview === undefined ? undefined : formatInstant(lastReview, zone(lastReview))
  },
  reps: ({schedule}) => studied(schedule)?.reps ?? 0,
  lapses: ({schedule}) => studied(schedule)?.lapses ?? 0,
})
