import { openDataKey, openDataKeys } from '../../custody/data-key.ts'
import { unsealText } from '../../custody/seal.ts'
import type { OfficeTransaction } from '../../custody/transaction.ts'
import type { Document } from '../../documents/model.ts'
import type { Lang } from '../../language/lang.ts'
import { attachmentsOf, type CaseAttachment } from '../attachments/read-attachments.ts'
import { changeOf } from '../change/read-change.ts'
import { gapsOfCase } from '../gaps/read-gap.ts'
import { passGate } from '../gate.ts'
import { readLetters, shownToClient } from '../letters/read-letters.ts'
import { readAgreement } from '../mediation/agreement.ts'
import { readConsents } from '../mediation/consents.ts'
import { Refusal } from '../refusal.ts'
import { standingRow } from '../retention/read-standings.ts'
import { rightsIssuesOf } from '../rights/read.ts'
import { openAccount, openPerson, place } from '../sealed-parts.ts'
import { eventLabel } from '../timeline-texts.ts'
import { whoOpened } from '../who-opened.ts'
import { rectificationsOf } from './rectify.ts'

export interface GatherOptions {
  lang: Lang
  /**
   * the office's own notes of calls and between colleagues as well: the office gives them out after it has considered
   * what it may tell; what the client takes on the page of the case is without them
   */
  notes: boolean
}

/** The letter of a case as a document, and the name of its file. */
export interface GatheredLetter {
  file: string
  document: Document
}

export interface GatheredData {
  /** codes, texts and times as they are kept; what was never told is left out */
  data: ReturnType<typeof shape> extends Promise<infer D> ? D : never
  letters: GatheredLetter[]
  attachments: (CaseAttachment & { file: string })[]
}

/**
 * Everything that is kept of the client of a case (GDPR, Article 15), gathered for handing out. Recorded as an export.
 * Throws Refusal "not-found", "not-yours"; ErasedError.
 */
export async function gatherPersonData(
  t: OfficeTransaction,
  caseId: string,
  options: GatherOptions,
): Promise<GatheredData> {
  const row = await t.sql.case.findUnique({ where: { id: caseId } })
  if (!row) throw new Refusal('not-found')
  await passGate(t, 'case.read', caseId)
  const key = await openDataKey(t, row.keyId)
  const asClient = t.actor.kind !== 'staff'
  const all = await readLetters(t, caseId)
  const letters = asClient ? all.filter(shownToClient) : all
  const files = (await attachmentsOf(t, caseId, asClient ? 'client' : 'office')).map((file, n) => {
    const why = whyNot(file)
    return { ...file, file: why ? null : `${n + 1}-${safeName(file.name)}`, why }
  })
  const inPackage = files.flatMap((one) => (one.file === null ? [] : [{ ...one, file: one.file }]))
  const documents = letters.flatMap(({ text, kind }, n) =>
    text ? [{ file: `${n + 1}-${kind}.pdf`, document: text }] : [],
  )
  t.audit({
    event: 'case.exported',
    subjectKind: 'case',
    subjectId: caseId,
    details: { notes: options.notes, files: inPackage.length },
  })
  return {
    data: await shape(t, row, key, letters, files, options),
    letters: documents,
    attachments: inPackage,
  }
}

async function shape(
  t: OfficeTransaction,
  row: Parameters<typeof rightsIssuesOf>[1] & Awaited<ReturnType<typeof caseRow>>,
  key: Buffer,
  letters: Awaited<ReturnType<typeof readLetters>>,
  files: (CaseAttachment & { file: string | null; why: LeftOut | null })[],
  { lang, notes }: GatherOptions,
) {
  const where = { caseId: row.id }
  const orderBy = [{ at: 'asc' as const }, { id: 'asc' as const }]
  const messages = await t.sql.message.findMany({ where, orderBy })
  const events = await t.sql.caseEvent.findMany({ where, orderBy })
  const contacts = await t.sql.contact.findMany({ where, orderBy })
  const contactKeys = await openDataKeys(
    t,
    contacts.flatMap(({ keyId }) => keyId ?? []),
  )
  const written = notes ? await t.sql.note.findMany({ where, orderBy }) : []
  const clocks = await t.sql.clock.findMany({ where, orderBy: { startedOn: 'asc' } })
  const ratings = await t.sql.rating.findMany({ where, orderBy: { ratedAt: 'asc' } })
  const { goals } = await changeOf(t, row)
  const standing = (await standingRow(t, 'case', row.id))?.standing
  return {
    case: {
      number: row.number,
      kind: row.kind,
      openedAt: row.openedAt,
      closedAt: row.closedAt,
      language: row.language,
      municipality: row.municipality,
      contactPerson: row.contactPerson,
      ageBand: row.ageBand,
      serviceTask: row.serviceTask,
      service: row.service,
      providerMode: row.providerMode,
      nature: row.nature,
      reasons: row.reasons,
      outcome: row.outcome,
      urgent: row.urgent,
    },
    person: openPerson(key, row.keyId, row.personSealed),
    told: openAccount(key, row.keyId, row.accountSealed),
    messages: messages.map(({ id, at, sender, bodySealed }) => ({
      at,
      from: sender,
      text: unsealText(key, place.message(id), bodySealed),
    })),
    steps: events.map(({ at, type, actorKind, id, noteSealed }) => ({
      at,
      by: actorKind,
      step: eventLabel(row, type, lang),
      ...(noteSealed && (notes || actorKind === 'client')
        ? { text: unsealText(key, place.eventNote(id), noteSealed) }
        : {}),
    })),
    contacts: contacts.map(({ id, at, channel, nature, reasons, actions, outcome, keyId, noteSealed }) => {
      const own = keyId ? contactKeys.get(keyId) : undefined
      return {
        at,
        channel,
        nature,
        reasons,
        actions,
        outcome,
        ...(notes && own && noteSealed ? { note: unsealText(own, place.contactNote(id), noteSealed) } : {}),
      }
    }),
    ...(notes
      ? {
          notes: written.map(({ id, at, bodySealed }) => ({
            at,
            text: unsealText(key, place.note(id), bodySealed),
          })),
        }
      : {}),
    letters: letters.map(
      ({ kind, language, state, createdAt, approvedAt, sentOn, sentTo, sentHow, points }) => ({
        kind,
        language,
        state,
        createdAt,
        approvedAt,
        sentOn,
        sentTo,
        sentHow,
        points: points.map(({ n, words, answered, clientAnswered }) => ({
          n,
          words,
          answered,
          clientAnswered,
        })),
      }),
    ),
    consents: (await readConsents(t, row.id)).map(({ id: _, ...consent }) => consent),
    agreement: (await readAgreement(t, row.id)).map(({ id: _, ...item }) => item),
    goals,
    ratings: ratings.map(({ subject, by, phase, value, ratedAt }) => ({
      subject,
      by,
      phase,
      value,
      ratedAt,
    })),
    rights: (await rightsIssuesOf(t, row)).map(({ code, owedBy, finding, realised, recordedAt }) => ({
      code,
      owedBy,
      finding,
      realised,
      recordedAt,
    })),
    benefitGaps: (await gapsOfCase(t, row.id)).map(({ gap }) => {
      const { id: _, organisation: __, caseId: ___, contactId, keyId, recordedBy, version, ...codes } = gap
      return codes
    }),
    deadlines: clocks.map(({ rule, kind, state, startedOn, due }) => ({ rule, kind, state, startedOn, due })),
    rectifications: (await rectificationsOf(t, row)).map(({ id: _, ...one }) => one),
    opened: await whoOpened(t, row.id),
    files: files.map(({ file, why, name, kind, size, addedAt, sender, state }) => ({
      file,
      ...(why ? { leftOut: why } : {}),
      name,
      kind,
      size,
      addedAt,
      sender,
      scanned: !NOT_SCANNED.includes(state),
    })),
    retention: standing?.rule
      ? {
          action: standing.action,
          source: standing.rule.source,
          years: standing.rule.years,
          from: standing.rule.startsFrom,
          endsOn: standing.dueOn,
        }
      : null,
  }
}

const caseRow = (t: OfficeTransaction, id: string) => t.sql.case.findUniqueOrThrow({ where: { id } })

const NOT_SCANNED: readonly string[] = ['quarantined', 'unscanned']

/** Why the content of a file is not in the package, though the file is named there. */
export type LeftOut = 'infected' | 'locked' | 'removed' | 'unscanned'

/** What the client sent comes back also unscanned, for the client has it already; what the office sent does not. */
const whyNot = ({ state, sender }: CaseAttachment): LeftOut | null =>
  state === 'clean' || (NOT_SCANNED.includes(state) && sender === 'client')
    ? null
    : state === 'quarantined' || state === 'unscanned'
      ? 'unscanned'
      : state

/** A name that every system takes as that of a file: no folder, no sign with a meaning, not too long. */
const safeName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]+/gu, '_')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const end = dot > 0 ? plain.slice(dot).slice(0, 10) : ''
  return `${plain.slice(0, dot > 0 ? dot : undefined).slice(0, 80) || 'tiedosto'}${end}`
}
