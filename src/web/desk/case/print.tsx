import { caseTexts } from '../../../language/catalogues/desk-case.ts'
import { dateInFinland, formatDateTime } from '../../../language/formats.ts'
import type { Web } from '../../context.ts'
import { PrintButton } from '../../ui/parts.ts'
import { type DeskContext, showDesk, signedIn } from '../frame.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { About, Clocks, Told, Who } from './facts.tsx'
import { FilesPanel } from './files/panel.tsx'
import { GapsPanel } from './gaps.tsx'
import { LettersOnPaper } from './letters/on-paper.tsx'
import { lettersOf } from './letters/open-letters.ts'
import { openCase } from './open-case.ts'
import { CaseHead } from './page.tsx'
import { ChangePanel, RightsPanel } from './panels.tsx'

/** The case on paper: all that is known, nothing to press. Recorded, for paper is read by others. */
export async function printPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = caseTexts(lang)
  const opened = await openCase(c, web, 'print')
  const written = await lettersOf(c, web)
  const { case: row } = opened.file
  const now = web.house.now()
  return showDesk(c, web, {
    title: t('print-title', { number: row.number }),
    section: 'queue',
    back: `/desk/cases/${row.id}`,
    children: (
      <div class="av-print">
        <CaseHead lang={lang} opened={opened}>
          <PrintButton lang={lang} />
        </CaseHead>
        <p class="av-small">{t('print-made', { when: formatDateTime(lang, now), who: signedIn(c).name })}</p>
        <section class="av-panel av-flow">
          <h2>{t('who-title')}</h2>
          <Who lang={lang} opened={opened} />
        </section>
        <Told lang={lang} opened={opened} />
        {opened.attachments.length > 0 && (
          <FilesPanel lang={lang} opened={opened} scans={Boolean(web.house.scanner)} />
        )}
        <section class="av-panel av-flow">
          <h2>{t('about-title')}</h2>
          <About lang={lang} opened={opened} />
        </section>
        <section class="av-panel av-flow">
          <h2>{t('clocks-title')}</h2>
          <Clocks lang={lang} opened={opened} now={now} open />
        </section>
        <RightsPanel lang={lang} opened={opened} />
        <ChangePanel lang={lang} opened={opened} />
        <LettersOnPaper lang={lang} written={written} today={dateInFinland(now).toString()} />
        {opened.gaps.length > 0 && <GapsPanel lang={lang} opened={opened} />}
        <section class="av-panel av-flow">
          <h2>{t('timeline-title')}</h2>
          <CaseTimeline lang={lang} opened={opened} scans={Boolean(web.house.scanner)} />
        </section>
      </div>
    ),
  })
}
