import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {sanitizeText} from '../../src/render/sanitize.ts'

describe('text for a terminal', () => {
  it.each([
    ['colours', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['a window title', '\u001b]0;title\u0007', '␛]0;title␇'],
    ['NUL, backspace, DEL', 'a\0b\bc\u007f', 'a␀b␈c␡'],
    ['C1 controls', 'a\u009b31mb\u0085', 'a�31mb�'],
    ['bidirectional overrides', 'user\u202etxt.exe\u2066\u2069', 'usertxt.exe'],
    ['line endings', 'a\r\nb\u2028c\rd', 'a\nb\nc␍d'],
    ['soft hyphens and byte order marks', '\ufeffco\u00adop', 'coop'],
    ['lone surrogates', 'a\ud800b', 'a�b'],
  ])('has no %s', (_, unsafe, safe) => {
    expect(sanitizeText(unsafe)).toBe(safe)
  })

  it.each(['plain\ttext\n', 'naïve 日本 👨‍👩‍👧 ❤️ שלום نامه', 'e\u0301'])('keeps %j', text => {
    expect(sanitizeText(text)).toBe(text)
  })

  it('keeps nothing that a terminal obeys, and is done after one pass', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 40}), text => {
        const safe = sanitizeText(text)
        expect(safe).not.toMatch(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]|\p{Cs}/u)
        expect(sanitizeText(safe)).toBe(safe)
      }),
      {numRuns: 2000},
    )
  })
})
