import { describe, expect, it } from 'vitest'
import { writeLetter } from '../../src/documents/letters.ts'
import { renderPdf, undrawnInPdf } from '../../src/documents/pdf.ts'
import { readPdf } from './read-pdf.ts'

const letter = (words: string) =>
  writeLetter('objection', 'fi', {
    sender: { name: 'Kaisa Koe' },
    addressee: 'Kirjaamo',
    date: '2026-11-24',
    points: [words],
  }).document
const WORDS = 'مرحبا שלום 你好 สวัสดี ሰላም 😀🎉 Helsinki → Espoo ✓ kyllä ✗ ei • loppu'

describe('characters that the typeface lacks', () => {
  it('each stay themselves in the text of the PDF', async () => {
    const { pages } = await readPdf(await renderPdf(letter(WORDS)))
    const text = pages
      .map((page) => page.text)
      .join('')
      .replace(/\s/g, '')
    for (const char of new Set(WORDS.replace(/\s/g, '').normalize('NFC')))
      expect([char, text.includes(char)]).toEqual([char, true])
    expect(text).toContain('你好')
    expect(text).not.toContain('\ufffd')
  })

  it('are told of, unless a like sign is drawn for them', () => {
    expect(undrawnInPdf(letter('Helsinki → Espoo ✓ • ‑ ½ Ääkkönen Привет čšž'))).toEqual([])
    expect(undrawnInPdf(letter('你好 你'))).toEqual(['你', '好'])
    expect(undrawnInPdf(letter('hyvä 😀'))).toEqual(['😀'])
  })
})
