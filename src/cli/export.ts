import {Argument, Option} from 'commander'
import {collect, type Register} from './register.ts'

/** As in src/report/export/formats.ts, which is only loaded once something is exported. */
const SUBJECTS = ['stats', 'reviews', 'cards', 'decks', 'all'] as const
const FORMATS = ['json', 'ndjson', 'csv', 'tsv', 'md', 'html'] as const

interface Flags {
  readonly format?: (typeof FORMATS)[number]
  readonly layout?: 'fsrs'
  readonly output?: string
  readonly force?: boolean
  readonly deck?: readonly string[]
  readonly tag?: readonly string[]
}

/** `ebb export`: what the collection holds, for other programs. */
export const registerExport: Register = (program, {context, end}) => {
  program
    .command('export')
    .description('write what the collection holds for other programs, or all of it as an archive')
    .addArgument(new Argument('<what>', 'what to write').choices(SUBJECTS))
    .addOption(
      new Option('--format <name>', 'by the ending of the file unless given, else json').choices(
        FORMATS,
      ),
    )
    .addOption(
      new Option('--layout <name>', 'of reviews: the columns that FSRS optimizers read').choices([
        'fsrs',
      ]),
    )
    .option('-o, --output <file>', 'write to this file, whole or not at all')
    .option('--force', 'replace a file that is there')
    .option(
      '--deck <deck>',
      'only this deck and those below it; may be given several times',
      collect,
    )
    .option('--tag <tag>', 'only cards with this tag; may be given several times', collect)
    .action(async (subject: (typeof SUBJECTS)[number], flags: Flags) => {
      const {exportData} = await import('../commands/export.ts')
      const {format, layout, output, force = false, deck: decks = [], tag: tags = []} = flags
      end(await exportData(context, subject, {format, layout, output, force, decks, tags}))
    })
}
