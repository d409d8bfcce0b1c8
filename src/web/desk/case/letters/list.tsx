import { type CaseLetter, mayRecordOwn } from '../../../../cases/index.ts'
import { LETTER_KINDS, LETTER_LANGS } from '../../../../documents/letters.ts'
import { caseLetters } from '../../../../language/catalogues/case-letters.ts'
import { deskLetters } from '../../../../language/catalogues/desk-letters.ts'
import { letterTexts } from '../../../../language/catalogues/letters.ts'
import { formatDate } from '../../../../language/formats.ts'
import type { Lang } from '../../../../language/lang.ts'
import type { Web } from '../../../context.ts'
import { Button, CaseTitle, Form, LinkButton, Radios, Select, Table, Tag } from '../../../ui/parts.ts'
import { type DeskContext, showDesk } from '../../frame.tsx'
import { openLetters } from './open-letters.ts'

/** The letters of a case, and the way to a new one. */
export async function lettersPage(c: DeskContext, web: Web): Promise<Response> {
  const { lang } = c.var
  const t = deskLetters(lang)
  const opened = await openLetters(c, web)
  const { case: row } = opened.file
  const title = t('list.title', { number: row.number })
  return showDesk(c, web, {
    title,
    section: 'queue',
    back: `/desk/cases/${row.id}`,
    children: (
      <div class="av-flow">
        <CaseTitle title={title} />
        <section class="av-panel av-flow">
          {opened.letters.length === 0 ? (
            <p class="av-hush">{t('panel.none')}</p>
          ) : (
            <LetterTable lang={lang} caseId={row.id} letters={opened.letters} />
          )}
          {mayRecordOwn(row, opened.letters) && (
            <p>
              <LinkButton href={`/desk/cases/${row.id}/letters/own`} look="secondary">
                {t('own.link')}
              </LinkButton>
            </p>
          )}
        </section>
        <section class="av-panel av-flow" aria-labelledby="new">
          <h2 id="new">{t('list.new')}</h2>
          <Form lang={lang} method="get" action={`/desk/cases/${row.id}/letters/new`}>
            <div class="av-flow">
              <Select
                lang={lang}
                name="kind"
                label={t('list.kind')}
                empty={false}
                options={kindsFor(row.kind, row.serviceTask).map((kind) => ({
                  value: kind,
                  label: letterTexts(lang)(`${kind}.name`),
                }))}
              />
              <Radios
                lang={lang}
                name="language"
                label={t('list.language')}
                look="inline"
                value={row.language === 'sv' ? 'sv' : 'fi'}
                choices={LETTER_LANGS.map((one) => ({
                  value: one,
                  label: letterTexts(lang)(`form.language-${one}`),
                }))}
              />
              <Button>{t('list.begin')}</Button>
            </div>
          </Form>
        </section>
      </div>
    ),
  })
}

/** A supplement begins at the answer it supplements; mediation is of complaints. */
/** Kela and early education have ways of their own: theirs stands first, so that it is the one chosen. */
const OWN_WAY: Readonly<Record<string, string>> = {
  kela: 'review-kela',
  'early-childhood': 'objection-early-education',
}
const kindsFor = (caseKind: string, serviceTask: string | null) =>
  LETTER_KINDS.filter(
    (kind) => kind !== 'supplement' && (kind !== 'mediation' || caseKind === 'complaint'),
  ).toSorted(
    (one, other) => Number(other === OWN_WAY[serviceTask ?? '']) - Number(one === OWN_WAY[serviceTask ?? '']),
  )

const TONES = {
  draft: 'neutral',
  offered: 'warning',
  approved: 'info',
  sent: 'success',
  cancelled: 'neutral',
} as const

export const LetterState = ({ lang, letter }: { lang: Lang; letter: Pick<CaseLetter, 'state'> }) => (
  <Tag tone={TONES[letter.state]}>{caseLetters(lang)(`state.${letter.state}`)}</Tag>
)

export function LetterTable(props: { lang: Lang; caseId: string; letters: readonly CaseLetter[] }) {
  const { lang } = props
  const t = deskLetters(lang)
  return (
    <Table
      caption={t('panel.letters')}
      captionHidden
      stack
      rows={props.letters}
      columns={[
        {
          label: t('list.letter'),
          rowHeader: true,
          cell: (letter) => (
            <a href={`/desk/cases/${props.caseId}/letters/${letter.id}`}>
              {letterTexts(lang)(`${letter.kind}.name`)}
            </a>
          ),
        },
        { label: t('list.state'), cell: (letter) => <LetterState lang={lang} letter={letter} /> },
        {
          label: t('list.changed'),
          cell: (letter) => formatDate(lang, letter.sentOn ?? letter.changedAt),
        },
      ]}
    />
  )
}

/** The same in a narrow place: what each letter is and where it stands. */
export function LetterList(props: { lang: Lang; caseId: string; letters: readonly CaseLetter[] }) {
  const { lang } = props
  return (
    <ul class="av-contacts">
      {props.letters.map((letter) => (
        <li>
          <a href={`/desk/cases/${props.caseId}/letters/${letter.id}`}>
            {letterTexts(lang)(`${letter.kind}.name`)}
          </a>{' '}
          <LetterState lang={lang} letter={letter} />
        </li>
      ))}
    </ul>
  )
}
