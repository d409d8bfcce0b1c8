import { readdirSync } from 'node:fs'
import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  parse,
} from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../src/language/catalogues/', import.meta.url)

type Element = ReturnType<typeof parse>[number]

function argumentsOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    if (isPluralElement(element) || isSelectElement(element))
      return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))]
    if (isArgumentElement(element)) return [element.value]
    return 'value' in element && element.type > 1 && element.type < 5 ? [element.value as string] : []
  })
}

/** Sub-messages must hold a space or # for the compiler to tell them from argument names. */
function subMessages(message: string): string[] {
  const within = (elements: Element[]): string[] =>
    elements.flatMap((element) => {
      if (!isPluralElement(element) && !isSelectElement(element)) return []
      return Object.values(element.options).flatMap(({ value, location }) => [
        message.slice(location!.start.offset + 1, location!.end.offset - 1),
        ...within(value),
      ])
    })
  return within(parse(message, { ignoreTag: true, captureLocation: true }))
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
  const module = await import(new URL(file, folder).href)
  for (const [name, value] of Object.entries(module)) {
    const texts = (value as { texts?: Record<string, Record<string, string>> }).texts
    if (!texts) continue
    describe(`catalogue ${name}`, () => {
      for (const lang of ['fi', 'sv', 'en'])
        it(`parses and names the same arguments in ${lang}`, () => {
          for (const [key, finnish] of Object.entries(texts.fi!)) {
            const message = texts[lang]![key]
            expect(message, `${lang} ${key}`).toBeTruthy()
            const own = new Set(argumentsOf(parse(message!, { ignoreTag: true })))
            const wanted = new Set(argumentsOf(parse(finnish, { ignoreTag: true })))
            expect(own, `${lang} ${key}`).toEqual(wanted)
            if (/plural|select/.test(message!))
              for (const part of subMessages(message!)) expect(part, `${lang} ${key}`).toMatch(/[ #]/)
          }
        })
      it('holds the same keys in every language', () => {
        expect(Object.keys(texts.sv!).sort()).toEqual(Object.keys(texts.fi!).sort())
        expect(Object.keys(texts.en!).sort()).toEqual(Object.keys(texts.fi!).sort())
      })
    })
  }
}
