import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('answers on the next line, indented or not', () => {
  expect(
    cardsIn(
      '# Scope questions',
      '',
      '1. Where does x live?',
      '   In block scope.',
      '2. Where does y live?',
      '   In function scope.',
      '3. What is hoisting?',
      'It moves declarations up.',
      '4. What is a closure?',
      '   A function with its scope.',
    ),
  ).toEqual([
    'numbered-lines',
    '3-4 | Where does x live? | In block scope.',
    '5-6 | Where does y live? | In function scope.',
    '7-8 | What is hoisting? | It moves declarations up.',
    '9-10 | What is a closure? | A function with its scope.',
  ])
})

test('container blocks', () => {
  expect(
    cardsIn(
      '# Vue 题',
      '',
      '12. What is a slot',
      '::: tip',
      'A hole in a component.',
      ':::',
      '',
      '13. What is a ref',
      '::: tip',
      'A box.',
      '',
      'With a value.',
      '::: ',
      '',
      '14. 什么是响应式',
      '::: tip',
      '数据变，视图变。',
      ':::',
    ),
  ).toEqual([
    'numbered-lines',
    '3-5 | What is a slot | A hole in a component.',
    '8-12 | What is a ref | A box.\n\nWith a value.',
    '15-17 | 什么是响应式 | 数据变，视图变。',
  ])
})

test('numbered lists inside answers', () => {
  expect(
    cardsIn(
      '# Java notes: interview questions',
      '',
      '12. What is a class',
      'A plan of objects.',
      '',
      '13. Describe a constructor',
      'It makes:',
      '1. memory',
      '2. fields',
      '',
      'Then it returns.',
      '',
      '14. What is a variable',
      '',
      'Text about it.',
      '',
      '1. local',
      '2. static',
      '3. instance',
      '',
      '15. What is a method',
      'A function in a class.',
    ),
  ).toEqual([
    'numbered-lines',
    '3-4 | What is a class | A plan of objects.',
    '6-11 | Describe a constructor | It makes:\n1. memory\n2. fields\n\nThen it returns.',
    '13-19 | What is a variable | Text about it.\n\n1. local\n2. static\n3. instance',
    '21-22 | What is a method | A function in a class.',
  ])
})

test('nested options and answers', () => {
  expect(
    cardsIn(
      '# Quiz',
      '',
      '1. Which is red?',
      '   - a) port',
      '   - b) starboard',
      '   - **Answer: a**',
      '',
      '2. Which is green?',
      '   - a) port',
      '   - b) starboard',
      '   - **Answer: b**',
      '',
      '3. Which is white?',
      '   - a) stern',
      '   - b) bow',
      '   - **Answer: a**',
    ),
  ).toEqual([
    'numbered-lines',
    '3-6 | Which is red?\n\n- a) port\n- b) starboard | **a**',
    '8-11 | Which is green?\n\n- a) port\n- b) starboard | **b**',
    '13-16 | Which is white?\n\n- a) stern\n- b) bow | **a**',
  ])
})

test('labels that are missing for some', () => {
  expect(
    cardsIn(
      '1. What is a bow?',
      '',
      'Ans: The front.',
      '',
      '2. What is a stern?',
      '',
      'Ans: The back.',
      '',
      '3. List the parts.',
      '',
      'Ans:',
      '',
      '1. keel',
      '2. mast',
      '',
      '4. What is port?',
      '',
      'Left (no label here).',
    ),
  ).toEqual([
    'numbered-lines',
    '1-3 | What is a bow? | The front.',
    '5-7 | What is a stern? | The back.',
    '9-14 | List the parts. | 1. keel\n2. mast',
    '16-18 | What is port? | Left (no label here).',
  ])
})

test('numbers in brackets', () => {
  expect(
    cardsIn(
      '## Part 1',
      '',
      '(1) What is a bow?',
      '',
      'The front.',
      '',
      '(2) What is a stern?',
      '',
      'The back.',
      '',
      '(3) Why port?',
      '',
      'Left.',
    ),
  ).toEqual([
    'numbered-lines',
    '3-5 | What is a bow? | The front.',
    '7-9 | What is a stern? | The back.',
    '11-13 | Why port? | Left.',
  ])
})

test('text out of a PDF: bare section titles, numbers that begin anew, page numbers', () => {
  expect(
    cardsIn(
      'Rigging',
      '',
      'Questions for riggers',
      '',
      'Standing Rigging',
      '',
      'Wires that hold the mast are asked about here.',
      '',
      '1. What does a shroud do?',
      '',
      'Function',
      '',
      'It holds the mast sideways.',
      '',
      '2. Explain how a forestay is tensioned.',
      '',
      'Tension comes from the backstay.',
      '',
      '1. loosen',
      '2. turn',
      '3. lock',
      '',
      '```',
      'turn(',
      '',
      '3',
      '```',
      '',
      '3. Describe the parts of a turnbuckle.',
      '',
      'Two screws.',
      '',
      '12',
      '',
      'Running Rigging',
      '',
      'Ropes that move are asked about here.',
      '',
      '1. What is a halyard?',
      '',
      'It hoists.',
      '',
      '2. Why are sheets longer?',
      '',
      'They run aft.',
    ),
  ).toEqual([
    'numbered-lines',
    '9-13 | What does a shroud do? | Function\n\nIt holds the mast sideways.',
    '15-27 | Explain how a forestay is tensioned. | Tension comes from the backstay.\n\n1. loosen\n2. turn\n3. lock\n\n```\nturn(\n\n3\n```',
    '29-31 | Describe the parts of a turnbuckle. | Two screws.',
    '39-41 | What is a halyard? | It hoists.',
    '43-45 | Why are sheets longer? | They run aft.',
  ])
})
