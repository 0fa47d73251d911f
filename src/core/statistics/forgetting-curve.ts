/**
 * The chance of recall, 0–1, from study days since the review (at least 0) and stability in days, by FSRS-6:
 * R = (1 + k·t/S)^−w20 with k such that R is 90 % at t = S.
 *
 * The same as `retrievability` of the scheduler to its eight decimals, at a fraction of the cost: statistics ask millions of times.
 *
 * @param parameters The 21 weights.
 */
export function forgettingCurve(
  parameters: readonly number[],
): (elapsedDays: number, stability: number) => number {
  const decay = -(parameters[20] as number)
  const factor = 0.9 ** (1 / decay) - 1
  return (elapsedDays, stability) => (1 + (factor * elapsedDays) / stability) ** decay
}
