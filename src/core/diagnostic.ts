export type Severity = 'error' | 'warning' | 'info'

/** A problem in a document, at its place. Importing never stops at one. */
export interface Diagnostic {
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 code units. */
  readonly column: number
  readonly severity: Severity
  /** Kebab-case name of the rule: `question-without-answer`. */
  readonly rule: string
  /** What was found and what was expected. */
  readonly message: string
}
