import { Temporal } from 'temporal-polyfill'
import { type Rule, rulesOf } from '../../law/index.ts'

/** A version of a code is known by its first day; the first one may have none. */
export const versionKey = ({ validFrom }: Pick<Rule, 'validFrom'>): string => validFrom ?? 'always'

/**
 * `edit` puts a version in the place of the one known by `at`; `add` begins a new version on its first day, so that the
 * one in force then ends on the day before; `new` is a rule under a code of its own; `revert` goes back to the built-in
 * rules of the code.
 */
export type Edit =
  | { how: 'edit'; at: string; rule: Rule }
  | { how: 'add' | 'new'; rule: Rule }
  | { how: 'revert' }

/** The whole list of a code after an edit; empty: the built-in rules count again. */
export function versionsAfter(current: readonly Rule[], edit: Edit): readonly Rule[] {
  if (edit.how === 'revert') return []
  const { rule } = edit
  if (edit.how === 'edit') return current.map((version) => (versionKey(version) === edit.at ? rule : version))
  const { validFrom } = rule
  if (edit.how === 'new' || !validFrom) return [...current, rule]
  const before = current.find(
    (version) => (version.validFrom ?? '0000') < validFrom && validFrom <= (version.validTo ?? '9999'),
  )
  const ended = current.map((version) =>
    version === before ? { ...version, validTo: dayBefore(validFrom) } : version,
  )
  const until = rule.validTo ?? before?.validTo
  return [...ended, { ...rule, ...(until && { validTo: until }) }].sort((a, b) =>
    (a.validFrom ?? '').localeCompare(b.validFrom ?? ''),
  )
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()

/** The first version that shares a day with the given one, or undefined. */
export const overlapping = (rule: Rule, versions: readonly Rule[]): Rule | undefined =>
  versions.find(
    (other) =>
      other !== rule &&
      (other.validFrom ?? '0000') <= (rule.validTo ?? '9999') &&
      (rule.validFrom ?? '0000') <= (other.validTo ?? '9999'),
  )

/** The version in force on a day; where none is, the next to come, else the last there was. */
export function versionShown(versions: readonly Rule[], today: string): Rule | undefined {
  const [code] = versions.map((version) => version.code)
  const inOrder = code === undefined ? [] : rulesOf(code, versions)
  return (
    inOrder.find(({ validFrom = '0000', validTo = '9999' }) => validFrom <= today && today <= validTo) ??
    inOrder.find(({ validFrom = '0000' }) => validFrom > today) ??
    inOrder.at(-1)
  )
}
