import {doctorReport} from '../core/doctor.ts'
import {doctorToJson, formatDoctorReport} from '../report/doctor.ts'
import {formatJson} from '../report/json.ts'
import type {Context, Outcome} from './context.ts'

/** Proves for every card that its schedule follows from the log, and has SQLite check the file. */
export function doctor({openStore, clock}: Context, {json}: {readonly json: boolean}): Outcome {
  const store = openStore()
  const {parameters} = store.readSettings().scheduling
  const report = doctorReport(store.cardRecords(), store.checkFile(), {
    optionsOf: store.optionsOf,
    parameters,
  })
  const output = json
    ? formatJson(doctorToJson(report, clock.utcOffsetMinutes))
    : formatDoctorReport(report)
  return {output, exitCode: report.findings.length === 0 ? 0 : 1}
}
