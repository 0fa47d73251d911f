import {answerKeyOf, questionKeyOf} from './identity-keys.ts'
import {agreementOf, trigramsOf} from './identity-trigrams.ts'
import {hasOtherNumbers, hasOtherWords} from './identity-words.ts'
import type {NoteContent} from './note.ts'

/** Alike enough to be one note: without any help from the answer, this much of the question must agree (0–1). */
const QUESTION_ALONE = 0.8
/** How much less of the question has to agree when a long answer agrees in full, … */
const HELP_OF_ANSWER = 0.45
/** … and when the note before or after is still the same one, each. */
const HELP_OF_NEIGHBOUR = 0.05
/** Answers that agree less than this (0–1) belong to different notes. */
const LEAST_AGREEMENT = 0.25
/** Answers that agree so far (0–1) are one, even if words of the question were replaced. */
const SAME_ANSWER = 0.95
/** Questions that agree so far (0–1) are worth asking about. */
const DOUBTFUL_QUESTION = 0.6
/** Answers that agree so far (0–1) are worth asking about, if they are long enough. */
const DOUBTFUL_ANSWER = 0.7
/** Characters from which an answer counts in full: `Yes` says little. */
const TELLING_LENGTH = 40

/** Why two notes may be one: what they have in common. */
export type LikenessReason = 'same-question' | 'similar-question' | 'similar-answer'

export interface Likeness {
  /** 0–1. */
  readonly likeness: number
  /** Whether they are taken for one note; else it is for the learner to say. */
  readonly isCertain: boolean
  readonly why: LikenessReason
}

/**
 * How alike two notes are, or nothing where they are rather two notes than one that was edited. Careful on purpose: a note
 * taken for new loses its schedule, which can be mended; one taken for another carries a schedule that was never earned.
 * @param neighbours how many of the notes before and after are the same in both, 0–2
 */
export function likenessOf(
  a: NoteContent,
  b: NoteContent,
  neighbours: number,
): Likeness | undefined {
  if ((a.kind === 'cloze') !== (b.kind === 'cloze')) return undefined
  const questions = [questionKeyOf(a), questionKeyOf(b)] as const
  const question = agreementBetween(...questions)
  const why: LikenessReason =
    questions[0] === questions[1]
      ? 'same-question'
      : question >= DOUBTFUL_QUESTION
        ? 'similar-question'
        : 'similar-answer'
  // The text of a cloze holds its answers; what is shown besides says little about which note it is.
  if (a.kind === 'cloze') {
    const isCertain = question >= QUESTION_ALONE && !hasOtherWords(...questions)
    return question >= DOUBTFUL_QUESTION ? {likeness: question, isCertain, why} : undefined
  }
  const answers = [answerKeyOf(a), answerKeyOf(b)] as const
  const answer = agreementBetween(...answers)
  const weight = Math.min(1, Math.max(answers[0].length, answers[1].length) / TELLING_LENGTH)
  const likeness = (question + weight * answer) / (1 + weight)
  const help = weight * answer * (HELP_OF_ANSWER + HELP_OF_NEIGHBOUR * neighbours)
  if (answer >= LEAST_AGREEMENT && question >= QUESTION_ALONE - help) {
    const isSameAnswer = weight >= 0.5 && answer >= SAME_ANSWER && !hasOtherNumbers(...questions)
    return {likeness, isCertain: isSameAnswer || !hasOtherWords(...questions), why}
  }
  const isDoubtful =
    question >= QUESTION_ALONE ||
    (question >= DOUBTFUL_QUESTION && answer >= LEAST_AGREEMENT) ||
    (weight >= 0.5 && answer >= DOUBTFUL_ANSWER)
  return isDoubtful ? {likeness, isCertain: false, why} : undefined
}

/** Whether the answers of two notes have enough in common to be versions of one. */
export function haveAlikeAnswers(a: NoteContent, b: NoteContent): boolean {
  return agreementBetween(answerKeyOf(a), answerKeyOf(b)) >= LEAST_AGREEMENT
}

function agreementBetween(a: string, b: string): number {
  return a === b ? 1 : agreementOf(trigramsOf(a), trigramsOf(b))
}
