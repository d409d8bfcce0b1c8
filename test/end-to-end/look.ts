import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeViolations, picture, tooWide } from './browser.ts'

/** A phone's width and a desk's. */
export const WIDTHS = [375, 1280] as const

/**
 * The page as it stands, as narrow as a phone and as wide as a desk: nothing for axe, nothing sticking out, and a
 * picture. One walk shows both, and axe is brought into a page once. Without scripts axe cannot run.
 */
export async function look(page: Page, name: string, { javaScript = true } = {}): Promise<void> {
  const before = page.viewportSize()!
  for (const width of [before.width, ...WIDTHS.filter((width) => width !== before.width)]) {
    await page.setViewportSize({ ...before, width })
    await picture(page, `${width}-${name}`)
    expect(await tooWide(page), `${name}, ${width} wide`).toBeLessThanOrEqual(0)
    if (javaScript) expect(await axeViolations(page), `${name}, ${width} wide`).toEqual([])
  }
  await page.setViewportSize(before)
}
