import { hash, verify } from '@node-rs/argon2'
import { AccessRefused } from './access-refused.ts'

/** Least characters of a password (NIST SP 800-63B-4: 15 where it is the only factor; 12 with our rate limits). */
export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 200

/** Argon2id with the parameters of RFC 9106, second recommended option scaled to a small server: 19 MiB, 2 passes. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Verified in place of a hash that is not there, so that an unknown account costs the same work. */
const NOBODY = hash('nobody has this password', PARAMETERS)

/** @throws AccessRefused 'password-short' or, for one that is all one sign or the account's own words, 'password-known' */
export async function hashPassword(password: string, own: readonly string[] = []): Promise<string> {
  if ([...password].length < PASSWORD_LEAST || password.length > PASSWORD_MOST)
    throw new AccessRefused('password-short')
  const plain = password.toLowerCase()
  const guessable =
    new Set(plain).size < 5 || own.some((word) => word.length > 3 && plain === word.toLowerCase())
  if (guessable) throw new AccessRefused('password-known')
  return hash(password, PARAMETERS)
}

export async function passwordMatches(kept: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(kept || (await NOBODY), password.slice(0, PASSWORD_MOST))
  return matches && Boolean(kept)
}
