import type { BenefitGap } from '../../database/generated/client.ts'
import { dateInFinland } from '../../language/formats.ts'

/** The day in Finland (ISO) on which a gap was closed; undefined while it is open. */
export const closedOn = ({ closedAt }: Pick<BenefitGap, 'closedAt'>): string | undefined =>
  closedAt ? dateInFinland(closedAt).toString() : undefined
