import type {Command} from 'commander'
import {collect, type Register, refuseWithout} from './register.ts'

interface ImportFlags {
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly explain?: boolean
  readonly strict?: boolean
  readonly yes?: boolean
  readonly accept?: boolean
  readonly deck?: string
  readonly tag?: readonly string[]
  readonly layout?: string
  readonly archive?: string
  readonly force?: boolean
}

/** `ebb import`: documents become cards. */
export const registerImport: Register = (program, {context, end}) => {
  program
    .command('import')
    .description('turn the questions of documents into cards')
    .argument('[path...]', 'documents, folders of documents, or - for standard input')
    .option('--dry-run', 'import nothing; show the first and the last card of each document')
    .option('--explain', 'tell block by block what each was taken for')
    .option('--strict', 'take a question without an answer for an error')
    .option('--deck <deck>', 'the deck of all notes, whatever the documents say')
    .option('--tag <tag>', 'a tag for all notes; may be given several times', collect)
    .option('--layout <name>', 'read the documents in this layout or syntax only')
    .option('--yes', 'do not ask before cards are changed or retired')
    .option('--accept', 'take uncertain matches with earlier notes for certain')
    .option('--json', 'print JSON')
    .option('--archive <file>', 'restore the collection that `ebb export all` has written there')
    .option('--force', 'with --archive: set the collection aside that is there')
    .action(async (paths: string[], flags: ImportFlags, command: Command) => {
      if (flags.archive !== undefined) {
        refuseOthers(command, paths, flags)
        const {restoreArchive} = await import('../commands/archive.ts')
        end(restoreArchive(context, flags.archive, {force: flags.force ?? false}))
        return
      }
      if (paths.length === 0) command.error("error: missing required argument 'path'")
      refuseWithout('--archive', command, {'--force': flags.force ?? false})
      const {importDocuments} = await import('../commands/import.ts')
      const {dryRun = false, json = false, explain = false, strict = false} = flags
      const {yes = false, accept = false, deck, tag: tags = [], layout} = flags
      end(
        await importDocuments(context, paths, {
          ...{dryRun, json, explain, strict, yes, accept},
          ...{deck, tags, layout},
        }),
      )
    })
}

/** An archive is the whole collection: nothing can be added to it, and nothing said about its cards. */
function refuseOthers(command: Command, paths: readonly string[], flags: ImportFlags): void {
  if (paths.length > 0) command.error('error: with --archive, no documents are imported')
  const other = Object.keys(flags).find(name => name !== 'archive' && name !== 'force')
  if (other === undefined) return
  const flag = `--${other.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`
  command.error(`error: option '${flag}' cannot be used with option '--archive'`)
}
