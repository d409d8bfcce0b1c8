import { attachmentTexts } from '../../../language/catalogues/attachments.ts'
import { sizeText } from '../../files/fault-text.ts'
import { FileField } from '../../files/file-field.tsx'
import { Button, Checkboxes, errorOf, Hint } from '../../ui/parts.ts'
import type { Asked, Question } from './question.ts'

/** Files to go along: chosen, listed, taken away again. Those of a form taken up again are asked about first. */
export const files: Question = {
  id: 'files',
  fields: [],
  upload: true,
  optional: true,
  title: (lang) => attachmentTexts(lang)('title'),
  View: ({ lang, draft, errors, scans }: Asked) => {
    const t = attachmentTexts(lang)
    const all = draft.files ?? []
    const asked = all.filter(({ confirmed }) => !confirmed)
    const sure = all.filter(({ confirmed }) => confirmed)
    return (
      <>
        {/* What Enter presses: the first button there is, which must not be one that removes a file. */}
        <button type="submit" name="go" value="add" hidden />
        <h1>{t('title')}</h1>
        <Hint name="title">
          <p>{t('lead')}</p>
          {scans && <p>{t('scan-on')}</p>}
        </Hint>
        {asked.length > 0 && (
          <>
            <input type="hidden" name="asked" value="yes" />
            <Checkboxes
              lang={lang}
              name="confirmed"
              label={t('confirm')}
              hint={t('confirm-hint')}
              choices={asked.map(({ id, name, size }) => ({
                value: id,
                label: name,
                hint: sizeText(lang, size),
              }))}
              error={errorOf(errors, 'confirmed')}
            />
          </>
        )}
        {sure.length > 0 && (
          <section class="av-flow" aria-labelledby="added">
            <h2 id="added">{t('added')}</h2>
            <ul class="av-files">
              {sure.map(({ id, name, size }) => (
                <li>
                  <span class="av-file-name">
                    {name} <span class="av-hush">{sizeText(lang, size)}</span>
                  </span>
                  <Button look="tertiary" name="go" value={`remove:${id}`}>
                    <span aria-hidden="true">{t('remove')}</span>
                    <span class="ds-sr-only">{t('remove-named', { name })}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <FileField lang={lang} errors={errors} label={t('choose')} />
        <div>
          <Button look="secondary" name="go" value="add">
            {t('add')}
          </Button>
        </div>
      </>
    )
  },
  check: ({ lang, draft }) =>
    draft.files?.some(({ confirmed }) => !confirmed)
      ? [{ field: 'confirmed', message: attachmentTexts(lang)('confirm-missing') }]
      : [],
  rows: ({ lang, draft }) => {
    const t = attachmentTexts(lang)
    const sure = (draft.files ?? []).filter(({ confirmed }) => confirmed)
    const value = sure.map(({ name, size }) => `${name} (${sizeText(lang, size)})`).join('\n')
    return [{ label: t('row'), value: value || t('row-none'), typed: true }]
  },
}
