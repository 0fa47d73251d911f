import type {DoctorReport, Finding, ScheduleField} from '../core/doctor.ts'
import {plural} from '../core/plural.ts'
import {sanitizeText} from '../render/sanitize.ts'
import {scheduleToJson, type Zone} from './card.ts'

/** The report in words. */
export function formatDoctorReport({findings, cards, entries}: DoctorReport): string {
  const checked = `${plural(cards, 'card')} and ${plural(entries, 'entry', 'entries')} of the review log`
  if (findings.length === 0) {
    return `Everything is as it should be: ${checked} checked; every schedule follows from the log, and the file is whole.\n`
  }
  const lines = findings.map(finding => `  ${sanitizeText(describe(finding))}\n`)
  return `${plural(findings.length, 'problem')} in ${checked}:\n${lines.join('')}`
}

/** The report as JSON; documented in docs/json.md. */
export function doctorToJson({findings, cards, entries}: DoctorReport, zone: Zone) {
  return {
    ok: findings.length === 0,
    cards,
    entries,
    findings: findings.map(finding => ({
      ...finding,
      message: describe(finding),
      ...(finding.kind === 'schedule-differs' && {
        stored: scheduleToJson(finding.stored, zone),
        replayed: scheduleToJson(finding.replayed, zone),
      }),
    })),
  }
}

function describe(finding: Finding): string {
  switch (finding.kind) {
    case 'damaged-file':
      return `The database file is damaged: ${finding.message}`
    case 'dangling-reference':
      return `A row of ${finding.table} refers to a row of ${finding.parent} that is not there`
    case 'schedule-differs':
      return `The schedule of card ${finding.cardId} (${finding.stored.phase}) is not what its log gives (${finding.replayed.phase}): ${differing(finding.fields)}`
    case 'unreadable-log':
      return `The log of card ${finding.cardId} cannot be replayed: ${finding.message}`
  }
}

const FIELDS: Readonly<Record<ScheduleField, string>> = {
  phase: 'phase',
  due: 'due time',
  step: 'step',
  lastReview: 'time of the last review',
  lastDay: 'day of the last review',
  reps: 'number of reviews',
  lapses: 'number of lapses',
  stability: 'stability',
  difficulty: 'difficulty',
}

function differing(fields: readonly ScheduleField[]): string {
  return `another ${fields.map(field => FIELDS[field]).join(', ')}`
}
