import type {Zone} from '../card.ts'

/** What stands in one place of a table. Lists and texts are text there, numbers and truths are themselves. */
export type Cell = string | number | boolean | readonly string[] | undefined

/** One column of what is exported. Its name never changes; docs/export.md tells its unit. */
export interface Column<Row> {
  readonly name: string
  readonly cellOf: (row: Row, zone: Zone) => Cell
}

/** A table as it is exported in any format. */
export interface Table<Row> {
  /** What the rows are, in the plural. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: Iterable<Row>
  readonly zone: Zone
}

/** Columns by their names, in order. */
export function columnsOf<Row>(
  cells: Readonly<Record<string, Column<Row>['cellOf']>>,
): readonly Column<Row>[] {
  return Object.entries(cells).map(([name, cellOf]) => ({name, cellOf}))
}
