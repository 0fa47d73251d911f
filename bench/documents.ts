import type {Random} from '../src/core/random.ts'
import {seededRandom} from '../tests/support/seeded-random.ts'

const WORDS =
  `queue index cache thread lock page write read commit branch merge table row column key value hash tree node
  leader follower quorum replica partition request response header socket packet route client server token session
  latency throughput bottleneck retry timeout backoff batch stream buffer block record schema query plan join filter
  the a of in to and is when while because before after until under over without between every each most rarely often
  keeps holds sends waits grows falls splits returns drops repeats orders copies measures`.split(
    /\s+/,
  )

/** A Markdown document of questions with long answers, of about this many bytes; the same for the same seed. */
export function makeDocument(bytes: number, seed: string): string {
  const random = seededRandom(seed)
  const parts = [`# Generated questions\n`]
  let length = 0
  for (let number = 1; length < bytes; number++) {
    if (number % 40 === 1) parts.push(`## ${capital(words(random, 3))}\n`)
    const part = `### Q${number}: ${capital(words(random, 8))}?\n\n**Answer:**\n\n${makeAnswer(random)}`
    parts.push(part)
    length += part.length
  }
  return parts.join('\n')
}

/** A Markdown document of this many questions, each with an answer of one line; the same for the same seed. */
export function makeShortAnswers(questions: number, seed: string): string {
  const random = seededRandom(seed)
  const parts = Array.from(
    {length: questions},
    (_, index) =>
      `### Q${index + 1}: ${capital(words(random, 8))}?\n\n${capital(words(random, 9))}.\n`,
  )
  return `# Generated questions\n\n${parts.join('\n')}`
}

/** A document whose first question has an answer of at least this many lines. */
export function makeLongAnswer(lines: number): string {
  const random = seededRandom('one long answer')
  let answer = ''
  while (answer.split('\n').length < lines) answer += `${makeAnswer(random)}\n`
  const others = [2, 3, 4].map(number => `### Q${number}: And then?\n\n**Answer:**\n\nNo more.\n`)
  return `# Long\n\n### Q1: ${LONG_QUESTION}\n\n**Answer:**\n\n${answer}\n${others.join('\n')}`
}

export const LONG_QUESTION = 'What does the longest answer say?'

function makeAnswer(random: Random): string {
  const count = 2 + Math.floor(random() * 4)
  return Array.from({length: count}, () => pick(random, BLOCKS)(random)).join('\n')
}

const BLOCKS: readonly ((random: Random) => string)[] = [
  paragraph,
  paragraph,
  random => list(random, '-'),
  random => list(random, '1.'),
  code,
  table,
  random => `> ${paragraph(random)}`,
]

function paragraph(random: Random): string {
  const sentences = Array.from({length: 2 + Math.floor(random() * 3)}, () => {
    const text = `${capital(words(random, 6))} *${words(random, 2)}* ${words(random, 4)}`
    return `${text} \`${words(random, 1)}\` ${words(random, 3)}.`
  })
  return `${sentences.join(' ')}\n`
}

function list(random: Random, bullet: string): string {
  const items = Array.from(
    {length: 3 + Math.floor(random() * 4)},
    () => `${bullet} **${words(random, 2)}**: ${words(random, 9)}`,
  )
  return `${items.join('\n')}\n`
}

function code(random: Random): string {
  const lines = Array.from(
    {length: 4 + Math.floor(random() * 6)},
    () =>
      `const ${words(random, 1)} = ${words(random, 1)}(${words(random, 1)}, ${words(random, 1)})`,
  )
  return `\`\`\`js\n${lines.join('\n')}\n\`\`\`\n`
}

function table(random: Random): string {
  const row = () => `| ${words(random, 2)} | ${words(random, 3)} | ${words(random, 2)} |`
  return `${row()}\n|---|---|---|\n${row()}\n${row()}\n${row()}\n`
}

function words(random: Random, count: number): string {
  return Array.from({length: count}, () => pick(random, WORDS)).join(' ')
}

function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
