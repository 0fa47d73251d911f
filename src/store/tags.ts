import type {Database} from 'better-sqlite3'
import {lazily} from './statement.ts'

/** The tags that notes carry. */
export function tagsView(db: Database) {
  const select = lazily<[], {tag: string}>(
    db,
    `select distinct tag.value as tag from notes, json_each(notes.tags) as tag
      where notes.absent_since is null order by tag`,
  )
  return {
    /** Every tag of a present note, each once, in the order of their code points. */
    tagsInUse(): readonly string[] {
      return select()
        .all()
        .map(({tag}) => tag)
    },
  }
}
