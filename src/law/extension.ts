/** Why more time was given than a rule allows. `special-reason`: the words of several acts for it. */
export const EXTENSION_REASONS = [
  'special-reason',
  'wide',
  'awaits-others',
  'awaits-client',
  'workload',
  'other',
] as const
export type ExtensionReason = (typeof EXTENSION_REASONS)[number]

export const isExtensionReason = (value: string): value is ExtensionReason =>
  (EXTENSION_REASONS as readonly string[]).includes(value)
