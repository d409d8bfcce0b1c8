import { codeList, isCode, municipalities } from '../../classification/index.ts'
import { importing } from '../../language/catalogues/import.ts'
import type { Lang } from '../../language/lang.ts'
import type { ContactCodes } from '../contact-row.ts'
import { type Cell, CODED, type Column, type FileRow, SEVERAL } from './columns.ts'
import { looksPersonal } from './personal-data.ts'
import { FIRST_YEAR, isoOfFinnish, readMoment } from './read-moment.ts'
import { type Rejected, type RejectionCode, rejection, type Told } from './rejection.ts'

const LONGEST_REFERENCE = 100

/** A row that can be imported. */
export interface CheckedRow {
  codes: ContactCodes & { contactAt: Date; reasons: string[]; actions: string[] }
  caseRef: string
  personRef: string
}

/** Checks rows of one file against the code lists; tells every value that will not do, not just the first. */
export function rowChecker(columns: readonly (Column | null)[], lang: Lang, now: Date) {
  const moments = new Map<Cell, Date | RejectionCode>()
  const moment = (cell: Cell) => {
    let known = moments.get(cell)
    if (known === undefined) {
      known = readMoment(cell, now)
      if (moments.size < 20_000) moments.set(cell, known)
    }
    return known
  }
  const references = new Map<string, ReturnType<typeof looksPersonal>>()
  const personal = (text: string) => {
    let known = references.get(text)
    if (known === undefined) {
      known = looksPersonal(text)
      if (references.size < 20_000) references.set(text, known)
    }
    return known
  }

  return ({ row, cells }: FileRow): CheckedRow | Rejected[] => {
    const wrong: Rejected[] = []
    const checked: CheckedRow = {
      codes: { contactAt: now, reasons: [], actions: [] },
      caseRef: '',
      personRef: '',
    }
    const reject = (
      code: RejectionCode,
      column: Column | '',
      value: string,
      detail = '',
      told: Told = code,
    ) => void wrong.push(rejection(lang, code, { row, column, value, detail }, told))
    let hasDate = false
    for (const [index, cell] of cells.entries()) {
      const column = columns[index]
      const text = textOf(cell)
      if (!column) {
        if (text !== '') reject('too-many-values', '', text)
        continue
      }
      if (column === 'contact_at') {
        hasDate = true
        const at = moment(cell)
        if (at instanceof Date) checked.codes.contactAt = at
        else {
          const iso = at === 'date-format' ? isoOfFinnish(text) : undefined
          if (iso) reject(at, column, text, iso, 'date-finnish')
          else reject(at, column, text, String(FIRST_YEAR))
        }
      } else if (text === '') {
      } else if (column === 'case_ref' || column === 'person_ref') {
        // Of a text far too long to be a reference the beginning is enough to tell what it is.
        const kind = personal(text.slice(0, 2 * LONGEST_REFERENCE))
        // What looks like a person's data is not repeated: this answer is printed, mailed and kept.
        if (kind) reject('personal-data', column, '', importing(lang)(`personal.${kind}`))
        else if (text.length > LONGEST_REFERENCE)
          reject('reference-long', column, text, String(LONGEST_REFERENCE))
        else checked[column === 'case_ref' ? 'caseRef' : 'personRef'] = text
      } else if (column === 'reasons' || column === 'actions') {
        const list = SEVERAL[column]
        const codes = new Set(text.split('|').map((code) => code.trim()))
        codes.delete('')
        for (const code of codes) if (!isCode(list, code)) reject('code-unknown', column, code, codesOf(list))
        checked.codes[column] = [...codes]
      } else {
        const [list, field] = CODED[column]
        // Spreadsheets drop leading zeros: 91 is 091.
        const code = list === 'municipality' && /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : text
        if (isCode(list, code)) checked.codes[field] = code
        else if (list === 'municipality') {
          const named = codeOfName(text)
          if (named) reject('municipality-unknown', column, text, named, 'municipality-name')
          else reject('municipality-unknown', column, text)
        } else reject('code-unknown', column, text, codesOf(list))
      }
    }
    if (!hasDate) reject('date-missing', 'contact_at', '')
    return wrong.length > 0 ? wrong : checked
  }
}

/** The code of the municipality whose Finnish or Swedish name this is. */
function codeOfName(text: string): string | undefined {
  const name = text.toLowerCase()
  return municipalities.find(({ fi, sv }) => fi.toLowerCase() === name || sv.toLowerCase() === name)?.code
}

const codesOf = (list: Parameters<typeof codeList>[0]): string =>
  codeList(list)
    .map(({ code }) => code)
    .join(', ')

function textOf(cell: Cell): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell ?? '').trim()
}
