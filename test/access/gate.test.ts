import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Where the key of a case is opened, and what stands before it. A new place has to say. */
const GATED: Record<string, string> = {
  'cases/attachments/open-attachment.ts': 'passGate',
  'cases/attachments/read-attachments.ts': 'passGate',
  'cases/change/read-change.ts': 'passGate',
  'cases/retention/marks.ts': 'passGate',
  'cases/person-data/gather.ts': 'passGate',
  'cases/person-data/rectify.ts': 'passGate',
  'cases/attachments/scan-attachment.ts': 'the system looks for malware and shows nothing',
  'cases/engine/case-row.ts': 'passGate',
  'cases/gaps/read-gap.ts': 'passGate',
  'cases/letters/read-letters.ts': 'passGate',
  'cases/mediation/agreement.ts': 'passGate',
  'cases/mediation/consents.ts': 'passGate',
  'cases/read-case.ts': 'passGate',
  'cases/rights/read.ts': 'passGate',
  'cases/who/standing.ts': 'passGate',
  'cases/write-note.ts': 'passGate',
  'cases/follow-case.ts': 'the client, by the receipt',
  'cases/feedback/words.ts': 'belongs to no case',
  'cases/gaps/gap-key.ts': 'a contact without a case, or the locked case',
  'cases/turn-into-case.ts': 'a contact without a case',
  'cases/search/open-texts.ts': 'only of cases found through mayOn',
  'cases/who/lock-found.ts': 'the system looks for conflicts and shows nothing',
  'notices/recipient.ts': 'the address of a mail on its way',
  'notices/resend.ts': 'the address of a mail that failed',
}

it('stands before every place where the key of a case is opened', () => {
  const opens = globSync('**/*.ts', { cwd: 'src' })
    .filter((file) => file.startsWith('cases/') || file.startsWith('notices/') || file.startsWith('web/'))
    .filter((file) => /\bopenDataKeys?\(/.test(readFileSync(`src/${file}`, 'utf8')))
  expect(opens.filter((file) => !(file in GATED))).toEqual([])
  for (const file of opens.filter((one) => GATED[one] === 'passGate'))
    expect(readFileSync(`src/${file}`, 'utf8'), file).toMatch(/passGate\(t, /)
})
