import { opsomming } from '#basis/tekst.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { Bronverloop } from '#programma/geld/bron.tsx'
import { stellenVan } from '#programma/geld/geld.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Bedrag } from '#ui/bedrag.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'

/** Hoe elk stel bronnen opgaat: volgens het plan, en zodra er iets is uitgegeven ook echt. */
export function Verlopen(props: { van: Planbezoek; posten: readonly Postsaldo[] }) {
  const { van } = props
  const stellen = stellenVan(van.beeld)
  if (stellen.length === 0) return null
  return (
    <Sectie
      kop="Hoe het geld opgaat"
      id="verloop"
      onder="Bronnen die samen dezelfde onderdelen betalen, staan bij elkaar. Geld van voor het programma telt mee in het eerste jaar."
    >
      {stellen.map((stel) =>
        stel.verloop === undefined ? (
          <Sectie niveau={3} kop={stel.naam}>
            <Alinea>
              Hier is geen verloop te tekenen: van {opsomming(stel.zonderBedrag.map(({ naam }) => naam))}{' '}
              noemt het plan geen bedrag.{' '}
              {stel.kost === 0 ? (
                'Wat hieruit betaald wordt, staat er ook niet bij.'
              ) : (
                <>
                  Volgens het plan wordt hieruit <Bedrag cent={stel.kost} /> betaald.
                </>
              )}
            </Alinea>
          </Sectie>
        ) : (
          <Bronverloop van={van} stel={stel} niveau={3} posten={props.posten} />
        ),
      )}
    </Sectie>
  )
}
