import { raw } from 'hono/html'
import { type Datum, dagVan, toonDatum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { findBoekingenVan, type Vastgelegd } from '#grootboek/deur.ts'
import { bewaardDinggeld, type Dinggeld, standsleutel } from '#programma/begroting/dinggeld.ts'
import { type Geldstand, leesGeldstand } from '#programma/begroting/geldstand.flow.ts'
import { besteedzin } from '#programma/begroting/grafieken.tsx'
import { type Geldbezoek, leesGeldbezoek, Standzin } from '#programma/begroting/tijdkeuze.tsx'
import { leesBeoordeeld } from '#programma/bevindingen/beoordeeld.flow.ts'
import { ankerVan, type Beoordeeld, isOpen } from '#programma/bevindingen/bevindingen.ts'
import { korteZin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import { Geldstroom } from '#programma/overzicht/geldstroom.tsx'
import { foutenkop, raadsvragen, sprekendeFouten, tegelsVan } from '#programma/overzicht/overzicht.ts'
import { Overzichttabel } from '#programma/overzicht/tabel.tsx'
import { findLaatsteVersies, type Versiekop } from '#programma/plan.store.ts'
import { perBeeld } from '#programma/planbeeld-onthouden.ts'
import { type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { laatstePerOnderdeel } from '#programma/uitvraag/uitvraag.ts'
import { leesOpenbareVoortgang } from '#programma/voortgang/openbaar.flow.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'
import type { Routes } from '#toegang/deur.ts'
import { Alinea, Kolommen, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tegels } from '#ui/tegels.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** De eerste pagina: wat willen we bereiken, wat doen we daarvoor, wat mag het kosten. */

const LAATSTE_VERSIES = 5
const LAATSTE_BOEKINGEN = 4

export function overzichtPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('plan.lezen', '/', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const alleenVastgesteld = !van.mag('plan.concept.lezen')
    const [beoordeeld, stand, laatste, versies, voortgang] = await Promise.all([
      leesBeoordeeld(van, kamer),
      leesGeldstand(van, kamer),
      leesLaatste(van, kamer),
      kamer.planboek.onthoud(van.bezoek.db, `laatste versies ${van.kop.id} ${alleenVastgesteld}`, (lezer) =>
        findLaatsteVersies(lezer, van.kop.id, LAATSTE_VERSIES, alleenVastgesteld),
      ),
      leesOpenbareVoortgang(van, kamer).then(laatstePerOnderdeel),
    ])
    const gevraagd = Number(c.req.query('jaar'))
    const jaar = van.beeld.jaren.find((kandidaat) => kandidaat === gevraagd)
    return c.html(<Overzicht {...{ van, jaar, beoordeeld, versies, stand, laatste, voortgang }} />)
  })
}

/**
 * Het duurste van deze pagina hangt alleen af van de versie, het jaar, de dag en het adres, en wordt bewaard: een
 * plan van duizenden onderdelen mag niet per bezoeker worden nagerekend en opnieuw getekend.
 */
const tegels = perBeeld(1, tegelsVan)
const vragen = perBeeld(4, (beeld, _, open: number, vandaag: Datum) => raadsvragen(beeld, open, vandaag))
const geldstroom = perBeeld(24, (_, __, van: Planbezoek, jaar: number | undefined) =>
  raw((<Geldstroom van={van} jaar={jaar} />).toString()),
)
type Tabelgegevens = { geld: Dinggeld | undefined; voortgang: ReadonlyMap<string, Voortgang> }
const tabel = perBeeld(4, (_, __, van: Geldbezoek, gegevens: Tabelgegevens) =>
  raw((<Overzichttabel van={van} {...gegevens} />).toString()),
)

/** Elke nieuwe melding geeft een andere sleutel. */
const meldsleutel = (voortgang: ReadonlyMap<string, Voortgang>): string =>
  [...voortgang.values()].map(({ onderdeel, op }) => `${onderdeel} ${op}`).join(';')

/** Wat er het laatst aan geld gebeurde; zolang de stand gelijk is, één keer gelezen. */
const leesLaatste = ({ bezoek, beeld, tijd }: Geldbezoek, kamer: Programmakamer): Promise<Vastgelegd[]> => {
  const filter = { programma: beeld.plan.programma.id, geldigTm: tijd.geldigTm, voor: tijd.bekendNr + 1 }
  const lees = (lezer: Lezer) => findBoekingenVan(lezer, filter, LAATSTE_BOEKINGEN)
  return tijd.nu
    ? kamer.planboek.onthoud(bezoek.db, `laatste boekingen ${filter.programma} ${tijd.bekendNr}`, lees)
    : bezoek.db.lees(lees)
}

type OverzichtProps = {
  van: Geldbezoek
  stand: Geldstand
  laatste: readonly Vastgelegd[]
  jaar: number | undefined
  beoordeeld: readonly Beoordeeld[]
  versies: readonly Versiekop[]
  voortgang: ReadonlyMap<string, Voortgang>
}

function Overzicht(props: OverzichtProps) {
  const { van, beoordeeld, stand } = props
  const { programma } = van.beeld.plan
  const moment = standsleutel(van.tijd, stand)
  const geld = bewaardDinggeld(van.beeld, van.tijd, stand)
  return (
    <Planpagina
      van={van}
      titel={programma.titel}
      beschrijving={programma.hoofddoel ?? `${programma.titel}: doelen, onderdelen en geld.`}
    >
      <Paginakop titel={programma.titel} lead={programma.hoofddoel ?? undefined} />
      <Tegels
        tegels={tegels(van.beeld, '').map(({ adres, ...tegel }) => ({ ...tegel, href: van.pad(adres) }))}
      />
      {geld !== undefined && (
        <Sectie kop="Hoe staat het geld ervoor?">
          <Alinea>
            <strong>{besteedzin(geld.totaal)}.</strong>{' '}
            <Link href={van.geldpad('/begroting')}>Bekijk de begroting</Link> of{' '}
            <Link href={van.pad('/sinds')}>wat er deze maand veranderde</Link>.
          </Alinea>
        </Sectie>
      )}
      {geldstroom(van.beeld, `${props.jaar} ${van.pad('/')}`, van, props.jaar)}
      <Tegenspraak van={van} beoordeeld={beoordeeld} />
      <Sectie
        kop="Alle onderdelen, per jaar"
        onder={
          geld === undefined
            ? "Geraamde bedragen in hele euro's, zoals het plan ze noemt."
            : "Per jaar wat het plan noemt, en daarachter wat er tot nu toe besteed en nog vrij is; in hele euro's."
        }
      >
        {tabel(
          van.beeld,
          `${van.vandaag} ${van.geldpad('/')} ${moment} ${meldsleutel(props.voortgang)}`,
          van,
          {
            geld,
            voortgang: props.voortgang,
          },
        )}
        {props.voortgang.size > 0 && (
          <Alinea>
            <Link href={van.pad('/voortgang')}>Hoe elk onderdeel ervoor staat: inhoud, tijd en geld</Link>
          </Alinea>
        )}
        {geld !== undefined && <Standzin van={van} />}
      </Sectie>
      <Kolommen>
        <Raadsvragen van={van} open={beoordeeld.filter(isOpen).length} />
        <Laatst van={van} versies={props.versies} laatste={geld === undefined ? [] : props.laatste} />
      </Kolommen>
    </Planpagina>
  )
}

function Tegenspraak(props: { van: Planbezoek; beoordeeld: readonly Beoordeeld[] }) {
  const { van, beoordeeld } = props
  const fouten = beoordeeld.filter((een) => isOpen(een) && een.bevinding.ernst === 'fout').length
  const rest = beoordeeld.filter(isOpen).length - fouten
  const naar = van.pad('/plancontrole')
  return (
    <Melding soort={fouten === 0 ? 'goed' : 'let-op'} titel={foutenkop(fouten)}>
      {fouten > 0 && (
        <ul>
          {sprekendeFouten(beoordeeld).map(({ sleutel, titel, uitleg }, i) => (
            <li>
              <Link href={`${naar}#${ankerVan(sleutel)}`}>{titel}</Link>
              {i === 0 && `. ${uitleg}`}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={naar}>Bekijk de hele plancontrole</Link>
        {rest > 0 && `, met nog ${rest} ${rest === 1 ? 'punt' : 'punten'} om naar te kijken`}
      </p>
    </Melding>
  )
}

function Raadsvragen(props: { van: Planbezoek; open: number }) {
  const { van } = props
  const gesteld = vragen(van.beeld, `${props.open} ${van.vandaag}`, props.open, van.vandaag)
  return (
    <Sectie kop="Vragen die de raad vaak stelt">
      <Zijbalklijst
        items={gesteld.map(({ vraag, antwoorden }) => ({
          tekst: vraag,
          bij: antwoorden.map(({ tekst, adres, velden }, i) => (
            <>
              {i > 0 && ' · '}
              <Link href={van.pad(adres, velden)} naam={`${vraag} ${tekst}`}>
                {tekst}
              </Link>
            </>
          )),
        }))}
      />
    </Sectie>
  )
}

function Laatst(props: { van: Geldbezoek; versies: readonly Versiekop[]; laatste: readonly Vastgelegd[] }) {
  const { van, versies, laatste } = props
  return (
    <Sectie kop="Wat er laatst veranderde">
      {laatste.length > 0 && (
        <>
          <Zijbalklijst
            items={laatste.map((boeking) => ({
              tekst: (
                <Link
                  href={van.geldpad(`/boekingen/${boeking.nr}`)}
                  naam={`${SOORTNAAM[boeking.soort]}, boeking ${boeking.nr}`}
                >
                  {SOORTNAAM[boeking.soort]}
                </Link>
              ),
              bij: `${toonDatum(boeking.geldigOp)} · ${korteZin(van.beeld, boeking.regels)}`,
            }))}
          />
          <Alinea>
            <Link href={van.geldpad('/boekingen')}>Alle boekingen</Link>
          </Alinea>
        </>
      )}
      {versies.length === 0 ? (
        <LegeStaat titel="Er is nog geen versie vastgesteld" />
      ) : (
        <>
          <Zijbalklijst
            items={versies.map((versie) => ({
              tekst: <Link href={van.pad(`/versies/${versie.nummer}`)}>{versie.waarom}</Link>,
              bij: `${toonDatum(dagVan(versie.gemaaktOp))} · versie ${versie.nummer}${versie.besluit === null ? ', concept' : ''}`,
            }))}
          />
          <Link href={van.pad('/versies')}>Alle versies en besluiten</Link>
        </>
      )}
    </Sectie>
  )
}
