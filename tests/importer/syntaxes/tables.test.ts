import {expect, test} from 'vitest'
import {ankiText} from '../../../src/importer/syntaxes/anki-text.ts'
import {csv} from '../../../src/importer/syntaxes/csv.ts'
import {quizlet} from '../../../src/importer/syntaxes/quizlet.ts'
import {doc, notesIn, reading, sourceOf} from './read.ts'

test.each([
  [
    'quoted fields over lines',
    doc('#separator:tab', '#html:true', 'Why "blue"?\t"line one', 'line ""two"""', 'c\td'),
    ['3-4 basic: Why "blue"? | line one\nline "two"', '5-5 basic: c | d'],
  ],
  [
    'HTML',
    doc(
      '#separator:Comma',
      'a,<b>b</b><br>c&nbsp;&lt;d&gt;',
      '"<img src=""x y.png"">",<ul><li>e</li><li>f</li></ul>',
    ),
    ['2-2 basic: a | **b**  \nc <d>', '3-3 basic: ![](<x y.png>) | - e\n- f'],
  ],
  [
    'clozes',
    doc('#separator:;', '{{c1::Tin}} and {{c1::lead}} are {{c2::soft::how?}};metals'),
    ['2-2 cloze: [1:Tin] and [1:lead] are [2:soft?how?] | metals'],
  ],
  [
    'named columns',
    doc('#separator:tab', '#columns:Back\tFront\tTags', 'b\ta\tx'),
    ['3-3 basic: a | b'],
  ],
  [
    'an export of cards repeats the front',
    doc('#separator:tab', '#html:true', 'a\t"a', '', '<hr id=""answer"">', '', 'b"'),
    ['3-7 basic: a | b'],
  ],
  [
    '# after the first record is data',
    doc('#separator:tab', 'a\tb', '#c\td'),
    ['2-2 basic: a | b', '3-3 basic: #c | d'],
  ],
])('anki-text: %s', (_, text, notes) => {
  expect(notesIn(ankiText, text, 'export.txt')).toEqual(notes)
})

test('anki-text: columns for deck, type, tags and guid', () => {
  const text = doc(
    '#separator:tab',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
    '#tags: all',
    'g1\tBasic (and reversed card)\tA::B\ta\tb\tx y',
    'g2\tBasic\tC\tc\t\t',
  )
  const {notes, diagnostics} = reading(ankiText, text, 'export.txt')
  expect(
    notes.map(({content, deck, tags, authorId}) => [content.kind, deck, tags, authorId]),
  ).toEqual([['reversed', 'A::B', ['all', 'x', 'y'], 'g1']])
  expect(diagnostics.map(({line, rule}) => `${line} ${rule}`)).toEqual([
    '8 question-without-answer',
  ])
})

test.each([
  [
    'without a header',
    'a.csv',
    doc('Stand,"Moa, seogi"', 'Spark,Chagi'),
    ['1-1 basic: Stand | Moa, seogi', '2-2 basic: Spark | Chagi'],
  ],
  ['with a header', 'a.csv', doc('Answer,Question,tags', 'b,a,x'), ['2-2 basic: a | b']],
  [
    'semicolons, other languages',
    'a.csv',
    doc('Vorderseite;Rückseite', 'a;b'),
    ['2-2 basic: a | b'],
  ],
  [
    'choices stay on the front',
    'a.csv',
    doc('Question,A,B,C,Answer', 'Metal?,tin,air,sea,A'),
    ['2-2 basic: Metal?\n\n- tin\n- air\n- sea | A'],
  ],
  ['languages as header', 'a.csv', doc('Spanish,English', 'a,b'), ['2-2 basic: a | b']],
  ['tabs', 'a.tsv', doc('a, b\tc'), ['1-1 basic: a, b | c']],
  [
    'a blank before the quote',
    'a.csv',
    doc('a, "b, c"', 'd, e'),
    ['1-1 basic: a | b, c', '2-2 basic: d | e'],
  ],
  [
    'quotes inside a field, quotes never closed',
    'a.csv',
    doc('a,"he "so" said"', 'b,"c', 'd,e'),
    ['1-1 basic: a | he "so" said', '2-2 basic: b | "c', '3-3 basic: d | e'],
  ],
  [
    'several lines in quotes',
    'a.csv',
    doc('a,"b', '', 'c"', 'd,e'),
    ['1-3 basic: a | b\n\nc', '4-4 basic: d | e'],
  ],
  [
    'a third column of few values is tags',
    'a.csv',
    doc('a,b,verbs', 'c,d,verbs', 'e,f,nouns', 'g,h,nouns'),
    ['1-1 basic: a | b', '2-2 basic: c | d', '3-3 basic: e | f', '4-4 basic: g | h'],
  ],
])('csv: %s', (_, path, text, notes) => {
  expect(notesIn(csv, text, path)).toEqual(notes)
})

test('csv is not sure of data', () => {
  expect(reading(csv, doc('2031-01-01,12.5', '2031-01-02,13'), 'a.csv').confidence).toBeLessThan(
    0.5,
  )
  expect(
    reading(csv, doc('id1,Kim,Oslo,Norway,x@y.no', 'id2,Lee,Rome,Italy,z@y.it'), 'a.csv')
      .confidence,
  ).toBeLessThan(0.5)
})

test.each([
  [
    'tags on the first line',
    doc('tags: verbs', 'tin\ta metal', 'ox\tan animal'),
    ['2-2 basic: tin | a metal', '3-3 basic: ox | an animal'],
  ],
  [
    'tabs',
    doc('tin\ta metal', 'ox\tan animal'),
    ['1-1 basic: tin | a metal', '2-2 basic: ox | an animal'],
  ],
  [
    'a separator of one’s own',
    doc('tin---a metal', 'ox ---an animal---big'),
    ['1-1 basic: tin | a metal', '2-2 basic: ox | an animal---big'],
  ],
  [
    'definitions over lines, cards parted by blank lines',
    doc('tin\ta metal', 'soft', '', 'ox\tan animal'),
    ['1-2 basic: tin | a metal\nsoft', '4-4 basic: ox | an animal'],
  ],
  [
    'cards on one line',
    doc('tin\ta metal;ox\tan animal'),
    ['1-1 basic: tin | a metal', '1-1 basic: ox | an animal'],
  ],
  [
    'dashes between blanks',
    doc('a - b', 'c - d', 'e - f - g', 'h - i'),
    ['1-1 basic: a | b', '2-2 basic: c | d', '3-3 basic: e | f - g', '4-4 basic: h | i'],
  ],
])('quizlet: %s', (_, text, notes) => {
  expect(notesIn(quizlet, text, 'set.txt')).toEqual(notes)
})

test.each([
  [
    'prose',
    'set.txt',
    doc('This is a letter - or so it seems.', 'It has lines', 'without any mark', 'at all.'),
  ],
  ['Markdown', 'set.md', doc('tin\ta metal', 'ox\tan animal')],
])('quizlet finds nothing in %s', (_, path, text) => {
  expect(quizlet.read(sourceOf(text, path))).toBeUndefined()
})
