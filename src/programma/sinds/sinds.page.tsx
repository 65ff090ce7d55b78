import type { Context } from 'hono'
import { dagVan, toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { telwoord } from '#basis/tekst.ts'
import type { Tijdstip } from '#grootboek/deur.ts'
import { filternamen } from '#programma/begroting/filternamen.ts'
import { andereKeuzes, FILTERVELDEN, Filtervelden } from '#programma/begroting/filtervelden.tsx'
import { alsVelden } from '#programma/begroting/geldfilter.ts'
import { weigerVraag } from '#programma/begroting/geldpagina.tsx'
import { kopnaam } from '#programma/begroting/tijdkeuze.ts'
import { bestandsantwoord } from '#programma/bestandsantwoord.ts'
import { formulierNaar, leesPlanbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { isBestandsvorm } from '#programma/poorten.ts'
import { type Gelezen, Lijst, PerOnderdeel, Totalen } from '#programma/sinds/delen.tsx'
import { leesVerandering, type Verandering } from '#programma/sinds/sinds.flow.ts'
import { findVaststelmomenten } from '#programma/sinds/sinds.store.ts'
import { leesSindsvraag } from '#programma/sinds/sinds.ts'
import { sindsbestand } from '#programma/sinds/sindsbestand.ts'
import type { Omgeving, Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { TekstVeld } from '#ui/veld.tsx'

/** Wat veranderde er sinds: de boekingen tussen twee momenten van weten, en wat zij deden. */

const PER_BLAD = 50
const HOOGSTENS_IN_BESTAND = 5_000

export function sindsPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('grootboek.lezen', '/sinds', async (c) => {
    const gelezen = await lees(c, kamer, PER_BLAD)
    return gelezen instanceof Response ? gelezen : c.html(<Sinds {...gelezen} />)
  })
  routes.get(
    'grootboek.lezen',
    '/sinds/:bestand',
    async (c) => {
      const [, vorm = ''] = /^sinds\.([a-z]+)$/u.exec(c.req.param('bestand')) ?? []
      if (!isBestandsvorm(vorm)) return c.notFound()
      const gelezen = await lees(c, kamer, HOOGSTENS_IN_BESTAND)
      if (gelezen instanceof Response) return gelezen
      const bestand = kamer.bestanden.schrijfTabel(sindsbestand(gelezen), vorm)
      const naam = `sinds-${gelezen.van.kop.id}-${gelezen.van.vandaag}.${vorm}`
      return bestandsantwoord(bestand, naam)
    },
    { tempo: 'duur' },
  )
}

async function lees(
  c: Context<Omgeving>,
  kamer: Programmakamer,
  aantal: number,
): Promise<Gelezen | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const vraag = leesSindsvraag(c.req.query(), van.vandaag)
  if (!vraag.ok) return weigerVraag(c, vraag.reden)
  const wat = await leesVerandering(van, kamer, vraag.waarde, aantal)
  if (!wat.ok) return weigerVraag(c, wat.reden)
  const vaststellingen = await kamer.planboek.onthoud(
    van.bezoek.db,
    `vaststelmomenten ${van.kop.id}`,
    (lezer) => findVaststelmomenten(lezer, van.kop.id),
  )
  return { van, vraag: vraag.waarde, wat: wat.waarde, vaststellingen }
}

function Sinds(props: Gelezen) {
  const { van, vraag, wat } = props
  const aantal = wat.tot.bekendNr - wat.van.bekendNr
  const gekozen = filternamen(van.beeld, vraag.filter)
  return (
    <Planpagina
      van={van}
      titel="Wat veranderde er"
      beschrijving="De boekingen tussen twee momenten, en wat zij met de begroting deden."
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Begroting', href: van.pad('/begroting') },
      ]}
    >
      <Paginakop titel="Wat veranderde er" lead={leadVan(wat, aantal)} />
      <Keuze {...props} />
      {gekozen.length > 0 && (
        <Alinea>
          Alleen: {gekozen.map(([soort, naam]) => `${soort.toLowerCase()} ${naam}`).join(', ')}.
        </Alinea>
      )}
      {aantal === 0 ? (
        <LegeStaat titel="Er is niets geboekt tussen deze twee momenten">
          Kies een eerder beginmoment, of kijk later nog eens.
        </LegeStaat>
      ) : (
        <>
          <Totalen {...props} />
          <PerOnderdeel {...props} />
          <Lijst {...props} />
        </>
      )}
    </Planpagina>
  )
}

const momentnaam = (tijd: Tijdstip): string =>
  tijd.bekendOp === null
    ? 'het begin, toen er nog niets geboekt was'
    : `${kopnaam(tijd)} van ${toonDatum(dagVanMoment(tijd.bekendOp))}`

function leadVan({ van, tot }: Verandering, aantal: number): string {
  return `${telwoord(aantal, 'boeking', 'boekingen')} na ${momentnaam(van)}, tot en met ${momentnaam(tot)}.`
}

function Keuze({ van, vraag, vaststellingen }: Gelezen) {
  const naar = formulierNaar(van, '/sinds')
  const gekozen = alsVelden(vraag.filter)
  const mee = andereKeuzes(gekozen, FILTERVELDEN)
  return (
    <>
      <Formulier
        actie={naar.actie}
        methode="get"
        rij
        naam="Momenten kiezen"
        verborgen={{ ...naar.verborgen, ...mee }}
      >
        <TekstVeld
          naam="van"
          label="Na (dag of boekingsnummer)"
          smal
          maxLengte={40}
          waarde={vraag.velden.van}
        />
        <TekstVeld naam="tot" label="Tot en met (leeg is nu)" smal maxLengte={40} waarde={vraag.velden.tot} />
        <Filtervelden beeld={van.beeld} gekozen={gekozen} />
        <Knop soort="hoofd">Toon</Knop>
      </Formulier>
      <Alinea klein>
        Snel kiezen: <Link href={van.pad('/sinds')}>sinds het eind van de vorige maand</Link>
        {vaststellingen.slice(0, 4).map(({ versie, op }) => (
          <>
            {' · '}
            <Link href={van.pad('/sinds', { van: dagVan(op) })}>
              sinds de vaststelling van versie {versie} ({toonDatum(dagVan(op))})
            </Link>
          </>
        ))}
        {' · '}
        <Link href={van.pad('/sinds', { van: 0 })}>sinds het begin</Link>
      </Alinea>
    </>
  )
}
