import { toonDatum } from '#basis/datum.ts'
import { type Centen, toonCenten, toonEuroCenten } from '#basis/geld.ts'
import { opsomming, telwoord } from '#basis/tekst.ts'
import { findOmschrijvingen, findPostsaldi, findVerplichtingkoppen, register } from '#grootboek/deur.ts'
import { type Geldbezoek, leesGeldbezoek, Tijdkeuzeformulier } from '#programma/begroting/tijdkeuze.tsx'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { onderdeelnaam } from '#programma/namen.ts'
import { formulierNaar, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { Gedaan } from '#programma/verplichtingen/boekscherm.tsx'
import {
  kiesRegels,
  type Lijstregel,
  leesVerplichtingvraag,
  lijstregels,
  TOONKEUZES,
  TOONNAAM,
  totalen,
  type Verplichtingvraag,
} from '#programma/verplichtingen/lijst.ts'
import type { Routes } from '#toegang/deur.ts'
import { Geen } from '#ui/bedrag.tsx'
import { Etiket } from '#ui/etiket.tsx'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld, TekstVeld } from '#ui/veld.tsx'

/** Het register van verplichtingen. Wat een verplichting inhoudt is vrije tekst, en alleen binnen te zien. */
export function verplichtingenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/verplichtingen', async (c) => {
    const van = await leesGeldbezoek(c, kamer)
    if (van instanceof Response) return van
    const vraag = leesVerplichtingvraag(c.req.query())
    const regels = await leesRegels(van)
    return c.html(
      <Registerpagina
        van={van}
        vraag={vraag}
        alle={regels}
        voorstel={c.req.query('voorstel')}
        gemeld={c.req.query('gemeld')}
      />,
    )
  })
}

const leesRegels = (van: Geldbezoek): Promise<Lijstregel[]> =>
  van.bezoek.db.lees(async (lezer) => {
    const programma = van.kop.id
    const saldi = await findPostsaldi(lezer, van.tijd, { programma, rekeningsoorten: ['verplicht'] })
    const koppen = await findVerplichtingkoppen(lezer, programma)
    const omschrijvingen = van.mag('grootboek.toelichting.lezen')
      ? await findOmschrijvingen(lezer, programma)
      : new Map<string, string>()
    return lijstregels(register(saldi), koppen, omschrijvingen)
  })

type Props = {
  van: Geldbezoek
  vraag: Verplichtingvraag
  alle: readonly Lijstregel[]
  voorstel: string | undefined
  gemeld: string | undefined
}

function Registerpagina(props: Props) {
  const { van, vraag, alle } = props
  const regels = kiesRegels(alle, vraag, van.vandaag)
  const open = totalen(alle).open
  return (
    <Planpagina van={van} titel="Verplichtingen" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop
        titel="Verplichtingen"
        lead={`Geld dat vastligt in een afspraak en nog niet is gefactureerd: samen ${toonEuroCenten(open)}.`}
        acties={
          van.mag('verplichting.aangaan') ? (
            <KnopLink href={van.pad('/verplichtingen/nieuw')} soort="hoofd">
              Verplichting aangaan
            </KnopLink>
          ) : undefined
        }
      />
      {props.voorstel !== undefined && van.mag('verplichting.aangaan') && (
        <Gedaan titel="Dit wacht op een tweede persoon" gemeld={props.gemeld}>
          Uw mandaat is hiervoor niet genoeg, of u heeft er nog geen. Er is nog niets geboekt:{' '}
          <Link href={van.pad('/voorstellen')}>bekijk het voorstel</Link>. Wie wel genoeg mandaat heeft,
          beslist.{' '}
          {van.mag('mandaat.beheren') && <Link href={van.pad('/mandaten')}>Wie heeft welk mandaat?</Link>}
        </Gedaan>
      )}
      <Tijdkeuzeformulier van={van} actie="/verplichtingen" vraag={vraagvelden(vraag)} />
      {alle.length === 0 ? (
        <LegeStaat titel="Er is nog geen verplichting">
          De budgethouder legt hier vast wat is afgesproken, zodra dat geld kost. Verplichtingen uit het
          financiële systeem komen hier te staan als zij zijn ingelezen.
        </LegeStaat>
      ) : (
        <>
          <Filter van={van} vraag={vraag} alle={alle} />
          <Lijst van={van} regels={regels} />
        </>
      )}
    </Planpagina>
  )
}

const vraagvelden = (vraag: Verplichtingvraag): Record<string, string | number | undefined> => ({
  toon: vraag.toon === 'open' ? undefined : vraag.toon,
  onderdeel: vraag.onderdeel,
  jaar: vraag.jaar,
  zoek: vraag.zoek,
})

function Filter(props: { van: Geldbezoek; vraag: Verplichtingvraag; alle: readonly Lijstregel[] }) {
  const { van, vraag, alle } = props
  const naar = formulierNaar(van, '/verplichtingen')
  const onderdelen = [...new Set(alle.flatMap((regel) => regel.onderdelen))].filter((id) => id !== null)
  const jaren = [...new Set(alle.flatMap((regel) => regel.jaren))].sort((a, b) => a - b)
  return (
    <Formulier
      actie={naar.actie}
      methode="get"
      rij
      naam="Verplichtingen kiezen"
      verborgen={{ ...naar.verborgen, ...van.keuze.velden }}
    >
      <KeuzeVeld
        naam="toon"
        label="Welke"
        keuzes={TOONKEUZES.map((keuze) => ({ waarde: keuze, tekst: TOONNAAM[keuze] }))}
        waarde={vraag.toon}
      />
      <KeuzeVeld
        naam="onderdeel"
        label="Onderdeel"
        leeg="Alle onderdelen"
        keuzes={onderdelen.map((id) => ({ waarde: id, tekst: onderdeelnaam(van.beeld.plan)(id) }))}
        waarde={vraag.onderdeel}
      />
      <KeuzeVeld
        naam="jaar"
        label="Jaar"
        leeg="Alle jaren"
        smal
        keuzes={jaren.map((jaar) => ({ waarde: String(jaar), tekst: String(jaar) }))}
        waarde={vraag.jaar === undefined ? undefined : String(vraag.jaar)}
      />
      <TekstVeld naam="zoek" label="Zoek op nummer" soort="search" waarde={vraag.zoek} maxLengte={100} />
      <Knop soort="tweede">Toon</Knop>
    </Formulier>
  )
}

function kolommenVan(van: Geldbezoek): Kolom<Lijstregel>[] {
  const bedrag = (
    sleutel: string,
    kop: string,
    cel: (regel: Lijstregel) => Centen,
    soort?: 'verplichting' | 'factuur' | 'vrijval',
  ): Kolom<Lijstregel> => ({
    sleutel,
    kop,
    soort: 'bedrag',
    cel: (regel) => toonCenten(cel(regel)),
    href: ({ verplichting }) => van.geldpad('/boekingen', { verplichting, soort, kolom: 'verplicht' }),
  })
  return [
    {
      sleutel: 'nummer',
      kop: 'Nummer',
      cel: (regel) => (
        <>
          <Link href={van.geldpad(`/verplichtingen/${regel.verplichting}`)} klas="oz-getal">
            {regel.verplichting}
          </Link>{' '}
          {regel.afgesloten && van.tijd.nu && <Etiket>afgesloten</Etiket>}
        </>
      ),
    },
    ...(van.mag('grootboek.toelichting.lezen')
      ? [
          {
            sleutel: 'wat',
            kop: 'Wat',
            cel: ({ omschrijving }: Lijstregel) => omschrijving ?? <Geen wat="geen omschrijving" />,
          },
        ]
      : []),
    {
      sleutel: 'onderdeel',
      kop: 'Onderdeel',
      cel: ({ onderdelen }) => opsomming(onderdelen.map(onderdeelnaam(van.beeld.plan))),
    },
    {
      sleutel: 'tot',
      kop: 'Loopt tot en met',
      cel: ({ tot, openCent }) =>
        tot === null ? (
          <Geen wat="niet genoemd" />
        ) : (
          <>
            {toonDatum(tot)} {tot < van.vandaag && openCent !== 0 && <Etiket toon="let-op">voorbij</Etiket>}
          </>
        ),
    },
    bedrag('aangegaan', 'Aangegaan', ({ aangegaanCent }) => aangegaanCent, 'verplichting'),
    bedrag('gefactureerd', 'Gefactureerd', ({ gefactureerdCent }) => gefactureerdCent, 'factuur'),
    bedrag('vrij', 'Vrijgevallen', ({ vrijgevallenCent }) => vrijgevallenCent, 'vrijval'),
    { ...bedrag('open', 'Open', ({ openCent }) => openCent), nadruk: true },
  ]
}

function Lijst(props: { van: Geldbezoek; regels: readonly Lijstregel[] }) {
  const { van, regels } = props
  const som = totalen(regels)
  return (
    <>
      <Tabel
        bijschrift={telwoord(regels.length, 'verplichting', 'verplichtingen')}
        bij="In euro. Een bedrag leidt naar de boekingen waaruit het bestaat."
        kolommen={kolommenVan(van)}
        rijen={eersteRijen(regels)}
        totaal={{
          kop: 'Samen',
          cellen: Object.fromEntries(Object.entries(som).map(([wat, cent]) => [wat, toonCenten(cent)])),
        }}
        leeg="Geen enkele verplichting past bij deze keuze."
      />
      <Afgekapt aantal={regels.length}>Kies een onderdeel of jaar om de rest te zien.</Afgekapt>
    </>
  )
}
