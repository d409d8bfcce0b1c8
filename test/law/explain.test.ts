import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { formatDate, formatLongDate } from '../../src/language/formats.ts'
import { LANGS } from '../../src/language/lang.ts'
import { WHYS } from '../../src/law/calendar.ts'
import { citeStatute, keepSections } from '../../src/law/cite.ts'
import { computeDeadline } from '../../src/law/compute-deadline.ts'
import { explain, whyText } from '../../src/law/explain.ts'
import { SERVICES } from '../../src/law/presumed-service.ts'
import { RULES } from '../../src/law/rules.ts'

const letter = computeDeadline({ rule: 'OIK', from: '2026-11-25', served: 'letter' })

describe('an explanation', () => {
  it('tells a client the duty, the start, each moved day, the end and the statute', () => {
    expect(explain(letter, 'fi')).toEqual([
      'Oikaisuvaatimus on tehtävä 30 päivän kuluessa päätöksen tiedoksisaannista.',
      'Kirje lähetettiin 25.11.2026. Sen katsotaan tulleen tiedoksi seitsemäntenä päivänä lähettämisestä eli 2.12.2026, jollei muuta näytetä (hallintolaki 59\u00a0§). Tätä päivää ei lasketa mukaan.',
      'Ilman siirtymää aika päättyisi perjantaina 1. tammikuuta 2027.',
      'Määräaika ei voi päättyä 1.1.2027 (uudenvuodenpäivä), 2.1.2027 (lauantai) tai 3.1.2027 (sunnuntai), joten se siirtyy seuraavaan arkipäivään (laki säädettyjen määräaikain laskemisesta 150/1930, 5\u00a0§).',
      'Aika päättyy maanantaina 4. tammikuuta 2027.',
      'Peruste: hallintolaki (434/2003) 49\u00a0c\u00a0§.',
    ])
  })

  it('says the same in Swedish and English', () => {
    expect(explain(letter, 'sv').join(' ')).toContain(
      '1.1.2027 (nyårsdagen), 2.1.2027 (lördag) eller 3.1.2027',
    )
    expect(explain(letter, 'sv').join(' ')).toContain('inom 30 dagar från delfåendet')
    expect(explain(letter, 'en').join(' ')).toContain('within 30 days of notice of the decision')
    expect(explain(letter, 'en')).toHaveLength(explain(letter, 'fi').length)
  })

  it('shows what counted as a working day, and the named days left out', () => {
    const deadline = computeDeadline({ rule: 'TT7', from: '2026-12-18' })
    const text = explain(deadline, 'fi').join(' ')
    expect(text).toContain('Lauantaita ei lasketa arkipäiväksi.')
    expect(text).toContain('Joulu- ja juhannusaattoa ei lasketa arkipäiväksi.')
    expect(text).toContain('24.12.2026 (jouluaatto), 25.12.2026 (joulupäivä) ja 26.12.2026 (tapaninpäivä)')
    const eves = computeDeadline({ rule: 'TT7', from: '2026-12-18', workingDays: { eveCounts: true } })
    expect(explain(eves, 'fi').join(' ')).toContain('Joulu- ja juhannusaatto lasketaan arkipäiviksi.')
    expect(explain(eves, 'fi').join(' ')).not.toContain('jouluaatto')
  })

  it('shows the push of a guidance time without calling it law', () => {
    const text = explain(computeDeadline({ rule: 'MUI', from: '2026-11-24' }), 'fi').join(' ')
    expect(text).toContain('24.12.2026 (jouluaatto)')
    expect(text).toContain('Tämä on ohjeellinen aika, ei laissa säädetty määräaika.')
    expect(text).not.toContain('150/1930')
  })

  it('tells an office target apart from law', () => {
    const text = explain(computeDeadline({ rule: 'OFFICE_ANSWER', from: '2026-11-24' }), 'sv').join(' ')
    expect(text).toContain('kontorets eget mål')
    expect(text).not.toContain('Grund:')
  })

  it('never asserts an unverified rule to a client', () => {
    for (const rule of RULES.filter(({ verified, unit }) => !verified && unit !== 'none')) {
      const deadline = computeDeadline({ rule, from: '2026-11-24' })
      for (const lang of LANGS) {
        const client = explain(deadline, lang).join(' ')
        const office = explain(deadline, lang, { audience: 'office' }).join(' ')
        expect(client, rule.code).not.toContain(rule.statute)
        expect(client, rule.code).not.toContain(rule.duty[lang].split('{period}')[0])
        expect(client, rule.code).toContain(formatLongDate(lang, deadline.due))
        if (rule.statute) expect(office, rule.code).toContain(keepSections(citeStatute(rule.statute, lang)!))
      }
      expect(explain(deadline, 'fi').join(' ')).toContain('Arviomme mukaan')
      expect(explain(deadline, 'fi').join(' ')).not.toContain('tarkistamaton')
      expect(explain(deadline, 'fi', { audience: 'office' }).join(' ')).toContain('tarkistamaton')
    }
  })

  it('shows a page that can be looked up to the office only, and else names the act', () => {
    const child = computeDeadline({ rule: 'LS7', from: '2026-11-25' })
    expect(explain(child, 'fi', { audience: 'office' }).at(-1)).toContain('Lähde: thl.fi')
    expect(explain(child, 'fi').join(' ')).not.toContain('Lähde:')
    expect(explain(letter, 'fi', { audience: 'office' }).at(-1)).toBe(
      'Sääntö perustuu edellä nimettyyn säädökseen ja on merkitty tarkistetuksi.',
    )
    expect(explain(letter, 'fi').join(' ')).not.toContain('tarkistetuksi')
  })

  it('never tells a reader how sure its maker was', () => {
    for (const rule of RULES.filter(({ unit }) => unit !== 'none'))
      for (const lang of LANGS) {
        const deadline = computeDeadline({ rule: rule.code, from: rule.validFrom ?? '2026-11-24' })
        expect(explain(deadline, lang, { audience: 'office' }).join(' ')).not.toMatch(/known with|%/)
      }
  })

  it('cites each act by its name, number and section, and keeps a section on one line', () => {
    const basis = (code: string, lang: 'fi' | 'sv' | 'en') =>
      explain(computeDeadline({ rule: code, from: '2026-11-24' }), lang, { audience: 'office' }).find((s) =>
        /^(Peruste|Grund|Basis):/.test(s),
      )
    expect(basis('OIK', 'sv')).toBe('Grund: förvaltningslagen (434/2003) 49\u00a0c\u00a0§.')
    expect(basis('OIK', 'en')).toBe('Basis: Administrative Procedure Act (434/2003) section\u00a049\u00a0c.')
    expect(basis('PTL', 'fi')).toBe(
      'Peruste: sosiaalihuoltolaki (1301/2014) 36\u00a0§ ja lastensuojelulaki (417/2007) 26\u00a0§.',
    )
    expect(basis('GDP', 'sv')).toBe(
      'Grund: allmänna dataskyddsförordningen (EU) 2016/679, artikel\u00a012.3.',
    )
    for (const rule of RULES)
      if (rule.statute)
        for (const lang of LANGS) expect(citeStatute(rule.statute, lang), rule.code).toBeTruthy()
  })

  it('sends a client to the ombudsman when the day has passed, and never says lost', () => {
    expect(explain(letter, 'fi', { today: '2027-01-04' }).join(' ')).not.toContain('jo mennyt')
    expect(explain(letter, 'fi', { today: '2027-01-05' }).at(-1)).toBe(
      'Laskettu päivä on jo mennyt. Ota yhteyttä sosiaaliasiavastaavaan tänään: asia ei välttämättä ole menetetty.',
    )
    const authority = computeDeadline({ rule: 'TIE', from: '2026-11-24' })
    expect(explain(authority, 'en', { today: '2027-01-05' }).at(-1)).toContain('Ask for a decision')
  })

  it('has a name for every blocked day in every language', () => {
    for (const lang of LANGS) expect(new Set(WHYS.map((why) => whyText(lang, why))).size).toBe(WHYS.length)
  })

  it('replays to the date: what it says is enough to find the end', () => {
    const day = fc
      .integer({ min: 0, max: 40_541 })
      .map((n) => new Temporal.PlainDate(1990, 1, 1).add({ days: n }).toString())
    const rules = RULES.filter((rule) => rule.verified && rule.unit !== 'none' && !rule.validFrom)
    fc.assert(
      fc.property(fc.constantFrom(...rules), day, fc.constantFrom(...SERVICES), (rule, from, served) => {
        const deadline = computeDeadline({ rule, from, served })
        const sentences = explain(deadline, 'fi')
        expect(sentences[1]).toContain(formatDate('fi', deadline.from))
        expect(sentences[1]).toContain(formatDate('fi', deadline.served))
        const said = sentences.find((sentence) =>
          /^(Määräaika ei voi päättyä|Päivää ei aseteta)/.test(sentence),
        )
        const raw = sentences.find((sentence) => sentence.startsWith('Ilman siirtymää'))
        const moves = [...(said ?? '').matchAll(/(\d+)\.(\d+)\.(\d{4}) \(/g)].map(
          ([, d, m, y]) => new Temporal.PlainDate(Number(y), Number(m), Number(d)),
        )
        // From the raw end, every day named and the day after the last: that must be the end.
        let end = Temporal.PlainDate.from(deadline.raw)
        for (const moved of moves) {
          expect(moved.toString()).toBe(end.toString())
          end = end.add({ days: 1 })
        }
        expect(raw === undefined).toBe(moves.length === 0)
        if (raw) expect(raw).toContain(formatLongDate('fi', deadline.raw))
        expect(sentences).toContain(`Aika päättyy ${formatLongDate('fi', end.toString())}.`)
      }),
    )
  })
})
