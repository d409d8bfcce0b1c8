import type { Temporal } from 'temporal-polyfill'

/** How a document came. `none`: the given day is already the day it counts as known. */
export const SERVICES = ['letter', 'e-notice', 'handed', 'none'] as const
export type Service = (typeof SERVICES)[number]

/**
 * Days from sending until the document counts as known, unless shown otherwise.
 * letter: Administrative Procedure Act 434/2003, 59 § (7th day); e-notice: act 13/2003, 19 § (3rd day). Both read
 * on saadospalvelu.fi. The reform that puts electronic notice first (HE 124/2025) keeps the day; its date of entry
 * into force is not known here.
 */
const DAYS: Readonly<Record<Service, number>> = { letter: 7, 'e-notice': 3, handed: 0, none: 0 }

/** The day a document sent on `from` counts as known. Holidays do not move it. */
export function presumedService(from: Temporal.PlainDate, service: Service): Temporal.PlainDate {
  return from.add({ days: DAYS[service] })
}

export function isService(value: string): value is Service {
  return (SERVICES as readonly string[]).includes(value)
}
