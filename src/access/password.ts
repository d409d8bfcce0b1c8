import { hash, verify } from '@node-rs/argon2'
import { AccessRefused } from './access-refused.ts'
import { EVERYDAY_PASSWORDS } from './everyday-passwords.ts'

/** Least characters of a password (NIST SP 800-63B-4: 15 where it is the only factor; 12 with our rate limits). */
export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 200

/** Argon2id with the parameters of RFC 9106, second recommended option scaled to a small server: 19 MiB, 2 passes. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Verified in place of a hash that is not there, so that an unknown account costs the same work. */
const NOBODY = hash('nobody has this password', PARAMETERS)

/**
 * @param own words of the account itself: address, name
 * @throws AccessRefused 'password-short'; 'password-known' for one that is all one sign or the account's own words;
 * 'password-common' for one that is on every list of passwords people choose
 */
export async function hashPassword(password: string, own: readonly string[] = []): Promise<string> {
  if ([...password].length < PASSWORD_LEAST || password.length > PASSWORD_MOST)
    throw new AccessRefused('password-short')
  const cores = coresOf(password)
  const words = own.flatMap((word) => [word, word.split('@')[0]!, ...word.split(/[\s@]+/)])
  const guessable =
    new Set(password.toLowerCase()).size < 5 ||
    words.some((word) => word.length > 3 && cores.includes(word.normalize('NFKC').toLowerCase()))
  if (guessable) throw new AccessRefused('password-known')
  const common = await commonPasswords()
  if (cores.some((core) => common.has(core) || EVERYDAY_PASSWORDS.has(core)))
    throw new AccessRefused('password-common')
  return hash(password, PARAMETERS)
}

export async function passwordMatches(kept: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(kept || (await NOBODY), password.slice(0, PASSWORD_MOST))
  return matches && Boolean(kept)
}

/**
 * What is left of a password without what people add to make it count as long enough: capitals, digits and signs
 * before and after it, the same word twice. Several, for any of them may be what everybody knows.
 */
function coresOf(password: string): string[] {
  const plain = password.normalize('NFKC').toLowerCase()
  const bare = plain.replace(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '')
  const once = (text: string) => /^(.+?)\1+$/u.exec(text)?.[1] ?? text
  return [...new Set([plain, bare, once(plain), once(bare)])].filter((core) => core.length > 3)
}

let common: Promise<Set<string>> | undefined

/** Some fifty thousand passwords people choose, read when the first one is to be set. */
function commonPasswords(): Promise<Set<string>> {
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) =>
      new Set((dictionary['passwords-common'] as string[]).map((word) => word.toLowerCase())),
  )
  return common
}
