import { changeRightsIssue, rate, recordRightsIssue, setGoals, tellChange } from '../cases/index.ts'
import type { Actor, House } from '../custody/transaction.ts'
import { inOffice } from '../custody/transaction.ts'
import { DEMO_COUNTY } from './place.ts'
import type { Story, Topic } from './stories/story.ts'

/** The right a matter of a kind is usually about. */
const RIGHT: Record<Topic, string> = {
  delay: 'no-delay',
  decision: 'reasons',
  income: 'assistance-in-time',
  treatment: 'good-treatment',
  child: 'child-opinion',
  housing: 'indispensable',
  fees: 'told-of-rights',
  information: 'guidance',
}

const GOAL: Record<Story['lang'], Record<Topic, string>> = {
  fi: {
    delay: 'Saan tietää päivän, jolloin apu alkaa.',
    decision: 'Ymmärrän, miksi päätös on tällainen.',
    income: 'Rahat riittävät ruokaan ja vuokraan.',
    treatment: 'Minua kuunnellaan.',
    child: 'Lapsen asiat hoidetaan ajoissa.',
    housing: 'Saan pitää kotini.',
    fees: 'Tiedän, mistä maksu tulee.',
    information: 'Tiedän, kuka asiaani hoitaa.',
  },
  sv: {
    delay: 'Jag får veta vilken dag hjälpen börjar.',
    decision: 'Jag förstår varför beslutet är som det är.',
    income: 'Pengarna räcker till mat och hyra.',
    treatment: 'Någon lyssnar på mig.',
    child: 'Barnets ärenden sköts i tid.',
    housing: 'Jag får behålla mitt hem.',
    fees: 'Jag vet varifrån avgiften kommer.',
    information: 'Jag vet vem som sköter mitt ärende.',
  },
  en: {
    delay: 'I know the day the help begins.',
    decision: 'I understand why the decision is what it is.',
    income: 'There is money for food and rent.',
    treatment: 'I am listened to.',
    child: 'The child’s matters are handled in time.',
    housing: 'I can keep my home.',
    fees: 'I know where the fee comes from.',
    information: 'I know who handles my matter.',
  },
}

/** What a story adds to its case beside its steps: drawn from its place in the list, so that the rest stays as it is. */
export function judgementOf(house: House, story: Story, place: number, handler: Actor) {
  const opened = (id: string) => ({ id, organisation: DEMO_COUNTY })
  const start = 2 + (place % 4)
  return {
    /** Some weeks in: the goal, both judgements, the right at stake. */
    async atStart(caseId: string): Promise<void> {
      if (place % 3 === 2) return
      const text = GOAL[story.lang][story.topic]
      if (place % 2 === 0)
        await tellChange(house, opened(caseId), {
          goals: [text],
          phase: 'start',
          ratings: { situation: start, income: 3 + (place % 5), 'daily-life': start },
        })
      await inOffice(house, DEMO_COUNTY, handler, async (t) => {
        if (place % 2 === 1) await setGoals(t, caseId, [{ text, weight: 1 }], 'office')
        await rate(t, caseId, {
          by: 'office',
          phase: 'start',
          ratings: { situation: start + 1, 'goal:1': 2 },
        })
        await recordRightsIssue(t, caseId, {
          code: RIGHT[story.topic],
          owedBy:
            story.provider === 'kela'
              ? 'kela'
              : story.provider?.startsWith('private')
                ? 'provider'
                : 'county',
          finding: place % 4 === 0 ? 'open' : 'found',
        })
      })
    },
    /** After the end: what came of it. */
    async atEnd(caseId: string): Promise<void> {
      if (place % 3 === 2) return
      const better = place % 5 === 0 ? -1 : 2 + (place % 3)
      if (place % 2 === 0)
        await tellChange(house, opened(caseId), {
          goals: [],
          phase: 'end',
          ratings: { situation: start + better, 'daily-life': start + better },
        })
      await inOffice(house, DEMO_COUNTY, handler, async (t) => {
        await rate(t, caseId, {
          by: 'office',
          phase: 'end',
          ratings: { situation: start + 3, 'goal:1': 5 + (place % 4), 'gas:1': (place % 4) - 1 },
        })
        const [issue] = await t.sql.rightsIssue.findMany({ where: { caseId, removedAt: null } })
        if (issue)
          await changeRightsIssue(t, caseId, issue.id, {
            code: issue.code,
            owedBy: issue.owedBy as 'county',
            finding: place % 7 === 0 ? 'not-settled' : 'found',
            realised: (['yes', 'partly', 'no', 'unknown'] as const)[place % 4],
          })
      })
    },
  }
}
