import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHtmlFragment } from '../../src/documents/html.ts'
import { blocksOf } from '../../src/documents/markdown.ts'
import type { Block } from '../../src/documents/model.ts'
import { renderPdf } from '../../src/documents/pdf.ts'

const document = (blocks: Block[]) =>
  ({ title: 'T', lang: 'fi', author: 'A', date: '2026-01-01', blocks }) as const

describe('what a person writes in Markdown', () => {
  it('has no gap between levels of headings, however it was marked', () => {
    const levels = (source: string, level: 2 | 3 = 2) =>
      blocksOf(source, { level }).flatMap((block) => (block.kind === 'heading' ? [block.level] : []))
    expect(levels('## a')).toEqual([2])
    expect(levels('## a\n\n### b\n\n## c')).toEqual([2, 3, 2])
    expect(levels('# a\n\n### b\n\n## c\n\n#### d\n\n##### e', 3)).toEqual([3, 4, 4, 4, 4])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (marks) => {
        const found = levels(marks.map((n) => `${'#'.repeat(n)} x`).join('\n\n'))
        expect(found).toHaveLength(marks.length)
        expect(found[0]).toBe(2)
        for (const [n, level] of found.entries()) if (n > 0) expect(level - found[n - 1]!).toBeLessThan(2)
      }),
    )
  })

  it('becomes blocks', () => {
    const source = `# Havainnot

Kaksi **tärkeää** asiaa, ks. [lvv](https://lvv.fi).
Sama kappale.

1. yksi
2. kaksi

- a
  - b

> Lainaus

| Kunta | Tila |
|---|---|
| Tampere | hyvä |

---

## Alempi`
    expect(blocksOf(source)).toEqual([
      { kind: 'heading', level: 2, text: 'Havainnot' },
      {
        kind: 'paragraph',
        runs: [
          { text: 'Kaksi ' },
          { text: 'tärkeää', bold: true },
          { text: ' asiaa, ks. ' },
          { text: 'lvv', href: 'https://lvv.fi' },
          { text: '.' },
          { text: ' ' },
          { text: 'Sama kappale.' },
        ],
      },
      { kind: 'list', ordered: true, items: [[{ text: 'yksi' }], [{ text: 'kaksi' }]] },
      { kind: 'list', ordered: false, items: [[{ text: 'a' }], [{ text: 'b' }]] },
      { kind: 'quote', runs: [{ text: 'Lainaus' }] },
      {
        kind: 'table',
        name: 'text-table',
        caption: 'Kunta, Tila',
        header: 'Kunta',
        columns: [{ label: 'Tila', type: 'text' }],
        rows: [{ label: 'Tampere', cells: ['hyvä'] }],
      },
      { kind: 'rule' },
      { kind: 'heading', level: 3, text: 'Alempi' },
    ])
  })

  it('cannot bring markup or a script with it', () => {
    const source = '<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![sana](https://a.fi/x.png)'
    const html = toHtmlFragment(document(blocksOf(source)))
    expect(html).not.toContain('<script')
    expect(html).not.toContain('href="javascript')
    expect(html).not.toContain('<img')
    expect(html).toContain('sana')
  })

  it('can be set in every form, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '# ',
            '- ',
            '> ',
            '1. ',
            '|a|b|\n|-|-|\n',
            '\n',
            '**',
            'sana ',
            '`',
            '[x](#)',
            '***\n',
            '\t',
            '😀',
            '\u0000',
          ),
          { maxLength: 30 },
        ),
        async (parts) => {
          const blocks = blocksOf(parts.join(''))
          expect(toHtmlFragment(document(blocks))).toContain('</article>')
          expect((await renderPdf(document(blocks))).length).toBeGreaterThan(500)
        },
      ),
      { numRuns: 60 },
    )
  })
})
