import { toonDatum } from '#basis/datum.ts'
import { hoofdletter } from '#basis/tekst.ts'
import { bekendVoor } from '#regels/dekking.ts'
import { type Parametertabel, toonBron } from '#regels/motor/parameter.ts'
import { directNodig, type Regel } from '#regels/motor/regel.ts'
import { Statusetiket } from '#regels/schermen/regels.tsx'
import { type Beschrijving, beschrijf, type Namen } from '#regels/uitleg/beschrijf.ts'
import { INVOER } from '#regels/wet/invoer.ts'
import { REGELS } from '#regels/wet/wet.ts'
import { Feiten } from '#ui/feiten.tsx'
import { Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'

const EENHEID: Readonly<Record<string, string>> = { waar: 'ja of nee', soort: 'een soort', deel: 'procent' }

/** Eén regel in gewone woorden, met haar bron en wat er aan vastzit. */
export function Regelpagina(props: { schil: Schil; tabel: Parametertabel; regel: Regel }) {
  const { regel, tabel } = props
  const namen: Namen = {
    parameter: (id) => tabel.parameters.get(id),
    regel: (id) => REGELS.regels.get(id),
    invoer: (naam) => INVOER.find((ding) => ding.naam === naam),
  }
  const nodig = directNodig(regel)
  const gebruikt = REGELS.volgorde.filter((ander) => directNodig(ander).regels.has(regel.id))
  return (
    <Pagina
      titel={regel.naam}
      schil={props.schil}
      kruimels={[{ tekst: 'Regels en bedragen', href: '/regels' }]}
    >
      <Paginakop titel={regel.naam} lead={regel.uitleg} bij={<Statusetiket status={regel.status} />} />
      <Feiten
        feiten={[
          { label: 'Naam voor programma’s', waarde: <code>{regel.id}</code> },
          { label: 'Uitkomst', waarde: EENHEID[regel.eenheid] ?? `bedrag ${regel.eenheid}` },
        ]}
      />
      {regel.versies.map(({ vanaf, tot, bron, knoop }) => (
        <Sectie
          kop={`Van ${toonDatum(vanaf)} tot en met ${toonDatum(tot)}`}
          onder={`Bron: ${toonBron(bron)}`}
        >
          <Tekst deel={beschrijf(knoop, namen)} />
        </Sectie>
      ))}
      <Sectie kop="Wat deze regel nodig heeft">
        <Verwijzingen
          kop="Antwoorden"
          items={[...nodig.invoer].map((naam) => namen.invoer(naam)?.vraag ?? naam)}
        />
        <Verwijzingen
          kop="Andere regels"
          items={[...nodig.regels].map((id) => (
            <Link href={`/regels/${id}`}>{REGELS.regels.get(id)?.naam ?? id}</Link>
          ))}
        />
        <Verwijzingen
          kop="Bedragen en percentages"
          items={[...nodig.parameters].map((id) => {
            const een = tabel.parameters.get(id)
            return (
              <>
                <Link href={`/parameters/${id}`}>{een?.naam ?? id}</Link>
                {een !== undefined && ` (bekend voor ${bekendVoor(een)})`}
              </>
            )
          })}
        />
      </Sectie>
      {gebruikt.length > 0 && (
        <Sectie kop="Welke regels deze gebruiken">
          <Lijst items={gebruikt.map(({ id, naam }) => <Link href={`/regels/${id}`}>{naam}</Link>)} />
        </Sectie>
      )}
    </Pagina>
  )
}

type Items = Parameters<typeof Lijst>[0]['items']
const Verwijzingen = (props: { kop: string; items: Items }) =>
  props.items.length === 0 ? null : (
    <>
      <p>
        <strong>{props.kop}</strong>
      </p>
      <Lijst items={props.items} />
    </>
  )

/** De tekst van een regel: een zin, een keuze of een rij gevallen. */
function Tekst(props: { deel: Beschrijving }) {
  const { deel } = props
  switch (deel.soort) {
    case 'zin':
      return <p>{hoofdletter(deel.tekst)}.</p>
    case 'rij':
      return (
        <>
          <p>{deel.kop}</p>
          <Lijst items={deel.delen} />
        </>
      )
    case 'als':
      return (
        <ul class="oz-lijst">
          <li>
            <strong>Klopt dit: {deel.voorwaarde}? Dan:</strong>
            <Tekst deel={deel.dan} />
          </li>
          <li>
            <strong>Klopt dat niet? Dan:</strong>
            <Tekst deel={deel.anders} />
          </li>
        </ul>
      )
    case 'tabel':
      return (
        <ul class="oz-lijst">
          {deel.rijen.map((rij) => (
            <li>
              <strong>{hoofdletter(rij.naam)}:</strong>
              <Tekst deel={rij.tekst} />
            </li>
          ))}
        </ul>
      )
  }
}
