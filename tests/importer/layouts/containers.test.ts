import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('colons', () => {
  expect(
    cardsIn(
      '# 常见问题',
      '',
      ':::details 什么是潮汐？',
      '月亮的引力。',
      ':::',
      '',
      ':::details 什么是大潮？',
      '新月和满月。',
      '',
      '很高。',
      ':::',
      '',
      ':::details 为什么一天两次？',
      '地球自转。',
      ':::',
    ),
  ).toEqual([
    'containers',
    '3-4 | 什么是潮汐？ | 月亮的引力。',
    '7-10 | 什么是大潮？ | 新月和满月。\n\n很高。',
    '13-14 | 为什么一天两次？ | 地球自转。',
  ])
})

test('admonitions', () => {
  expect(
    cardsIn(
      '# Quiz',
      '',
      '??? question "What is a lighthouse?"',
      '    A tower.',
      '',
      '    With a light.',
      '',
      '??? question "Who keeps it?"',
      '    A keeper.',
      '',
      '??? question "Why is it white?"',
      '    To be seen.',
    ),
  ).toEqual([
    'containers',
    '3-6 | What is a lighthouse? | A tower.\n\nWith a light.',
    '8-9 | Who keeps it? | A keeper.',
    '11-12 | Why is it white? | To be seen.',
  ])
})

test('template tags', () => {
  expect(
    cardsIn(
      '# Vragen',
      '',
      '{% tabs %}',
      '{% tab title="Wat is een schip?" %}',
      'Een boot.',
      '{% endtab %}',
      '',
      '{% tab title="Wat is een anker?" %}',
      'Zwaar ijzer.',
      '{% endtab %}',
      '',
      '{% tab title="Hoe vaart het?" %}',
      'Met wind.',
      '{% endtab %}',
      '{% endtabs %}',
    ),
  ).toEqual([
    'containers',
    '4-5 | Wat is een schip? | Een boot.',
    '8-9 | Wat is een anker? | Zwaar ijzer.',
    '12-13 | Hoe vaart het? | Met wind.',
  ])
})
