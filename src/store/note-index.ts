import type {Database} from 'better-sqlite3'
import {answerKeyOf, questionHashOf, questionKeyOf} from '../core/identity-keys.ts'
import type {NoteContent} from '../core/note.ts'
import {type ContentRow, contentOfRow} from './note-row.ts'
import {lazily} from './statement.ts'

/** Scripts that put no spaces between words. */
const WITHOUT_SPACES =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u

/** What an import, or taking one back, does to the index. */
export interface IndexChanges {
  /** Of a note that the index does not know yet. */
  add(noteId: string, content: NoteContent): void
  /** Of a note whose content has changed. */
  update(noteId: string, content: NoteContent): void
  /** Of a note that is about to be deleted. */
  remove(noteId: string): void
  /** To be called once, after all other writing. */
  write(): void
}

export type NoteIndex = ReturnType<typeof noteIndex>

/** The words of the notes, for looking them up. A cache: whoever writes a note’s content tells it. */
export function noteIndex(db: Database) {
  const selectId = lazily<[noteId: string], {id: number}>(
    db,
    'select id from note_index where note_id = ?',
  )
  const insertEntry = lazily<[noteId: string, hash: number]>(
    db,
    'insert into note_index (note_id, question_hash) values (?, ?)',
  )
  const updateEntry = lazily<[hash: number, id: number]>(
    db,
    'update note_index set question_hash = ? where id = ?',
  )
  const deleteEntry = lazily<[id: number]>(db, 'delete from note_index where id = ?')
  const writeWords = lazily<[id: number | bigint, question: string, answer: string]>(
    db,
    'insert or replace into note_words (rowid, question, answer) values (?, ?, ?)',
  )
  const deleteWords = lazily<[id: number]>(db, 'delete from note_words where rowid = ?')
  const selectMissing = lazily<[], ContentRow & {id: string}>(
    db,
    `select id, kind, question, answer, cloze_text, deletions, extra from notes
      where id not in (select note_id from note_index)`,
  )
  const isWhole = lazily<[], {is_whole: 0 | 1}>(
    db,
    'select (select count(*) from notes) = (select count(*) from note_index) as is_whole',
  )

  return {
    /**
     * Takes down what becomes of notes, and writes their words at the end: in between, SQLite would write the index out for every
     * other statement. To be used within one transaction.
     */
    begin(): IndexChanges {
      const words: {readonly id: number; readonly content: NoteContent | undefined}[] = []
      const add = (noteId: string, content: NoteContent) => {
        const {lastInsertRowid} = insertEntry().run(noteId, questionHashOf(content))
        words.push({id: Number(lastInsertRowid), content})
      }
      return {
        add,
        update(noteId, content) {
          const entry = selectId().get(noteId)
          if (!entry) {
            add(noteId, content)
            return
          }
          updateEntry().run(questionHashOf(content), entry.id)
          words.push({id: entry.id, content})
        },
        remove(noteId) {
          const entry = selectId().get(noteId)
          if (!entry) return
          deleteEntry().run(entry.id)
          words.push({id: entry.id, content: undefined})
        },
        write() {
          // In order: each step back would have the index written out.
          words.sort((a, b) => a.id - b.id)
          for (const {id, content} of words) {
            if (content) writeWords().run(id, questionKeyOf(content), answerKeyOf(content))
            else deleteWords().run(id)
          }
        },
      }
    },

    /** The notes of a collection that is older than the index. */
    missing(): readonly {readonly id: string; readonly content: NoteContent}[] {
      if (isWhole().get()?.is_whole === 1) return []
      return selectMissing()
        .all()
        .map(row => ({id: row.id, content: contentOfRow(row)}))
    },

    /**
     * A query of full text for notes that hold each word of the text or one that begins so, without regard to case and accents.
     * Nothing where words do not tell: signs, scripts without spaces, or an index that is not complete.
     */
    queryFor(text: string): string | undefined {
      const words = text.trim().split(/\s+/)
      const areWords = words.every(
        word => /^[\p{L}\p{M}\p{N}]+$/u.test(word) && !WITHOUT_SPACES.test(word),
      )
      if (!areWords || isWhole().get()?.is_whole !== 1) return undefined
      return words.map(word => `"${word}"*`).join(' ')
    },
  }
}
