import type { SearchResult } from '../../../cases/index.ts'
import { codeList, DIMENSION } from '../../../classification/index.ts'
import { desk } from '../../../language/catalogues/desk.ts'
import { search } from '../../../language/catalogues/search.ts'
import { ui } from '../../../language/catalogues/ui.ts'
import type { Lang } from '../../../language/lang.ts'
import { Button, Checkbox, DateField, Details, errorOf, Form, Select, TextField } from '../../ui/parts.ts'
import { ownMunicipalities } from '../queue.tsx'
import type { Asked } from './asked.ts'

interface FormProps {
  lang: Lang
  asked: Asked
  /** counts by code are taken from it, when everything found was counted */
  result?: SearchResult
  organisation: string
  handlers: readonly { value: string; label: string }[]
}

/** What is searched for and by which codes it is narrowed. Sent by POST: no name and no word stands in an address. */
export function SearchForm(props: FormProps) {
  const { lang, asked, result } = props
  const t = search(lang)
  return (
    <search>
      <Form lang={lang} action="/desk/search">
        <div class="av-flow">
          <TextField
            lang={lang}
            name="q"
            label={t('label')}
            hint={t('hint')}
            type="search"
            value={asked.search.text}
            error={errorOf(asked.errors, 'q')}
            autofocus={!result && !asked.errors.length}
            autocomplete="off"
            spellcheck={false}
          />
          <Details
            summary={asked.narrowed ? desk(lang)('filters-on') : desk(lang)('filters')}
            open={asked.narrowed || asked.errors.some(({ field }) => field !== 'q')}
          >
            <Filters {...props} />
          </Details>
          <div>
            <Button icon="search">{ui(lang)('search')}</Button>
          </div>
          <Details summary={t('help-title')}>
            <ul>
              <li>{t('help-forms')}</li>
              <li>{t('help-compound')}</li>
              <li>{t('help-all')}</li>
              <li>{t('help-kept')}</li>
            </ul>
          </Details>
        </div>
      </Form>
    </search>
  )
}

function Filters({ lang, asked, result, organisation, handlers }: FormProps) {
  const t = search(lang)
  const { only } = asked.search
  const shared = { lang, empty: desk(lang)('any') }
  const counted = counter(result)
  const options = (field: keyof Counted, list: readonly { value: string; label: string }[]) =>
    list.map(({ value, label }) => {
      const n = counted?.(field, value)
      return { value, label: n ? t('counted', { label, n }) : label }
    })
  const tasks = codeList('serviceTask').map((code) => ({ value: code.code, label: code[lang] }))
  return (
    <div class="av-flow">
      <div class="av-tools">
        <Select
          {...shared}
          name="kind"
          label={desk(lang)('field-kind')}
          value={only.kind}
          options={options(
            'kind',
            (['advice', 'complaint'] as const).map((value) => ({
              value,
              label: desk(lang)(`kind-${value}`),
            })),
          )}
        />
        <Select
          {...shared}
          name="state"
          label={t('state')}
          value={only.state}
          options={options(
            'state',
            (['open', 'waiting', 'closed'] as const).map((value) => ({ value, label: t(`state-${value}`) })),
          )}
        />
        <Select
          {...shared}
          name="serviceTask"
          label={DIMENSION.serviceTask.name[lang]}
          value={only.serviceTask}
          options={options('serviceTask', tasks)}
        />
        <Select
          {...shared}
          name="municipality"
          label={DIMENSION.municipality.name[lang]}
          value={only.municipality}
          options={options('municipality', ownMunicipalities(organisation, lang))}
        />
        <Select
          {...shared}
          name="handler"
          label={t('handler')}
          value={only.handler}
          options={options('handler', [{ value: 'nobody', label: t('nobody') }, ...handlers])}
        />
        <Checkbox name="urgent" label={desk(lang)('field-urgent')} checked={only.urgent} />
      </div>
      <div class="av-flow">
        <DateField
          lang={lang}
          name="from"
          label={t('from')}
          value={asked.from}
          error={errorOf(asked.errors, 'from')}
        />
        <DateField
          lang={lang}
          name="until"
          label={t('until')}
          value={asked.until}
          error={errorOf(asked.errors, 'until')}
        />
      </div>
    </div>
  )
}

interface Counted {
  kind: string
  state: string
  serviceTask: string
  municipality: string
  handler: string
}

/** How many of what was found bear a code; undefined while not everything was counted. */
function counter(
  result: SearchResult | undefined,
): ((field: keyof Counted, value: string) => number) | undefined {
  if (!result || result.more) return undefined
  return (field, value) =>
    result.all.filter((one) => {
      if (field === 'state')
        return value === 'closed' ? one.closed : value === 'waiting' ? one.waiting : !one.closed
      if (field === 'handler') return (one.handlerId ?? 'nobody') === value
      return one[field] === value
    }).length
}
