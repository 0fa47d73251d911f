import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('bold labels with hidden answers', () => {
  expect(
    cardsIn(
      '# Pattern quiz',
      '',
      '**Q1.** I need one instance of a thing.',
      '',
      '<details><summary>Show</summary>',
      '',
      'Singleton.',
      '',
      '</details>',
      '',
      '**Q2.** I need many listeners.',
      '',
      '<details><summary>Show</summary>',
      '',
      'Observer.',
      '',
      '</details>',
      '',
      '**Q3.** I need undo.',
      '',
      '<details><summary>Show</summary>',
      '',
      'Command.',
      '',
      '</details>',
    ),
  ).toEqual([
    'labels',
    '3-7 | I need one instance of a thing. | Singleton.',
    '11-15 | I need many listeners. | Observer.',
    '19-23 | I need undo. | Command.',
  ])
})

test('bold labels without any answer label', () => {
  expect(
    cardsIn(
      '# Patterns',
      '',
      '**Q4.** I need undo. Which pattern?',
      '',
      'Command.',
      '',
      '**Q5.** I need one instance. Which one?',
      '',
      'Singleton.',
      '',
      '**Q6.** I need to wrap an old interface.',
      '',
      'Adapter.',
    ),
  ).toEqual([
    'labels',
    '3-5 | I need undo. Which pattern? | Command.',
    '7-9 | I need one instance. Which one? | Singleton.',
    '11-13 | I need to wrap an old interface. | Adapter.',
  ])
})

test('plain labels', () => {
  expect(
    cardsIn(
      'Some intro.',
      '',
      'Q: How do I scale it?',
      'A: Out.',
      '',
      'Q: And then?',
      '',
      'A:"Up."',
      '',
      'Q: What about both?',
      'Ans: Fine.',
      '- a',
      '- b',
    ),
  ).toEqual([
    'labels',
    '3-4 | How do I scale it? | Out.',
    '6-8 | And then? | "Up."',
    '10-13 | What about both? | Fine.\n- a\n- b',
  ])
})

test('labels in block quotes', () => {
  expect(
    cardsIn(
      '# Notes',
      '',
      '> Q: What is a fjord?',
      '> A: A drowned valley.',
      '',
      '> Q: What is a bay?',
      '> A: A bight of the sea.',
      '>',
      '> Wide.',
      '',
      '> Q: What is a cape?',
      '> A: Land in the sea.',
    ),
  ).toEqual([
    'labels',
    '3-4 | What is a fjord? | A drowned valley.',
    '6-9 | What is a bay? | A bight of the sea.\n\nWide.',
    '11-12 | What is a cape? | Land in the sea.',
  ])
})

test('numbered labels of both sides', () => {
  expect(
    cardsIn(
      'Q1. What is a bow?',
      'A1. The front.',
      '',
      'Q2. What is a stern?',
      'A2. The back.',
      '',
      'Q3. What is port?',
      'A3. Left.',
    ),
  ).toEqual([
    'labels',
    '1-2 | What is a bow? | The front.',
    '4-5 | What is a stern? | The back.',
    '7-8 | What is port? | Left.',
  ])
})

test('letters with a full stop', () => {
  expect(
    cardsIn(
      'Q. What is a bow?',
      'A. The front.',
      '',
      'Q. What is a stern?',
      'A. The back.',
      '',
      'Q. What is port?',
      'A. Left.',
    ),
  ).toEqual([
    'labels',
    '1-2 | What is a bow? | The front.',
    '4-5 | What is a stern? | The back.',
    '7-8 | What is port? | Left.',
  ])
})

test('bold labels on both sides', () => {
  expect(
    cardsIn(
      '# Notes',
      '',
      '**Q1: What is x?**',
      '**A1:** One.',
      '',
      '**Q2: What is y?**',
      '**A2:** Two.',
      '',
      '**Q3: What is z?**',
      '**A3:** Three.',
    ),
  ).toEqual([
    'labels',
    '3-4 | What is x? | One.',
    '6-7 | What is y? | Two.',
    '9-10 | What is z? | Three.',
  ])
})

test('quoted questions with answers outside of the quote', () => {
  expect(
    cardsIn(
      '# Interview',
      '',
      '> **Q1. What is a bow?**',
      '',
      'The front.',
      '',
      '> **Q2. What is a stern?**',
      '',
      'The back.',
      '',
      '> **Q3. What is port?**',
      '',
      'Left.',
    ),
  ).toEqual([
    'labels',
    '3-5 | What is a bow? | The front.',
    '7-9 | What is a stern? | The back.',
    '11-13 | What is port? | Left.',
  ])
})

test('CRLF and trailing double blanks', () => {
  expect(
    cardsIn(
      '# FAQ\r',
      '\r',
      '**Q: Is it free?**\r',
      'A: Yes.\r',
      '\r',
      '**Q: Is it open?**\r',
      'A: Yes,  \r',
      'all of it.\r',
      '\r',
      '**Q: Can I sell it?**\r',
      'A: No.\r',
    ),
  ).toEqual([
    'labels',
    '3-4 | Is it free? | Yes.',
    '6-8 | Is it open? | Yes,\nall of it.',
    '10-11 | Can I sell it? | No.',
  ])
})

test('options and an answer that names one', () => {
  expect(
    cardsIn(
      '# Exam questions',
      '',
      '**Question 1.** Which one floats?',
      '',
      'a) stone',
      'b) cork',
      '',
      '_Answer (b): because it is light._',
      '',
      '**Question 2.** Which one sinks?',
      '',
      'a) iron',
      'b) wood',
      '',
      '_Answer (a): because it is heavy._',
      '',
      '**Question 3.** Which burns?',
      '',
      'a) oil',
      'b) water',
      '',
      '_Answer (a): obviously._',
    ),
  ).toEqual([
    'labels',
    '3-8 | Which one floats?\n\na) stone\nb) cork | _(b) because it is light._',
    '10-15 | Which one sinks?\n\na) iron\nb) wood | _(a) because it is heavy._',
    '17-22 | Which burns?\n\na) oil\nb) water | _(a) obviously._',
  ])
})
