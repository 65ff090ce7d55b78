import { telOp, toonCenten } from '#basis/geld.ts'
import { hoofdletter, toonGetal } from '#basis/tekst.ts'
import type { Regel } from '#grootboek/deur.ts'
import {
  type Beweging,
  bewegingenVan,
  bewegingzin,
  bronnaam,
  soortzin,
} from '#programma/boekingen/verhaal.ts'
import { Afgekapt, eersteRijen } from '#programma/lange-lijst.tsx'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Lijst, Sectie } from '#ui/kop.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Wat een boeking verplaatste. Veel verplaatsingen staan eerst opgeteld: wat voor verplaatsing, uit welke bron. */

/** Tot hier leest iemand elke verplaatsing zelf; daarboven eerst de sommen. */
export const OVERZIENBAAR = 12

type Groep = { zin: string; bron: string; bewegingen: readonly Beweging[] }

function groepenVan(van: Planbezoek, bewegingen: readonly Beweging[]): Groep[] {
  const per = Map.groupBy(bewegingen, (een) => `${soortzin(een)}|${een.van.bron ?? ''}`)
  return [...per.values()].flatMap((groep) => {
    const [eerste] = groep
    if (eerste === undefined) return []
    return [{ zin: soortzin(eerste), bron: bronnaam(van.beeld, eerste.van.bron), bewegingen: groep }]
  })
}

export function Verplaatst(props: { van: Planbezoek; regels: readonly Regel[] }) {
  const { van } = props
  const bewegingen = bewegingenVan(props.regels)
  const lijst = (
    <>
      <Lijst items={eersteRijen(bewegingen).map((beweging) => bewegingzin(van.beeld, beweging))} />
      <Afgekapt aantal={bewegingen.length}>
        De rest staat in de regels hieronder en in het bestand van het journaal.
      </Afgekapt>
    </>
  )
  if (bewegingen.length <= OVERZIENBAAR) return <Sectie kop="Wat er verplaatst is">{lijst}</Sectie>
  return (
    <Sectie
      kop="Wat er verplaatst is"
      onder={`Dit zijn ${toonGetal(bewegingen.length)} verplaatsingen. Hier staan zij opgeteld per soort en bron, in euro.`}
    >
      <Tabel
        id="verplaatst"
        bijschrift="Verplaatst per soort en bron"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'zin', kop: 'Wat', cel: ({ zin }: Groep) => hoofdletter(zin) },
          { sleutel: 'bron', kop: 'Bron', cel: ({ bron }: Groep) => bron },
          {
            sleutel: 'aantal',
            kop: 'Aantal',
            soort: 'getal',
            cel: (groep: Groep) => groep.bewegingen.length,
          },
          {
            sleutel: 'bedrag',
            kop: 'Bedrag, €',
            soort: 'bedrag',
            cel: (groep: Groep) => toonCenten(telOp(...groep.bewegingen.map(({ bedragCent }) => bedragCent))),
          },
        ]}
        rijen={groepenVan(van, bewegingen)}
      />
      <Meer kop={`Alle ${toonGetal(bewegingen.length)} verplaatsingen`}>{lijst}</Meer>
    </Sectie>
  )
}
