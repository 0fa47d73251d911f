import {expect, test} from 'vitest'
import {cardsIn} from '../../support/importer-read.ts'

test('bold speakers', () => {
  expect(
    cardsIn(
      '# Mock interview',
      '',
      '**Interviewer**: Why Kafka?',
      '',
      '**Candidate**: For the log.',
      '',
      'It keeps order.',
      '',
      '**Interviewer**: Why not a queue?',
      '',
      '**Candidate**: No replay.',
      '',
      '**Interviewer**: How many partitions would you take?',
      '',
      '**Candidate**: Twelve.',
    ),
  ).toEqual([
    'speakers',
    '3-7 | Why Kafka? | For the log.\n\nIt keeps order.',
    '9-11 | Why not a queue? | No replay.',
    '13-15 | How many partitions would you take? | Twelve.',
  ])
})

test('speakers with emoji, in Chinese', () => {
  expect(
    cardsIn(
      '# 模拟面试',
      '',
      '🧔 面试官：为什么用 Redis？',
      '',
      '🙋 我：因为快。',
      '',
      '🧔 面试官：它为什么快？',
      '',
      '🙋 我：内存。',
      '',
      '还有单线程。',
      '',
      '🧔 面试官：持久化怎么做？',
      '',
      '🙋 我：RDB 和 AOF。',
    ),
  ).toEqual([
    'speakers',
    '3-5 | 为什么用 Redis？ | 因为快。',
    '7-11 | 它为什么快？ | 内存。\n\n还有单线程。',
    '13-15 | 持久化怎么做？ | RDB 和 AOF。',
  ])
})
