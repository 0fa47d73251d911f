/** The oldest mouse report, of which Ink swallows the beginning: button, column and row follow it, a character each. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const MOUSE = /\u001b\[M([^\u001b]{0,3})/gu
const MOUSE_LENGTH = 3

/** DCS, SOS, OSC, PM and APC: strings that the terminal sends of itself, with their end where it is there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const STRING = /\u001b[PX\]^_][^\u0007\u001b]+(\u0007|\u001b\\)?/g

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const STRING_END = /\u0007|\u001b\\/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const BEGINNING = /\u001b[[PX\]^_]?$/

/**
 * Gives a function that takes away from what is read what belongs to a reply of the terminal or to a mouse report, wherever
 * one read ends and the next begins. Ink would give some of their characters as keys.
 * @param hear gets every reply that is a string, from its ESC on, with or without its end
 */
export function createReplyFilter(
  hear: (reply: string) => void = () => {},
): (read: string) => string {
  /** What has been given already, and may be the beginning of a sequence. */
  let beginning = ''
  let mouseLeft = 0
  let isInString = false
  /** As much as was read of the string that is read. */
  let heard = ''

  const afterString = (text: string): string => {
    const end = STRING_END.exec(text)
    // Nobody’s string goes on with one character: it was Alt and a key, and this is the next key.
    isInString = end === null && text.length > 1
    if (isInString) heard += text
    if (end) {
      hear(heard + text.slice(0, end.index))
      return text.slice(end.index + end[0].length)
    }
    return isInString ? '' : text
  }

  return read => {
    const characters = [...(isInString ? afterString(read) : read)]
    // The same of Alt and a key, which looks like the beginning of a string.
    const isKey = /[PX\]^_]$/.test(beginning) && characters.length < 2
    const begun = isKey ? '' : beginning
    const text = begun + characters.slice(mouseLeft).join('')
    mouseLeft = Math.max(0, mouseLeft - characters.length)
    const kept = text
      .replace(MOUSE, (report: string, bytes: string, index: number) => {
        if (index + report.length === text.length) mouseLeft = MOUSE_LENGTH - [...bytes].length
        return ''
      })
      .replace(STRING, (string: string, end: string | undefined, index: number, whole: string) => {
        isInString = end === undefined && index + string.length === whole.length
        if (isInString) heard = string
        else hear(string)
        return ''
      })
    const given = kept.startsWith(begun) ? kept.slice(begun.length) : kept
    beginning = BEGINNING.exec(kept)?.[0] ?? ''
    return given
  }
}
