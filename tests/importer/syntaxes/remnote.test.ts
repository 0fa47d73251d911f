import {expect, test} from 'vitest'
import {remnote} from '../../../src/importer/syntaxes/remnote.ts'
import {doc, notesIn, sourceOf} from './read.ts'

test.each([
  [
    'forward, backward, both',
    doc('- a >> b', '- c << d', '- e <> f'),
    ['1-1 basic: a | b', '2-2 basic: d | c', '3-3 reversed: e | f'],
  ],
  [
    'concepts and descriptors',
    doc('- Chlorophyll :: green', '    - absorbs ;; red', '- x :> y'),
    ['1-1 reversed: Chlorophyll | green', '2-2 basic: absorbs | red', '3-3 basic: x | y'],
  ],
  [
    'answers below',
    doc('- Steps >>>', '    - one', '    - two'),
    ['1-3 basic: Steps | - one\n- two'],
  ],
  [
    'choices stay on the front',
    doc('- Pick >>A)', '    - zinc', '    - air'),
    ['1-3 basic: Pick\n\n- air\n- zinc | zinc'],
  ],
  [
    'clozes with hints',
    doc('- Plants {{make}}{({verb})} {{oxygen}}{({a gas})}.'),
    ['1-1 cloze: Plants [1:make?verb] [2:oxygen?a gas].'],
  ],
  [
    'a detail is shown with the answer',
    doc('- {{Tin}} is soft', '    - Sn #[[Extra Card Detail]]'),
    ['1-1 cloze: [1:Tin] is soft | Sn'],
  ],
  [
    'code, math and marks without blanks',
    doc('- `a >> b`', '- $a >> b$', '- a>>b', '- List<List<int>>'),
    [],
  ],
])('remnote: %s', (_, text, notes) => {
  expect(notesIn(remnote, text)).toEqual(notes)
})

test.each([
  [
    'templates',
    doc('- Set {{ .Values.name }}', '- and {{#if x}}y{{/if}}', '- or {{ site.title }}'),
  ],
  [
    'a list that mentions C++ once',
    doc('- one', '- two', '- three', '- four', '- five', '- std::cout << x', '- use a << b'),
  ],
])('remnote is not sure of %s', (_, text) => {
  expect(remnote.read(sourceOf(text))?.confidence ?? 0).toBeLessThan(0.5)
})
