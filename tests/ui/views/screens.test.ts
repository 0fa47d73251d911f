import {describe, expect, test} from 'vitest'
import {UserError} from '../../../src/core/user-error.ts'
import type {Size} from '../../../src/ui/looks/layout.ts'
import {learningDue, makeCard, makeContext, reviewDue} from '../../support/ui-cards.ts'
import {openReview, type ReviewSetup} from '../../support/ui-review.ts'
import {KEYS, type TestScreen} from '../../support/ui-terminal.ts'

const POINTS = Array.from({length: 40}, (_, index) => `${index + 1}. Planet ${index + 1}`)

const PLANETS = makeCard('planets', reviewDue(0), {
  deck: 'Astronomy::Solar System',
  section: ['Planets'],
  content: {
    kind: 'basic',
    question: 'Which planets has the *Solar System*, from the Sun outwards?',
    answer: `A list that is **too long**:\n\n${POINTS.join('\n')}`,
  },
})

const MERCURY = makeCard('mercury', undefined, {
  deck: 'Astronomy::Solar System',
  section: ['Planets'],
  content: {
    kind: 'basic',
    question: 'Which planet is nearest to the Sun?',
    answer: '**Mercury**, at 58 million km.',
  },
})

const SIZES: readonly Size[] = [
  {columns: 40, rows: 10},
  {columns: 80, rows: 24},
  {columns: 120, rows: 40},
]

/** The screen with long runs of blank lines written as their number, so that a frame can be read. */
function framed(screen: TestScreen): string {
  const {text, lines} = screen
  expect(lines().at(-1)).toBe('')
  return `\n${text().replaceAll(/\n{4,}/g, gap => `\n\n   (${gap.length - 1} blank)\n\n`)}\n`
}

const open = (size: Size, setup: Partial<ReviewSetup> = {}) =>
  openReview({queue: {main: [PLANETS, MERCURY]}, size, ...setup})

describe('a question', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.see('show the answer')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       Astronomy › Solar System › Pl…  2 left
       Which planets has the Solar System,
       from the Sun outwards?

         (5 blank)

       space show the answer           ? keys

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        Astronomy › Solar System › Planets             1 new · 0 learning · 1 review
        ────────────────────────────────────────────────────────────────────  0 of 2

        Which planets has the Solar System, from the Sun outwards?

         (18 blank)

        space show the answer                                       ? keys · q leave

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     Astronomy › Solar System › Planets                           1 new · 0 learning · 1 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 2

                     Which planets has the Solar System, from the Sun outwards?

         (34 blank)

                     space show the answer                                                     ? keys · q leave

      "
    `))
})

describe('an answer', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.press(KEYS.space, '4 easy')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       Astronomy › Solar System › Pl…  2 left
       ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
       A list that is too long:

        1. Planet 1
        2. Planet 2
       3–7 of 45  15 %  ↑ ↓ more
       1 again 10m  2 hard 10d
       3 good 14d   4 easy 22d         ? keys

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        Astronomy › Solar System › Planets             1 new · 0 learning · 1 review
        ────────────────────────────────────────────────────────────────────  0 of 2

        Which planets has the Solar System, from the Sun outwards?
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

        A list that is too long:

         1. Planet 1
         2. Planet 2
         3. Planet 3
         4. Planet 4
         5. Planet 5
         6. Planet 6
         7. Planet 7
         8. Planet 8
         9. Planet 9
        10. Planet 10
        11. Planet 11
        12. Planet 12
        13. Planet 13
        1–15 of 42  35 %  ↓ more
        1 again 10m · 2 hard 10d · 3 good 14d · 4 easy 22d                    ? keys

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     Astronomy › Solar System › Planets                           1 new · 0 learning · 1 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 2

                     Which planets has the Solar System, from the Sun outwards?
                     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

                     A list that is too long:

                      1. Planet 1
                      2. Planet 2
                      3. Planet 3
                      4. Planet 4
                      5. Planet 5
                      6. Planet 6
                      7. Planet 7
                      8. Planet 8
                      9. Planet 9
                     10. Planet 10
                     11. Planet 11
                     12. Planet 12
                     13. Planet 13
                     14. Planet 14
                     15. Planet 15
                     16. Planet 16
                     17. Planet 17
                     18. Planet 18
                     19. Planet 19
                     20. Planet 20
                     21. Planet 21
                     22. Planet 22
                     23. Planet 23
                     24. Planet 24
                     25. Planet 25
                     26. Planet 26
                     27. Planet 27
                     28. Planet 28
                     29. Planet 29
                     1–31 of 42  73 %  ↓ more
                     1 again 10m · 2 hard 10d · 3 good 14d · 4 easy 22d                                  ? keys

      "
    `))
})

describe('an answer scrolled to its end', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.press(KEYS.space, '4 easy')
    await screen.press('G', '100 %')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       Astronomy › Solar System › Pl…  2 left
       36. Planet 36
       37. Planet 37
       38. Planet 38
       39. Planet 39
       40. Planet 40
       41–45 of 45  100 %  ↑
       1 again 10m  2 hard 10d
       3 good 14d   4 easy 22d         ? keys

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        Astronomy › Solar System › Planets             1 new · 0 learning · 1 review
        ────────────────────────────────────────────────────────────────────  0 of 2

        Which planets has the Solar System, from the Sun outwards?
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

        26. Planet 26
        27. Planet 27
        28. Planet 28
        29. Planet 29
        30. Planet 30
        31. Planet 31
        32. Planet 32
        33. Planet 33
        34. Planet 34
        35. Planet 35
        36. Planet 36
        37. Planet 37
        38. Planet 38
        39. Planet 39
        40. Planet 40
        28–42 of 42  100 %  ↑
        1 again 10m · 2 hard 10d · 3 good 14d · 4 easy 22d                    ? keys

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     Astronomy › Solar System › Planets                           1 new · 0 learning · 1 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 2

                     Which planets has the Solar System, from the Sun outwards?
                     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

                     10. Planet 10
                     11. Planet 11
                     12. Planet 12
                     13. Planet 13
                     14. Planet 14
                     15. Planet 15
                     16. Planet 16
                     17. Planet 17
                     18. Planet 18
                     19. Planet 19
                     20. Planet 20
                     21. Planet 21
                     22. Planet 22
                     23. Planet 23
                     24. Planet 24
                     25. Planet 25
                     26. Planet 26
                     27. Planet 27
                     28. Planet 28
                     29. Planet 29
                     30. Planet 30
                     31. Planet 31
                     32. Planet 32
                     33. Planet 33
                     34. Planet 34
                     35. Planet 35
                     36. Planet 36
                     37. Planet 37
                     38. Planet 38
                     39. Planet 39
                     40. Planet 40
                     12–42 of 42  100 %  ↑
                     1 again 10m · 2 hard 10d · 3 good 14d · 4 easy 22d                                  ? keys

      "
    `))
})

describe('the list of keys', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size)
    await screen.press('?', 'esc close')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       Astronomy › Solar System › Pl…  2 left
       space enter      show the answer, or
                        its next point
       a                show the whole answer
       space x          tick a point off
       space enter      rate as suggested, or
                        good
       1–6 of 44  13 %  ↓ more
       esc close

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        Astronomy › Solar System › Planets             1 new · 0 learning · 1 review
        ────────────────────────────────────────────────────────────────────  0 of 2

        Keys

        space enter      show the answer, or its next point
        a                show the whole answer
        space x          tick a point off
        space enter      rate as suggested, or good
        1                again: not recalled
        2                hard: recalled with effort
        3                good: recalled
        4                easy: recalled at once
        u                take back what was done last
        h                a hint: first letters
        w                type the answer
        m                reveal at once, by points, by outline
        e                edit the card in your editor
        n                mark as needing to be fixed, or not
        f                flag the card
        t                tag the note
        1–18 of 33  54 %  ↓ more
        esc close

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     Astronomy › Solar System › Planets                           1 new · 0 learning · 1 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 2

                     Keys

                     space enter      show the answer, or its next point
                     a                show the whole answer
                     space x          tick a point off
                     space enter      rate as suggested, or good
                     1                again: not recalled
                     2                hard: recalled with effort
                     3                good: recalled
                     4                easy: recalled at once
                     u                take back what was done last
                     h                a hint: first letters
                     w                type the answer
                     m                reveal at once, by points, by outline
                     e                edit the card in your editor
                     n                mark as needing to be fixed, or not
                     f                flag the card
                     t                tag the note
                     b B              bury until tomorrow: the card, the note
                     s                suspend: do not ask the card any more
                     i                about the card, and why its interval
                     p                the previous answer
                     /                search all cards
                     o                open the image
                     T                show the time, or not
                     z                pause: hide the card, stop the clock
                     down j up k      a line down, up
                     ctrl-d ctrl-u    half a page down, up
                     pagedown pageup  a page down, up
                     g home G end     to the top, the end
                     space            go on after the goal
                     ?                these keys
                     enter q          leave; every rating is saved


                     esc close

      "
    `))
})

describe('waiting', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {
      queue: {learning: [makeCard('later', learningDue(7))]},
      context: makeContext({learnAheadMinutes: 0}),
    })
    await screen.see('Next learning card')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
    "
     ebb                             1 left
     Nothing to ask right now.

     Next learning card in 7 minutes.
     It will be asked here; leaving loses
     nothing.


     ? keys · q leave

    "
  `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        ebb                                            0 new · 1 learning · 0 review
        ────────────────────────────────────────────────────────────────────  0 of 1

        Nothing to ask right now.

        Next learning card in 7 minutes.
        It will be asked here; leaving loses nothing.

         (15 blank)

        ? keys · q leave

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     ebb                                                          0 new · 1 learning · 0 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 1

                     Nothing to ask right now.

                     Next learning card in 7 minutes.
                     It will be asked here; leaving loses nothing.

         (31 blank)

                     ? keys · q leave

      "
    `))
})

describe('the summary', () => {
  const shown = async (size: Size) => {
    const {screen, pass} = open(size)
    await screen.press(KEYS.space, '4 easy')
    pass(1.2)
    await screen.press('3', 'nearest to the Sun')
    screen.type(KEYS.space)
    await screen.see('Mercury')
    pass(0.1)
    await screen.press('1', 'nearest to the Sun')
    screen.type(KEYS.space)
    await screen.see('Mercury')
    pass(0.2)
    await screen.press('4', 'That is all')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       ebb
       That is all for now.
       2 cards, 3 answers in 1 min 18 s, 26 s
       each.
       again 1 · hard 0 · good 1 · easy 1
       Next: 8 cards tomorrow.
       Retention  100 %: 1 of 1 review
       1–6 of 10  60 %  ↓ more
       enter leave · u undo

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        ebb
        ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

        That is all for now.
        2 cards, 3 answers in 1 min 18 s, 26 s each.

        again  1 ██████████████████████████████
        hard   0
        good   1 ██████████████████████████████
        easy   1 ██████████████████████████████

        Retention  100 %: 1 of 1 review recalled
        New        1 card introduced

        Hardest card
          Which planet is nearest to the Sun?                          1 again, 18 s

        Next: 8 cards tomorrow.

         (4 blank)

        enter leave · u undo

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     ebb
                     ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

                     That is all for now.
                     2 cards, 3 answers in 1 min 18 s, 26 s each.

                     again  1 ██████████████████████████████
                     hard   0
                     good   1 ██████████████████████████████
                     easy   1 ██████████████████████████████

                     Retention  100 %: 1 of 1 review recalled
                     New        1 card introduced

                     Hardest card
                       Which planet is nearest to the Sun?                                        1 again, 18 s

                     Next: 8 cards tomorrow.

         (20 blank)

                     enter leave · u undo

      "
    `))
})

describe('a rating that could not be saved', () => {
  const shown = async (size: Size) => {
    const {screen} = open(size, {
      queue: {main: [MERCURY]},
      perform: () => {
        throw new UserError(
          'The rating was not saved: the disk is full.',
          'Free some space, then rate again.',
        )
      },
    })
    screen.type(KEYS.space)
    await screen.see('Mercury')
    await screen.press('3', 'Free some space')
    return framed(screen)
  }
  test('at 40 × 10', async () =>
    expect(await shown(SIZES[0] as Size)).toMatchInlineSnapshot(`
      "
       Astronomy › Solar System › Pl…  1 left
       Which planet is nearest to the Sun?
       ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
       Mercury, at 58 million km.
       ! The rating was not saved: the disk
       is full.
       Free some space, then rate again.
       1 again 1m  2 hard 6m
       3 good 10m  4 easy 6d           ? keys

      "
    `))
  test('at 80 × 24', async () =>
    expect(await shown(SIZES[1] as Size)).toMatchInlineSnapshot(`
      "
        Astronomy › Solar System › Planets             1 new · 0 learning · 0 review
        ────────────────────────────────────────────────────────────────────  0 of 1

        Which planet is nearest to the Sun?
        ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

        Mercury, at 58 million km.

         (13 blank)

        ! The rating was not saved: the disk is full.
        Free some space, then rate again.
        1 again 1m · 2 hard 6m · 3 good 10m · 4 easy 6d                       ? keys

      "
    `))
  test('at 120 × 40', async () =>
    expect(await shown(SIZES[2] as Size)).toMatchInlineSnapshot(`
      "
                     Astronomy › Solar System › Planets                           1 new · 0 learning · 0 review
                     ──────────────────────────────────────────────────────────────────────────────────  0 of 1

                     Which planet is nearest to the Sun?
                     ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌

                     Mercury, at 58 million km.

         (29 blank)

                     ! The rating was not saved: the disk is full.
                     Free some space, then rate again.
                     1 again 1m · 2 hard 6m · 3 good 10m · 4 easy 6d                                     ? keys

      "
    `))
})
