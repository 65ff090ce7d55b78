import { toonDatum } from '#basis/datum.ts'
import { toonCenten } from '#basis/geld.ts'
import type { Deelstand, Stap } from '#grootboek/deur.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import { bronnaam } from '#programma/namen.ts'
import { STAPNAAM } from '#programma/verplichtingen/zinnen.ts'
import { Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** De tabellen bij één verplichting: hoe zij ervoor staat, en wat er gebeurde. */

export function Delen(props: { van: Geldbezoek; id: string; standen: readonly Deelstand[] }) {
  const { van, id } = props
  const { plan } = van.beeld
  return (
    <Sectie kop="Per jaar en bron" onder="In euro.">
      <Tabel
        bijschrift="Per jaar en bron"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'jaar', kop: 'Jaar', cel: ({ budget }: Deelstand) => String(budget.jaar) },
          { sleutel: 'bron', kop: 'Uit', cel: ({ budget }: Deelstand) => bronnaam(plan)(budget.bron) },
          {
            sleutel: 'aan',
            kop: 'Aangegaan',
            soort: 'bedrag',
            cel: (deel: Deelstand) => toonCenten(deel.aangegaanCent),
          },
          {
            sleutel: 'fact',
            kop: 'Gefactureerd',
            soort: 'bedrag',
            cel: (deel: Deelstand) => toonCenten(deel.gefactureerdCent),
          },
          {
            sleutel: 'vrij',
            kop: 'Vrijgevallen',
            soort: 'bedrag',
            cel: (deel: Deelstand) => toonCenten(deel.vrijgevallenCent),
          },
          {
            sleutel: 'open',
            kop: 'Open',
            soort: 'bedrag',
            nadruk: true,
            cel: (deel: Deelstand) => toonCenten(deel.openCent),
            href: ({ budget }: Deelstand) =>
              van.geldpad('/boekingen', {
                verplichting: id,
                jaar: budget.jaar,
                bron: budget.bron ?? undefined,
                kolom: 'verplicht',
              }),
          },
        ]}
        rijen={props.standen}
      />
    </Sectie>
  )
}

export function Leven(props: { van: Geldbezoek; stappen: readonly Stap[] }) {
  const { van, stappen } = props
  return (
    <Sectie kop="Wat er gebeurde" onder="Elke stap leidt naar haar boeking. In euro.">
      <Tabel
        bijschrift="Het leven van deze verplichting"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'dag', kop: 'Dag', cel: ({ geldigOp }: Stap) => toonDatum(geldigOp) },
          { sleutel: 'wat', kop: 'Wat', cel: ({ wat }: Stap) => STAPNAAM[wat] },
          {
            sleutel: 'nr',
            kop: 'Boeking',
            cel: ({ nr }: Stap) => <Link href={van.pad(`/boekingen/${nr}`)}>{nr}</Link>,
          },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag',
            soort: 'bedrag',
            cel: ({ bedragCent }: Stap) => toonCenten(bedragCent),
          },
          {
            sleutel: 'boven',
            kop: 'Boven wat openstond',
            soort: 'bedrag',
            cel: ({ bovenCent }: Stap) => (bovenCent === 0 ? undefined : toonCenten(bovenCent)),
          },
          {
            sleutel: 'open',
            kop: 'Daarna open',
            soort: 'bedrag',
            nadruk: true,
            cel: ({ openCent }: Stap) => toonCenten(openCent),
          },
        ]}
        rijen={eersteRijen(stappen)}
      />
      <Afgekapt aantal={stappen.length}>De rest staat in de lijst van boekingen.</Afgekapt>
    </Sectie>
  )
}
