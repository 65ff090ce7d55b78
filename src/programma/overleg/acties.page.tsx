import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import { alsDate } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { zetActie } from '#programma/overleg/acties.flow.ts'
import { Actiestatus, Actietabel, Actievelden, overlegnaam } from '#programma/overleg/delen.tsx'
import { leesActie } from '#programma/overleg/invoer.ts'
import { findActies, findActiestappen, findOverleggen } from '#programma/overleg/overleg.store.ts'
import { type Actie, actievolgorde, actiewoord, isLopend, isOverTijd } from '#programma/overleg/overleg.ts'
import { ACTIEZIN } from '#programma/overleg/teksten.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  maakPad,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { maakInhoud } from '#programma/tabellen/vorm.ts'
import { downloadsBij, tabelbestand, VORMPAD } from '#programma/vastleggen/bestand.ts'
import { alsGezien, type VeldFout, type Waarden } from '#programma/wijzigen/velden.ts'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Formulier, foutVan } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Keuzerondjes, KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Alle acties, en één actie met haar geschiedenis: wie doet wat, en wanneer is het klaar. */

const WELKE = { lopend: 'Lopend', over: 'Over tijd', klaar: 'Afgerond', alle: 'Alle' } as const
type Welke = keyof typeof WELKE
const isWelke = (tekst: string): tekst is Welke => tekst in WELKE
type Vraag = { welke: Welke; rol: string }
type Invoer = { waarden: Waarden; fouten: readonly VeldFout[] }
const NUMMERPAD = '/acties/:nummer{[0-9]{1,6}}'

export function actiesPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('overleg.lezen', '/acties', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const acties = await van.bezoek.db.lees((lezer) => findActies(lezer, van.kop.id))
    return c.html(<Lijstpagina van={van} alle={acties} vraag={leesVraag(c)} />)
  })
  routes.get(
    'overleg.lezen',
    `/acties/bestand/${VORMPAD}`,
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const alle = await van.bezoek.db.lees((lezer) => findActies(lezer, van.kop.id))
      const gekozen = kies(alle, leesVraag(c), van)
      return tabelbestand(kamer, van, c.req.param('vorm'), 'acties', actietabel(van, gekozen)) ?? c.notFound()
    },
    { tempo: 'duur' },
  )
  routes.get('overleg.lezen', NUMMERPAD, (c) => toonEen(c, kamer, undefined))
  routes.post('actie.bijwerken', NUMMERPAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const { gezien = '', ...waarden } = await leesFormulier(c)
    const actie = leesActie(waarden)
    if (!actie.ok) return toonEen(c, kamer, { waarden, fouten: actie.reden }, 400)
    const nummer = Number(c.req.param('nummer'))
    const wijziging = { ...actie.waarde, nummer, gezien: alsGezien(gezien) }
    const uitkomst = await zetActie(van.bezoek, van.kop.id, wijziging)
    if (uitkomst.ok) return c.redirect(maakPad(van.kop, undefined)(`/acties/${nummer}`), 303)
    const { code } = uitkomst.reden
    if (code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
    const veld = code === 'reden_ontbreekt' ? 'reden' : 'stand'
    const status = code === 'intussen_gewijzigd' ? 409 : code === 'actie_onbekend' ? 404 : 400
    return toonEen(c, kamer, { waarden, fouten: [{ veld, tekst: ACTIEZIN[code] }] }, status)
  })
}

function leesVraag(c: Context<Omgeving>): Vraag {
  const { welke = '', rol = '' } = c.req.query()
  return { welke: isWelke(welke) ? welke : 'lopend', rol }
}

const kies = (acties: readonly Actie[], { welke, rol }: Vraag, { vandaag }: Planbezoek): Actie[] =>
  actievolgorde(
    acties.filter(
      (actie) =>
        (rol === '' || actie.rol === rol) &&
        (welke === 'alle' ||
          (welke === 'lopend' && isLopend(actie)) ||
          (welke === 'klaar' && !isLopend(actie)) ||
          (welke === 'over' && isOverTijd(actie, vandaag))),
    ),
  )

function Lijstpagina({ van, alle, vraag }: { van: Planbezoek; alle: readonly Actie[]; vraag: Vraag }) {
  const gekozen = kies(alle, vraag, van)
  const over = alle.filter((actie) => isOverTijd(actie, van.vandaag)).length
  const naar = formulierNaar(van, '/acties')
  return (
    <Planpagina
      van={van}
      titel="Acties"
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Overleg', href: van.pad('/overleg') },
      ]}
    >
      <Paginakop
        titel="Acties"
        lead={`${telwoord(alle.filter(isLopend).length, 'actie loopt', 'acties lopen')}, ${over === 0 ? 'en geen enkele is over tijd' : `waarvan ${over} over tijd`}.`}
      />
      {alle.length === 0 ? (
        <LegeStaat titel="Er zijn nog geen acties">
          Een actie wordt afgesproken in een overleg, bij een punt op de agenda.
        </LegeStaat>
      ) : (
        <>
          <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Acties kiezen">
            <KeuzeVeld
              naam="welke"
              label="Welke"
              waarde={vraag.welke}
              keuzes={Object.entries(WELKE).map(([waarde, tekst]) => ({ waarde, tekst }))}
            />
            <KeuzeVeld
              naam="rol"
              label="Wie"
              leeg="Iedereen"
              waarde={vraag.rol}
              keuzes={[...new Set(alle.map(({ rol }) => rol))]
                .toSorted()
                .map((rol) => ({ waarde: rol, tekst: rol }))}
            />
            <Knop soort="tweede">Toon</Knop>
          </Formulier>
          <Actietabel
            van={van}
            acties={eersteRijen(gekozen)}
            bijschrift={telwoord(gekozen.length, 'actie', 'acties')}
            leeg="Geen enkele actie past bij deze keuze."
          />
          <Afgekapt aantal={gekozen.length}>Kies wie, of haal het bestand hieronder.</Afgekapt>
          <Downloads waarvan="acties" downloads={downloadsBij(van.pad, '/acties/bestand', { ...vraag })} />
        </>
      )}
    </Planpagina>
  )
}

async function toonEen(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  invoer: Invoer | undefined,
  status: 200 | 400 | 404 | 409 = 200,
): Promise<Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const { stappen, overleg } = await van.bezoek.db.lees(async (lezer) => {
    const gelezen = await findActiestappen(lezer, van.kop.id, Number(c.req.param('nummer')))
    const nummer = gelezen[0]?.overleg
    const bij = nummer == null ? [] : await findOverleggen(lezer, van.kop.id, { nummer })
    return { stappen: gelezen, overleg: bij[0] }
  })
  const [actie] = stappen
  if (actie === undefined)
    return foutAntwoord(c, 'niet_gevonden', {
      titel: 'Deze actie is er niet',
      zin: 'Er is geen actie met dit nummer.',
    })
  return c.html(
    <Planpagina
      van={van}
      titel={`Actie A${actie.nummer}`}
      fout={status !== 200}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Acties', href: van.pad('/acties') },
      ]}
    >
      <Paginakop
        titel={actie.wat}
        code={`A${actie.nummer}`}
        bij={<Actiestatus actie={actie} vandaag={van.vandaag} />}
        lead={actie.reden ?? 'Wat is afgesproken, wie het doet en hoe ver het is.'}
      />
      <Feiten
        feiten={[
          { label: 'Wie doet het', waarde: actie.rol },
          { label: 'Uiterlijk klaar op', waarde: toonDatum(actie.uiterlijk) },
          {
            label: 'Afgesproken in',
            waarde:
              overleg === undefined ? (
                'geen overleg'
              ) : (
                <Link href={van.pad(`/overleg/${overleg.nummer}`)}>{overlegnaam(overleg)}</Link>
              ),
            bij: actie.punt === null ? undefined : `bij punt ${actie.punt}`,
          },
        ]}
      />
      <Geschiedenis stappen={stappen} />
      {van.mag('actie.bijwerken') && <Bijwerken van={van} actie={actie} invoer={invoer} />}
    </Planpagina>,
    status,
  )
}

const STANDNAAM = { open: 'nog te doen', bezig: 'bezig', klaar: 'klaar', vervallen: 'vervallen' } as const

const Geschiedenis = ({ stappen }: { stappen: readonly Actie[] }) => (
  <Sectie kop="Wat er gebeurde" id="stappen">
    <Tabel
      bijschrift="Stappen, de nieuwste eerst"
      bijschriftVerborgen
      rijen={stappen}
      kolommen={[
        { sleutel: 'op', kop: 'Vastgelegd', cel: ({ op }) => toonMoment(alsDate(op)) },
        { sleutel: 'stand', kop: 'Stand', cel: ({ stand }) => STANDNAAM[stand] },
        { sleutel: 'uiterlijk', kop: 'Uiterlijk', cel: ({ uiterlijk }) => toonDatum(uiterlijk) },
        { sleutel: 'reden', kop: 'Waarom', cel: ({ reden }) => reden ?? '' },
        { sleutel: 'door', kop: 'Door', cel: ({ door }) => door ?? 'bij het laden' },
      ]}
    />
  </Sectie>
)

function Bijwerken({ van, actie, invoer }: { van: Planbezoek; actie: Actie; invoer: Invoer | undefined }) {
  const fouten = invoer?.fouten ?? []
  const waarden = invoer?.waarden ?? {
    wat: actie.wat,
    rol: actie.rol,
    uiterlijk: toonDatum(actie.uiterlijk),
    stand: actie.stand,
  }
  return (
    <Sectie kop="Bijwerken" id="bijwerken">
      <Formulier
        naam="Bijwerken"
        actie={van.pad(`/acties/${actie.nummer}`)}
        fouten={fouten}
        verborgen={{ gezien: String(actie.volgnr) }}
      >
        <Keuzerondjes
          naam="stand"
          label="Hoe ver is het"
          waarde={waarden['stand']}
          fout={foutVan(fouten, 'stand')}
          keuzes={[
            { waarde: 'open', tekst: 'Nog te doen' },
            { waarde: 'bezig', tekst: 'Bezig' },
            { waarde: 'klaar', tekst: 'Klaar' },
            { waarde: 'vervallen', tekst: 'Gaat niet door' },
          ]}
        />
        <Actievelden van={van} waarden={waarden} fouten={fouten} />
        <TekstVeld
          naam="reden"
          label="Waarom"
          uitleg="Nodig als u de actie verzet, heropent of laat vervallen. Geen namen van inwoners."
          verplicht={false}
          waarde={waarden['reden']}
          fout={foutVan(fouten, 'reden')}
        />
        <Knoppen>
          <Knop>Bewaren</Knop>
        </Knoppen>
      </Formulier>
    </Sectie>
  )
}

const actietabel = (van: Planbezoek, acties: readonly Actie[]) =>
  maakInhoud(
    'Acties',
    acties,
    [
      ['nummer', 'Nummer', 'tekst', ({ nummer }) => `A${nummer}`],
      ['wat', 'Wat', 'tekst', ({ wat }) => wat],
      ['rol', 'Wie', 'tekst', ({ rol }) => rol],
      ['uiterlijk', 'Uiterlijk', 'datum', ({ uiterlijk }) => uiterlijk],
      ['stand', 'Stand', 'tekst', (actie) => actiewoord(actie, van.vandaag).tekst],
      ['overleg', 'Overleg', 'getal', ({ overleg }) => overleg],
      ['punt', 'Punt', 'getal', ({ punt }) => punt],
    ],
    [['Stand van', toonDatum(van.vandaag)]],
  )
