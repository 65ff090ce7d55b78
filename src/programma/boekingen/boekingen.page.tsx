import type { Context } from 'hono'
import { tijdvak, toonDatum, toonTijdvak } from '#basis/datum.ts'
import { toonCenten, toonEuroCenten } from '#basis/geld.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { toonGetal } from '#basis/tekst.ts'
import { BOEKINGSOORTEN } from '#grootboek/deur.ts'
import { filternamen } from '#programma/begroting/filternamen.ts'
import { andereKeuzes, FILTERVELDEN, Filtervelden } from '#programma/begroting/filtervelden.tsx'
import { KOLOMMEN, raaktVan } from '#programma/begroting/geldfilter.ts'
import { leeswijzerVan, standVan, weigerVraag } from '#programma/begroting/geldpagina.tsx'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { boekingenbestand } from '#programma/boekingen/boekingenbestand.ts'
import { alsVelden, type Boekingenvraag, leesBoekingenvraag } from '#programma/boekingen/boekingenvraag.ts'
import { Grondslaglink } from '#programma/boekingen/grondslaglink.tsx'
import { type Boekingenlijst, type Boekingrij, leesBoekingen } from '#programma/boekingen/lezen.flow.ts'
import { korteZin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import { formulierNaar, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { BESTANDSVORMEN, isBestandsvorm } from '#programma/poorten.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel, type TabelGroep } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De lijst van boekingen: alles achter één bedrag, of alles wat er geboekt is. */

const PER_BLAD = 50
/** Wie alles wil, haalt het hele journaal; een bestand van een lijst houdt hierbij op en zegt dat. */
const HOOGSTENS_IN_BESTAND = 5_000

export function boekingenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/boekingen', async (c) => {
    const gelezen = await lees(c, kamer, PER_BLAD)
    return gelezen instanceof Response ? gelezen : c.html(<Boekingen {...gelezen} />)
  })
  for (const vorm of BESTANDSVORMEN)
    routes.get('grootboek.lezen', `/boekingen/boekingen.${vorm}`, (c) => bestand(c, kamer, vorm), {
      tempo: 'duur',
    })
}

async function bestand(c: Context<Omgeving>, kamer: Programmakamer, vorm: string): Promise<Response> {
  if (!isBestandsvorm(vorm)) return c.notFound()
  const gelezen = await lees(c, kamer, HOOGSTENS_IN_BESTAND)
  if (gelezen instanceof Response) return gelezen
  const { van, vraag, lijst } = gelezen
  const tabel = boekingenbestand(lijst, vraag, {
    leeswijzer: leeswijzerVan(van, filternamen(van.beeld, vraag.filter)),
    stand: standVan(van),
  })
  const naam = `boekingen-${van.kop.id}-${van.vandaag}.${vorm}`
  return bestandsantwoord(kamer.bestanden.schrijfTabel(tabel, vorm), naam)
}

type Gelezen = { van: Geldbezoek; vraag: Boekingenvraag; lijst: Boekingenlijst }

async function lees(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  aantal: number,
): Promise<Gelezen | Response> {
  const van = await leesGeldbezoek(c, kamer)
  if (van instanceof Response) return van
  const vraag = leesBoekingenvraag(c.req.query())
  if (!vraag.ok) return weigerVraag(c, vraag.reden)
  return { van, vraag: vraag.waarde, lijst: await leesBoekingen(van, kamer, vraag.waarde, aantal) }
}

/** Waar de lijst over gaat, in woorden. */
function keuzewoorden({ van, vraag }: Pick<Gelezen, 'van' | 'vraag'>): string {
  const { kolom, soort, verplichting, grondslag, geldigVan, filter } = vraag
  return [
    ...(kolom === undefined ? [] : [`kolom ${KOLOMMEN[kolom].kop.toLowerCase()}`]),
    ...filternamen(van.beeld, filter).map(([wat, naam]) => `${wat.toLowerCase()} ${naam}`),
    ...(soort === undefined ? [] : [SOORTNAAM[soort].toLowerCase()]),
    ...(verplichting === undefined ? [] : [`verplichting ${verplichting}`]),
    ...(grondslag === undefined ? [] : [`${grondslag.soort} ${grondslag.kenmerk}`]),
    ...(geldigVan === undefined ? [] : [`gebeurd vanaf ${toonDatum(geldigVan)}`]),
  ].join(', ')
}

function Boekingen(props: Gelezen) {
  const { van, vraag, lijst } = props
  const { rijen, som, meer } = lijst
  const keuze = keuzewoorden(props)
  const laatste = rijen.at(-1)?.boeking.nr
  return (
    <Planpagina
      van={van}
      titel="Boekingen"
      beschrijving="Elke boeking van het programma: wat ging waarvandaan waarheen, en waarop berust het."
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begroting', href: van.geldpad('/begroting') },
      ]}
    >
      <Paginakop
        titel="Boekingen"
        lead={keuze === '' ? 'Alles wat er geboekt is, het nieuwste bovenaan.' : `Alleen ${keuze}.`}
        acties={
          van.mag('boeking.boeken') && (
            <KnopLink href={van.pad('/boekingen/nieuw')}>Met de hand boeken</KnopLink>
          )
        }
      />
      {som !== undefined && (
        <Alinea>
          <strong>Samen {toonEuroCenten(som)}.</strong> Zoveel staat er in de tabel waar dit bedrag vandaan
          komt.
        </Alinea>
      )}
      {vraag.kolom !== undefined && som === undefined && (
        <Alinea>Dit zijn er te veel om hier op te tellen; haal het bestand voor de som.</Alinea>
      )}
      <Filters van={van} vraag={vraag} />
      <Tijdkeuzeformulier van={van} actie="/boekingen" vraag={alsVelden(vraag)} />
      {rijen.length === 0 ? (
        <LegeStaat titel="Geen boekingen gevonden">
          {van.tijd.bekendNr === 0
            ? 'Er is nog niets geboekt. De eerste boeking komt als de raad het plan vaststelt.'
            : 'Met deze keuze is er niets geboekt. Kies ruimer, of kijk op een later moment.'}
        </LegeStaat>
      ) : (
        <>
          <Boekingentabel {...props} />
          {(vraag.voor !== undefined || meer) && (
            <Knoppen>
              {vraag.voor !== undefined && (
                <KnopLink href={van.geldpad('/boekingen', alsVelden(vraag))}>Naar de nieuwste</KnopLink>
              )}
              {meer && (
                <KnopLink href={van.geldpad('/boekingen', alsVelden(vraag, { voor: laatste }))}>
                  Oudere boekingen dan nummer {toonGetal(laatste ?? 0)}
                </KnopLink>
              )}
            </Knoppen>
          )}
          <Downloads
            waarvan="deze boekingen"
            downloads={BESTANDSVORMEN.map((vorm) => ({
              soort: vorm.toUpperCase() as Uppercase<typeof vorm>,
              href: van.geldpad(`/boekingen/boekingen.${vorm}`, alsVelden(vraag)),
            }))}
          />
        </>
      )}
    </Planpagina>
  )
}

function Filters(props: { van: Geldbezoek; vraag: Boekingenvraag }) {
  const { van, vraag } = props
  const naar = formulierNaar({ pad: van.geldpad }, '/boekingen')
  const velden = alsVelden(vraag)
  const mee = andereKeuzes(velden, [...FILTERVELDEN, 'kolom', 'soort', 'geldig-van'])
  const heeftKeuze = Object.values(velden).some((waarde) => waarde !== undefined)
  return (
    <Meer kop="Kies welke boekingen" open={!heeftKeuze}>
      <Formulier
        actie={naar.actie}
        methode="get"
        rij
        naam="Boekingen kiezen"
        verborgen={{ ...naar.verborgen, ...mee }}
      >
        <Filtervelden beeld={van.beeld} gekozen={velden} />
        <KeuzeVeld
          naam="kolom"
          label="Kolom"
          leeg="Alle"
          keuzes={Object.entries(KOLOMMEN).map(([waarde, { kop }]) => ({ waarde, tekst: kop }))}
          waarde={vraag.kolom ?? ''}
        />
        <KeuzeVeld
          naam="soort"
          label="Soort"
          leeg="Alle"
          keuzes={BOEKINGSOORTEN.map((soort) => ({ waarde: soort, tekst: SOORTNAAM[soort] }))}
          waarde={vraag.soort ?? ''}
        />
        <TekstVeld naam="geldig-van" label="Gebeurd vanaf" soort="date" smal waarde={vraag.geldigVan} />
        <Knop soort="hoofd">Toon</Knop>
        {heeftKeuze && <KnopLink href={van.geldpad('/boekingen')}>Wis</KnopLink>}
      </Formulier>
    </Meer>
  )
}

function Boekingentabel({ van, vraag, lijst }: Gelezen) {
  const kolommen: Kolom<Boekingrij>[] = [
    {
      sleutel: 'nr',
      kop: 'Nummer',
      soort: 'getal',
      cel: ({ boeking }) => (
        <Link href={van.geldpad(`/boekingen/${boeking.nr}`)} naam={`Boeking ${toonGetal(boeking.nr)}`}>
          {toonGetal(boeking.nr)}
        </Link>
      ),
    },
    { sleutel: 'geldig', kop: 'Gebeurd op', cel: ({ boeking }) => toonDatum(boeking.geldigOp) },
    {
      sleutel: 'wat',
      kop: 'Wat',
      rijkop: true,
      cel: ({ boeking }) => (
        <>
          {SOORTNAAM[boeking.soort]}
          <small class="oz-stil">
            {' '}
            {korteZin(van.beeld, boeking.regels, raaktVan(van.beeld, vraag.filter))}
          </small>
          {boeking.corrigeert !== null && (
            <small>
              {' '}
              Corrigeert{' '}
              <Link href={van.geldpad(`/boekingen/${boeking.corrigeert}`)}>boeking {boeking.corrigeert}</Link>
            </small>
          )}
        </>
      ),
    },
    {
      sleutel: 'grondslag',
      kop: 'Berust op',
      cel: ({ boeking }) => <Grondslaglink van={van} grondslag={boeking.grondslag} />,
    },
    {
      sleutel: 'bedrag',
      kop: vraag.kolom === undefined ? 'Omvang, €' : `${KOLOMMEN[vraag.kolom].kop}, €`,
      soort: 'bedrag',
      cel: ({ bedrag }) => toonCenten(bedrag),
    },
  ]
  return (
    <Tabel
      id="boekingen"
      bijschrift="Boekingen, het nieuwste bovenaan, per maand waarin zij zijn vastgelegd"
      bijschriftVerborgen
      kolommen={kolommen}
      groepen={perMaand(lijst.rijen)}
      toonRij={({ boeking }) => (boeking.corrigeert === null ? undefined : 'stil')}
    />
  )
}

function perMaand(rijen: readonly Boekingrij[]): TabelGroep<Boekingrij>[] {
  return [...Map.groupBy(rijen, ({ boeking }) => dagVanMoment(boeking.vastgelegdOp).slice(0, 7))].map(
    ([maand, leden]) => ({ kop: `Vastgelegd in ${toonTijdvak(tijdvak(maand))}`, rijen: leden }),
  )
}
