import { raw } from 'hono/html'
import type { GapFile } from '../../../cases/index.ts'
import { gapCodeName } from '../../../classification/index.ts'
import { toSvg } from '../../../documents/charts/svg.ts'
import { drawWay } from '../../../documents/charts/way.ts'
import { gaps } from '../../../language/catalogues/gaps.ts'
import { formatDate } from '../../../language/formats.ts'
import type { Lang } from '../../../language/lang.ts'
import { type HandOff, inOrder, oddDays } from '../../../law/index.ts'
import { Alert, Table } from '../../ui/parts.ts'

/** The client's way from authority to authority: drawn, with its table beside it, and every loop in words. */
export function Way({ lang, file }: { lang: Lang; file: GapFile }) {
  const t = gaps(lang)
  const { loops, authorities, count } = file.figures.handOffs
  const way = inOrder(file.input.handOffs)
  if (way.length === 0) return <p class="av-hush">{t('way-none')}</p>
  const name = (code: string) => gapCodeName('authority', code, lang)
  const inLoop = new Set(
    loops.flatMap(({ authorities: met }) => met.slice(1).map((to, n) => `${met[n]} ${to}`)),
  )
  const alt = t('loop-alt', {
    count,
    n: authorities.length,
    way: way.map(({ from, to }) => `${name(from)} → ${name(to)}`).join(', '),
  })
  const drawing = drawWay(
    authorities.map(name),
    way.map(({ from, to }) => ({ from: name(from), to: name(to), loop: inLoop.has(`${from} ${to}`) })),
  )
  const odd = oddDays(file.input)
  return (
    <>
      {odd.length > 0 && (
        <Alert tone="warning" title={t('odd-title')} level={3}>
          <ul>
            {odd.map(({ on, why, than }) => (
              <li>{t(`odd-${why}`, { day: formatDate(lang, on), than: formatDate(lang, than) })}</li>
            ))}
          </ul>
        </Alert>
      )}
      {loops.length === 0 ? (
        <p>{t('loop-none')}</p>
      ) : (
        <ul class="av-loops">
          {loops.map(({ authorities: met }) => (
            <li>
              <strong>{t('loop-found', { way: met.map(name).join(' → ') })}</strong>
            </li>
          ))}
        </ul>
      )}
      <div class="av-hops">
        <div>{raw(toSvg(drawing, 'way-drawing', t('loop-title'), alt))}</div>
        <Table
          caption={t('way-table')}
          captionHidden
          columns={[
            {
              label: t('col-from'),
              rowHeader: true,
              cell: (row) => (
                <span>
                  {row.n}. {name(row.from)}
                </span>
              ),
            },
            {
              label: t('col-to'),
              cell: (row) => (
                <span>
                  {name(row.to)}
                  <span class="av-second">
                    {[row.on && formatDate(lang, row.on), row.remark].filter(Boolean).join(', ')}
                  </span>
                </span>
              ),
            },
          ]}
          rows={remarked(way, { again: t('loop-again'), closes: t('loop-closes') })}
        />
      </div>
    </>
  )
}

/** Each step with its number and what is to be said of it. */
function remarked(way: readonly HandOff[], words: { again: string; closes: string }) {
  const met = new Set<string>()
  const first = way[0]?.from
  return way.map((step, index) => {
    met.add(step.from)
    const again = met.has(step.to)
    met.add(step.to)
    const remark = again ? (step.to === first ? words.closes : words.again) : ''
    return { ...step, n: index + 1, remark }
  })
}
