import {Argument, type Command, Option} from 'commander'
import {withDeck, withTag} from './choice.ts'
import {type Register, refuseWithout} from './register.ts'

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
  withTag(
    withDeck(
      program
        .command('export')
        .description(
          'write what the collection holds for other programs, or all of it as an archive',
        )
        .addArgument(new Argument('<what>', 'what to write').choices(SUBJECTS))
        .addOption(
          new Option(
            '--format <name>',
            'by the ending of the file unless given, else json',
          ).choices(FORMATS),
        )
        .addOption(
          new Option(
            '--layout <name>',
            'of reviews: the columns that FSRS optimizers read',
          ).choices(['fsrs']),
        )
        .option('-o, --output <file>', 'write to this file, whole or not at all')
        .option('--force', 'replace a file that is there'),
    ),
  ).action(async (subject: (typeof SUBJECTS)[number], flags: Flags, command: Command) => {
    const {format, layout, output, force = false, deck: decks = [], tag: tags = []} = flags
    if (output === undefined) refuseWithout('--output', command, {'--force': force})
    const {exportData} = await import('../commands/export.ts')
    end(await exportData(context, subject, {format, layout, output, force, decks, tags}))
  })
}
