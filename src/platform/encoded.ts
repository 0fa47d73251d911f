/** Bytes of most pieces: 64 K characters, of up to three bytes each. */
const USUAL_BYTES = 3 << 16

/**
 * Turns pieces of text into UTF-8 in memory that is used again for the next piece: otherwise a long output would leave behind more
 * than is collected in time.
 */
export function pieceEncoder(): (text: string) => Uint8Array {
  let memory: Buffer | undefined
  return text => {
    const most = text.length * 3
    if (most > USUAL_BYTES) return Buffer.from(text)
    memory ??= Buffer.allocUnsafeSlow(USUAL_BYTES)
    return memory.subarray(0, memory.write(text))
  }
}
