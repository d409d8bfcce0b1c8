import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers'
import { KeyError } from './keys.ts'

/** Milliseconds a vault or HSM may take. */
const WITHIN = 30_000
/** Characters of output; a few keys are a few hundred. */
const MOST = 10_000

/**
 * Runs MASTER_KEY_COMMAND once and gives what it prints. No shell is between: the words are taken as they stand.
 * Nothing it says is ever repeated, for it might say the key; neither are its arguments, which may hold a token.
 * @throws KeyError in one line
 */
export function runKeyCommand(command: string, within = WITHIN): Promise<string> {
  const [program, ...args] = words(command)
  if (!program)
    throw new KeyError('MASTER_KEY_COMMAND must be a program and its arguments: vault-read --field key')
  return new Promise((done, fail) => {
    const refuse = (why: string) => fail(new KeyError(`MASTER_KEY_COMMAND: ${program} ${why}.`))
    // A group of its own, so that whatever it started ends with it.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
    const end = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        // It has ended.
      }
      child.stdout.destroy()
    }
    const timer = setTimeout(() => {
      refuse(`did not answer within ${within / 1000} seconds`)
      end()
    }, within)
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (printed.length <= MOST) return
      refuse('printed more than a key')
      end()
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      refuse(error.code === 'ENOENT' ? 'was not found' : `could not be run (${error.code})`)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) done(printed)
      else refuse(`ended with ${code === null ? signal : `exit code ${code}`}; run it by hand to see why`)
    })
  })
}

/**
 * The words of a command line: parted by blanks, kept together by single or double quotes; a backslash keeps the
 * character after it. Nothing is expanded: $NAME, * and ; mean themselves.
 */
export function words(line: string): string[] {
  const found: string[] = []
  const part = /\s*((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+)/gsy
  let at = 0
  for (let match = part.exec(line); match; match = part.exec(line)) {
    at = part.lastIndex
    found.push(
      match[1]!.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'|\\(.)/gs, (_, double, single, one) =>
        double !== undefined ? double.replace(/\\(.)/gs, '$1') : (single ?? one),
      ),
    )
  }
  if (line.slice(at).trim()) throw new KeyError('MASTER_KEY_COMMAND has a quotation mark that is not closed.')
  return found
}
