import type {Diagnostic} from '../core/diagnostic.ts'

/** Text that came out of bytes, and how. */
interface DecodedText {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

const SAMPLE_BYTES = 65_536
/** Formats whose first bytes are known and that no text begins with. */
const MAGIC = [
  'PK\x03\x04',
  '%PDF-',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  'SQLite format 3',
  '\x1f\x8b',
  '\x7fELF',
  'RIFF',
  '\xd0\xcf\x11\xe0',
]

/** UTF-8, UTF-16 of either order, or Windows-1252 where it is not UTF-8; `binary` where it is no text at all. */
export function decodeBytes(bytes: Uint8Array): DecodedText | 'binary' {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const utf16 = utf16Of(sample)
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes)
    return {text, diagnostics: []}
  }
  if (isBinary(sample)) return 'binary'
  return decodeEightBit(bytes)
}

function utf16Of(sample: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1
  }
  const [high, low] = zeros as [number, number]
  // Blanks, digits and line ends have a zero high byte in every script, and no text has zero low bytes.
  const enough = Math.max(2, sample.length / 50)
  if (high >= enough && low * 50 <= high) return 'utf-16be'
  if (low >= enough && high * 50 <= low) return 'utf-16le'
  return undefined
}

function isBinary(sample: Uint8Array): boolean {
  const head = String.fromCharCode(...sample.subarray(0, 16))
  if (MAGIC.some(magic => head.startsWith(magic))) return true
  let odd = 0
  // By index: an iterator takes many times as long before it is compiled, which is most of a thousand small documents.
  for (let index = 0; index < sample.length; index += 1) {
    const byte = sample[index] as number
    const isControl =
      byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27
    if (isControl) odd += 1
  }
  return odd > 8 && odd * 100 > sample.length
}

function decodeEightBit(bytes: Uint8Array): DecodedText {
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), diagnostics: []}
  } catch {
    return decodeDamaged(bytes)
  }
}

/** Line by line, for a document may hold pieces of two encodings. */
function decodeDamaged(bytes: Uint8Array): DecodedText {
  const diagnostics: Diagnostic[] = []
  const lines = linesOf(bytes).map((line, index) => {
    const {text, damage} = decodeLine(line)
    if (damage !== undefined) diagnostics.push(damageAt(index + 1, damage))
    return text
  })
  const [first] = diagnostics
  const message = first === undefined ? '' : `${first.message} (${diagnostics.length} lines)`
  return {text: lines.join('\n'), diagnostics: first === undefined ? [] : [{...first, message}]}
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at))
    from = at + 1
  }
  lines.push(bytes.subarray(from))
  return lines
}

function decodeLine(line: Uint8Array): {text: string; damage?: 'windows-1252' | 'lost'} {
  const lossy = new TextDecoder('utf-8', {ignoreBOM: true}).decode(line)
  if (!lossy.includes('\ufffd')) return {text: lossy}
  const lost = lossy.split('\ufffd').length - 1
  const kept = [...lossy].filter(char => char > '\x7f' && char !== '\ufffd').length
  if (kept > lost) return {text: lossy, damage: 'lost'}
  return {text: new TextDecoder('windows-1252').decode(line), damage: 'windows-1252'}
}

function damageAt(line: number, damage: 'windows-1252' | 'lost'): Diagnostic {
  return damage === 'lost'
    ? {
        line,
        column: 1,
        severity: 'warning',
        rule: 'lost-characters',
        message: 'Bytes that are not UTF-8 were replaced by �.',
      }
    : {
        line,
        column: 1,
        severity: 'info',
        rule: 'repaired-encoding',
        message: 'Not UTF-8: read as Windows-1252.',
      }
}
