/** What happens to a matter when its time is up. */
export const RETENTION_ACTIONS = ['destroy', 'keep', 'review'] as const
export type RetentionAction = (typeof RETENTION_ACTIONS)[number]

/** From what the time is counted. */
export const RETENTION_STARTS = ['closed', 'last-activity', 'last-measure'] as const
export type RetentionStart = (typeof RETENTION_STARTS)[number]

/** What a rule is for: cases by their kind, and contacts that belong to no case. */
export const RETENTION_KINDS = ['advice', 'complaint', 'contact'] as const
export type RetentionKind = (typeof RETENTION_KINDS)[number]

/** Decisions on one case. `limit`: its use is restricted (GDPR, Article 18). */
export const MARKS = ['hold', 'limit', 'later', 'keep', 'destroy'] as const
export type MarkKind = (typeof MARKS)[number]
