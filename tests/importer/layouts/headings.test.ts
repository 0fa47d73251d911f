import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('unnumbered headings, imperatives and bare topics ask; a section does not', () => {
  expect(
    cardsIn(
      '# Harbour interview questions',
      '',
      '## Tides',
      '',
      '### Why do tides turn?',
      '',
      'The Moon pulls.',
      '',
      'More text.',
      '',
      '### Describe a neap tide.',
      'Small range.',
      '',
      '### Difference between ebb and flood',
      '',
      '| ebb | flood |',
      '|-----|-------|',
      '| out | in |',
      '',
      '**[⬆ Back to Top](#tides)**',
      '',
      '## Boats',
      '',
      '### Keel',
      '',
      'The spine of a boat.',
      '',
      '#### Materials',
      '',
      '- wood',
      '- steel',
      '',
      '---',
      '',
      '### What is a thwart?',
      '',
      'A seat.',
      '',
      '## References',
      '',
      '- [a](b)',
    ),
  ).toEqual([
    'headings',
    '5-9 | Why do tides turn? | The Moon pulls.\n\nMore text.',
    '11-12 | Describe a neap tide. | Small range.',
    '14-18 | Difference between ebb and flood | | ebb | flood |\n|-----|-------|\n| out | in |',
    '24-31 | Keel | The spine of a boat.\n\n#### Materials\n\n- wood\n- steel',
    '35-37 | What is a thwart? | A seat.',
  ])
})

test('numbers in any shape, twice or missing, and a stray number at the end', () => {
  expect(
    cardsIn(
      '# 50 sailing questions',
      '',
      '#### 1) How do sails work? [[src](http://x.y)]',
      'By lift.',
      '',
      '#### 2 . What is a luff?',
      'The front edge.',
      '',
      '#### 2. What is a leech?',
      'The back edge.',
      '',
      '#### 10.1 What is a reef?',
      'Less sail.',
      '',
      '##### Note',
      'Deeper heading.',
      '',
      '#### 11.Why reef early?',
      'Because later is too late.',
      '',
      '88.',
    ),
  ).toEqual([
    'headings',
    '3-4 | How do sails work? | By lift.',
    '6-7 | What is a luff? | The front edge.',
    '9-10 | What is a leech? | The back edge.',
    '12-16 | What is a reef? | Less sail.\n\n##### Note\nDeeper heading.',
    '18-19 | Why reef early? | Because later is too late.',
  ])
})

test('labels of another language, with full-width colons and zero padding', () => {
  expect(
    cardsIn(
      '# Ôn thi',
      '',
      '##  Câu 5: Neo là gì?',
      'Một vật nặng.',
      '',
      '## Câu 6: Buồm là gì?',
      'Vải.',
      '',
      '##  Câu 07：Mái chèo dùng để làm gì?',
      'Để chèo.',
    ),
  ).toEqual([
    'headings',
    '3-4 | Neo là gì? | Một vật nặng.',
    '6-7 | Buồm là gì? | Vải.',
    '9-10 | Mái chèo dùng để làm gì? | Để chèo.',
  ])
})

test('a heading that is only a number, the question under a fixed heading below it', () => {
  expect(
    cardsIn(
      '# 题库',
      '',
      '## 第 1 题',
      '',
      '### 题目',
      '',
      '盒子里有几个苹果？',
      '',
      '- A. 一个',
      '- B. 两个',
      '',
      '### 答案',
      '',
      'B',
      '',
      '因为题目说了。',
      '',
      '## 第 2 题',
      '',
      '### 题目',
      '',
      '船有几个帆？',
      '',
      '- A. 三个',
      '- B. 四个',
      '',
      '### 答案',
      '',
      'A',
    ),
  ).toEqual([
    'headings',
    '3-16 | 盒子里有几个苹果？\n\n- A. 一个\n- B. 两个 | B\n\n因为题目说了。',
    '18-29 | 船有几个帆？\n\n- A. 三个\n- B. 四个 | A',
  ])
})

test('headings inside list items, at any indentation', () => {
  expect(
    cardsIn(
      '# Knots Q&A',
      '',
      '1.  ### What is a bowline?',
      '',
      '    A loop that holds.',
      '',
      '    ```sh',
      '    tie it',
      '    ```',
      '',
      '    **[⬆ Back to Top](#toc)**',
      '',
      '2.  ### What is a hitch?',
      '',
      '    A knot on a post.',
      '',
      '      1. round',
      '      2. clove',
      '',
      '    **[⬆ Back to Top](#toc)**',
      '',
      '   12.  ### How do you untie a jammed knot?',
      '',
      '    With a spike.',
    ),
  ).toEqual([
    'headings',
    '3-9 | What is a bowline? | A loop that holds.\n\n```sh\ntie it\n```',
    '13-18 | What is a hitch? | A knot on a post.\n\n  1. round\n  2. clove',
    '22-24 | How do you untie a jammed knot? | With a spike.',
  ])
})

test('quoted headings, their answers indented eight spaces', () => {
  expect(
    cardsIn(
      '# Tide questions',
      '',
      '### 1. "Explain the tide."',
      '        * **Moon:** pulls',
      '            * twice a day',
      '        * **Sun:** pulls less',
      '',
      '### 2. "Explain the wave."',
      '        * wind',
      '',
      '### 3. "What is swell?"',
      '        * old waves',
    ),
  ).toEqual([
    'headings',
    '3-6 | Explain the tide. | * **Moon:** pulls\n    * twice a day\n* **Sun:** pulls less',
    '8-9 | Explain the wave. | * wind',
    '11-12 | What is swell? | * old waves',
  ])
})
