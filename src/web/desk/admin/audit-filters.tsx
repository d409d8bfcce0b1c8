import { AUDIT_EVENTS } from '../../../custody/audit-events.ts'
import { admin } from '../../../language/catalogues/admin.ts'
import { auditLog } from '../../../language/catalogues/audit-log.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Lang } from '../../../language/lang.ts'
import {
  Button,
  DateField,
  Details,
  errorOf,
  type FieldError,
  Form,
  HiddenFields,
  Select,
  TextField,
} from '../../ui/parts.ts'
import { type AuditFilter, addressOf, isNarrowed } from './audit-filter.ts'
import { eventWords } from './audit-words.ts'

interface Props {
  lang: Lang
  filter: AuditFilter
  errors: readonly FieldError[]
  /** The office's people by id. */
  names: ReadonlyMap<string, string>
}

/** Narrows the log by person, event, case and days; what is asked for stands in the address. */
export function AuditFilters({ lang, filter, errors, names }: Props) {
  const t = auditLog(lang)
  const say = admin(lang)
  const narrowed = isNarrowed(filter)
  const shared = { lang, empty: t('any') }
  const people = [...names].map(([value, label]) => ({ value, label }))
  const kinds = (['client', 'system', 'anonymous'] as const).map((value) => ({
    value,
    label: say(`by-${value}`),
  }))
  const events = AUDIT_EVENTS.map((value) => ({ value, label: eventWords(value, lang) }))
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, lang)
  return (
    <div class="av-filters">
      <Details summary={narrowed ? t('filters-on') : t('filters')} open={narrowed}>
        <Form lang={lang} method="get" action="/desk/admin/audit">
          {filter.area && <HiddenFields values={{ area: filter.area }} />}
          <div class="av-flow">
            <div class="av-tools">
              <Select
                {...shared}
                name="who"
                label={t('person')}
                value={filter.who}
                options={[...people.sort(byLabel), ...kinds]}
              />
              <Select
                {...shared}
                name="event"
                label={t('event')}
                value={filter.event}
                options={events.sort(byLabel)}
              />
              <TextField
                lang={lang}
                name="number"
                label={t('case')}
                value={filter.number}
                width={20}
                autocomplete="off"
                spellcheck={false}
                error={errorOf([...errors], 'number')}
              />
            </div>
            <div class="av-tools">
              <DateField
                lang={lang}
                name="from"
                label={t('from')}
                value={filter.from}
                error={errorOf([...errors], 'from')}
              />
              <DateField
                lang={lang}
                name="to"
                label={t('to')}
                value={filter.to}
                error={errorOf([...errors], 'to')}
              />
              <Button look="secondary">{ui(lang)('filter')}</Button>
              {narrowed && (
                <a href={`/desk/admin/audit${addressOf({ ...readArea(filter) })}`}>
                  {ui(lang)('clear-filters')}
                </a>
              )}
            </div>
          </div>
        </Form>
      </Details>
    </div>
  )
}

const NOTHING = { day: '', month: '', year: '' }
/** The kind of thing alone, nothing else narrowed. */
export const readArea = ({ area }: AuditFilter): AuditFilter => ({
  area,
  who: '',
  event: '',
  number: '',
  from: NOTHING,
  to: NOTHING,
})
