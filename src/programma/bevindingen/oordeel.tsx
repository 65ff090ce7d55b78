import { dagVan, toonDatum } from '#basis/datum.ts'
import { ankerVan, type Beoordeeld } from '#programma/bevindingen/bevindingen.ts'
import type { Afdoening } from '#programma/plan.store.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Meer, Zijbalklijst } from '#ui/zijbalk.tsx'

/** Wat er over een bevinding besloten is, en voor wie dat mag het formulier om erover te besluiten. */

const OORDEELWOORDEN: Record<Afdoening['oordeel'], string> = {
  opgelost: 'Opgelost',
  bewust: 'Bewust zo',
  heropend: 'Heropend',
}

/** De naam van wie het deed, is alleen voor wie is ingelogd. */
const wanneerEnWie = (een: Afdoening, metNaam: boolean): string =>
  [toonDatum(dagVan(een.vastgelegdOp)), metNaam && een.door, `versie ${een.versie}`]
    .filter((deel) => deel !== false && deel !== null)
    .join(' · ')

export function Oordelen(props: { een: Beoordeeld; metNaam: boolean }) {
  const { oordeel, vervallen, nogInPlan, eerder } = props.een
  const ouder = eerder.filter((gezegd) => gezegd !== oordeel)
  return (
    <>
      {oordeel !== undefined && (
        <Melding soort="goed" titel={`${OORDEELWOORDEN[oordeel.oordeel]}: ${oordeel.toelichting}`}>
          <Alinea klein>{wanneerEnWie(oordeel, props.metNaam)}</Alinea>
          {nogInPlan && (
            <Alinea klein>Let op: deze versie van het plan zegt het nog steeds zoals hierboven staat.</Alinea>
          )}
        </Melding>
      )}
      {vervallen !== undefined && (
        <Melding soort="let-op" titel="Een eerder oordeel geldt niet meer">
          <Alinea klein>
            Het oordeel ging over andere bedragen of woorden dan er nu staan. Daarom staat deze bevinding weer
            open.
          </Alinea>
        </Melding>
      )}
      {ouder.length > 0 && (
        <Meer kop="Eerdere oordelen">
          <Zijbalklijst
            items={ouder.map((gezegd) => ({
              tekst: `${OORDEELWOORDEN[gezegd.oordeel]}: ${gezegd.toelichting}`,
              bij: wanneerEnWie(gezegd, props.metNaam),
            }))}
          />
        </Meer>
      )}
    </>
  )
}

export type Oordeelpoging = { bevinding: string; toelichting: string; fout: string }

export function Oordeelformulier(props: {
  een: Beoordeeld
  actie: string
  versie: number
  poging: Oordeelpoging | undefined
}) {
  const { bevinding, oordeel } = props.een
  const anker = ankerVan(bevinding.sleutel)
  const poging = props.poging?.bevinding === bevinding.sleutel ? props.poging : undefined
  return (
    <Meer kop={oordeel === undefined ? 'Afdoen' : 'Heropenen'} open={poging !== undefined}>
      <Formulier
        actie={props.actie}
        naam={`Oordeel over: ${bevinding.titel}`}
        verborgen={{ bevinding: bevinding.sleutel, versie: String(props.versie) }}
      >
        <TekstVeld
          naam="toelichting"
          id={`${anker}-toelichting`}
          label={
            oordeel === undefined ? 'Opgelost door …, of bewust zo omdat …' : 'Waarom staat dit weer open?'
          }
          uitleg="Iedereen kan dit lezen. Noem geen namen van personen."
          waarde={poging?.toelichting}
          fout={poging?.fout}
          maxLengte={2_000}
          verplicht
        />
        <Knoppen>
          {oordeel === undefined ? (
            <>
              <Knop naam="oordeel" waarde="opgelost">
                Opgelost
              </Knop>
              <Knop naam="oordeel" waarde="bewust" soort="tweede">
                Bewust zo
              </Knop>
            </>
          ) : (
            <Knop naam="oordeel" waarde="heropend" soort="tweede">
              Heropenen
            </Knop>
          )}
        </Knoppen>
      </Formulier>
    </Meer>
  )
}
