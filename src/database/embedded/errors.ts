/** Another `npm start` serves this data directory. The message is one line for the person who started us. */
export class AlreadyServed extends Error {
  constructor(dataDir: string) {
    super(
      `Another asiavastaava already serves the data directory ${dataDir}: stop it first, or set DATA_DIR.`,
    )
    this.name = 'AlreadyServed'
  }
}

/** The embedded PostgreSQL cannot be made, started or reached. The message is one line that says what to do. */
export class ServerFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ServerFailed'
  }
}

export const noSpace = (dir: string) =>
  new ServerFailed(`There is no space left on the disk that holds ${dir}: free some space and start again.`)

/** Whether PostgreSQL said so in its own words; a disk with room for half a page is full as well. */
export const saysNoSpace = (said: string): boolean =>
  /no space left on device|wrote only \d+ of \d+ bytes|check free disk space/i.test(said)

/** The plain line for what the file system answered, or the error itself when it is no such answer. */
export function fileSystemFailure(error: unknown, dir: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace(dir)
  if (code === 'EACCES' || code === 'EPERM')
    return new ServerFailed(
      `The data directory ${dir} may not be read or written by this user: set DATA_DIR to a folder of your own, or start as its owner.`,
      { cause: error },
    )
  if (code === 'EROFS')
    return new ServerFailed(`The data directory ${dir} is on a read-only disk: set DATA_DIR elsewhere.`)
  if (code === 'ENOENT')
    return new ServerFailed(
      `The data directory ${dir} cannot be made there: set DATA_DIR to a folder of your own.`,
    )
  if (code === 'ENOTDIR' || code === 'EEXIST')
    return new ServerFailed(`DATA_DIR must be a folder, but ${dir} or something above it is a file.`)
  return error
}
