import { describe, expect, it } from 'vitest'
import { deadlineCommand } from '../../src/law/deadline-command.ts'

function run(line: string) {
  let out = ''
  let err = ''
  const exit = deadlineCommand(line.split(' ').filter(Boolean), {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { exit, out, err }
}

const vectors: [line: string, due: string][] = [
  ['OIK --from 2026-11-25 --served letter', '2027-01-04'],
  ['OIK --from 2026-11-06', '2026-12-07'],
  ['VAL --from 2026-05-20 --served none', '2026-06-22'],
  ['OIK --from 2026-11-24 --served e-notice', '2026-12-28'],
  ['TT7 --from 2026-12-18', '2026-12-31'],
  ['TT7 --from 2026-12-18 --eve-counts', '2026-12-30'],
  ['TT7 --from 2026-03-31', '2026-04-13'],
  ['TAY --from 2026-11-30', '2027-03-01'],
  ['TIE --from 2026-12-11', '2026-12-28'],
  ['MUI --from 2026-11-24', '2026-12-28'],
]

describe('deadline', () => {
  it.each(vectors)('%s ends on %s', (line, due) => {
    const { exit, out, err } = run(`${line} --json`)
    expect(exit).toBe(0)
    expect(err).toBe('')
    expect(JSON.parse(out).due).toBe(due)
  })

  it('prints exactly one document with exactly the fields of the interface', () => {
    const { out } = run('OIK --from 2026-11-25 --served letter --json')
    expect(out.endsWith('}\n')).toBe(true)
    expect(Object.keys(JSON.parse(out))).toEqual(
      'rule statute unit length from served raw due moved verified'.split(' '),
    )
  })

  it('explains in the language asked for, to the office', () => {
    expect(run('OIK --from 2026-11-25').out).toContain('Aika päättyy maanantaina 28. joulukuuta 2026.')
    expect(run('oik --from 2026-11-25 --lang sv').out).toContain(
      'Tiden går ut måndagen den 28 december 2026.',
    )
    expect(run('VAM --from 2026-11-25 --lang en').out).toContain('unverified')
  })

  it.each([
    ['', 'Anna yksi sääntö'],
    ['OIK VAL --from 2026-01-01', 'Anna yksi sääntö'],
    ['NONE --from 2026-01-01 --lang en', 'There is no rule NONE. Choose one of these: MUI, OIK'],
    ['OIK --lang sv', 'Ange startdagen i formen --from 2026-11-25.'],
    ['OIK --from 2026-02-30', '2026-02-30 ei ole päivä'],
    ['OIK --from 1989-12-31 --lang en', 'between the years 1990 and 2100'],
    ['OIK --from 2026-01-01 --served fax', 'letter, e-notice, handed tai none'],
    ['OIK --from 2026-01-01 --lang de', 'fi, sv tai en'],
    ['OIK --from 2026-01-01 --when now --lang en', '--when'],
    ['OIK --from', 'Komentoa ei ymmärretty'],
  ])('"%s" is wrong use and says what to do', (line, message) => {
    const { exit, out, err } = run(line)
    expect(exit).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).toContain('asiavastaava deadline')
  })

  it('refuses what the law does not allow to be counted', () => {
    expect(run('SFI --from 2026-01-01')).toMatchObject({ exit: 1, out: '' })
    const early = run('VAM --from 2024-05-05 --lang en --json')
    expect(early.exit).toBe(1)
    expect(JSON.parse(early.out).error).toEqual({
      code: 'before-rule',
      message:
        'The rule VAM has been in force since 1 January 2025. An earlier event cannot be counted with it.',
    })
  })
})
