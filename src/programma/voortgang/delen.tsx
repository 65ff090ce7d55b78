import type { Child } from 'hono/jsx'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import {
  ASPECTEN,
  ASPECTNAAM,
  type Aspect,
  STANDNAAM,
  type Standwoord,
} from '#programma/voortgang/standen.ts'
import {
  type Fase,
  VERKLARINGEN,
  VERKLARINGVRAAG,
  type Verklaring,
  type Voortgang,
} from '#programma/voortgang/voortgang.ts'
import { Woorden } from '#programma/wijzigen/formulier.tsx'
import { Alinea, Kop, type Niveau } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Status, type StatusSoort } from '#ui/status.tsx'
import { Zijbalklijst } from '#ui/zijbalk.tsx'

/** Stukken die op meer schermen over voortgang staan. */

export const Standstatus = (props: { stand: Standwoord }) => (
  <Status soort={props.stand} tekst={STANDNAAM[props.stand]} />
)

export const FASESTATUS: Readonly<Record<Fase | 'niets', StatusSoort>> = {
  niets: 'nog-niet',
  concept: 'bezig',
  ingediend: 'klaar',
  teruggestuurd: 'let-op',
  akkoord: 'klaar',
}

/** Inhoud, tijd en geld: elk met zijn woord, en de zin die zegt waarom. */
export const Oordelenlijst = (props: { voortgang: Pick<Voortgang, 'oordelen'> }) => (
  <Zijbalklijst
    items={ASPECTEN.map((aspect) => {
      const oordeel = props.voortgang.oordelen[aspect]
      return {
        tekst: (
          <>
            {ASPECTNAAM[aspect]}: <Standstatus stand={oordeel.stand} />
          </>
        ),
        bij: <Oordeelzin oordeel={oordeel} />,
      }
    })}
  />
)

/** Waarom dit het woord is: de zin van de regel, en als iemand er anders over dacht ook die reden. */
export function Oordeelzin(props: { oordeel: Voortgang['oordelen'][Aspect] }) {
  const { voorstel, stand, regel, reden } = props.oordeel
  if (stand === voorstel) return <>{regel}</>
  // Waar geen regel iets weet, is er niets om anders over te oordelen.
  if (voorstel === 'geen-gegevens')
    return (
      <>
        {reden === null ? 'Zo ziet de eigenaar het.' : `Volgens de eigenaar: ${reden}`} {regel}
      </>
    )
  return (
    <>
      De eigenaar oordeelt {STANDNAAM[stand].toLowerCase()}
      {reden === null ? '.' : `: ${reden}`} De regel stelde {STANDNAAM[voorstel].toLowerCase()} voor: {regel}
    </>
  )
}

export function Verklaringdelen(props: { verklaring: Verklaring | null; niveau: Niveau }) {
  const { verklaring, niveau } = props
  if (verklaring === null) return null
  return (
    <>
      {VERKLARINGEN.filter((deel) => verklaring[deel] !== '').map((deel) => (
        <Tekstdeel kop={VERKLARINGVRAAG[deel]} tekst={verklaring[deel]} niveau={niveau} />
      ))}
    </>
  )
}

export function Tekstdeel(props: { kop: Child; tekst: string; niveau: Niveau }) {
  if (props.tekst === '') return null
  return (
    <>
      <Kop niveau={props.niveau}>{props.kop}</Kop>
      <Alinea>
        <Woorden tekst={props.tekst} />
      </Alinea>
    </>
  )
}

/** Alles wat over één kwartaal gemeld is. */
export const Voortgangverhaal = (props: { voortgang: Voortgang; niveau: Niveau }) => (
  <>
    <Oordelenlijst voortgang={props.voortgang} />
    <Tekstdeel kop="Wat is er gedaan" tekst={props.voortgang.gedaan} niveau={props.niveau} />
    <Tekstdeel kop="Wat komt er" tekst={props.voortgang.komt} niveau={props.niveau} />
    <Verklaringdelen verklaring={props.voortgang.verklaring} niveau={props.niveau} />
  </>
)

/** Naar alle kwartalen van een onderdeel. */
export const Voortganglink = (props: { van: Planbezoek; voortgang: Voortgang; titel: string }) => (
  <Link
    href={props.van.pad(`/voortgang/onderdelen/${props.voortgang.onderdeel}`)}
    naam={`${toonKwartaal(props.voortgang)}, ${props.titel}`}
  >
    {toonKwartaal(props.voortgang)}
  </Link>
)
