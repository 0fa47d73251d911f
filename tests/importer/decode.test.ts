import fc from 'fast-check'
import {expect, test} from 'vitest'
import {decodeDocument} from '../../src/importer/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be', bom = false): Uint8Array => {
  const bytes = [...(bom ? `\ufeff${text}` : text)].flatMap(char => {
    const unit = char.charCodeAt(0)
    return order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]
  })
  return new Uint8Array(bytes)
}
/** UTF-8 bytes read as Windows-1252, as the damage comes about. */
const misread = (text: string): string => new TextDecoder('windows-1252').decode(utf8(text))

const read = (bytes: Uint8Array, path = 'notes.md') => {
  const {source, diagnostics} = decodeDocument(bytes, path)
  return {lines: source.lines, rules: diagnostics.map(({line, rule}) => `${line} ${rule}`)}
}

test.each([
  ['UTF-8', utf8('käse\nb'), ['käse', 'b'], []],
  ['a byte order mark', utf8('\ufeff# a'), ['# a'], []],
  ['UTF-16 with a mark', utf16('käse 🧀\nb'.slice(0, 4), 'le', true), ['käse'], []],
  [
    'UTF-16 little endian without a mark',
    utf16('What is tin?\nA metal.', 'le'),
    ['What is tin?', 'A metal.'],
    [],
  ],
  [
    'UTF-16 big endian without a mark',
    utf16('What is tin?\nA metal.', 'be'),
    ['What is tin?', 'A metal.'],
    [],
  ],
  [
    'UTF-16 of another script',
    utf16('Что это? Это олово.\nДа, 1 кг.\nТак и есть.', 'le'),
    ['Что это? Это олово.', 'Да, 1 кг.', 'Так и есть.'],
    [],
  ],
  [
    'Windows-1252',
    new Uint8Array([0x6b, 0xe4, 0x73, 0x65, 0x20, 0x80, 0x0a, 0x62]),
    ['käse €', 'b'],
    ['1 repaired-encoding'],
  ],
  [
    'one line of another encoding',
    new Uint8Array([...utf8('é è à\n'), 0xe9, 0x0a]),
    ['é è à', 'é', ''],
    ['2 repaired-encoding'],
  ],
  [
    'a damaged character among others',
    new Uint8Array([...utf8('это олово'), 0xff]),
    ['это олово�'],
    ['1 lost-characters'],
  ],
  ['CRLF', utf8('a\r\nb\r\n'), ['a', 'b', ''], []],
  ['CR alone', utf8('a\rb\rc'), ['a', 'b', 'c'], []],
  ['a stray CR among LF', utf8('a\rb\nc\n'), ['a b', 'c', ''], []],
  [
    'twice encoded',
    utf8(misread('# Café — “naïve”\nok 👍')),
    ['# Café — “naïve”', 'ok 👍'],
    ['1 repaired-twice-encoded'],
  ],
  [
    'only the certain part twice encoded',
    utf8(`é ${misread('a — b')}`),
    ['é a — b'],
    ['1 repaired-twice-encoded'],
  ],
  ['letters that only look twice encoded', utf8('MÃE, IRMÃ, Âge, ©'), ['MÃE, IRMÃ, Âge, ©'], []],
  [
    'damage shown as code',
    utf8('Dashes look like `â€”` then.'),
    ['Dashes look like `â€”` then.'],
    [],
  ],
  [
    'zero-width characters',
    utf8('x\n\u200b# a\u2060b\ufeff'),
    ['x', '# ab'],
    ['2 repaired-zero-width'],
  ],
  ['joiners stay', utf8('👩\u200d🔬 می\u200cخواهم'), ['👩\u200d🔬 می\u200cخواهم'], []],
  [
    'no-break spaces after marks',
    utf8('#\u00a0a\n-\u00a0b c\u00a0d\n\u00a0\n1.\u00a0e'),
    ['# a', '- b c\u00a0d', ' ', '1. e'],
    ['1 repaired-spaces'],
  ],
  [
    'no-break spaces around a separator',
    utf8('tin\u00a0::\u00a0Sn 10\u00a0g'),
    ['tin :: Sn 10\u00a0g'],
    ['1 repaired-spaces'],
  ],
  ['a NUL', utf8('a\n\u0000b'), ['a', 'b'], ['2 repaired-nul']],
  ['nothing', new Uint8Array(), [''], ['1 empty-document']],
  ['blanks', utf8(' \n\t\n'), [' ', '\t', ''], ['1 empty-document']],
])('%s', (_, bytes, lines, rules) => {
  expect(read(bytes)).toEqual({lines, rules})
})

test.each([
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]],
  ['a PDF', [...utf8('%PDF-1.7\n')]],
  ['a database', [...utf8('SQLite format 3\u0000')]],
  ['noise', Array.from({length: 400}, (_, i) => (i * 7) % 29)],
])('%s is not a text', (_, bytes) => {
  const {source, diagnostics} = decodeDocument(new Uint8Array(bytes), 'x')
  expect({
    text: source.text,
    rules: diagnostics.map(({rule, severity}) => `${severity} ${rule}`),
  }).toEqual({text: '', rules: ['error binary-file']})
})

test('the tree is that of the repaired text', () => {
  const {source} = decodeDocument(utf8('#\u00a0Title\r\n'), 'notes.md')
  expect(source.tree().children.map(node => node.type)).toEqual(['heading'])
  expect(source.tree()).toBe(source.tree())
})

test('whatever the bytes, decoding gives lines and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({maxLength: 200}), bytes => {
      const {source} = decodeDocument(bytes, 'notes.md')
      expect(source.lines.join('\n')).toBe(source.text)
    }),
  )
})

test('ordinary text comes out as it went in, line by line', () => {
  const line = fc
    .string({unit: 'grapheme', maxLength: 20})
    .filter(text => !/[\p{Cc}\u00a0\u2000-\u200b\u2028-\u202f\u2060\ufeffÂ-ô]/u.test(text))
  fc.assert(
    fc.property(fc.array(line, {minLength: 1}), fc.constantFrom('\n', '\r\n'), (lines, end) => {
      expect(read(utf8(lines.join(end))).lines).toEqual(lines)
    }),
  )
})
