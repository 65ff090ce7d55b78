import { neemtMee, type Stel, verloopzin } from '#programma/geld/geld.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { GrafiekVerloop } from '#ui/grafiek-verloop.tsx'
import type { Niveau } from '#ui/kop.tsx'

/** Het verloop van een stel bronnen, met de zin die zegt of het alleen sluit door geld mee te nemen. */
export function Bronverloop(props: { van: Planbezoek; stel: Stel; niveau: Niveau }) {
  const { stel } = props
  if (stel.verloop === undefined) return null
  const samen = stel.bronnen.length > 1
  return (
    <GrafiekVerloop
      id={`verloop-${stel.id}`}
      niveau={props.niveau}
      tabelOpen
      boodschap={verloopzin(stel.verloop)}
      toelichting={`${stel.naam}${samen ? ', samen: het plan zegt niet hoeveel elke bron betaalt' : ''}. Bedragen in euro.${
        neemtMee(stel.verloop)
          ? ' In de jaren waarin er meer uitgaat dan er binnenkomt, is geld van eerdere jaren nodig.'
          : ''
      }`}
      punten={stel.verloop.map(({ jaar, inCent, uitCent, saldoCent }) => ({
        jaar,
        erbij: inCent,
        eraf: uitCent,
        saldo: saldoCent,
      }))}
    />
  )
}
