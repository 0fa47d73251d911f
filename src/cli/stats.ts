import {type Command, InvalidArgumentError, Option} from 'commander'
import {parseSince, type Since} from '../core/statistics/since.ts'
import {withTag} from './choice.ts'
import {type Register, refuseWithout} from './register.ts'

interface StatsFlags {
  readonly tag?: readonly string[]
  readonly since?: Since
  readonly ascii?: boolean
  readonly pager: boolean
  readonly json?: boolean
  readonly html?: string
  readonly withCards?: boolean
  readonly force?: boolean
}

/** `ebb stats`: progress. */
export const registerStats: Register = (program, {context, end}) => {
  withTag(
    program
      .command('stats')
      .description('show your progress')
      .argument('[deck...]', 'only these decks and the decks below them'),
  )
    .option(
      '--since <day>',
      'count answers from this day on: 2026-09-14, 2026-09, 30d, 1y',
      sinceOf,
    )
    .option('--ascii', 'draw with ASCII alone')
    .option('--no-pager', 'print what is longer than the screen instead of scrolling it')
    .addOption(new Option('--html <file>', 'write a page to keep or share').conflicts('json'))
    .option('--with-cards', 'let the page tell the questions of leeches')
    .option('--force', 'replace the file of the page where there is one')
    .option('--json', 'print JSON')
    .action(async (decks: string[], flags: StatsFlags, command: Command) => {
      const {tag: tags = [], since, ascii = false, pager, json = false} = flags
      const {html: file, withCards = false, force = false} = flags
      if (file !== undefined) {
        const {statsPage} = await import('../commands/stats-page.ts')
        end(await statsPage(context, {decks, tags, since}, {file, force, withCards}))
        return
      }
      refuseWithout('--html', command, {'--force': force, '--with-cards': withCards})
      const {stats} = await import('../commands/stats.ts')
      end(await stats(context, {decks, tags, since, ascii, pager, json}))
    })
}

function sinceOf(text: string): Since {
  const since = parseSince(text)
  if (since === undefined) {
    throw new InvalidArgumentError(
      'Expected a day such as 2026-09-14, or a span such as 30d, 12w, 6m, 1y.',
    )
  }
  return since
}
