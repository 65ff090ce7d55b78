import type { Datum } from '#basis/datum.ts'
import { opTekst } from '#basis/tekst.ts'
import { bekendVoor } from '#regels/dekking.ts'
import type { Parameter, Parametertabel } from '#regels/motor/parameter.ts'
import type { Regel } from '#regels/motor/regel.ts'
import { toonWaarde } from '#regels/uitleg/getal.ts'
import { REGELS } from '#regels/wet/wet.ts'
import { Etiket } from '#ui/etiket.tsx'
import { KnopLink } from '#ui/knop.tsx'
import { Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat bij een regel of bedrag niet gewoon geldt. */
export const Statusetiket = (props: { status: string }) =>
  props.status === 'geldend' || props.status === 'vastgesteld' ? null : (
    <Etiket toon="let-op">{props.status}</Etiket>
  )

export const parametertekst = (een: Parameter, waarde: Parameter['waarden'][number]): string =>
  toonWaarde(waarde.waarde, een.eenheid)

/** De lijst van alle regels en bedragen, met wat er vandaag geldt. */
export function Regelspagina(props: {
  schil: Schil
  tabel: Parametertabel
  vandaag: Datum
  metVarianten?: boolean
}) {
  const regels = [...REGELS.volgorde].toSorted((a, b) => opTekst(a.naam, b.naam))
  const parameters = [...props.tabel.parameters.values()].toSorted((a, b) => opTekst(a.naam, b.naam))
  const nu = (een: Parameter) => props.tabel.zoek(een.id, props.vandaag)?.waarde
  return (
    <Pagina
      titel="Regels en bedragen"
      schil={props.schil}
      beschrijving="Welke regels er zijn voor de eigen bijdrage en het minimabeleid, en met welke bedragen."
    >
      <Paginakop
        titel="Regels en bedragen"
        lead="Hier staat hoe de eigen bijdrage en het minimabeleid worden uitgerekend: de regels in gewone woorden, en elk bedrag met zijn bron."
        acties={
          <>
            <KnopLink href="/eigen-bijdrage">Zelf berekenen</KnopLink>
            {props.metVarianten && (
              <KnopLink href="/beleidsvarianten" soort="tweede">
                Beleidsvarianten vergelijken
              </KnopLink>
            )}
          </>
        }
      />
      <Sectie kop="Regels">
        <Tabel
          id="regels"
          bijschrift="Alle regels"
          bijschriftVerborgen
          kolommen={[
            {
              sleutel: 'naam',
              kop: 'Regel',
              cel: (een: Regel) => een.naam,
              href: (een) => `/regels/${een.id}`,
            },
            { sleutel: 'uitleg', kop: 'Wat zij doet', cel: (een) => een.uitleg },
            {
              sleutel: 'status',
              kop: 'Status',
              cel: (een) => (een.status === 'geldend' ? 'geldend' : <Statusetiket status={een.status} />),
            },
          ]}
          rijen={regels}
        />
      </Sectie>
      <Sectie
        kop="Bedragen en percentages"
        onder="Wat er vandaag geldt. Staat er “niet bekend”, dan rekenen wij er voor vandaag niet mee."
      >
        <Tabel
          id="parameters"
          bijschrift="Alle bedragen en percentages"
          bijschriftVerborgen
          kolommen={[
            {
              sleutel: 'naam',
              kop: 'Naam',
              cel: (een: Parameter) => een.naam,
              href: (een) => `/parameters/${een.id}`,
            },
            { sleutel: 'nu', kop: 'Vandaag', cel: (een) => waardeNu(een, nu(een)) },
            { sleutel: 'jaren', kop: 'Bekend voor', cel: bekendVoor },
          ]}
          rijen={parameters}
        />
      </Sectie>
      <p>
        Deze gegevens zijn <Link href="/api/v1/parameters">open data</Link>.
      </p>
    </Pagina>
  )
}

function waardeNu(een: Parameter, waarde: Parameter['waarden'][number] | undefined) {
  if (waarde === undefined) return <span class="oz-stil">niet bekend</span>
  return (
    <>
      {parametertekst(een, waarde)} <Statusetiket status={waarde.status} />
    </>
  )
}
