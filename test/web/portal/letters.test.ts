import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PUBLIC_LETTERS } from '../../../src/documents/letters.ts'
import { type TestHouse, testHouse } from '../../house.ts'
import { portalOn, Visitor } from './visitor.ts'

let house: TestHouse
let visitor: Visitor
beforeAll(async () => {
  house = await testHouse()
  visitor = new Visitor(portalOn(house))
})
afterAll(() => house.close())

const FILLED = {
  boxes: '3',
  name: 'Aino Asiakas',
  addressee: 'Kirjaamo',
  'point-1': 'Kukaan ei tullut.',
  'point-2': 'Puheluun ei vastattu.',
  asked: 'Selvitystä.',
}

describe('letters for everybody', () => {
  it('are listed and filled in, in three languages', async () => {
    for (const lang of ['fi', 'sv', 'en']) {
      const list = await visitor.get(`/${lang}/letters`)
      for (const kind of PUBLIC_LETTERS) {
        expect(list.html).toContain(`/${lang}/letters/${kind}`)
        const form = await visitor.get(`/${lang}/letters/${kind}`)
        expect(form.status).toBe(200)
        expect(form.html).toContain('name="point-3"')
        expect(form.html.includes('name="language"')).toBe(lang === 'en')
      }
    }
    expect((await visitor.get('/fi/letters/mediation')).status).toBe(404)
    expect((await visitor.get('/fi/letters/rakkauskirje')).status).toBe(404)
  })

  it('come as a file that nobody keeps', async () => {
    const before = (await house.database.owner.query('select count(*) n from app.audit_pending')).rows
    const pdf = await visitor.post('/fi/letters/objection', { ...FILLED, do: 'pdf' })
    expect(pdf.headers.get('Content-Type')).toBe('application/pdf')
    expect(pdf.headers.get('Content-Disposition')).toBe('attachment; filename="muistutus.pdf"')
    expect(pdf.headers.get('Cache-Control')).toBe('no-store')
    expect(pdf.html.slice(0, 5)).toBe('%PDF-')
    const word = await visitor.post('/en/letters/complaint', { ...FILLED, language: 'sv', do: 'docx' })
    expect(word.headers.get('Content-Disposition')).toBe('attachment; filename="forvaltningsklagan.docx"')
    expect((await house.database.owner.query('select count(*) n from app.audit_pending')).rows).toEqual(
      before,
    )
    expect((await house.database.owner.query('select 1 from "case"')).rowCount).toBe(0)
  })

  it('say what is missing and give everything typed back', async () => {
    const seen = await visitor.post('/fi/letters/review', {
      ...FILLED,
      name: '',
      asked: ' ',
      'received-day': '31',
      'received-month': '11',
      'received-year': '2026',
      'decision-date-day': '1',
      'decision-date-month': '1',
      'decision-date-year': '2027',
      do: 'pdf',
    })
    expect(seen.status).toBe(422)
    expect(seen.text).toContain('Kirjoita nimesi.')
    expect(seen.text).toContain('Kirjoita, mitä pyydät tai vaadit.')
    expect(seen.text).toContain('Tarkista päivä: Milloin sait päätöksen?')
    expect(seen.text).toContain('Tämä päivä on vasta tulossa: Päätöksen päivä')
    expect(seen.text).toContain('Puheluun ei vastattu.')
    const english = await visitor.post('/en/letters/review', { ...FILLED, do: 'pdf' })
    expect(english.text).toContain('Choose the language of the letter.')
  })

  it('have room for one more point when asked', async () => {
    const seen = await visitor.post('/fi/letters/objection', { ...FILLED, do: 'more' })
    expect(seen.html).toContain('name="point-4"')
    expect(seen.text).toContain('Puheluun ei vastattu.')
    expect(seen.html).toContain('name="boxes" value="4"')
  })
})

describe('a letter with characters that its PDF cannot show', () => {
  it('comes back and offers the Word file first, keeping what was written', async () => {
    const typed = {
      ...{ 'point-1': 'Nimeni on 王小明.', name: '王小明', addressee: 'Kirjaamo', boxes: '3' },
    }
    const seen = await visitor.post('/fi/letters/objection', { ...typed, do: 'pdf' })
    expect(seen.text).toContain('Lähetä Word-tiedosto')
    expect(seen.html).toContain('王小明')
    expect(seen.html).toContain('value="pdf-all-the-same"')
    for (const [what, type] of [
      ['docx', 'wordprocessingml'],
      ['pdf-all-the-same', 'pdf'],
    ] as const) {
      const file = await visitor.post('/fi/letters/objection', { ...typed, do: what })
      expect(file.headers.get('Content-Type')).toContain(type)
    }
  })
})
