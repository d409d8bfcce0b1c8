import type { Text3 } from '../language/lang.ts'
import { ALAND, countyOf } from './places.ts'

/**
 * Where a person of a municipality turns to.
 * `served`: this installation holds the county's office. `elsewhere`: another office does. `aland`: Åland has
 * its own. `unknown`: no such municipality.
 */
export type OfficeFor =
  | { kind: 'served'; county: string }
  | { kind: 'elsewhere'; county: string }
  | { kind: 'aland'; text: Text3 }
  | { kind: 'unknown' }

/**
 * Source: the agency's own site, ombudsman.ax (its ombudsman for clients advises clients of social care and
 * helps with objections). The details are left to the agency.
 */
export const ALAND_ANSWER: Text3 = {
  fi: 'Ahvenanmaalla on oma lainsäädäntönsä, eikä mantereen sosiaaliasiavastaava voi hoitaa asiaasi. Ota yhteyttä Ahvenanmaan asiamiesviranomaiseen (Ålands ombudsmannamyndighet, www.ombudsman.ax). Se neuvoo sosiaalihuollon asiakkaita Ahvenanmaalla.',
  sv: 'Åland har egen lagstiftning, och ett socialombud på fastlandet kan inte sköta ditt ärende. Kontakta Ålands ombudsmannamyndighet (www.ombudsman.ax). Den ger råd till klienter inom socialvården på Åland.',
  en: 'Åland has its own legislation, and a social ombudsman on the mainland cannot deal with your matter. Please contact the Åland Ombudsman Authority (Ålands ombudsmannamyndighet, www.ombudsman.ax). It advises clients of social services in Åland.',
}

/** Which office looks after a municipality, given the county codes served by this installation. */
export function officeFor(municipality: string, served: readonly string[]): OfficeFor {
  const county = countyOf(municipality)
  if (county === undefined) return { kind: 'unknown' }
  if (county === ALAND) return { kind: 'aland', text: ALAND_ANSWER }
  return { kind: served.includes(county) ? 'served' : 'elsewhere', county }
}
