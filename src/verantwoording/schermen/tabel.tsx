import type { Child } from 'hono/jsx'
import { type Download, Downloads } from '#ui/downloads.tsx'
import { Status } from '#ui/status.tsx'
import { type Kolom, Tabel } from '#ui/tabel.tsx'
import type { Rapporttabel, Standwoord } from '#verantwoording/rapport.ts'
import { STANDNAAM, type Toonrij, toontabelVan } from '#verantwoording/toontabel.ts'

/** Een tabel van een rapport op het scherm: de tekst van `toontabel`, met een link naar de boekingen per rij. */

const statusVan = (tekst: string): Standwoord | undefined =>
  (Object.keys(STANDNAAM) as Standwoord[]).find((woord) => STANDNAAM[woord] === tekst)

export type Tabelopties = {
  tabel: Rapporttabel
  verborgen?: boolean | undefined
  /** Maakt van een adres binnen het plan een adres op deze website; zonder geen links. */
  naar?: ((pad: string) => string) | undefined
  downloads?: readonly Download[] | undefined
}

export function Rapporttabelblok(props: Tabelopties) {
  const { tabel, naar } = props
  const getoond = toontabelVan(tabel)
  const kolommen = tabel.kolommen.map(
    (kolom, i): Kolom<Toonrij> => ({
      sleutel: kolom.naam,
      kop: getoond.koppen[i] ?? kolom.kop,
      soort: getoond.rechts[i] ? 'bedrag' : 'tekst',
      cel: ({ cellen }): Child => {
        const tekst = cellen[i] ?? ''
        const stand = kolom.soort === 'status' ? statusVan(tekst) : undefined
        return stand === undefined ? tekst : <Status soort={stand} tekst={tekst} />
      },
      ...(i === 0 && naar !== undefined
        ? { href: (rij: Toonrij) => (rij.naar === undefined ? undefined : naar(rij.naar)) }
        : {}),
    }),
  )
  const totaal = getoond.rijen.find(({ rol }) => rol === 'totaal')
  return (
    <>
      <Tabel
        id={tabel.id}
        bijschrift={tabel.titel}
        bijschriftVerborgen={props.verborgen}
        bij={tabel.toelichting}
        kolommen={kolommen}
        rijen={getoond.rijen.filter(({ rol }) => rol !== 'totaal')}
        toonRij={({ rol }) =>
          rol === 'tussensom' ? 'som' : rol === 'afronding' ? 'stil' : rol === 'nadruk' ? 'anders' : undefined
        }
        totaal={
          totaal && {
            kop: totaal.cellen[0] ?? '',
            cellen: Object.fromEntries(
              tabel.kolommen.flatMap(({ naam }, i): [string, string][] => {
                const tekst = totaal.cellen[i] ?? ''
                return tekst === '' ? [] : [[naam, tekst]]
              }),
            ),
          }
        }
        leeg="Hier staat niets."
      />
      {getoond.bijAfronding !== undefined && !props.verborgen && (
        <p class="oz-klein oz-stil">{getoond.bijAfronding}</p>
      )}
      <Downloads downloads={props.downloads ?? []} waarvan={tabel.titel} />
    </>
  )
}
