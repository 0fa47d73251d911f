import type {Scan} from '../scan/scan.ts'

/** A place where a document may ask something. */
export interface Mark {
  /** What recurs. Marks of one layout and shape form a convention: `h3 numbered`, `bullet labelled`. */
  readonly shape: string
  /** First line of the question. */
  readonly line: number
  /** First line after the mark: what is left of the question, or the answer. */
  readonly body: number
  /** Markdown of the question as far as it stands on the mark; marks stripped. */
  readonly text: string
  /** 1–6 for headings. Whatever is no heading ranks below them, at 7. */
  readonly level: number
  readonly number?: number
  /** The author calls it a question (`Q:`, `Question 3`), or its container does. */
  readonly isNamed?: boolean
  /** Last line that can belong to the answer, where a container closes. */
  readonly until?: number
  /** Question and answer are held together by an element: where it ends, the answer certainly ends. */
  readonly isContainer?: boolean
  /** The answer, where it stands on the mark’s own lines (a table cell, `— **A:** …`). */
  readonly answer?: string
  /** The beginning of the answer, where it stands behind the mark on its last line. */
  readonly bodyText?: string
  /** The speaker whose turn is the answer. */
  readonly replier?: string
}

/** One way of marking questions. To add one: write a module that exports a `Layout`, and list it in `all.ts`. */
export interface Layout {
  /** Kebab-case; shown to the user, and chosen with `--layout`. */
  readonly name: string
  /**
   * Every place that is marked in this way, in order of lines: the layout looks at form alone. Which marks ask
   * questions, and where their answers end, is decided for all layouts alike.
   * @param isWanted the layout is known to be the document’s: no number of marks is too small
   */
  readonly find: (scan: Scan, isWanted?: boolean) => readonly Mark[]
  /** How sure a group of marks must be (0–1) to be read as questions; the more ordinary the form, the higher. */
  readonly demand: number
}
