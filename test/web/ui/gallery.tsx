import { Hono } from 'hono'
import type { Lang } from '../../../src/language/lang.ts'
import type { WebEnv } from '../../../src/web/context.ts'
import {
  Alert,
  Breadcrumbs,
  Button,
  ButtonRow,
  ChartFigure,
  Checkbox,
  Checkboxes,
  Confirm,
  CopyButton,
  DateField,
  DeskLayout,
  Details,
  EmptyState,
  ErrorSummary,
  Flash,
  Form,
  KeyFigures,
  LinkButton,
  Pager,
  PortalLayout,
  PrintButton,
  ProgressBar,
  QuestionProgress,
  Radios,
  Select,
  Steps,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextField,
  Timeline,
  UrgentPanel,
} from '../../../src/web/ui/parts.ts'
import { pageRenderer } from '../../../src/web/ui/renderer.tsx'

const errors = [
  { field: 'mail', message: 'Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi.' },
  { field: 'born', message: 'Anna päivä, joka on olemassa.' },
]
const FRUIT = [
  { value: 'apple', label: 'Omena', words: 'hedelmä' },
  { value: 'orange', label: 'Appelsiini', hint: 'sitrus', words: 'hedelmä' },
  { value: 'akebia', label: 'Äkebia' },
  { value: 'carrot', label: 'Porkkana', words: 'juures' },
]

/** Every part on two pages, for looking at and for axe; `/portal` and `/desk`, `?lang=`. */
export const gallery = new Hono<WebEnv>()
  .use(pageRenderer)
  .get('/portal', (c) => c.render(<PortalGallery lang={c.var.lang} />))
  .get('/desk', (c) => c.render(<DeskGallery lang={c.var.lang} />))
  .get('/confirm', (c) =>
    c.render(
      <DeskLayout lang={c.var.lang} title="Päätä asia" user={{ name: 'Maija Meikäläinen' }}>
        <Confirm
          lang={c.var.lang}
          title="Päätetäänkö asia?"
          action="/desk"
          confirm="Päätä asia"
          danger
          cancelHref="/desk"
        >
          <p>Asia päättyy, ja asiakas saa siitä ilmoituksen.</p>
        </Confirm>
      </DeskLayout>,
    ),
  )
  .post('/sent', async (c) => c.json(await c.req.parseBody({ all: true })))

function PortalGallery({ lang }: { lang: Lang }) {
  return (
    <PortalLayout
      lang={lang}
      title="Osat"
      path="/portal"
      hasErrors
      demo
      office={{
        name: 'Pirkanmaan sosiaaliasiavastaava',
        phone: '03 123 4567',
        phoneHours: 'ma–to 9–11',
        email: 'a@example.org',
      }}
      nav={[
        { href: '/fi', label: 'Etusivu', current: true },
        { href: '/fi/follow', label: 'Seuraa asiaasi', count: 2 },
      ]}
      back="/fi"
    >
      <div class="av-flow">
        <QuestionProgress lang={lang} n={3} total={8} />
        <ErrorSummary lang={lang} errors={errors} />
        <h1>Kaikki osat</h1>
        <p class="av-lead">Tältä sivulta näkee, että osat sopivat yhteen.</p>
        <Alert title="Hyvä tietää">
          <p>Palvelu on maksuton.</p>
        </Alert>
        <Form lang={lang} action="/sent" guarded>
          <div class="av-flow">
            <TextField lang={lang} name="nimi" label="Nimi" hint="Etunimi ja sukunimi" autocomplete="name" />
            <TextField
              lang={lang}
              name="mail"
              label="Sähköposti"
              type="email"
              error={errors[0]!.message}
              value="aino@"
            />
            <DateField lang={lang} name="born" label="Milloin?" error={errors[1]!.message} />
            <Radios
              lang={lang}
              name="whose"
              label="Kenen asia?"
              look="cards"
              choices={[
                { value: 'me', label: 'Omani', hint: 'Kerron omasta asiastani' },
                {
                  value: 'kin',
                  label: 'Läheiseni',
                  reveal: <TextField lang={lang} name="kin-name" label="Kuka?" />,
                },
                { value: 'unknown', label: 'En tiedä', apart: true },
              ]}
              value="kin"
            />
            <Checkboxes
              lang={lang}
              name="reach"
              label="Miten tavoitamme?"
              optional
              choices={FRUIT}
              look="columns"
            />
            <Checkbox name="copy" label="Lähetä kopio" hint="Sähköpostiisi" />
            <TextArea lang={lang} name="text" label="Mitä tapahtui?" maxLength={200} />
            <ButtonRow>
              <Button>Jatka</Button>
              <Button look="secondary" formnovalidate>
                Tallenna
              </Button>
              <LinkButton href="/fi" look="tertiary">
                Etusivulle
              </LinkButton>
            </ButtonRow>
          </div>
        </Form>
        <UrgentPanel lang={lang} calls={[{ number: '112', who: 'Hätänumero, aina' }]}>
          <p>Soita heti.</p>
        </UrgentPanel>
        <Steps
          lang={lang}
          steps={[
            { label: 'Saapunut', state: 'done' },
            { label: 'Käsittelyssä', state: 'current', detail: 'Vastaus viimeistään 8.12.' },
            { label: 'Vastattu', state: 'coming' },
          ]}
        />
        <p class="av-secret" id="code">
          1234 5678 9012 3456
        </p>
        <div class="av-tools">
          <CopyButton lang={lang} from="code" />
          <PrintButton lang={lang} />
        </div>
      </div>
    </PortalLayout>
  )
}

function DeskGallery({ lang }: { lang: Lang }) {
  const rows = [
    { n: 'AV-2026-000001-1', state: 'Saapunut', days: 3 },
    { n: 'AV-2026-000002-9', state: 'Odottaa viranomaista', days: 12 },
  ]
  return (
    <DeskLayout
      lang={lang}
      title="Osat"
      user={{ name: 'Maija Meikäläinen', role: 'Asiavastaava, Pirkanmaa' }}
      organisation="Pirkanmaan hyvinvointialue"
      section="queue"
      counts={{ queue: 4 }}
      back="/desk"
    >
      <Flash>Tallennettu.</Flash>
      <Breadcrumbs lang={lang} items={[{ label: 'Työjono', href: '/desk' }, { label: 'Osat' }]} />
      <div class="av-bar">
        <div>
          <h1>Osat</h1>
        </div>
        <div class="av-tools">
          <LinkButton href="/desk" icon="download" look="secondary">
            Lataa
          </LinkButton>
        </div>
      </div>
      <Tabs
        label="Näkymät"
        items={[
          { href: '?1', label: 'Omat', current: true, count: 3 },
          { href: '?2', label: 'Kaikki' },
        ]}
      />
      <Table
        caption="Asiat"
        captionHidden
        stack
        alertOf={(row) => (row.days < 5 ? 'danger' : undefined)}
        columns={[
          { label: 'Numero', rowHeader: true, cell: (row) => <a href="/desk">{row.n}</a> },
          { label: 'Tila', cell: (row) => <Tag tone="info">{row.state}</Tag> },
          { label: 'Päiviä', numeric: true, cell: (row) => row.days },
        ]}
        rows={rows}
      />
      <Pager lang={lang} nextHref="?after" shown={{ from: 1, to: 2 }} />
      <div class="av-columns" data-side>
        <div class="av-panel av-flow">
          <h2>Lomake</h2>
          <Form lang={lang} action="/sent" guarded id="form">
            <div class="av-grid">
              <Select lang={lang} name="one" label="Yksi" options={FRUIT} typeahead />
              <Select
                lang={lang}
                name="many"
                label="Monta"
                options={FRUIT}
                typeahead
                multiple
                values={['apple']}
              />
              <Select
                lang={lang}
                name="plain"
                label="Tavallinen"
                options={[{ group: 'Ryhmä', options: FRUIT }]}
              />
            </div>
            <ButtonRow>
              <Button shortcut="Ctrl+Enter">Tallenna</Button>
              <Button look="secondary" danger>
                Poista
              </Button>
            </ButtonRow>
          </Form>
        </div>
        <aside class="av-panel av-flow" aria-label="Lisätietoja">
          <SummaryList
            lang={lang}
            rows={[
              { label: 'Kunta', value: 'Tampere', changeHref: '/desk' },
              { label: 'Palvelu', value: '' },
            ]}
          />
          <Details summary="Lisää">
            <p>Tässä on lisää.</p>
          </Details>
        </aside>
      </div>
      <section class="av-panel av-flow">
        <h2>Aikajana</h2>
        <Timeline
          lang={lang}
          entries={[
            { at: new Date('2026-11-24T08:00:00Z'), kind: 'client', text: 'Päätös viipyy.\nMitä teen?' },
            { at: new Date('2026-11-24T09:00:00Z'), kind: 'note', text: 'Soitetaan huomenna.' },
            { at: new Date('2026-11-24T09:30:00Z'), kind: 'read' },
          ]}
        />
      </section>
      <section class="av-panel av-flow">
        <h2>Luvut</h2>
        <KeyFigures figures={[{ label: 'Yhteydenotot', value: '1 234', note: '+12 %' }]} />
        <ChartFigure
          lang={lang}
          caption="Kuukausittain"
          svg='<svg viewBox="0 0 10 10" role="img" aria-label="kuva"><rect width="5" height="5"/></svg>'
        >
          <p>Taulukko</p>
        </ChartFigure>
        <ProgressBar label="Tuodaan" value={2} max={5} />
      </section>
      <EmptyState title="Ei mitään tänään">
        <p>Kaikki on hoidettu.</p>
      </EmptyState>
    </DeskLayout>
  )
}
