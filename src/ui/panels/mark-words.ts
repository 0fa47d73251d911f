import type {Marks} from '../../core/marks.ts'
import {type StudyDay, studyDayToIso} from '../../core/time.ts'

/** What the learner set on a card, in words: `flag 3`, `suspended`. Own tags are not in it. */
export function markWords(
  {isSuspended, buriedUntil, flag, needsFixing}: Marks,
  today: StudyDay,
): readonly string[] {
  return [
    ...(flag === undefined ? [] : [`flag ${flag}`]),
    ...(isSuspended ? ['suspended'] : []),
    ...(buriedUntil !== undefined && buriedUntil > today
      ? [`buried until ${studyDayToIso(buriedUntil)}`]
      : []),
    ...(needsFixing ? ['needs fixing'] : []),
  ]
}
