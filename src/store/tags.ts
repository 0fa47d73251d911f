import type {Database} from 'better-sqlite3'
import {lazily} from './statement.ts'

/** The tags that notes carry. */
export function tagsView(db: Database) {
  const select = lazily<[], {tag: string}>(
    db,
    `select tag.value as tag from notes, json_each(notes.tags) as tag where notes.absent_since is null
      union select tag.value from notes, json_each(notes.own_tags) as tag
      where notes.absent_since is null and notes.own_tags <> '[]' order by tag`,
  )
  return {
    /** Every tag of a present note, of its document or of the learner, each once, in the order of their code points. */
    tagsInUse(): readonly string[] {
      return select()
        .all()
        .map(({tag}) => tag)
    },
  }
}
