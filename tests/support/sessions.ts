import {join} from 'node:path'
import Database from 'better-sqlite3'
import {documentFile, multiples} from './documents.ts'
import {program} from './program.ts'
import {openTerminal, type TerminalOptions} from './terminal.ts'

/** A collection of so many cards, \`What is 1 times 7?\` first, without chance in its intervals. */
export function collection(cards: number, text = multiples(cards), name = 'multiples.md') {
  const ebb = program()
  ebb.run(['config', 'fuzz', 'off'])
  const {status, stderr} = ebb.run(['import', documentFile(text, {name})])
  if (status !== 0) throw new Error(stderr)
  return {
    ...ebb,
    /** A session in a terminal of its own. */
    open: (options: Omit<TerminalOptions, 'home'> = {}, args: readonly string[] = ['review']) =>
      openTerminal(args, {home: ebb.home, ...options}),
    /** The review log, first to last. */
    log: () => logIn(ebb.home),
  }
}

export interface LogRow {
  readonly id: string
  readonly card_id: string
  readonly kind: string
  readonly at: number
  readonly rating: string | null
  readonly duration_ms: number | null
  readonly before_phase: string | null
  readonly phase: string | null
  readonly voids: string | null
}

/** The review log of a collection, first to last, read past the program. */
export function logIn(home: string): readonly LogRow[] {
  const db = new Database(join(home, 'ebb.db'), {fileMustExist: true})
  try {
    return db.prepare<[], LogRow>('select * from reviews order by id').all()
  } finally {
    db.close()
  }
}

/** Signs on the screen. */
export const QUESTION = 'show the answer'
export const ANSWER = '1 again'
