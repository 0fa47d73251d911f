import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('numbered or not, with grades; a bold note is no question', () => {
  expect(
    cardsIn(
      '# Bias and more',
      '',
      '## Basics',
      '',
      '**What is bias? 👶**',
      '',
      'A lean.',
      '',
      '**Note:** not a question.',
      '',
      '**4. What is a set? ⭐**',
      '',
      'Things.',
      '',
      '**5. Explain variance 🚀**',
      'Spread.',
      '',
      '## Contributing',
      'Send a PR.',
    ),
  ).toEqual([
    'bold-lines',
    '5-9 | What is bias? 👶 | A lean.\n\n**Note:** not a question.',
    '11-13 | What is a set? ⭐ | Things.',
    '15-16 | Explain variance 🚀 | Spread.',
  ])
})

test('options, answer and explanation', () => {
  expect(
    cardsIn(
      '# 题',
      '',
      '**1. 哪个会浮？**',
      '',
      'A. 石头',
      'B. 木头',
      '',
      '**答案：B**',
      '',
      '**詳解：** 木頭比水輕。',
      '',
      '**2. 哪个会沉？**',
      '',
      'A. 石头',
      'B. 木头',
      '',
      '**答案：A**',
      '',
      '**詳解：** 石頭重。',
    ),
  ).toEqual([
    'bold-lines',
    '3-10 | 哪个会浮？\n\nA. 石头\nB. 木头 | **B**\n\n**詳解：** 木頭比水輕。',
    '12-19 | 哪个会沉？\n\nA. 石头\nB. 木头 | **A**\n\n**詳解：** 石頭重。',
  ])
})

test('bold list items', () => {
  expect(
    cardsIn(
      '# React Top questions',
      '',
      '1. **What is a hook?**',
      '   - A function.',
      '   - Begins with use.',
      '',
      '2. **What is state?**',
      '',
      '   Data.',
      '',
      '   ```js',
      '   useState()',
      '   ```',
      '',
      '3. **Explain props**',
      '   - Inputs.',
    ),
  ).toEqual([
    'bold-lines',
    '3-5 | What is a hook? | - A function.\n- Begins with use.',
    '7-13 | What is state? | Data.\n\n```js\nuseState()\n```',
    '15-16 | Explain props | - Inputs.',
  ])
})

test('escaped numbers', () => {
  expect(
    cardsIn(
      '# 10 questions',
      '',
      '**1\\. What is x?**',
      '',
      'One.',
      '',
      '**2\\. What is y?**',
      '',
      'Two.',
      '',
      '**3\\. What is z?**',
      '',
      'Three.',
    ),
  ).toEqual([
    'bold-lines',
    '3-5 | What is x? | One.',
    '7-9 | What is y? | Two.',
    '11-13 | What is z? | Three.',
  ])
})
