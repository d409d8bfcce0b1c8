import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/language/lang.ts'
import { parseTemplate, readTemplates } from '../../src/language/templates.ts'
import { loadNoticeTexts, NOTICE_FOLDER, noticeTexts } from '../../src/notices/render.ts'
import { NOTICE_NAMES, NOTICES, SAMPLE } from '../../src/notices/template.ts'

const texts = loadNoticeTexts()
const every = NOTICE_NAMES.flatMap((name) => LANGS.map((lang) => [name, lang] as const))
const files = readTemplates(NOTICE_FOLDER)
const withFile = (name: string, content: string) => [
  ...files.filter((file) => `${file.name}.${file.lang}.md` !== name),
  parseTemplate(name, content),
]
const good = '---\nsubject: S\nversion: 1\npurpose: P\n---\n[x]({{ statusUrl }}) '

describe('notices', () => {
  it.each(every)('%s in %s reads well as text and as HTML', (name, lang) => {
    const notice = texts.preview(name, lang)
    expect(notice.subject.length).toBeGreaterThan(5)
    expect(notice.subject.length).toBeLessThanOrEqual(78)
    expect(notice.html).toContain(`<html lang="${lang}">`)
    expect(notice.html).not.toMatch(/style="|<img|<script|\{\{|\{%/)
    expect(notice.html).toContain(`href="${SAMPLE.link}"`)
    expect(notice.text).toContain(SAMPLE.link)
    expect(notice.text).toContain(SAMPLE.office[lang].phone)
    expect(notice.text).toContain(SAMPLE.office[lang].organisation)
    expect(notice.text).not.toMatch(/\{\{|\{%|\*\*|\n\n\n|undefined/)
    for (const line of notice.text.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
    expect(notice.version).toMatch(/^\d+-[0-9a-f]{8}$/)
  })

  it.each(every)('%s in %s stands without the facts and the phone that may be missing', (name, lang) => {
    const facts = Object.fromEntries(
      Object.entries(NOTICES[name].facts)
        .filter(([, need]) => need === 'required')
        .map(([fact]) => [fact, SAMPLE.facts[fact as keyof typeof SAMPLE.facts]]),
    )
    const office = { organisation: SAMPLE.office[lang].organisation }
    const { text } = texts.render(name, lang, { facts: facts as never, office, link: SAMPLE.link })
    expect(text).not.toMatch(/\{|undefined|\bnull\b|\n\n\n| ,| \./)
    expect(text).not.toMatch(/soita meille|ring oss|call us\b/i)
  })

  it('has no place for a name, a topic or words of a case', () => {
    const places = new Set(NOTICE_NAMES.flatMap((name) => Object.keys(NOTICES[name].facts)))
    expect([...places].sort()).toEqual(Object.keys(SAMPLE.facts).sort())
    const facts = { caseNumber: 'AV-2026-000001-1', text: 'salaisuus' }
    expect(() =>
      texts.render('received', 'fi', { facts, office: SAMPLE.office.fi, link: SAMPLE.link }),
    ).toThrow('no fact text')
  })

  it("shows no case number in the subject of a client's mail: a lock screen shows subjects", () => {
    for (const [name, lang] of every.filter(([name]) => NOTICES[name].audience === 'client')) {
      expect(texts.preview(name, lang).subject).not.toContain(SAMPLE.facts.caseNumber)
    }
  })

  it('keeps what an office is called from acting as markup or opening a header', () => {
    const office = { organisation: '<b>Alue</b> [x](https://evil.example)\r\nBcc: a@b.fi' }
    const notice = texts.render('summary-released', 'fi', {
      facts: { municipality: 'Kunta\r\nBcc: a@b.fi', period: '2026' },
      office,
      link: SAMPLE.link,
    })
    expect(notice.subject).not.toMatch(/[\r\n]/)
    expect(notice.html).not.toMatch(/<b>|href="https:\/\/evil/)
    expect(notice.text).toContain('<b>Alue</b> [x](https://evil.example) Bcc: a@b.fi')
  })

  it('changes the version with the wording, also that of a part it takes in', () => {
    const part = readTemplates(NOTICE_FOLDER).find(
      (file) => file.name === 'part-client-foot' && file.lang === 'fi',
    )!
    const changed = noticeTexts(
      withFile('part-client-foot.fi.md', `---\nversion: 2\npurpose: P\n---\n${part.body} Lisäys.`),
    )
    expect(changed.version('received', 'fi')).not.toBe(texts.version('received', 'fi'))
    expect(changed.version('received', 'sv')).toBe(texts.version('received', 'sv'))
    expect(changed.version('staff-clock', 'fi')).toBe(texts.version('staff-clock', 'fi'))
  })

  it.each([
    ['an unknown value', 'closed.fi.md', `${good}{{ clientName }}`, 'closed.fi.md asks for {{ clientName }}'],
    ['a value of another notice', 'closed.sv.md', `${good}{{ dueOn }}`, 'closed.sv.md asks for {{ dueOn }}'],
    ['a missing link', 'closed.en.md', good.replace('{{ statusUrl }}', '#'), 'does not show {{ statusUrl }}'],
    ['no version', 'closed.fi.md', good.replace('version: 1\n', ''), 'closed.fi.md: version'],
    ['an unknown notice', 'greeting.fi.md', good, 'greeting.fi.md: no such notice'],
    ['a part that is not there', 'closed.fi.md', `${good}{% include "part-nowhere" %}`, 'part-nowhere'],
  ])('stops at the start on %s', (_, name, content, message) => {
    expect(() => noticeTexts(withFile(name, content))).toThrow(message)
  })

  it('stops at the start when a language is missing', () => {
    const some = files.filter((file) => !(file.name === 'feedback' && file.lang === 'sv'))
    expect(() => noticeTexts(some)).toThrow('feedback.sv.md is missing')
  })
})
