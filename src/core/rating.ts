/** How well the learner recalled, worst first: the order of the buttons and of FSRS’s grades 1–4. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const

export type Rating = (typeof RATINGS)[number]

/** FSRS’s number for a rating: 1 (again) to 4 (easy). */
export function gradeOf(rating: Rating): 1 | 2 | 3 | 4 {
  return (RATINGS.indexOf(rating) + 1) as 1 | 2 | 3 | 4
}
