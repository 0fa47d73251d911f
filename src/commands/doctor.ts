import {type DoctorReport, doctorReport} from '../core/doctor.ts'
import {isUserError} from '../core/user-error.ts'
import {doctorToJson, formatDoctorReport} from '../report/doctor.ts'
import {formatJson} from '../report/json.ts'
import type {Store} from '../store/open.ts'
import type {Context, Outcome} from './context.ts'

/** Proves for every card that its schedule follows from the log, and has SQLite check the file. */
export function doctor({openStore, clock}: Context, {json}: {readonly json: boolean}): Outcome {
  const report = examined(openStore())
  const output = json
    ? formatJson(doctorToJson(report, clock.utcOffsetMinutes))
    : formatDoctorReport(report)
  return {output, exitCode: report.findings.length === 0 ? 0 : 1}
}

function examined(store: Store): DoctorReport {
  const findings = store.checkFile()
  try {
    const {parameters} = store.readSettings().scheduling
    return doctorReport(store.cardRecords(), findings, {optionsOf: store.optionsOf, parameters})
  } catch (error) {
    if (findings.length === 0 || !isUserError(error)) throw error
    // A damaged file cannot be read to its end; what is wrong with it is known already.
    return {findings, cards: 0, entries: 0}
  }
}
