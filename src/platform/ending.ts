const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Gives a signal that is aborted when the process is told to end. It listens from the first call on: until then the process
 * ends as any other does, at once.
 */
export function systemEnding(): () => AbortSignal {
  let ending: AbortController | undefined
  return () => {
    if (!ending) {
      const controller = new AbortController()
      for (const name of SIGNALS) process.once(name, () => controller.abort(name))
      ending = controller
    }
    return ending.signal
  }
}
