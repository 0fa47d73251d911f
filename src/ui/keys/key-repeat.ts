/**
 * The longest after which a key comes again that is held down, in milliseconds. Nor has anybody read an answer who presses a key twice
 * as fast.
 */
const REPEAT_MS = 150

/**
 * Tells of every key whether it is the one before once more, too soon to be meant: it is held down.
 * @param now milliseconds of a clock that never goes back
 */
export function createRepeatWatch(now: () => number): (key: string) => boolean {
  let last: {readonly key: string; readonly at: number} | undefined
  return key => {
    const before = last
    last = {key, at: now()}
    return before?.key === key && last.at - before.at < REPEAT_MS
  }
}
