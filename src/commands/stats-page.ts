import {formatPage} from '../report/page/page.ts'
import type {Context, Outcome} from './context.ts'
import {type DashboardRequest, readDashboard} from './read-dashboard.ts'
import {writePieces} from './write-rows.ts'

export interface StatsPageOptions {
  /** `-` for standard output. */
  readonly file: string
  /** Whether a file that is there may be replaced. */
  readonly force: boolean
  /** Whether questions of cards may be in it. */
  readonly withCards: boolean
}

/**
 * Writes progress as a page.
 * @throws UserError where it cannot be written, or there is no such deck or tag.
 */
export function statsPage(
  context: Context,
  request: DashboardRequest,
  {file, force, withCards}: StatsPageOptions,
): Promise<Outcome> {
  const page = formatPage(readDashboard(context, request), {withCards})
  const destination = {file: file === '-' ? undefined : file, force}
  return writePieces(context, destination, [page], () => 'Progress')
}
