import {RATINGS, type Rating} from '../../core/rating.ts'
import {formatWait} from '../../core/wait.ts'
import type {Bound, DaysRule, IntervalRule, IntervalWhy} from '../../core/why.ts'
import type {StyledLine} from '../../render/line.ts'
import {wrapSpans} from '../../render/wrap.ts'
import type {Look} from '../looks/look.ts'
import {span} from '../text/fit.ts'
import {RATING_COLORS} from '../views/ratings.ts'
import {daysInWords, percent, shortDays} from './card-words.ts'
import {type Column, columnLines} from './columns.ts'
import {type Fact, factLines} from './facts.ts'

/** Why each rating of a card leads to its interval: a few sentences, the numbers, and the rule of each rating. */
export function whyLines(why: IntervalWhy, width: number, look: Look): readonly StyledLine[] {
  return [
    ...wrapSpans([span(whySentences(why).join(' '))], width),
    [],
    ...columnLines(numbers(why, look), width, look),
    [],
    ...factLines(ruleFacts(why), width, look),
  ]
}

/** Two or three plain sentences. */
function whySentences(why: IntervalWhy): readonly string[] {
  const rules = RATINGS.map(rating => why.ratings[rating].rule)
  const inDays = rules.filter(rule => rule.kind === 'days')
  const aim =
    inDays.length > 0
      ? [
          `An interval in days lasts until the chance to recall it is ${percent(why.desiredRetention)}, which is what you aim at.`,
        ]
      : ['No rating leads to an interval in days yet: steps come first.']
  const isSpread = inDays.some(({range}) => range && range.latest > range.earliest)
  const spread = isSpread ? ['A little spread keeps cards that were learned together apart.'] : []
  return [memorySentence(why), ...aim, ...spread]
}

function memorySentence({phase, memory, elapsedDays, retrievability}: IntervalWhy): string {
  if (memory === undefined || retrievability === undefined) {
    return 'This card is new: your first rating says how long it stays in mind.'
  }
  const stable = `the chance to recall it falls to 90 % within ${daysInWords(memory.stability)} (its stability)`
  const now = `it is ${percent(retrievability)} now`
  switch (phase) {
    case 'new':
    case 'learning':
      return `This card is in learning: ${stable}; ${now}.`
    case 'relearning':
      return `This card is learned again after a lapse: ${stable}; ${now}.`
    case 'review':
      return `After your last answer ${stable}; ${now}, ${daysInWords(elapsedDays)} later.`
  }
}

function numbers({ratings, desiredRetention}: IntervalWhy, {glyphs}: Look): readonly Column[] {
  const cells = (textOf: (rating: Rating) => string) => RATINGS.map(rating => span(textOf(rating)))
  const ofDays = (rating: Rating, textOf: (rule: DaysRule) => string | undefined): string => {
    const {rule} = ratings[rating]
    return (rule.kind === 'days' ? textOf(rule) : undefined) ?? glyphs.range
  }
  return [
    {
      heading: 'rating',
      align: 'left',
      cells: RATINGS.map(rating => span(rating, {color: RATING_COLORS[rating]})),
    },
    {heading: 'next', align: 'right', cells: cells(rating => nextOf(ratings[rating].rule))},
    {
      heading: 'stability',
      align: 'right',
      cells: cells(rating => shortDays(ratings[rating].memory.stability)),
    },
    {
      heading: `to ${percent(desiredRetention)}`,
      align: 'right',
      cells: cells(rating => ofDays(rating, ({wanted}) => `${wanted}d`)),
    },
    {
      heading: 'spread',
      align: 'right',
      cells: cells(rating =>
        ofDays(rating, ({range}) => range && `${range.earliest}${glyphs.range}${range.latest}d`),
      ),
    },
    {
      heading: 'difficulty',
      align: 'right',
      cells: cells(rating => ratings[rating].memory.difficulty.toFixed(1)),
    },
  ]
}

function nextOf(rule: IntervalRule): string {
  return formatWait(
    rule.kind === 'step'
      ? {unit: 'minutes', amount: rule.minutes}
      : {unit: 'days', amount: rule.days},
  )
}

function ruleFacts(why: IntervalWhy): readonly Fact[] {
  return RATINGS.map(rating => ({name: rating, value: ruleInWords(why.ratings[rating].rule, why)}))
}

/** The rule that an interval comes from, in a few words. */
function ruleInWords(
  rule: IntervalRule,
  {elapsedDays, desiredRetention}: Pick<IntervalWhy, 'elapsedDays' | 'desiredRetention'>,
): string {
  if (rule.kind === 'step') return `${rule.of} step ${rule.step} of ${rule.steps}`
  const {graduates, wanted, days, bounds} = rule
  const start = graduates ? 'leaves the steps; ' : ''
  const recall = `until the chance is ${percent(desiredRetention)}`
  const held = bounds.map(bound => boundInWords(bound, elapsedDays))
  const moved = days - wanted
  const spread =
    held.length === 0 && moved !== 0 ? [`spread by ${moved > 0 ? '+' : ''}${moved}d`] : []
  return start + [recall, ...held, ...spread].join(', ')
}

function boundInWords(bound: Bound, elapsedDays: number): string {
  switch (bound) {
    case 'maximum':
      return 'held at the longest interval'
    case 'order':
      return 'kept in the order of the ratings'
    case 'growth':
      return `kept longer than the ${daysInWords(elapsedDays)} that passed`
  }
}
