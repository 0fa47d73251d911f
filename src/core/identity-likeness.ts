import {answerKeyOf, questionKeyOf} from './identity-keys.ts'
import type {NoteContent} from './note.ts'

/** Alike enough to be one note: without any help from the answer, this much of the question must agree (0–1). */
const QUESTION_ALONE = 0.8
/** How much less of the question has to agree when a long answer agrees in full, … */
const HELP_OF_ANSWER = 0.45
/** … and when the note before or after is still the same one, each. */
const HELP_OF_NEIGHBOUR = 0.05
/** Answers that agree less than this (0–1) belong to different notes. */
const LEAST_AGREEMENT = 0.25
/** Characters from which an answer counts in full: `Yes` says little. */
const TELLING_LENGTH = 40
/** Only so many characters of a text are compared. */
const COMPARED_LENGTH = 2_000

/**
 * How alike two notes are, 0–1, or nothing where they are rather two notes than one that was edited. Careful on purpose: a note
 * taken for new loses its schedule, which can be mended; one taken for another carries a schedule that was never earned.
 * @param neighbours how many of the notes before and after are the same in both, 0–2
 */
export function likenessOf(a: NoteContent, b: NoteContent, neighbours: number): number | undefined {
  if ((a.kind === 'cloze') !== (b.kind === 'cloze')) return undefined
  const question = agreementOf(questionKeyOf(a), questionKeyOf(b))
  // The text of a cloze holds its answers; what is shown besides says little about which note it is.
  if (a.kind === 'cloze') return question >= QUESTION_ALONE ? question : undefined
  const answers = [answerKeyOf(a), answerKeyOf(b)] as const
  const answer = agreementOf(...answers)
  if (answer < LEAST_AGREEMENT) return undefined
  const weight = Math.min(1, Math.max(answers[0].length, answers[1].length) / TELLING_LENGTH)
  const help = weight * answer * (HELP_OF_ANSWER + HELP_OF_NEIGHBOUR * neighbours)
  if (question < QUESTION_ALONE - help) return undefined
  return (question + weight * answer) / (1 + weight)
}

/** Dice’s coefficient over runs of three characters, 0–1. */
function agreementOf(a: string, b: string): number {
  if (a === b) return 1
  const ofA = trigramsOf(a, COMPARED_LENGTH)
  const ofB = trigramsOf(b, COMPARED_LENGTH)
  let common = 0
  for (const trigram of ofA) if (ofB.has(trigram)) common += 1
  return (2 * common) / (ofA.size + ofB.size)
}

/** The runs of three characters of a text’s words, in lower case. */
export function trigramsOf(text: string, length: number): ReadonlySet<string> {
  const words = text
    .slice(0, length)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
  const padded = `  ${words} `
  const trigrams = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3))
  return trigrams
}
