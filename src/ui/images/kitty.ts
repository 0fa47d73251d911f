/** Characters of data in one sequence, as the protocol asks for at most. */
const CHUNK = 4096

const OPEN = '\u001b_G'
const CLOSE = '\u001b\\'

/**
 * Gives the terminal a PNG to keep, in kitty’s graphics protocol. Nothing is shown, the cursor stays where it is, and no reply is sent.
 * @param id 1 to 0xffffff
 */
export function transmitPng(id: number, png: Uint8Array): string {
  const data = Buffer.from(png.buffer, png.byteOffset, png.byteLength).toString('base64')
  let sequences = ''
  for (let at = 0; at < data.length; at += CHUNK) {
    const more = at + CHUNK < data.length ? 1 : 0
    const keys = at === 0 ? `a=t,f=100,i=${id},q=2,m=${more}` : `q=2,m=${more}`
    sequences += `${OPEN}${keys};${data.slice(at, at + CHUNK)}${CLOSE}`
  }
  return sequences
}

/** How many cells the image fills wherever its cells stand in the text; instead of what was said before. */
export function placeInCells(id: number, columns: number, rows: number): string {
  return `${OPEN}a=p,U=1,i=${id},p=1,c=${columns},r=${rows},q=2${CLOSE}`
}

/** The terminal forgets the image. */
export function deleteImage(id: number): string {
  return `${OPEN}a=d,d=I,i=${id},q=2${CLOSE}`
}
