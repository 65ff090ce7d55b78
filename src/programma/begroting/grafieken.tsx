import { type Centen, centen, rondAfVanNul, telOp, toonEuro } from '#basis/geld.ts'
import type { Boekingsoort, Postsaldo } from '#grootboek/deur.ts'
import { boekingenVan } from '#programma/begroting/begrotingstabel.tsx'
import type { Begrotingsvraag } from '#programma/begroting/begrotingsvraag.ts'
import { buitenPlan, type Geldrij, type Geldtabel } from '#programma/begroting/geldbeeld.ts'
import { alsPostfilter, alsVelden, type Geldfilter, pastBij } from '#programma/begroting/geldfilter.ts'
import type { Geldbezoek } from '#programma/begroting/tijdkeuze.tsx'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { type BulletRij, GrafiekBullet } from '#ui/grafiek-bullet.tsx'
import { GrafiekWaterval } from '#ui/grafiek-waterval.tsx'
import { Sectie } from '#ui/kop.tsx'

/** De begroting in beeld: hoe zij veranderde, en hoe ver het geld is. */

const STAPPEN = [
  ['wijziging', 'Begrotingswijzigingen'],
  ['overheveling', 'Overgeheveld uit of naar een ander jaar'],
  ['jaareinde', 'Teruggevallen bij het afsluiten van een jaar'],
] as const satisfies readonly (readonly [Boekingsoort, string])[]

/** Wat elke soort wijziging aan de begroting deed. */
export function stappenVan(
  beeld: Planbeeld,
  posten: readonly Postsaldo[],
  filter: Geldfilter,
): { soort: Boekingsoort; naam: string; bedrag: Centen }[] {
  const telt = pastBij(alsPostfilter(beeld, filter, buitenPlan(beeld, posten), 'wijzigingen'))
  const gekozen = posten.filter(telt)
  return STAPPEN.flatMap(([soort, naam]) => {
    const raakt = gekozen.filter((post) => post.soort === soort)
    return raakt.length === 0
      ? []
      : [{ soort, naam, bedrag: telOp(...raakt.map(({ bedragCent }) => bedragCent)) }]
  })
}

type GrafiekProps = {
  van: Geldbezoek
  vraag: Begrotingsvraag
  stand: { posten: readonly Postsaldo[] }
  tabel: Geldtabel
  besteed: boolean
}

/** Meer balken dan dit leest niemand; de tabel erboven heeft ze allemaal. */
const MEESTE_BALKEN = 15

export function Begrotingsgrafieken(props: GrafiekProps) {
  const { van, vraag, stand, tabel, besteed } = props
  const { totaal } = tabel
  const stappen = stappenVan(van.beeld, stand.posten, vraag.filter)
  const balken = tabel.rijen.filter(
    ({ bedragen }) => bedragen.naWijziging !== 0 || bedragen.gerealiseerd !== 0,
  )
  if (stappen.length === 0 && !besteed) return null
  return (
    <Sectie kop="In beeld">
      {stappen.length > 0 && (
        <GrafiekWaterval
          id="waterval"
          niveau={3}
          boodschap={watervalzin(totaal)}
          toelichting="In euro. Een pijl naar rechts is erbij, een pijl naar links is eraf."
          wat="Stap"
          begin={{
            naam: 'Primitief',
            bedrag: totaal.bedragen.primitief,
            href: boekingenVan(van, totaal, 'primitief'),
          }}
          stappen={stappen.map(({ soort, naam, bedrag }) => ({
            naam,
            bedrag,
            href: van.geldpad('/boekingen', { ...alsVelden(vraag.filter), kolom: 'wijzigingen', soort }),
          }))}
          eind={{ naam: 'Na wijziging', href: boekingenVan(van, totaal, 'na-wijziging') }}
        />
      )}
      {besteed && balken.length > 0 && (
        <GrafiekBullet
          id="bullets"
          niveau={3}
          boodschap={besteedzin(totaal)}
          toelichting={
            balken.length > MEESTE_BALKEN
              ? `In euro. De ${MEESTE_BALKEN} grootste van ${balken.length}; de rest staat in de tabel.`
              : 'In euro.'
          }
          wat="Waar"
          rijen={balken
            .toSorted((een, ander) => ander.bedragen.naWijziging - een.bedragen.naWijziging)
            .slice(0, MEESTE_BALKEN)
            .map((rij) => bulletVan(van, rij))}
        />
      )}
    </Sectie>
  )
}

export const bulletVan = (van: Geldbezoek, rij: Geldrij): BulletRij => ({
  naam: rij.naam,
  href: boekingenVan(van, rij, 'gerealiseerd'),
  begroot: rij.bedragen.naWijziging,
  gerealiseerd: rij.bedragen.gerealiseerd,
  verplicht: rij.bedragen.verplicht,
  prognose: rij.verwachting?.zonder === 0 ? rij.verwachting.bedrag : undefined,
})

function watervalzin({ bedragen: { wijzigingen, naWijziging } }: Geldrij): string {
  if (wijzigingen === 0) return `De begroting is na wijzigingen nog steeds ${toonEuro(naWijziging)}`
  const hoe = wijzigingen > 0 ? 'meer' : 'minder'
  return `De begroting is ${toonEuro(naWijziging)}: ${toonEuro(centen(Math.abs(wijzigingen)))} ${hoe} dan aan het begin`
}

/** Wat er besteed is en wat er over is, in één zin. */
export function besteedzin({
  bedragen: { naWijziging, gerealiseerd, verplicht, vrij },
}: Pick<Geldrij, 'bedragen'>): string {
  const heel = (bedrag: Centen): string => toonEuro(rondAfVanNul(bedrag))
  const vast = verplicht === 0 ? '' : `; ${heel(verplicht)} ligt vast`
  const begin = `Van de begroting van ${heel(naWijziging)} is ${heel(gerealiseerd)} besteed${vast}`
  if (vrij < 0) return `${begin}; er is ${heel(centen(-vrij))} te weinig`
  return vrij === 0 ? `${begin}; er is niets meer vrij` : `${begin}; ${heel(vrij)} is nog vrij`
}
