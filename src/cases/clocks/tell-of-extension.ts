import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Clock } from '../../database/generated/client.ts'
import { clockTexts } from '../../language/catalogues/clocks.ts'
import { law } from '../../language/catalogues/law.ts'
import { formatLongDate } from '../../language/formats.ts'
import { type ExtensionReason, ruleOn } from '../../law/index.ts'
import type { ClockComputation } from '../engine/case-clocks.ts'
import type { CaseAtWork } from '../engine/case-row.ts'
import { noticeLanguage, planClientNotice } from '../engine/plan-notices.ts'
import { storeNote } from '../engine/store-note.ts'
import { officeRules } from '../law/office-rules.ts'

/** Tells the client of more time: which, until when, why, and how many times it has been given. */
export async function tellOfExtension(
  t: OfficeTransaction,
  work: CaseAtWork,
  clock: Clock,
  reason: ExtensionReason,
): Promise<void> {
  const lang = noticeLanguage(work.row.language)
  const say = clockTexts(lang)
  const { deadline } = clock.computation as unknown as ClockComputation
  const told = {
    date: formatLongDate(lang, deadline.due),
    reason: law(lang)(`extension.${reason}`),
    n: deadline.extensions?.length ?? 1,
  }
  const rule = ruleOn(clock.rule, deadline.served, await officeRules(t))
  const text =
    rule?.owner === 'office'
      ? say('told-extended-office', told)
      : say('told-extended-authority', { ...told, name: rule?.name[lang] ?? clock.rule })
  await storeNote(t, work, text, 'system')
  await planClientNotice(t, work, 'message-waiting')
}
