import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFiller, escapeMarkdown, oneLine } from '../../src/language/fill.ts'
import { toHtml, toPlainText } from '../../src/language/markup.ts'

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
const textOf = (html: string) => html.replace(/&(amp|lt|gt|quot);/g, (entity) => entities[entity]!)

describe('filling a text', () => {
  it('lets no value act as Markdown or HTML: what was written is what is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1 }), (value) => {
        const written = oneLine(value).replace(/ +/g, ' ')
        fc.pre(written !== '')
        const html = toHtml(`a ${escapeMarkdown(value)} b`)
        expect(textOf(html).replace(/ +/g, ' ')).toBe(`<p>a ${written} b</p>\n`)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps an address of a link whole', () => {
    const filled = createFiller('fi').fill('[sivu]({{ url }})', { url: 'https://a.example/x_y?q=(1)&z=*2*' })
    expect(toHtml(filled)).toContain('href="https://a.example/x_y?q=(1)&amp;z=*2*"')
  })

  it('writes dates the way the language does and treats an empty value as absent', () => {
    const source = '{% if on %}{{ on | day }}{% else %}ei{% endif %}'
    expect(createFiller('fi').fillLine(source, { on: '2026-12-01' })).toBe('1.12.2026')
    expect(createFiller('en').fillLine(source, { on: '2026-12-01' })).toBe('1 December 2026')
    expect(createFiller('fi').fillLine(source, { on: '' })).toBe('ei')
  })

  it('refuses an unknown value or filter', () => {
    expect(() => createFiller('fi').fill('{{ who }}', {})).toThrow('who')
    expect(() => createFiller('fi').fill('{{ a | shout }}', { a: '1' })).toThrow('shout')
  })
})

describe('Markdown as plain text', () => {
  it('writes links out once, numbers and nests lists, keeps hard breaks', () => {
    const source =
      '# Otsikko\n\n[tänne](https://a.example/) ja [https://b.example](https://b.example)\n\n1. yksi\n2. kaksi\n   - ala\n\nrivi\\\ntoinen'
    expect(toPlainText(source)).toBe(
      'Otsikko\n\ntänne (https://a.example/) ja https://b.example\n\n1. yksi\n2. kaksi\n  - ala\n\nrivi\ntoinen\n',
    )
  })

  it('wraps at the width and never breaks a word', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäö]{1,40}$/), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(words, (list) => {
        const text = toPlainText(list.join(' '), 30)
        expect(text.trim().split(/\s+/)).toEqual(list)
        for (const line of text.split('\n')) expect(line.length <= 30 || !line.includes(' ')).toBe(true)
      }),
    )
  })

  it('leads nowhere but to the web, mail and telephone', () => {
    expect(toHtml('[a](javascript:alert(1)) [b](data:text/html,x) [c](ftp://x.example)')).not.toContain('<a')
    expect(toHtml('<script>x</script>')).not.toContain('<script')
  })
})
