import type { Context } from 'hono'
import type { Provider, RoleMapping } from '../access/index.ts'
import type { SignedIn } from '../access/signed-in.ts'
import type { House } from '../custody/transaction.ts'
import type { Lang } from '../language/lang.ts'

/** What every side of the web is built with; made in services.ts, handed to `portal(web)`, `desk(web)`, … */
export interface Web {
  house: House
  /** demo sign-ins and the demo mailbox exist only then */
  demo: boolean
  /** new cases per address and hour; 0: no limit */
  intakeLimit: number
  /** whether mail leaves the house; false: notices wait in the outbox */
  mailLeaves: boolean
  /** identity providers, as far as they are set */
  oidc?: { staff?: { provider: Provider; mapping: RoleMapping }; client?: Provider }
  /** network address of who asks, behind the proxy where one is trusted; used for limits only, never logged */
  addressOf: (c: Context) => string
}

export interface WebEnv {
  Variables: {
    requestId: string
    /** set on the portal from the address; elsewhere from the account or the browser */
    lang: Lang
    /** who is signed in; absent for others */
    staff?: SignedIn
  }
}
