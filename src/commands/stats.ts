import type {Keymap} from '../core/keymap.ts'
import type {Dashboard} from '../core/statistics/dashboard.ts'
import type {Terminal} from '../platform/terminal.ts'
import {toAnsi} from '../render/ansi.ts'
import {plainText, type StyledLine} from '../render/line.ts'
import {dashboardLines} from '../report/dashboard/dashboard-lines.ts'
import {formatJson} from '../report/json.ts'
import {statsOf} from '../report/stats.ts'
import {type LookOptions, lookOf} from '../ui/looks/look.ts'
import {wantedLook} from '../ui/looks/wanted-look.ts'
import {createPager, pagerLayout} from '../ui/pages/pager.ts'
import {runPage} from '../ui/pages/run-page.ts'
import {preferencesOf} from '../ui/review/preferences.ts'
import {holdTerminal, sizeOf} from '../ui/terminal/held-terminal.ts'
import {type Context, done, type Outcome} from './context.ts'
import {type DashboardRequest, readDashboard} from './read-dashboard.ts'

export interface StatsOptions extends DashboardRequest {
  readonly json: boolean
  /** Draw with ASCII alone, whatever is set. */
  readonly ascii: boolean
  /** Whether what is longer than the screen may be scrolled instead of printed. */
  readonly pager: boolean
}

/** Where no terminal says how wide it is. */
const PLAIN_WIDTH = 80

/** Progress: on a terminal drawn for its size, and scrolled where it is longer; else printed, or as JSON. */
export async function stats(context: Context, options: StatsOptions): Promise<Outcome> {
  const dashboard = readDashboard(context, options)
  if (options.json) return done(formatJson(statsOf(dashboard)))
  const settings = context.openStore().readSettings()
  const terminal = context.terminal()
  if (!terminal) {
    const ascii = options.ascii || settings.ascii
    const lines = dashboardLines(dashboard, {width: plainWidth(context.environment), ascii})
    return done(printed(lines, plainText))
  }
  const wanted = wantedLook(settings, terminal.features)
  const look = {...wanted, ascii: options.ascii || wanted.ascii}
  const {columns, rows} = sizeOf(terminal.stdout)
  // A line as wide as the terminal would be broken by some.
  const lines = dashboardLines(dashboard, {width: columns - 1, ascii: look.ascii})
  if (!options.pager || !terminal.features.hasAttributes || lines.length < rows) {
    const {palette, attributes = true} = lookOf(look)
    return done(printed(lines, line => (attributes ? toAnsi(line, palette) : plainText(line))))
  }
  const {keymap} = preferencesOf(settings)
  return scroll(context, terminal, {dashboard, look, keymap})
}

async function scroll(
  context: Context,
  terminal: Terminal,
  {
    dashboard,
    look,
    keymap,
  }: {
    readonly dashboard: Dashboard
    readonly look: LookOptions
    readonly keymap: Keymap
  },
): Promise<Outcome> {
  const held = holdTerminal(terminal)
  try {
    const ending = await runPage({
      page: createPager(width => dashboardLines(dashboard, {width, ascii: look.ascii}), keymap),
      held,
      look,
      layoutFor: pagerLayout,
      signal: context.ending,
    })
    return {output: '', exitCode: ending === 'aborted' ? 1 : 0}
  } finally {
    held.release()
  }
}

function printed(lines: readonly StyledLine[], format: (line: StyledLine) => string): string {
  return lines.map(line => `${format(line)}\n`).join('')
}

/** `COLUMNS`, which some set for pipes, if it is a number that makes sense. */
function plainWidth({COLUMNS: columns = ''}: Context['environment']): number {
  return /^[1-9]\d{1,3}$/.test(columns) ? Number(columns) : PLAIN_WIDTH
}
