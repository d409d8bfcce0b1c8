import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderDocx } from '../../src/documents/docx.ts'
import { toHtmlFragment } from '../../src/documents/html.ts'
import { LETTER_FOLDER, letterTemplate, loadLetterTemplates } from '../../src/documents/letters/templates.ts'
import { LETTER_KINDS, LETTER_LANGS, type LetterFacts, writeLetter } from '../../src/documents/letters.ts'
import { renderPdf } from '../../src/documents/pdf.ts'
import { nodesOf, readPdf } from './read-pdf.ts'
import { sample } from './sample.ts'
import { paragraphsOf, unzip } from './unzip.ts'

const AWKWARD = [
  '# Otsikko? **ei** [linkki](https://pahuus.example) {{ sender }} {% if x %}',
  '1. kotihoito ei tullut\n   2. eikä soitettu\n\n- kolme päivää < 4 & "lupa"',
  'Hoitaja sanoi: `ole hiljaa` \\ _niin_ ~~se~~ | meni |',
]
const facts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
  sender: {
    name: 'Aino Asiakas',
    address: 'Koivukuja 3 A 4\n33100 Tampere',
    phone: '040 123 4567',
    email: 'aino@example.fi',
  },
  addressee: 'Pirkanmaan hyvinvointialue\nKirjaamo',
  date: '2026-11-24',
  unit: 'Kotihoito, Hervannan alue',
  decision: { number: 'KH-2026/118', date: '2026-11-03' },
  receivedOn: '2026-11-10',
  objectionSentOn: '2026-09-01',
  points: AWKWARD,
  asked: 'Pyydän, että käynnit hoidetaan *sovitusti*.\nJa että {{ kaikki }} vastataan.',
  enclosures: ['Päätös 3.11.2026', 'Kuvat #1'],
  ...more,
})

describe('a letter', () => {
  it('keeps what the client wrote, sign by sign, in every kind and language', () => {
    for (const kind of LETTER_KINDS)
      for (const lang of LETTER_LANGS) {
        const { document } = writeLetter(kind, lang, facts())
        const list = document.blocks.find((block) => block.kind === 'list' && block.ordered)
        expect(list, `${kind}.${lang}`).toMatchObject({ items: AWKWARD.map((point) => [point]) })
        expect(document.blocks).toContainEqual({ kind: 'paragraph', runs: [facts().asked] })
        expect(JSON.stringify(document)).not.toMatch(/\ue001|\ue002/)
      }
  })

  it('keeps any text whatever as it is, in the HTML too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        const point = `x${words}x`.replaceAll('\r', '')
        const { document } = writeLetter('objection', 'fi', facts({ points: [point], unit: words }))
        const list = document.blocks.find((block) => block.kind === 'list')
        expect(list).toEqual({ kind: 'list', ordered: true, items: [[point]] })
        expect(document.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3)
      }),
    )
  })

  it('says whose, which decision and which day, and leaves the line to sign on to the client', () => {
    const { document } = writeLetter('review', 'fi', facts({ client: 'Eino Asiakas' }))
    const html = toHtmlFragment(document)
    expect(html).toContain('<strong>Teen vaatimuksen henkilön puolesta:</strong> Eino Asiakas')
    expect(html).toContain('<strong>Päätös, johon vaadin oikaisua:</strong> KH-2026/118, 3.11.2026')
    expect(html).toContain('<strong>Sain päätöksen tiedoksi:</strong> 10.11.2026')
    expect(html).toContain('<p class="doc-signature">Aino Asiakas</p>')
    expect(html).toContain('<p class="doc-date">24.11.2026</p>')
    expect(html.indexOf('doc-signature')).toBeLessThan(html.indexOf('Liitteet'))
  })

  it('leaves out what is not known, with its words', () => {
    const bare = {
      sender: { name: 'Aino Asiakas' },
      addressee: 'Kirjaamo',
      date: '2026-11-24',
      points: ['Yksi.'],
    }
    for (const kind of LETTER_KINDS)
      for (const lang of LETTER_LANGS) {
        const { document } = writeLetter(kind, lang, bare)
        const texts = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : []))
        // Only the office's own letter names the client in any case.
        for (const runs of texts.flat())
          if (kind !== 'mediation' && typeof runs !== 'string')
            expect(runs.bold, `${kind}.${lang}`).toBeFalsy()
        expect(document.letter?.sender).toBe('Aino Asiakas')
      }
  })

  it('tells the supervisor that no answer has come, or when it came', () => {
    const words = (more: Partial<LetterFacts>) =>
      toHtmlFragment(writeLetter('complaint', 'fi', facts(more)).document)
    expect(words({})).toContain('Muistutukseen ei ole vastattu.')
    expect(words({ answeredOn: '2026-10-20' })).toContain('20.10.2026')
    expect(words({ answeredOn: '2026-10-20' })).not.toContain('ei ole vastattu')
    expect(words({ objectionSentOn: undefined })).not.toContain('Muistutukseen ei ole vastattu.')
  })
})

describe('a letter as a file', () => {
  it('is a tagged PDF: head, title, headings, numbered points, signature', async () => {
    const { document } = writeLetter('objection', 'sv', facts())
    const pdf = await readPdf(await renderPdf(document))
    expect(pdf.tagged).toBe(true)
    expect(nodesOf(pdf, 'H1').map(({ text }) => text)).toEqual(['Anmärkning'])
    expect(nodesOf(pdf, 'H2').map(({ text }) => text)).toEqual([
      'Vad anmärkningen gäller',
      'Vad jag begär',
      'Bilagor',
    ])
    expect(nodesOf(pdf, 'LI')).toHaveLength(5)
    expect(nodesOf(pdf, 'P')[0]!.text).toContain('Koivukuja 3 A 4')
    expect(nodesOf(pdf, 'P')[1]!.text.trim()).toBe('24.11.2026')
    expect(nodesOf(pdf, 'P').at(-1)!.text).toBe('Aino Asiakas')
  })

  it('is a Word file: real headings, a numbered list, the language set, no macros', async () => {
    const { document } = writeLetter('objection', 'sv', facts())
    const files = unzip(await renderDocx(document))
    const xml = files.get('word/document.xml')!
    const parts = paragraphsOf(xml)
    expect(parts.filter(({ style }) => style === 'Heading1').map(({ text }) => text)).toEqual(['Anmärkning'])
    expect(parts.filter(({ style }) => style === 'Heading2').map(({ text }) => text)).toEqual([
      'Vad anmärkningen gäller',
      'Vad jag begär',
      'Bilagor',
    ])
    expect(parts.filter(({ numbered }) => numbered).map(({ text }) => text)).toEqual([
      ...AWKWARD,
      ...facts().enclosures!,
    ])
    expect(parts.map(({ text }) => text)).toContain(facts().asked)
    expect(parts[0]!.text).toBe('Aino Asiakas\nKoivukuja 3 A 4\n33100 Tampere\n040 123 4567\naino@example.fi')
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="sv-FI"')
    expect(files.get('word/numbering.xml')).toContain('<w:numFmt w:val="decimal"/>')
    expect(files.get('docProps/core.xml')).toContain('<dc:title>Anmärkning</dc:title>')
    expect([...files.keys()].filter((name) => /vba|macro|\.bin$/i.test(name))).toEqual([])
  })

  it('opens also when a sign was typed that XML cannot hold', async () => {
    const { document } = writeLetter('objection', 'fi', facts({ points: ['yksi\u0007kaksi\u0000 kolme'] }))
    const xml = unzip(await renderDocx(document)).get('word/document.xml')!
    expect(paragraphsOf(xml).map(({ text }) => text)).toContain('yksikaksi kolme')
  })

  it('renders every other document too', async () => {
    const xml = unzip(await renderDocx(sample())).get('word/document.xml')!
    expect(xml).toContain('<w:tbl>')
    expect(paragraphsOf(xml).length).toBeGreaterThan(30)
  })
})

describe('the templates', () => {
  const folder = (name: string, text: string): string => {
    const made = mkdtempSync(path.join(tmpdir(), 'letters-'))
    for (const kind of LETTER_KINDS)
      for (const lang of LETTER_LANGS)
        copyFileSync(path.join(LETTER_FOLDER, `${kind}.${lang}.md`), path.join(made, `${kind}.${lang}.md`))
    if (text) writeFileSync(path.join(made, name), text)
    else rmSync(path.join(made, name))
    return made
  }
  const front = '---\ntitle: T\nsubtitle: S\nversion: 1\n---\n'

  it('are told by name when something is wrong', () => {
    expect(() => loadLetterTemplates(folder('review.sv.md', ''))).toThrow('review.sv.md is missing')
    expect(() => loadLetterTemplates(folder('review.fi.md', '---\ntitle: T\n---\n{{ points }}'))).toThrow(
      'review.fi.md: subtitle',
    )
    expect(() => loadLetterTemplates(folder('review.fi.md', `${front}{{ points }}`))).toThrow(
      'no place for {{ asked }}',
    )
    expect(() =>
      loadLetterTemplates(folder('review.fi.md', `${front}{{ points }}{{ asked }}{{ henkilötunnus }}`)),
    ).toThrow()
    expect(() =>
      loadLetterTemplates(folder('review.fi.md', `${front}{{ points }}{{ asked }}{{ ssn }}`)),
    ).toThrow('{{ ssn }}')
  })

  it('say the same in both languages: the same slots', () => {
    for (const kind of LETTER_KINDS) {
      const slots = (lang: 'fi' | 'sv') =>
        new Set(letterTemplate(kind, lang).body.match(/\w+(?= ?[|}]|\s*%\})/g))
      expect(slots('sv'), kind).toEqual(slots('fi'))
    }
  })
})
