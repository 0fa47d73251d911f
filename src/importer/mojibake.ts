/** What Windows-1252 shows for the bytes 0x80–0x9F; undefined ones stand for themselves. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const BYTE_OF = new Map([...HIGH].map((char, index) => [char, 0x80 + index]))
const RUN = /[\x80-\xffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]+/g
const SIGN = /[\xc2-\xf4][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]/

/**
 * Text that was UTF-8, read as Windows-1252 and stored as UTF-8 again, put right: `cafÃ©` → `café`.
 *
 * Certain only where every run of such characters is valid UTF-8, or where a run is a sequence of three or four bytes
 * that no one types (`â€™`); anything else stays as it is.
 * @returns the text and the number of runs repaired
 */
export function repairMojibake(text: string): {text: string; repaired: number} {
  if (!SIGN.test(text)) return {text, repaired: 0}
  const runs = text.match(RUN) ?? []
  const everyRun = runs.every(run => redecode(run) !== undefined)
  let repaired = 0
  const result = text.replace(everyRun ? RUN : LONG_SEQUENCE, (run: string, at: number) => {
    // A document about encodings shows the damage as code.
    const fixed = text[at - 1] === '`' ? undefined : redecode(run)
    if (fixed !== undefined) repaired += 1
    return fixed ?? run
  })
  return {text: result, repaired}
}

/** Punctuation (`â€…`) and emoji (`ðŸ…`) only: their first two characters never stand together in any language. */
const LONG_SEQUENCE =
  /â€[\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|ðŸ[\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{2}/g

function redecode(run: string): string | undefined {
  const bytes = new Uint8Array([...run].map(char => BYTE_OF.get(char) ?? char.charCodeAt(0)))
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}
