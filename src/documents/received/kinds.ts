/** The kinds of file that are taken, with what each is sent back as and the endings its name may have. */
export const FILE_KINDS = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', endings: ['png'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  txt: { type: 'text/plain; charset=utf-8', endings: ['txt'] },
} as const
export type FileKind = keyof typeof FILE_KINDS

/** What a browser offers to choose from. Only a help: what counts is what the file is. */
export const ACCEPTED = Object.values(FILE_KINDS)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

const MiB = 1024 * 1024
/** Bytes of one file, and of all the files of one case. */
export const FILE_MOST = 10 * MiB
export const FILES_MOST = 50 * MiB
/** Files at once, and of one case. */
export const AT_ONCE = 20
export const ON_CASE = 100

/** Why a file was not taken. */
export type FileFault =
  | 'too-big'
  | 'empty'
  | 'kind'
  | 'disguised'
  | 'macros'
  | 'locked'
  | 'packed'
  | 'broken'
  | 'too-many'
  | 'full'
  | 'not-stored'

/** A file that is not taken. Nothing of it is kept. */
export class FileRefused extends Error {
  override name = 'FileRefused'
  readonly fault: FileFault
  constructor(fault: FileFault) {
    super(fault)
    this.fault = fault
  }
}

/** Takes the bytes of a file as they come and gives those that are kept. `end` throws FileRefused for half a file. */
export interface Cleaner {
  write(bytes: Buffer): Buffer[]
  end(): Buffer[]
}

/** Any part of a file that is stored already. */
export interface StoredBytes {
  readonly size: number
  read(offset: number, length: number): Promise<Buffer>
}
