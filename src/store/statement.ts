import type {Database, Statement} from 'better-sqlite3'

/** Gives a statement, prepared when it is first asked for: a command pays for the ones that it uses. */
export type Lazy<Parameters extends unknown[], Row = unknown> = () => Statement<Parameters, Row>

/** A statement whose parameters are written as a labelled tuple. */
export function lazily<Parameters extends unknown[], Row = unknown>(
  db: Database,
  sql: string,
): Lazy<Parameters, Row> {
  let statement: Statement<Parameters, Row> | undefined
  return () => {
    statement ??= db.prepare<Parameters, Row>(sql) as Statement<Parameters, Row>
    return statement
  }
}

/** Statements that are put together as they are needed, each prepared once. */
export function statementsBySql<Row>(
  db: Database,
): (sql: string) => Statement<[Readonly<Record<string, unknown>>], Row> {
  const known = new Map<string, Statement<[Readonly<Record<string, unknown>>], Row>>()
  return sql => {
    const statement = known.get(sql) ?? db.prepare<[Readonly<Record<string, unknown>>], Row>(sql)
    known.set(sql, statement)
    return statement
  }
}
