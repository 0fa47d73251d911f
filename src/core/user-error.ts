/**
 * Something that the user can put right: shown as one sentence and a hint, without a stack; exit code 1.
 * Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}

/** Whether this was thrown as a `UserError`, also by another bundle of the same program. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof Error && error.name === 'UserError'
}
