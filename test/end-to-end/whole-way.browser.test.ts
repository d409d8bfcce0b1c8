import { afterAll, beforeAll, beforeEach, describe, it, onTestFailed } from 'vitest'
import { complain, type Sent } from './way/client.ts'
import { answerAndClose, giveFeedback, takeAndWrite } from './way/handling.ts'
import { importYear, readStatistics, refuseFile } from './way/import.ts'
import { logSimpleCall, makeCaseOfCall, STROKES } from './way/keyboard.ts'
import { firstAdministrator, invitePerson, signOutAndIn } from './way/people.ts'
import { downloadReport, releaseSummary, writeReport } from './way/report.ts'
import { startWay, type Way } from './way/setting.ts'

let way: Way
/** Each step builds on those before it. */
let broken = false

beforeAll(async () => {
  way = await startWay()
})
afterAll(() => way?.stop())
beforeEach(({ skip }) => {
  skip(broken, 'a step before this one failed')
  onTestFailed(() => {
    broken = true
  })
})

describe('an office begins', () => {
  it('with the first administrator, by the link that serve prints', () => firstAdministrator(way))
  it('invites an ombudsman by mail', () => invitePerson(way, 'ombudsman'))
  it('invites a lead by mail', () => invitePerson(way, 'lead'))
  it('invites a reader of a municipality by mail', () => invitePerson(way, 'reader'))
  it('signs out, and in again with address and password', () => signOutAndIn(way, 'lead'))
})

describe.each(['fi', 'sv'] as const)('a complaint in %s', (lang) => {
  let sent: Sent
  it('is sent without scripts, and told of by mail', async () => {
    sent = await complain(way, lang)
  })
  it('is taken, and the client written to', () => takeAndWrite(way, sent))
  it('is answered and closed', () => answerAndClose(way, sent))
  it('is read by the client, who says how it went', () => giveFeedback(way, sent))
})

describe('a call, by keyboard alone', () => {
  it(`is logged in at most ${STROKES} strokes`, () => logSimpleCall(way))
  it('becomes a case with one chord', () => makeCaseOfCall(way))
})

describe('a year', () => {
  it('is refused with the mistakes of its file told row by row', () => refuseFile(way))
  it('is brought in, once', () => importYear(way))
  it('is counted', () => readStatistics(way))
  it('has a report with what the ombudsman writes', () => writeReport(way))
  it('is printed in Finnish', () => downloadReport(way, 'fi'))
  it('is printed in Swedish', () => downloadReport(way, 'sv'))
  it('is summed up for a municipality, whose reader is told', () => releaseSummary(way))
})
