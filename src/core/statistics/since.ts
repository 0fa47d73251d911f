import {type StudyDay, studyDayFromIso} from '../time.ts'

/** A day as somebody asked for it: a date, or so many days before today. */
export type Since =
  | {readonly kind: 'date'; readonly day: StudyDay}
  | {readonly kind: 'back'; readonly days: number}

const DAYS: Readonly<Record<string, number>> = {d: 1, w: 7, m: 30, y: 365}

/**
 * Reads `2026-09-14`, `2026-09`, `2026`, `today`, and `30d`, `12w`, `6m` or `1y` (the last so many days, today included; months of
 * 30 days, years of 365). Nothing where the text is anything else.
 */
export function parseSince(text: string): Since | undefined {
  if (text === 'today') return {kind: 'back', days: 1}
  const span = /^([1-9]\d{0,4})([dwmy])$/.exec(text)
  if (span !== null) {
    return {kind: 'back', days: Number(span[1]) * (DAYS[span[2] as string] as number)}
  }
  const date = /^\d{4}$/.test(text)
    ? `${text}-01-01`
    : /^\d{4}-\d\d$/.test(text)
      ? `${text}-01`
      : text
  const day = studyDayFromIso(date)
  return day === undefined ? undefined : {kind: 'date', day}
}

/** The first study day that is meant. */
export function sinceDay(since: Since, today: StudyDay): StudyDay {
  switch (since.kind) {
    case 'date':
      return since.day
    case 'back':
      return (today - since.days + 1) as StudyDay
  }
}
