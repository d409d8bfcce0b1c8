import type { Browser } from 'playwright-core'
import { type DataDir, dataDirectory, type Program, serve } from '../../faults/program.ts'
import { type MailServer, startMailServer } from '../../notices/mail-server.ts'
import { launchBrowser, type OpenPage, openPage } from '../browser.ts'

export const PASSWORD = 'kolme pitkää sanaa jonossa'
export type Person = 'admin' | 'ombudsman' | 'lead' | 'reader'

/** The program as `serve` starts it, a mail server it delivers to, and the windows of the people who use it. */
export interface Way {
  url: string
  program: Program
  dataDir: DataDir
  mail: MailServer
  browser: Browser
  windows: Partial<Record<Person, OpenPage>>
  /** A window of somebody who is not known. */
  visit(options?: { javaScript?: boolean; width?: number }): Promise<OpenPage>
  /** The window in which a person is signed in. */
  at(person: Person): OpenPage['page']
  stop(): Promise<void>
}

export async function startWay(): Promise<Way> {
  const dataDir = dataDirectory()
  const mail = await startMailServer()
  const program = await serve({
    DATA_DIR: dataDir.path,
    SMTP_URL: mail.url,
    MAIL_FROM: 'Sosiaaliasiavastaava <asia@example.org>',
  })
  const browser = await launchBrowser()
  // As printed: links in mails begin with it too.
  const url = /is ready: (\S+)/.exec(program.said())![1]!
  const windows: Way['windows'] = {}
  return {
    url,
    program,
    dataDir,
    mail,
    browser,
    windows,
    async visit(options = {}) {
      const opened = await openPage(browser, { baseURL: url, ...options })
      opened.page.setDefaultTimeout(20_000)
      return opened
    },
    at: (person) => windows[person]!.page,
    async stop() {
      await browser.close()
      program.child.kill('SIGTERM')
      const code = await program.ended
      await mail.stop()
      await dataDir.remove()
      if (code !== 0) throw new Error(`the program ended with ${code}: ${program.said()}`)
    },
  }
}
