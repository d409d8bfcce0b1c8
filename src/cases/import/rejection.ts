import { importing } from '../../language/catalogues/import.ts'
import type { Lang } from '../../language/lang.ts'

/** Why a value, a row or a whole file was not taken: the closed list. */
export type RejectionCode =
  | 'file-empty'
  | 'file-too-large'
  | 'file-type'
  | 'file-old-excel'
  | 'file-broken'
  | 'file-quotes'
  | 'file-encoding'
  | 'file-no-rows'
  | 'file-separator'
  | 'header-missing'
  | 'column-missing'
  | 'column-unknown'
  | 'column-twice'
  | 'too-many-values'
  | 'date-missing'
  | 'date-format'
  | 'date-future'
  | 'date-old'
  | 'code-unknown'
  | 'municipality-unknown'
  | 'reference-long'
  | 'personal-data'

/** The message: the code's own, or a closer one that says what the value should have been. */
export type Told = RejectionCode | 'date-finnish' | 'municipality-name'

export interface Rejected {
  /** 1 is the header; 0: the file as a whole */
  row: number
  column: string
  /** as the file has it, shortened; empty where it looks like a person's data */
  value: string
  code: RejectionCode
  message: string
}

/** A file that cannot be read at all. */
export class FileRefused extends Error {
  readonly code: RejectionCode
  readonly detail: string
  constructor(code: RejectionCode, detail = '') {
    super(code)
    this.code = code
    this.detail = detail
  }
}

const SHOWN = 80

/** Tells a rejection in words. `given` fills the message: the codes that would do, the limit. */
export function rejection(
  lang: Lang,
  code: RejectionCode,
  where: { row: number; column?: string; value?: string; detail?: string },
  told: Told = code,
): Rejected {
  const { row, column = '', value = '', detail = '' } = where
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value
  return { row, column, value: shown, code, message: importing(lang)(told, { value: shown, column, detail }) }
}
