import type {Card} from './card.ts'
import {canBeAsked} from './marks.ts'
import {dueTime, learnAheadMoment} from './queue.ts'
import {
  type Asking,
  type Course,
  courseOf,
  currentCard,
  type SessionContext,
  type SessionState,
} from './session-state.ts'
import type {Instant, Moment, StudyDay} from './time.ts'
import {isDue} from './wait.ts'

/** The next question: learning that is due, then the queue, then learning ahead of its time. */
export function proceed(course: Course, moment: Moment, context: SessionContext): SessionState {
  const {main, taken, learning} = course
  const {learnAheadMs, studyDayOf, endsAt} = context
  if (endsAt !== undefined && moment.at >= endsAt) return {...courseOf(course), kind: 'finished'}
  const due = learning.find(card => isDue(card.schedule, moment))
  if (due) return askLearning(course, due)
  const next = main[taken]
  if (next) return {...courseOf(course), kind: 'asking', card: next, taken: taken + 1}
  const [first] = learning
  if (!first) return {...courseOf(course), kind: 'finished'}
  const ahead = learnAheadMoment(moment, learnAheadMs)
  const early = learning.filter(card => isDue(card.schedule, ahead))
  // The same card twice in a row tests nothing; where there is another, it goes first.
  const other = early.find(card => card.id !== course.justAnswered) ?? early[0]
  if (other) return askLearning(course, other)
  const until = (dueTime(first) - learnAheadMs) as Instant
  const isInTime = endsAt === undefined || until < endsAt
  return isInTime && studyDayOf(until) <= moment.studyDay
    ? {...courseOf(course), kind: 'waiting', until}
    : {...courseOf(course), kind: 'finished'}
}

function askLearning(course: Course, card: Card): Asking {
  const learning = course.learning.filter(other => other !== card)
  return {...courseOf(course), kind: 'asking', card, learning}
}

/** The course with the present card put back, to be asked next. */
export function withPresentBack(state: SessionState): Course {
  const course = courseOf(state)
  const card = currentCard(state)
  return card ? {...course, main: course.main.toSpliced(course.taken, 0, card)} : course
}

/**
 * The session after cards have changed: those still to be asked are replaced, and those that cannot be asked any more are dropped. Where
 * the present one is dropped, the next is asked.
 * @param change gives the very same card where it has not changed
 */
export function afterChange(
  state: SessionState,
  change: (card: Card) => Card,
  moment: Moment,
  context: SessionContext,
): SessionState {
  const present = currentCard(state)
  const changed = present && change(present)
  const course = withChanged(courseOf(state), change, moment.studyDay)
  switch (state.kind) {
    case 'asking':
    case 'answering': {
      if (!present || !changed || !(changed === present || canBeAsked(changed, moment.studyDay))) {
        return proceed(course, moment, context)
      }
      return {...course, kind: state.kind, card: changed}
    }
    case 'waiting':
    case 'finished':
      return proceed(course, moment, context)
  }
}

/** The course with all that is still to be asked replaced by what it has become, or dropped. */
export function withChanged(course: Course, change: (card: Card) => Card, today: StudyDay): Course {
  const {main, taken, learning} = course
  const replaced = (cards: readonly Card[]) =>
    cards.flatMap(card => {
      const changed = change(card)
      return changed === card || canBeAsked(changed, today) ? [changed] : []
    })
  return {
    ...course,
    main: [...main.slice(0, taken), ...replaced(main.slice(taken))],
    learning: replaced(learning),
  }
}
