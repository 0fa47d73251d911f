// Counts the reviews of a database and the time that they took: `node bench/count.mjs FILE`. What nothing that reads them all can go below.
import Database from 'better-sqlite3'

const db = new Database(process.argv[2], {readonly: true})
console.log(
  db.prepare('select count(*) as reviews, sum(duration_ms) as duration from reviews').get(),
)
