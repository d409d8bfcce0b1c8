import { officeRules } from '../../../cases/index.ts'
import { countyName } from '../../../classification/index.ts'
import { inOffice } from '../../../custody/transaction.ts'
import { directory } from '../../../language/catalogues/directory.ts'
import type { Lang } from '../../../language/lang.ts'
import { RULES, type Rule } from '../../../law/index.ts'
import type { Web } from '../../context.ts'
import { Button, Form, HiddenFields, Select } from '../../ui/parts.ts'
import type { PortalContext } from '../frame.tsx'
import { type Office, readOffice } from '../office.ts'

/** Whose contact details and rules hold for the one who asks. */
export interface Here {
  /** County code: the only one served, or the one chosen. */
  county?: string
  /** Chosen by the person, so it goes along in addresses; a county has so many people that it tells nobody. */
  chosen: boolean
  office?: Office
  /** Those of the office, which may have corrected a rule or taken back that it is certain; else the built-in ones. */
  rules: readonly Rule[]
}

export async function hereOf(c: PortalContext, web: Web): Promise<Here> {
  const served = web.house.organisations
  const asked = served.find((code) => code === c.req.query('county'))
  const county = served.length === 1 ? served[0] : asked
  if (!county) return { chosen: false, rules: RULES }
  return {
    county,
    chosen: served.length > 1,
    office: await readOffice(web.house, county, c.var.lang),
    rules: await inOffice(web.house, county, { kind: 'anonymous' }, officeRules),
  }
}

/** An address or a query with the chosen county in it. */
export function inArea(address: string, { chosen, county }: Here): string {
  if (!chosen || !county) return address
  return `${address}${address.includes('?') || address.includes('=') ? '&' : '?'}county=${county}`
}

/** Chooses the area whose numbers are shown; nothing where only one is served. */
export function AreaChoice({
  lang,
  served,
  here,
  action,
  query,
}: {
  lang: Lang
  served: readonly string[]
  here: Here
  action: string
  /** What else stands in the address. */
  query: URLSearchParams | string
}) {
  if (served.length < 2) return null
  const t = directory(lang)
  return (
    <Form lang={lang} method="get" action={action}>
      <HiddenFields values={Object.fromEntries(new URLSearchParams(query))} />
      <div class="av-area av-no-print">
        <Select
          lang={lang}
          name="county"
          label={t('choose-own')}
          options={served
            .map((code) => ({ value: code, label: countyName(code, lang) }))
            .sort((a, b) => a.label.localeCompare(b.label, lang))}
          value={here.county}
        />
        <Button look="secondary">{t('show-own')}</Button>
      </div>
    </Form>
  )
}
