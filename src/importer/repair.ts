import type {Diagnostic} from '../core/diagnostic.ts'
import {repairMojibake} from './mojibake.ts'

export {repairFences} from './fences.ts'

/** Text with LF line ends, without invisible characters that break marks; what was changed, as diagnostics. */
export function repairText(text: string): {text: string; diagnostics: readonly Diagnostic[]} {
  const diagnostics: Diagnostic[] = []
  let result = normaliseLineEnds(text.startsWith('\ufeff') ? text.slice(1) : text)
  for (const {rule, message, severity, repair} of REPAIRS) {
    const repaired = repair(result)
    if (repaired === result) continue
    const line = firstDifferentLine(result, repaired)
    diagnostics.push({line, column: 1, severity, rule, message})
    result = repaired
  }
  return {text: result, diagnostics}
}

interface Repair {
  readonly rule: string
  readonly severity: Diagnostic['severity']
  readonly message: string
  readonly repair: (text: string) => string
}

const REPAIRS: readonly Repair[] = [
  {
    rule: 'repaired-nul',
    severity: 'warning',
    message: 'NUL and other control characters were removed.',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    repair: text => text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, ''),
  },
  {
    rule: 'repaired-twice-encoded',
    severity: 'info',
    message: 'Text that was encoded as UTF-8 twice was put right.',
    repair: text => repairMojibake(text).text,
  },
  {
    rule: 'repaired-zero-width',
    severity: 'info',
    message: 'Zero-width characters were removed.',
    // Joiners (U+200C, U+200D) belong to words of some languages and to emoji.
    repair: text => text.replace(/[\u200b\u2060\ufeff]/g, ''),
  },
  {
    rule: 'repaired-spaces',
    severity: 'info',
    message: 'Unusual blanks between a mark and its text were replaced by ordinary ones.',
    repair: replaceUnusualSpaces,
  },
]

/** Text with LF line ends and without a byte order mark, otherwise as it is: what ebb itself has written is not damaged. */
export function unrepairedText(text: string): string {
  return normaliseLineEnds(text.startsWith('\ufeff') ? text.slice(1) : text)
}

/** Line n stays line n as an editor counts by LF; only a document without LF has its lines ended by CR. */
function normaliseLineEnds(text: string): string {
  if (!text.includes('\r')) return text
  const unix = text.replace(/\r+\n/g, '\n')
  if (!unix.includes('\r')) return unix
  const feeds = count(unix, '\n')
  return unix.replace(/\r/g, count(unix, '\r') > feeds ? '\n' : ' ')
}

const count = (text: string, char: string): number => text.split(char).length - 1

const UNUSUAL = /[\u00a0\u2000-\u200a\u202f\u205f\u2028\u2029\u0085\v\f]/
const MARKS =
  /^(?:[\t \u00a0\u2000-\u200a\u202f\u205f\f\v]*(?:>|#{1,6}|[-*+]|\d{1,9}[.)]|[QAC]:|\[[ xX]\])(?=[\s\u0085]))*\s*/

/** No-break and other unusual blanks become ordinary where Markdown expects a blank: before and after marks. */
function replaceUnusualSpaces(text: string): string {
  if (!UNUSUAL.test(text)) return text
  return text
    .replace(/[\u2028\u2029\u0085\v\f]/g, ' ')
    .split('\n')
    .map(line => {
      if (!UNUSUAL.test(line)) return line
      return line
        .replace(MARKS, marks => marks.replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' '))
        .replace(
          /[\u00a0\u2000-\u200a\u202f\u205f]{1,9}(?=::|#card|#flash)|(?<=::)[\u00a0\u2000-\u200a\u202f\u205f]{1,9}/g,
          ' ',
        )
    })
    .join('\n')
}

function firstDifferentLine(before: string, after: string): number {
  let at = 0
  while (before.charCodeAt(at) === after.charCodeAt(at) && at < before.length) at += 1
  return count(before.slice(0, at), '\n') + 1
}
