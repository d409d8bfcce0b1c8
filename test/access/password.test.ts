import { describe, expect, it } from 'vitest'
import { hashPassword, passwordMatches } from '../../src/access/password.ts'

const OWN = ['maija.meikalainen@example.fi', 'Maija Meikäläinen']

describe('a new password', () => {
  it.each([
    ['password123456', 'password-common'],
    ['Passw0rd!!!!!', 'password-common'],
    ['passwordpassword', 'password-common'],
    ['qwertyuiop1234', 'password-common'],
    ['123456789012', 'password-common'],
    ['!!football2026', 'password-common'],
    ['Salasana1234!', 'password-common'],
    ['sommaren2026!', 'password-common'],
    ['Sosiaaliasiavastaava1', 'password-common'],
    ['talvitalvitalvi', 'password-common'],
    ['lösenord-2026', 'password-common'],
    ['Meikäläinen2026', 'password-known'],
    ['maija.meikalainen', 'password-known'],
    ['maija.meikalainen1', 'password-known'],
    ['aaaaaaaaaaaaaa', 'password-known'],
    // One letter, written as two signs.
    ['lo\u0308senord-2026', 'password-common'],
    ['lyhyt', 'password-short'],
    ['x'.repeat(201), 'password-short'],
  ])('%s is refused', async (password, code) => {
    await expect(hashPassword(password, OWN)).rejects.toMatchObject({ code })
  })

  it.each(['kolme pientä sanaa', 'saunan kiuas laulaa', 'åtta gröna björnar', 'Xy7 lumi-ukko parveke'])(
    '%s is taken',
    async (password) => {
      expect(await passwordMatches(await hashPassword(password, OWN), password)).toBe(true)
    },
  )
})
