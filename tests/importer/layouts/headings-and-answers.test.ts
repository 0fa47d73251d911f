import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('ticked options: the right one answers and is not given away', () => {
  expect(
    cardsIn(
      '## Quiz bank',
      '',
      '#### Q1. Which of these floats?',
      '',
      '- [ ] stone',
      '- [x] cork',
      '- [ ] lead',
      '',
      '#### Q2. Which sinks?',
      '',
      '- [x] iron',
      '- [ ] wood',
      '',
      '#### Q3. Which burns?',
      '',
      '- [ ] water',
      '- [x] oil',
      '',
      '[reference](http://x)',
    ),
  ).toEqual([
    'headings',
    '3-7 | Which of these floats?\n\n- [ ] stone\n- [ ] cork\n- [ ] lead | cork',
    '9-12 | Which sinks?\n\n- [ ] iron\n- [ ] wood | iron',
    '14-19 | Which burns?\n\n- [ ] water\n- [ ] oil | oil\n\n[reference](http://x)',
  ])
})

test('a number as heading, then the question, then ticked options', () => {
  expect(
    cardsIn(
      '# Sea bank',
      '',
      '### Question 1',
      '',
      'Which of the tides is larger?',
      '',
      '- [ ] neap',
      '- [x] spring',
      '',
      '---',
      '',
      '### Question 2',
      '',
      'What turns the tide?',
      '',
      '- [x] the Moon',
      '- [ ] the wind',
      '',
      '---',
      '',
      '### Question 3',
      '',
      'Name the wave in a river.',
      '',
      '- [ ] swell',
      '- [x] bore',
    ),
  ).toEqual([
    'headings',
    '3-8 | Which of the tides is larger?\n\n- [ ] neap\n- [ ] spring | spring',
    '12-17 | What turns the tide?\n\n- [ ] the Moon\n- [ ] the wind | the Moon',
    '21-26 | Name the wave in a river.\n\n- [ ] swell\n- [ ] bore | bore',
  ])
})

test('lettered options and a labelled answer', () => {
  expect(
    cardsIn(
      '# Harbour MCQ',
      '',
      '> Scenario questions.',
      '',
      '<br/>',
      '',
      '## Table of Contents',
      '',
      '* [Introduction](#-1-introduction)',
      '* [Locks](#-2-locks)',
      '',
      '<br/>',
      '',
      '## # 1. Introduction',
      '',
      '### Q. A skipper wants to stop a boat called `Anna`. Which rope should he use?',
      '',
      '- A) bow',
      '- B) stern',
      '- C) spring',
      '',
      '**Answer: B) stern**',
      '',
      '> The stern line stops a boat.',
      '',
      '<div align="right">',
      '    <b><a href="#">↥ back to top</a></b>',
      '</div>',
      '',
      '### Q. What is printed by this?',
      '',
      '```js',
      "log('x')",
      '```',
      '',
      '- A) x',
      '- B) y',
      '',
      '**Answer: A) x**',
      '',
      '> It logs.',
      '',
      '<div align="right">',
      '    <b><a href="#">↥ back to top</a></b>',
      '</div>',
      '',
      '## # 2. Locks',
      '',
      '### Q. Which gate opens first?',
      '',
      '- A) upper',
      '- B) lower',
      '',
      '**Answer: B) lower**',
      '',
      '> Going up.',
      '',
      '<div align="right">',
      '    <b><a href="#">↥ back to top</a></b>',
      '</div>',
    ),
  ).toEqual([
    'headings',
    '16-24 | A skipper wants to stop a boat called `Anna`. Which rope should he use?\n\n- A) bow\n- B) stern\n- C) spring | **B) stern**\n\n> The stern line stops a boat.',
    "30-41 | What is printed by this?\n\n```js\nlog('x')\n```\n\n- A) x\n- B) y | **A) x**\n\n> It logs.",
    '49-56 | Which gate opens first?\n\n- A) upper\n- B) lower | **B) lower**\n\n> Going up.',
  ])
})

test('bold headings with labelled answers', () => {
  expect(
    cardsIn(
      '# Preguntas de entrevista',
      '',
      '### **1. ¿Qué es un barco?**',
      '',
      'Respuesta: Algo que flota.',
      '',
      '### **2. Explique la vela**',
      '',
      'Respuesta: Tela.',
      '',
      '### **3. ¿Cómo se ancla?**',
      '',
      'Respuesta: Con hierro.',
      '',
      '**[⬆ Volver a índice](#índice)**',
    ),
  ).toEqual([
    'headings',
    '3-5 | ¿Qué es un barco? | Algo que flota.',
    '7-9 | Explique la vela | Tela.',
    '11-13 | ¿Cómo se ancla? | Con hierro.',
  ])
})

test('anchors are dropped, trailing breaks end an answer', () => {
  expect(
    cardsIn(
      '---',
      'title: Boat questions',
      'tags: [boats]',
      '---',
      '',
      "import X from 'y'",
      '',
      '## What is a hull? {#hull}',
      '',
      'The body.',
      '',
      '<br/><br/><br/>',
      '',
      '## <a name="deck"></a>What is a deck?',
      '',
      'The floor.',
      '',
      '## What is a mast? <a id="mast"></a>',
      '',
      'A pole. [More](http://x)',
      '',
      '###### More in:',
      '- [x](http://y)',
    ),
  ).toEqual([
    'headings',
    '8-10 | What is a hull? | The body.',
    '14-16 | What is a deck? | The floor.',
    '18-23 | What is a mast? | A pole. [More](http://x)\n\n###### More in:\n- [x](http://y)',
  ])
})

test('the answer’s label is a heading of its own', () => {
  expect(
    cardsIn(
      '# Interview',
      '',
      '#### Q: What is x?',
      '##### A:',
      'One.',
      '',
      '#### Q: What is y?',
      '##### A:',
      'Two.',
      '- a',
      '',
      '#### Q: What is z?',
      '##### A:',
      'Three.',
    ),
  ).toEqual([
    'headings',
    '3-5 | What is x? | One.',
    '7-10 | What is y? | Two.\n- a',
    '12-14 | What is z? | Three.',
  ])
})

test('ways back and a list of sources belong to no answer', () => {
  expect(
    cardsIn(
      '# Go interview',
      '',
      '+ [What is a slice?](#s)',
      '+ [What is a map?](#m)',
      '',
      '## What is a slice?',
      'A view.',
      '',
      '[к оглавлению](#Go)',
      '',
      '## What is a map?',
      'A table.',
      '',
      '[к оглавлению](#Go)',
      '',
      '## Что такое канал',
      'Труба.',
      '',
      '[к оглавлению](#Go)',
      '',
      '## Источники',
      '+ [x](http://y)',
    ),
  ).toEqual([
    'headings',
    '6-7 | What is a slice? | A view.',
    '11-12 | What is a map? | A table.',
    '16-17 | Что такое канал | Труба.',
  ])
})

test('Korean', () => {
  expect(
    cardsIn(
      '# 면접 질문',
      '',
      '## 1. 배는 무엇인가요?',
      '',
      '물에 뜨는 것.',
      '',
      '## 2. 닻에 대해 설명해주세요',
      '',
      '무거운 쇠.',
      '',
      '## 3. 돛과 돛대의 차이',
      '',
      '천과 기둥.',
    ),
  ).toEqual([
    'headings',
    '3-5 | 배는 무엇인가요? | 물에 뜨는 것.',
    '7-9 | 닻에 대해 설명해주세요 | 무거운 쇠.',
    '11-13 | 돛과 돛대의 차이 | 천과 기둥.',
  ])
})

test('Arabic', () => {
  expect(
    cardsIn(
      '# أسئلة',
      '',
      '### ما هو القارب؟',
      'شيء يطفو.',
      '',
      '### ما هي المرساة؟',
      'حديد ثقيل.',
      '',
      '### لماذا يطفو القارب؟',
      'لأنه أخف من الماء.',
    ),
  ).toEqual([
    'headings',
    '3-4 | ما هو القارب؟ | شيء يطفو.',
    '6-7 | ما هي المرساة؟ | حديد ثقيل.',
    '9-10 | لماذا يطفو القارب؟ | لأنه أخف من الماء.',
  ])
})

test('answers in block quotes', () => {
  expect(
    cardsIn(
      '### Why is it green?',
      '',
      '> Algae.',
      '>',
      '> ```sh',
      '> scrub',
      '> ```',
      '',
      '### Why is it brown?',
      '',
      '> Rust.',
      '',
      '### Why is it white?',
      '',
      '> Salt.',
    ),
  ).toEqual([
    'headings',
    '1-7 | Why is it green? | > Algae.\n>\n> ```sh\n> scrub\n> ```',
    '9-11 | Why is it brown? | > Rust.',
    '13-15 | Why is it white? | > Salt.',
  ])
})

test('a fence that is never closed does not swallow the next question', () => {
  expect(
    cardsIn(
      '# Rope questions',
      '',
      '### 1. What is a rope?',
      '',
      'Fibre:',
      '',
      '```js',
      'let rope = 1',
      '',
      '### 2. What is a line?',
      '',
      'A rope with a job:',
      '',
      '```js',
      'let line = 2',
      '```',
      '',
      '### 3. What is a sheet?',
      '',
      'A line to a sail.',
      '',
      '### 4. What is a halyard?',
      '',
      'A line up the mast.',
    ),
  ).toEqual([
    'headings',
    '3-9 | What is a rope? | Fibre:\n\n```js\nlet rope = 1\n```',
    '10-16 | What is a line? | A rope with a job:\n\n```js\nlet line = 2\n```',
    '18-20 | What is a sheet? | A line to a sail.',
    '22-24 | What is a halyard? | A line up the mast.',
  ])
})

test('tables of contents, links, placeholders and questions without answers are no cards', () => {
  expect(
    cardsIn(
      '# Sail questions',
      '',
      '- [What is a sail?](#what-is-a-sail)',
      '- [What is a mast?](#what-is-a-mast)',
      '',
      '| # | Question |',
      '|---|---|',
      '| 1 | [What is a sail?](#what-is-a-sail) |',
      '| 2 | [What is a mast?](#what-is-a-mast) |',
      '',
      '## Basics',
      '',
      '### What is a sail?',
      '',
      'Cloth.',
      '',
      '### What is a mast?',
      '',
      '**Answer:**',
      '',
      'A pole.',
      '',
      '### Unanswered one?',
      '',
      '### Another unanswered?',
      '',
      'TODO',
      '',
      '### What about links?',
      '',
      '[Answer](http://x.y/z)',
      '',
      '### How long is a rope?',
      '',
      '- How long do you need?',
      '- Is it wet?',
      '',
      '## [click here](http://sponsor)',
      '',
      'Buy this.',
      '',
      '## Contributions',
      '',
      'Thanks to all.',
    ),
  ).toEqual(['headings', '13-15 | What is a sail? | Cloth.', '17-21 | What is a mast? | A pole.'])
})
