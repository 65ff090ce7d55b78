import { hoofdletter, opsomming, telwoord } from '#basis/tekst.ts'
import { Onderdeelnaam } from '#programma/onderdelen/delen.tsx'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { downloadsVan } from '#programma/tabellen/links.ts'
import { Standstatus, Voortganglink, Voortgangverhaal } from '#programma/voortgang/delen.tsx'
import { kwartaalsleutel, toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { leesOpenbareVoortgang } from '#programma/voortgang/openbaar.flow.ts'
import {
  kwartalenMet,
  leesOverzichtvraag,
  type Overzichtrij,
  type Overzichtvraag,
  overzichtrijen,
  telStanden,
} from '#programma/voortgang/overzicht.ts'
import { ASPECTEN, ASPECTNAAM, STANDNAAM, STANDWOORDEN } from '#programma/voortgang/standen.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'
import type { Routes } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Downloads } from '#ui/downloads.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Hoe elk onderdeel ervoor staat, zoals de eigenaar het meldde en de programmamanager het aannam. */

const PAD = '/voortgang'
/** Bij een groot plan staat het verhaal bij het onderdeel zelf. */
const HOOGSTENS_VERHALEN = 100

export function voortgangPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.lezen', PAD, async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const voortgang = await leesOpenbareVoortgang(van, kamer)
    return c.html(<Pagina van={van} voortgang={voortgang} vraag={leesOverzichtvraag(c.req.query())} />)
  })
}

type Props = { van: Planbezoek; voortgang: readonly Voortgang[]; vraag: Overzichtvraag }

function Pagina(props: Props) {
  const { van, voortgang, vraag } = props
  const rijen = overzichtrijen(van.beeld, voortgang, vraag)
  return (
    <Planpagina van={van} titel="Voortgang" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Voortgang"
        lead={voortgang.length === 0 ? 'Hoe elk onderdeel ervoor staat.' : standenzin(rijen, vraag)}
        acties={
          <>
            {van.mag('voortgang.invullen') && (
              <KnopLink href={van.pad('/mijn-voortgang')}>Mijn voortgang invullen</KnopLink>
            )}
            {van.mag('voortgang.beheren') && (
              <KnopLink href={van.pad('/voortgang/uitvraag')}>Opvragen</KnopLink>
            )}
          </>
        }
      />
      {voortgang.length === 0 ? (
        <LegeStaat titel="Er is nog geen voortgang gemeld">
          Hier komt per onderdeel te staan of het op koers ligt: inhoud, tijd en geld. De programmamanager
          vraagt het elk kwartaal; de eigenaar van een onderdeel vult het in.
        </LegeStaat>
      ) : (
        <>
          <Filter {...props} />
          <Overzicht van={van} rijen={rijen} vraag={vraag} />
          <Verhalen van={van} rijen={rijen} />
        </>
      )}
    </Planpagina>
  )
}

/** `Derde kwartaal 2026: 18 onderdelen op koers, 4 let op en 2 bijsturen.` */
function standenzin(rijen: readonly Overzichtrij[], { kwartaal }: Overzichtvraag): string {
  const geteld = telStanden(rijen)
  const delen = STANDWOORDEN.flatMap((woord) => {
    const aantal = geteld.get(woord) ?? 0
    return aantal === 0 ? [] : [`${aantal} ${STANDNAAM[woord].toLowerCase()}`]
  })
  const wanneer =
    kwartaal === undefined ? 'Wat elk onderdeel het laatst meldde' : hoofdletter(toonKwartaal(kwartaal))
  return `${wanneer}: van ${telwoord(rijen.length, 'onderdeel', 'onderdelen')} ${opsomming(delen)}.`
}

function Filter({ van, voortgang, vraag }: Props) {
  const naar = formulierNaar(van, PAD)
  return (
    <Formulier actie={naar.actie} verborgen={naar.verborgen} methode="get" rij naam="Voortgang kiezen">
      <KeuzeVeld
        naam="groep"
        label="Groep"
        leeg="Alle groepen"
        keuzes={van.beeld.plan.groepen.map(({ id, titel }) => ({ waarde: id, tekst: titel }))}
        waarde={vraag.groep}
      />
      <KeuzeVeld
        naam="kwartaal"
        label="Kwartaal"
        leeg="Het laatste van elk onderdeel"
        keuzes={kwartalenMet(voortgang).map((een) => ({
          waarde: kwartaalsleutel(een),
          tekst: hoofdletter(toonKwartaal(een)),
        }))}
        waarde={vraag.kwartaal && kwartaalsleutel(vraag.kwartaal)}
      />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}

type Lijst = { van: Planbezoek; rijen: readonly Overzichtrij[] }

function Overzicht({ van, rijen, vraag }: Lijst & { vraag: Overzichtvraag }) {
  const perGroep = Map.groupBy(rijen, ({ onderdeel }) => onderdeel.groep)
  const groepen = [...van.beeld.plan.groepen.map(({ id }) => id), null].flatMap((id) => {
    const leden = perGroep.get(id)
    return leden === undefined
      ? []
      : [{ kop: van.beeld.groep.get(id ?? '')?.titel ?? 'Zonder groep', rijen: leden }]
  })
  const kolommen: Kolom<Overzichtrij>[] = [
    {
      sleutel: 'onderdeel',
      kop: 'Onderdeel',
      cel: ({ onderdeel }) => <Onderdeelnaam van={van} onderdeel={onderdeel} />,
    },
    ...ASPECTEN.map(
      (aspect): Kolom<Overzichtrij> => ({
        sleutel: aspect,
        kop: ASPECTNAAM[aspect],
        cel: ({ voortgang }) =>
          voortgang === undefined ? (
            <Geen wat="niet gemeld" />
          ) : (
            <Standstatus stand={voortgang.oordelen[aspect].stand} />
          ),
      }),
    ),
    {
      sleutel: 'kwartaal',
      kop: 'Gemeld over',
      cel: ({ onderdeel, voortgang }) =>
        voortgang === undefined ? (
          'nog niets'
        ) : (
          <Voortganglink van={van} voortgang={voortgang} titel={onderdeel.titel} />
        ),
    },
  ]
  return (
    <>
      <Tabel
        bijschrift="Hoe elk onderdeel ervoor staat"
        kolommen={kolommen}
        groepen={groepen}
        leeg="Geen onderdeel past bij deze keuze."
      />
      <Downloads
        downloads={downloadsVan(van.pad, 'voortgang', {
          groep: vraag.groep,
          kwartaal: vraag.kwartaal && kwartaalsleutel(vraag.kwartaal),
        })}
        waarvan="de voortgang"
      />
    </>
  )
}

function Verhalen({ van, rijen }: Lijst) {
  const gemeld = rijen.flatMap(({ onderdeel, voortgang }) =>
    voortgang === undefined ? [] : [{ onderdeel, voortgang }],
  )
  if (gemeld.length === 0 || gemeld.length > HOOGSTENS_VERHALEN) return null
  return (
    <Sectie kop="Wat er gedaan is en wat er komt" id="verhalen">
      {gemeld.map(({ onderdeel, voortgang }) => (
        <Meer kop={onderdeel.titel}>
          <Voortgangverhaal voortgang={voortgang} niveau={3} />
          <Voortganglink van={van} voortgang={voortgang} titel={onderdeel.titel} />
        </Meer>
      ))}
    </Sectie>
  )
}
