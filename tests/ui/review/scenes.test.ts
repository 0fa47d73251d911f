import {describe, expect, test} from 'vitest'
import type {Size} from '../../../src/ui/looks/layout.ts'
import {makeCard, reviewDue} from '../../support/ui-cards.ts'
import {openReview, type ReviewSetup} from '../../support/ui-review.ts'
import {KEYS, type TestScreen} from '../../support/ui-terminal.ts'

const SMALL: Size = {columns: 40, rows: 10}
const USUAL: Size = {columns: 80, rows: 24}

const LIMITER = makeCard('limiter', reviewDue(0), {
  deck: 'Backend::System Design',
  content: {
    kind: 'basic',
    question: 'How do you limit the rate of requests?',
    answer: [
      '## Where',
      '',
      '- **At the edge:** before work is done.',
      '- **In a service:** where the cost is known.',
      '',
      '## How',
      '',
      '1. **Token bucket:** allows bursts.',
      '2. **Sliding window:** counts exactly.',
      '',
      '## When it is over',
      '',
      'Answer 429, and say when to come back.',
    ].join('\n'),
  },
})
const NEXT = makeCard('idempotence', reviewDue(0), {deck: 'Backend::System Design'})

const open = (size: Size, setup: Partial<ReviewSetup> = {}) =>
  openReview({queue: {main: [LIMITER, NEXT]}, size, ...setup})

/** The screen, with runs of blank lines as their number. */
function framed({text, lines}: TestScreen): string {
  expect(lines().at(-1)).toBe('')
  return `\n${text().replace(/\n{4,}/g, gap => `\n\n   (${gap.length - 1} blank)\n\n`)}\n`
}

describe('an outline', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {settings: {revealMode: 'outline'}})
    await screen.press(KEYS.space, '0 of 7 points')
    await screen.press('xx', '2 of 7 points')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › System Design         2 left
     How do you limit the rate of requests?
     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
         [x] At the edge
       › [ ] In a service
       [ ] How
         [ ] Token bucket
     2 of 7 points recalled
     enter answer · space tick       ? keys

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design                        0 new · 0 learning · 2 review
      ────────────────────────────────────────────────────────────────────  0 of 2

      How do you limit the rate of requests?
      ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

        [x] Where
          [x] At the edge
        › [ ] In a service
        [ ] How
          [ ] Token bucket
          [ ] Sliding window
        [ ] When it is over

       (8 blank)

      2 of 7 points recalled
      enter answer · space tick                                             ? keys

    "
  `))
})

describe('an answer after its outline', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {settings: {revealMode: 'outline'}})
    await screen.press(KEYS.space, '0 of 7 points')
    await screen.press('xxxx', '4 of 7 points')
    await screen.press(KEYS.enter, '›')
    await screen.see('easy')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › System Design         2 left
     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
     Where
     ─────
     • At the edge: before work is done.
     • In a service: where the cost is
     2–6 of 16  37 %  ↑ ↓ more
     1 again 10m  ›2 hard 7d
     3 good 11d   4 easy 18d         ? keys

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design                        0 new · 0 learning · 2 review
      ────────────────────────────────────────────────────────────────────  0 of 2

      How do you limit the rate of requests?
      ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

      Where
      ─────
      • At the edge: before work is done.
      • In a service: where the cost is known.

      How
      ───
      1. Token bucket: allows bursts.
      2. Sliding window: counts exactly.

      When it is over
      ───────────────
      Answer 429, and say when to come back.


      4 of 7 points recalled
      1 again 10m · ›2 hard 7d · 3 good 11d · 4 easy 18d                    ? keys

    "
  `))
})

describe('an answer shown in part', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {settings: {revealMode: 'points'}})
    await screen.press(KEYS.space, 'part 1 of 8')
    await screen.press('  ', 'part 3 of 8')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
      "
       Backend › System Design         2 left
       Where
       ─────
       • At the edge: before work is done.
       • In a service: where the cost is
         known.
       3–7 of 7  100 %  ↑         part 3 of 8
       1 again 10m  2 hard 7d          ? keys
       3 good 11d   4 easy 18d     space next

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design                        0 new · 0 learning · 2 review
      ────────────────────────────────────────────────────────────────────  0 of 2

      How do you limit the rate of requests?
      ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

      Where
      ─────
      • At the edge: before work is done.
      • In a service: where the cost is known.

       (11 blank)

      part 3 of 8
      1 again 10m · 2 hard 7d · 3 good 11d · 4 easy 18d        space next · ? keys

    "
  `))
})

describe('a typed answer', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {queue: {main: [NEXT]}, settings: {typeAnswers: true}})
    await screen.press('it was idempotense', 'idempotense')
    await screen.press(KEYS.enter, 'alike')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › System Design         1 left
     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
     What you typed: 77 % alike.
     {+missing+} [-too much-]
     It {+is+} [-was-]
     idempoten{+c+}[-s-]e{+.+}
     2–6 of 8  75 %  ↑ ↓ more
     ›1 again 10m  2 hard 9d
     3 good 13d    4 easy 21d        ? keys

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design                        0 new · 0 learning · 1 review
      ────────────────────────────────────────────────────────────────────  0 of 1

      What is idempotence?
      ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

      What you typed: 77 % alike.
      {+missing+} [-too much-]
      It {+is+} [-was-] idempoten{+c+}[-s-]e{+.+}
      ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
      It is idempotence.

       (11 blank)

      ›1 again 10m · 2 hard 9d · 3 good 13d · 4 easy 21d                    ? keys

    "
  `))
})

describe('a question about a flag, on a marked card', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.press('n', 'Marked')
    await screen.press('f', 'Which flag')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › Syst…  needs fixing · 2 left
     How do you limit the rate of requests?

       (5 blank)

     Which flag, 1 to 7? 0 takes it away.
     1 to 7 flag · 0 none · esc cancel

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design         needs fixing · 0 new · 0 learning · 2 review
      ────────────────────────────────────────────────────────────────────  0 of 2

      How do you limit the rate of requests?

       (17 blank)

      Which flag, 1 to 7? 0 takes it away.
      1 to 7 flag · 0 none · esc cancel

    "
  `))
})

describe('a goal that is reached', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {options: {limits: {cards: 1}}})
    await screen.press(KEYS.space, '1 again')
    await screen.press('3', 'That is the goal.')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › System Design         1 left
     That is the goal.
     1 card in 0 s.

     1 card is left; it can wait.

       (3 blank)

     space go on · enter leave · u undo

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(USUAL)).toMatchInlineSnapshot(`
    "
      Backend › System Design                        0 new · 0 learning · 1 review
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────  1 of 2

      That is the goal.
      1 card in 0 s.

      1 card is left; it can wait.

       (15 blank)

      space go on · enter leave · u undo

    "
  `))
})

describe('a pause', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.press('z', 'Paused.')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SMALL)).toMatchInlineSnapshot(`
    "
     Backend › System Design         2 left
     Paused.
     The card is hidden and its clock
     stands still.

       (4 blank)

     z go on · q leave

    "
  `))
})
