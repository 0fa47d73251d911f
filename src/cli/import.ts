import {collect, type Register} from './register.ts'

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
}

/** `ebb import`: documents become cards. */
export const registerImport: Register = (program, {context, end}) => {
  program
    .command('import')
    .description('turn the questions of documents into cards')
    .argument('<path...>', 'documents, folders of documents, or - for standard input')
    .option('--dry-run', 'import nothing; show the first and the last card of each document')
    .option('--explain', 'tell block by block what each was taken for')
    .option('--strict', 'take a question without an answer for an error')
    .option('--deck <deck>', 'the deck of all notes, whatever the documents say')
    .option('--tag <tag>', 'a tag for all notes; may be given several times', collect)
    .option('--layout <name>', 'read the documents in this layout or syntax only')
    .option('--yes', 'do not ask before cards are changed or retired')
    .option('--accept', 'take uncertain matches with earlier notes for certain')
    .option('--json', 'print JSON')
    .action(async (paths: string[], flags: ImportFlags) => {
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
