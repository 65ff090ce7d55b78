import type { Postsaldo } from '#grootboek/deur.ts'
import { neemtMee, type Stel, verloopzin } from '#programma/geld/geld.ts'
import { heeftFeiten } from '#programma/geldbevindingen/geldbevindingen.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { uitloopVan, uitloopzin } from '#programma/uitloop/uitloop.ts'
import { GrafiekVerloop } from '#ui/grafiek-verloop.tsx'
import type { Niveau } from '#ui/kop.tsx'

/** Het verloop van een stel bronnen, met de zin die zegt of het alleen sluit door geld mee te nemen. */
export function Bronverloop(props: {
  van: Planbezoek
  stel: Stel
  niveau: Niveau
  /** De saldi van het grootboek; zonder saldi alleen het plan. */
  posten?: readonly Postsaldo[] | undefined
}) {
  const { van, stel, posten } = props
  if (stel.verloop === undefined) return null
  const samen = stel.bronnen.length > 1
  const bronnen = stel.bronnen.map(({ id }): string => id)
  const uitloop =
    posten === undefined || !heeftFeiten({ posten })
      ? undefined
      : uitloopVan(van.beeld.plan, posten, bronnen, van.vandaag)
  if (uitloop !== undefined)
    return (
      <GrafiekVerloop
        id={`verloop-${stel.id}`}
        niveau={props.niveau}
        tabelOpen
        boodschap={uitloopzin(uitloop)}
        toelichting={`${stel.naam}${samen ? ', samen: het plan zegt niet hoeveel elke bron betaalt' : ''}. Bedragen in euro. Voorbije jaren tellen wat is uitgegeven, de andere wat is begroot.`}
        punten={uitloop.map(({ jaar, inCent, uitCent, saldoCent, planCent, verwacht }) => ({
          jaar,
          erbij: inCent,
          eraf: uitCent,
          saldo: saldoCent,
          plan: planCent,
          verwacht,
        }))}
      />
    )
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
