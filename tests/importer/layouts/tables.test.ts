import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('decorated heads in another language beside a table of words', () => {
  expect(
    cardsIn(
      '# Teszt',
      '',
      '| # | ✏️ KÉRDÉS (röviden) | ✅ VÁLASZ |',
      '|---|---|---|',
      '| 1 | Mi a hajó? | Úszó jármű |',
      '| 2 | Mi a horgony? | Nehéz `a | b` tárgy |',
      '',
      '| Szó | Jelentés |',
      '|---|---|',
      '| hajó | ship |',
      '| víz | water |',
    ),
  ).toEqual([
    'tables',
    '5-5 | Mi a hajó? | Úszó jármű',
    '6-6 | Mi a horgony? | Nehéz `a | b` tárgy',
  ])
})

test('an empty answer is none; other tables are not asked', () => {
  expect(
    cardsIn(
      '# Kérdések',
      '',
      '## Hajók',
      '',
      '| Kérdés | Válasz |',
      '| ------ | ------ |',
      '| Mi a hajó? | Úszó |',
      '| Mi a horgony? | |',
      '| Mi a vitorla? | Vászon<br>rúdon |',
      '',
      '## Szavak',
      '',
      '| Magyar | English |',
      '|---|---|',
      '| hajó | ship |',
      '| tenger? | sea |',
    ),
  ).toEqual(['tables', '7-7 | Mi a hajó? | Úszó', '9-9 | Mi a vitorla? | Vászon<br>rúdon'])
})
