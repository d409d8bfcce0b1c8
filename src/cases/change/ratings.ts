import { codeList } from '../../classification/index.ts'

/** Goals a case can hold. */
export const GOALS_MOST = 3
/** Characters of a goal. */
export const GOAL_LONG = 300
export const PHASES = ['start', 'end'] as const
export type Phase = (typeof PHASES)[number]
export type RatedBy = 'client' | 'office'

/** What is rated 0 to 10: the situation as a whole, the life areas, and each goal; `gas:N` -2 to 2, at the end only. */
export const areaSubjects = (): string[] => ['situation', ...codeList('lifeArea').map(({ code }) => code)]
export const goalSubject = (n: number): string => `goal:${n}`
export const gasSubject = (n: number): string => `gas:${n}`

/** Whether a value fits what it rates. */
export function isRating(subject: string, value: number, phase: Phase): boolean {
  if (!Number.isInteger(value)) return false
  const gas = /^gas:[123]$/.test(subject)
  if (gas) return phase === 'end' && value >= -2 && value <= 2
  const known = areaSubjects().includes(subject) || /^goal:[123]$/.test(subject)
  return known && value >= 0 && value <= 10
}
