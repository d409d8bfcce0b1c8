import type { Inline, Run } from './model.ts'

export function runsOf(inlines: Inline[]): Run[] {
  return inlines.map((inline) => (typeof inline === 'string' ? { text: inline } : inline))
}

/** The words without their looks. */
export function plainText(inlines: Inline[]): string {
  return runsOf(inlines)
    .map((run) => run.text)
    .join('')
}

/** An address that may stand behind a link; anything else (javascript:, data:) becomes plain text. */
export function safeHref(href: string | undefined): string | undefined {
  return href !== undefined && /^(https?:\/\/|mailto:|tel:|#)/i.test(href) ? href : undefined
}
