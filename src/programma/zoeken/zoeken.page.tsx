import type { Lezer } from '#basis/db.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  Planpagina,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { findTreffers, findWoorden, type Treffer, type Zoekvraag } from '#programma/zoeken/zoek.store.ts'
import { bedoeldeVraag, keurZoekvraag } from '#programma/zoeken/zoek.ts'
import { groepeer, type Resultaat, type Resultatengroep, zoekzin } from '#programma/zoeken/zoeken.ts'
import type { Routes } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Meer, Zijbalklijst } from '#ui/zijbalk.tsx'

/** Zoeken in alles wat in het plan staat, ook met een tikfout. */

const HOOGSTENS = 100
/** Bij zo weinig resultaten kan het ook een tikfout zijn. */
const WEINIG = 3
/** Zoveel per soort zijn meteen te zien. */
const METEEN = 12

type Gevonden = {
  vraag: string
  /** De vraag was langer dan waarop gezocht is. */
  ingekort: boolean
  groepen: readonly Resultatengroep[]
  meer: boolean
  /** Wat de lezer misschien bedoelde. */
  bedoeld: string | undefined
  /** De resultaten zijn die van `bedoeld`, want de vraag zelf gaf niets. */
  opBedoeld: boolean
}

export function zoekenPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get(
    'plan.lezen',
    '/zoeken',
    async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const vraag = (c.req.query('zoek') ?? '').trim()
      const gevonden = keurZoekvraag(vraag) === '' ? undefined : await zoek(van, vraag)
      return c.html(<Zoeken van={van} getypt={vraag} gevonden={gevonden} />)
    },
    { tempo: 'duur' },
  )
}

const zoek = (van: Planbezoek, vraag: string): Promise<Gevonden> =>
  van.bezoek.db.lees(async (lezer) => {
    const gekeurd = keurZoekvraag(vraag)
    const ingekort = vraag.length > gekeurd.length && vraag.length > 200
    const kort = ingekort ? `${vraag.slice(0, 60)}…` : vraag
    const zelf = await zoekOp(lezer, van, gekeurd, vraag)
    const aantal = zelf.groepen.reduce((som, { resultaten }) => som + resultaten.length, 0)
    const basis = { vraag: kort, ingekort, ...zelf, bedoeld: undefined, opBedoeld: false }
    if (aantal >= WEINIG) return basis
    const bedoeld = bedoeldeVraag(gekeurd, await findWoorden(lezer, van.kop.id, isGeldend(van)))
    if (bedoeld === undefined) return basis
    if (aantal > 0) return { ...basis, bedoeld }
    const anders = await zoekOp(lezer, van, keurZoekvraag(bedoeld), bedoeld)
    return { ...basis, ...anders, bedoeld, opBedoeld: anders.groepen.length > 0 }
  })

/** De zoeker kent de geldende versie, en voor wie dat mag het nieuwste concept. */
const isGeldend = ({ kop, versie, mag }: Planbezoek): boolean =>
  versie.versie === kop.vastgesteldeVersie || !mag('plan.concept.lezen')

async function zoekOp(
  lezer: Lezer,
  van: Planbezoek,
  gekeurd: Zoekvraag,
  vraag: string,
): Promise<Pick<Gevonden, 'groepen' | 'meer'>> {
  const treffers: Treffer[] = await findTreffers(lezer, van.kop.id, isGeldend(van), gekeurd, HOOGSTENS)
  return { groepen: groepeer(van.beeld, treffers, vraag), meer: treffers.length === HOOGSTENS }
}

function Zoeken(props: { van: Planbezoek; getypt: string; gevonden: Gevonden | undefined }) {
  const { van, gevonden } = props
  return (
    <Planpagina van={van} titel="Zoeken" kruimels={[{ tekst: 'Overzicht', href: van.pad('/') }]}>
      <Paginakop titel="Zoeken" />
      <Formulier {...formulierNaar(van, '/zoeken')} methode="get" rij rol="zoeken" naam="Zoeken in alles">
        <TekstVeld
          naam="zoek"
          label="Waar zoekt u naar?"
          soort="search"
          waarde={props.getypt.slice(0, 200)}
          maxLengte={200}
        />
        <Knop soort="hoofd">Zoek</Knop>
      </Formulier>
      {gevonden === undefined ? (
        <Alinea>
          Typ een of meer woorden, een nummer zoals 5.3.4, of een zin tussen aanhalingstekens. U zoekt in
          onderdelen, doelen, bronnen, mijlpalen en in wat het document letterlijk zegt.
        </Alinea>
      ) : (
        <Resultaten van={van} gevonden={gevonden} />
      )}
    </Planpagina>
  )
}

function Resultaten({ van, gevonden }: { van: Planbezoek; gevonden: Gevonden }) {
  const { groepen, vraag, bedoeld, opBedoeld } = gevonden
  return (
    <>
      {gevonden.ingekort && <Alinea>Uw vraag was erg lang. Er is gezocht op het begin ervan.</Alinea>}
      <Alinea>
        <strong>
          {opBedoeld ? `Niets gevonden voor ‘${vraag}’.` : zoekzin(groepen, vraag, gevonden.meer)}
        </strong>
      </Alinea>
      {bedoeld !== undefined && <Bedoelde van={van} bedoeld={bedoeld} opBedoeld={opBedoeld} />}
      {groepen.length === 0 && (
        <Alinea>
          Probeer een ander of korter woord, of kijk in de{' '}
          <Link href={van.pad('/onderdelen')}>lijst van onderdelen</Link>.
        </Alinea>
      )}
      {groepen.map(({ soort, kop, resultaten }) => (
        <Sectie kop={`${kop} (${resultaten.length})`} id={`soort-${soort}`}>
          <Resultatenlijst van={van} resultaten={resultaten.slice(0, METEEN)} />
          {resultaten.length > METEEN && (
            <Meer kop={`Nog ${resultaten.length - METEEN}`}>
              <Resultatenlijst van={van} resultaten={resultaten.slice(METEEN)} />
            </Meer>
          )}
        </Sectie>
      ))}
    </>
  )
}

const Resultatenlijst = (props: { van: Planbezoek; resultaten: readonly Resultaat[] }) => (
  <Zijbalklijst
    items={props.resultaten.map((resultaat) => ({
      tekst: <Link href={adresVan(props.van, resultaat.adres)}>{resultaat.titel}</Link>,
      bij: <Onderschrift resultaat={resultaat} />,
    }))}
  />
)

/** Een adres kan een plek op de pagina noemen; die hoort achter de vraag. */
function adresVan(van: Planbezoek, adres: string): string {
  const [pad = '/', plek] = adres.split('#')
  return plek === undefined ? van.pad(pad) : `${van.pad(pad)}#${plek}`
}

function Bedoelde(props: { van: Planbezoek; bedoeld: string; opBedoeld: boolean }) {
  const link = <Link href={props.van.pad('/zoeken', { zoek: props.bedoeld })}>{props.bedoeld}</Link>
  return (
    <Melding soort="info" titel="Bedoelde u iets anders?">
      {props.opBedoeld ? <>Dit zijn de resultaten voor {link}.</> : <>Bedoelde u {link}?</>}
    </Melding>
  )
}

function Onderschrift({ resultaat }: { resultaat: Resultaat }) {
  const { bij, delen } = resultaat
  return (
    <>
      {bij}
      {bij !== '' && delen.length > 0 && ' · '}
      {delen.map(({ tekst, raak }) => (raak ? <strong>{tekst}</strong> : tekst))}
    </>
  )
}
