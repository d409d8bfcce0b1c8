/** How far a goal was reached: 0 what was hoped for, 1 and 2 more, -1 and -2 less. */
export interface Attained {
  weight: number
  level: number
}

/** The correlation between goals that the formula takes as given. */
const RHO = 0.3

/**
 * Goal attainment as one figure: mean 50, standard deviation 10 when goals are set fairly.
 * T = 50 + 10 Σ(w·x) / √((1 − ρ) Σw² + ρ (Σw)²), ρ = 0.3 (Kiresuk and Sherman 1968). Levels -2 to 2, weights above 0.
 * Undefined without goals.
 */
export function goalAttainment(goals: readonly Attained[]): number | undefined {
  if (goals.length === 0) return undefined
  const sum = (of: (goal: Attained) => number) => goals.reduce((total, goal) => total + of(goal), 0)
  const weights = sum(({ weight }) => weight)
  const spread = Math.sqrt((1 - RHO) * sum(({ weight }) => weight ** 2) + RHO * weights ** 2)
  return 50 + (10 * sum(({ weight, level }) => weight * level)) / spread
}
