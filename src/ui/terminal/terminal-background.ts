/** Asks the terminal for the colour of its background (OSC 11). It answers, if at all, among what is typed. */
export const BACKGROUND_QUERY = '\u001b]11;?\u001b\\'

/** Where black text and white text have the same contrast: WCAG’s relative luminance. */
const MIDDLE_LUMINANCE = 0.179

/**
 * What the terminal says of its background; undefined where the reply is about something else.
 * @param reply as in `ESC ]11;rgb:1e1e/1e1e/1e1e`, with or without its end
 */
export function backgroundOfReply(reply: string): 'dark' | 'light' | undefined {
  const [, red, green, blue] = REPLY.exec(reply) ?? []
  if (red === undefined || green === undefined || blue === undefined) return undefined
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  return luminance > MIDDLE_LUMINANCE ? 'light' : 'dark'
}

/** One to four hexadecimal digits for each colour. */
const REPLY = /\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i

function linear(digits: string): number {
  const share = Number.parseInt(digits, 16) / (16 ** digits.length - 1)
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
