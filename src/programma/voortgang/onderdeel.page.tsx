import { toonDatum } from '#basis/datum.ts'
import { dagVanMoment } from '#basis/moment.ts'
import { hoofdletter, telwoord } from '#basis/tekst.ts'
import type { Onderdeel } from '#programma/plan.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { Standstatus, Voortgangverhaal } from '#programma/voortgang/delen.tsx'
import { kwartaalsleutel, opKwartaal, toonKwartaal } from '#programma/voortgang/kwartaal.ts'
import { leesOpenbareVoortgang } from '#programma/voortgang/openbaar.flow.ts'
import { ASPECTEN, ASPECTNAAM } from '#programma/voortgang/standen.ts'
import type { Voortgang } from '#programma/voortgang/voortgang.ts'
import { foutAntwoord, type Routes } from '#toegang/deur.ts'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** De voortgang van één onderdeel door de tijd, en het stuk daarvan op de pagina van het onderdeel zelf. */

export function onderdeelvoortgangPagina(routes: Routes, kamer: Programmakamer): void {
  routes.get('voortgang.lezen', '/voortgang/onderdelen/:id', async (c) => {
    const van = await leesPlanbezoek(c, kamer)
    if (van instanceof Response) return van
    const onderdeel = van.beeld.onderdeel.get(c.req.param('id'))
    if (onderdeel === undefined) return foutAntwoord(c, 'niet_gevonden')
    const voortgang = voortgangVan(await leesOpenbareVoortgang(van, kamer), onderdeel)
    return c.html(<Pagina van={van} onderdeel={onderdeel} voortgang={voortgang} />)
  })
}

/** Alles wat over dit onderdeel gemeld is, het nieuwste eerst. */
export const voortgangVan = (alle: readonly Voortgang[], { id }: Pick<Onderdeel, 'id'>): Voortgang[] =>
  alle.filter(({ onderdeel }) => onderdeel === id).toSorted((een, ander) => opKwartaal(ander, een))

type Props = { van: Planbezoek; onderdeel: Onderdeel; voortgang: readonly Voortgang[] }

function Pagina({ van, onderdeel, voortgang }: Props) {
  const [laatste] = voortgang
  return (
    <Planpagina
      van={van}
      titel={`Voortgang van ${onderdeel.titel}`}
      kruimels={[
        { tekst: 'Overzicht', href: van.pad('/') },
        { tekst: 'Voortgang', href: van.pad('/voortgang') },
        { tekst: onderdeel.titel, href: van.pad(`/onderdelen/${onderdeel.id}`) },
      ]}
    >
      <Paginakop
        titel={`Voortgang van ${onderdeel.titel}`}
        lead={
          laatste === undefined
            ? 'Hierover is nog niets gemeld.'
            : `Gemeld over ${telwoord(voortgang.length, 'kwartaal', 'kwartalen')}, het laatst over het ${toonKwartaal(laatste)}.`
        }
      />
      {laatste === undefined ? (
        <GeenVoortgang van={van} onderdeel={onderdeel} />
      ) : (
        <>
          <Kwartalentabel voortgang={voortgang} />
          {voortgang.map((een, i) => (
            <div id={kwartaalsleutel(een)}>
              <Meer kop={hoofdletter(toonKwartaal(een))} open={i === 0}>
                <Voortgangverhaal voortgang={een} niveau={2} />
                <Alinea klein>Vastgelegd op {toonDatum(dagVanMoment(een.op))}.</Alinea>
              </Meer>
            </div>
          ))}
        </>
      )}
    </Planpagina>
  )
}

function GeenVoortgang({ van, onderdeel }: Pick<Props, 'van' | 'onderdeel'>) {
  const delen = van.beeld.kinderen.get(onderdeel.id) ?? []
  if (delen.length === 0)
    return (
      <LegeStaat titel="Er is nog geen voortgang gemeld">
        De programmamanager vraagt het elk kwartaal; de eigenaar van dit onderdeel vult het in.
      </LegeStaat>
    )
  return (
    <LegeStaat titel="Dit onderdeel bestaat uit delen">
      Elk deel heeft zijn eigen voortgang:{' '}
      {delen.map(({ id, titel }, i) => (
        <>
          {i > 0 && ', '}
          <Link href={van.pad(`/voortgang/onderdelen/${id}`)}>{titel}</Link>
        </>
      ))}
      .
    </LegeStaat>
  )
}

const Kwartalentabel = ({ voortgang }: Pick<Props, 'voortgang'>) => (
  <Tabel
    bijschrift="Per kwartaal"
    rijen={voortgang}
    kolommen={[
      {
        sleutel: 'kwartaal',
        kop: 'Kwartaal',
        cel: (een) => <Link href={`#${kwartaalsleutel(een)}`}>{hoofdletter(toonKwartaal(een))}</Link>,
      },
      ...ASPECTEN.map(
        (aspect): Kolom<Voortgang> => ({
          sleutel: aspect,
          kop: ASPECTNAAM[aspect],
          cel: (een) => <Standstatus stand={een.oordelen[aspect].stand} />,
        }),
      ),
    ]}
  />
)

/** Op de pagina van het onderdeel: het laatste kwartaal, en de weg naar de rest. */
export function OnderdeelVoortgang({ van, onderdeel, voortgang }: Props) {
  const [laatste] = voortgang
  const delen = van.beeld.kinderen.has(onderdeel.id)
  return (
    <Sectie
      kop="Hoe het staat"
      id="voortgang"
      onder={laatste === undefined ? undefined : `Gemeld over het ${toonKwartaal(laatste)}.`}
    >
      {laatste === undefined ? (
        <Alinea>
          {delen
            ? 'Elk deel van dit onderdeel meldt zijn eigen voortgang.'
            : 'Er is nog geen voortgang gemeld. De eigenaar van dit onderdeel vult haar in als de programmamanager daarom vraagt.'}
        </Alinea>
      ) : (
        <>
          <Voortgangverhaal voortgang={laatste} niveau={3} />
          <Link href={van.pad(`/voortgang/onderdelen/${onderdeel.id}`)}>
            {voortgang.length === 1 ? 'Bekijk dit kwartaal' : `Alle ${voortgang.length} kwartalen`}
          </Link>
        </>
      )}
    </Sectie>
  )
}
