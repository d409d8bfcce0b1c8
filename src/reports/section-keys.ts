/** The sections the house offers, in the order they stand in the report. */
export const SECTION_KEYS = ['followed-up', 'opening', 'observations', 'recommendations', 'closing'] as const
export type SectionKey = (typeof SECTION_KEYS)[number]

export function isSectionKey(key: string): key is SectionKey {
  return (SECTION_KEYS as readonly string[]).includes(key)
}
