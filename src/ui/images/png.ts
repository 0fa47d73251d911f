/** Pixels of a PNG; nothing where the bytes are none, or do not say. */
export function pngSize(
  bytes: Uint8Array,
): {readonly width: number; readonly height: number} | undefined {
  const header = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  const isPng = bytes.length >= 24 && header.every((byte, index) => bytes[index] === byte)
  if (!isPng) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width > 0 && height > 0 ? {width, height} : undefined
}
