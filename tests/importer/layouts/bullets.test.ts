import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('numbered labels with nested answers', () => {
  expect(
    cardsIn(
      '# CI questions',
      '',
      '- Q1) What is CI?',
      '',
      '  - Ans: Integration.',
      '',
      '- Q2) What is CD?',
      '  - Ans: Delivery.',
      '',
      '    - often',
      '- Q3) Unanswered?',
      '',
      '- Q4) What is a pipeline?',
      '',
      '  - Steps.',
    ),
  ).toEqual([
    'bullets',
    '3-5 | What is CI? | Integration.',
    '7-10 | What is CD? | Delivery.\n\n- often',
    '13-15 | What is a pipeline? | - Steps.',
  ])
})

test('a list of questions with nested answers', () => {
  expect(
    cardsIn(
      '## FAQ',
      '',
      '- What is a boat?',
      '  - A thing that floats.',
      '- What is a ship?',
      '  - A larger one.',
      '- Where do they float?',
      '  - On water.',
      '    - mostly',
    ),
  ).toEqual([
    'bullets',
    '3-4 | What is a boat? | - A thing that floats.',
    '5-6 | What is a ship? | - A larger one.',
    '7-9 | Where do they float? | - On water.\n  - mostly',
  ])
})

test('a label that only the document teaches', () => {
  expect(
    cardsIn(
      '# Perguntas',
      '',
      '- 1 . O que é um barco?',
      '    - **R:** Algo que flutua.',
      '- 2 . O que é um navio?',
      '    - **R:** Um barco maior.',
      '- 3 . Onde flutuam?',
      '    - **R:** Na água.',
    ),
  ).toEqual([
    'bullets',
    '3-4 | O que é um barco? | Algo que flutua.',
    '5-6 | O que é um navio? | Um barco maior.',
    '7-8 | Onde flutuam? | Na água.',
  ])
})

test('both sides on one line', () => {
  expect(
    cardsIn(
      '# TLS cards',
      '',
      '- **Q:** What is TLS? — **A:** Encryption in transit.',
      '- **Q:** What is a cert? — **A:** A signed key.',
      '- **Q:** What is SNI? — **A:** The name in the hello.',
    ),
  ).toEqual([
    'bullets',
    '3-3 | What is TLS? | Encryption in transit.',
    '4-4 | What is a cert? | A signed key.',
    '5-5 | What is SNI? | The name in the hello.',
  ])
})

test('bold bullets with answers behind and below', () => {
  expect(
    cardsIn(
      '# Docker FAQ for sailors',
      '',
      '* **What is a container?**',
      '  A box.',
      '',
      '  It ships.',
      '* **What is an image?**',
      '  A plan of a box.',
      '* **What is a layer?**',
      '  - A part.',
    ),
  ).toEqual([
    'bullets',
    '3-6 | What is a container? | A box.\n\nIt ships.',
    '7-8 | What is an image? | A plan of a box.',
    '9-10 | What is a layer? | - A part.',
  ])
})
