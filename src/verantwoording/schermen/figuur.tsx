import type { Download } from '#ui/downloads.tsx'
import { GrafiekBullet } from '#ui/grafiek-bullet.tsx'
import { GrafiekLijn } from '#ui/grafiek-lijn.tsx'
import { GrafiekSankey } from '#ui/grafiek-sankey.tsx'
import { GrafiekStanden } from '#ui/grafiek-standen.tsx'
import { GrafiekWaterval } from '#ui/grafiek-waterval.tsx'
import type { Niveau } from '#ui/kop.tsx'
import type { BlokVan } from '#verantwoording/rapport.ts'
import { Rapporttabelblok } from '#verantwoording/schermen/tabel.tsx'

/** Een grafiek van een rapport op het scherm, met de grafieken die de andere schermen ook gebruiken. */

export function Figuurblok(props: {
  blok: BlokVan<'grafiek'>
  niveau: Niveau
  downloads?: readonly Download[] | undefined
}) {
  const { blok, niveau, downloads } = props
  const { figuur } = blok
  const basis = { id: blok.id, boodschap: blok.boodschap, niveau, downloads, toelichting: blok.beschrijving }
  const tabel = <Rapporttabelblok tabel={blok.tabel} verborgen />
  switch (figuur.vorm) {
    case 'bullet':
      return (
        <GrafiekBullet
          {...basis}
          wat={blok.tabel.kolommen[0]?.kop ?? 'Naam'}
          rijen={figuur.rijen.map(({ prognose, ...rij }) => ({ ...rij, prognose: prognose ?? undefined }))}
        />
      )
    case 'waterval': {
      const [begin, ...rest] = figuur.stappen
      const eind = rest.at(-1)
      if (begin === undefined || eind === undefined) return null
      return (
        <GrafiekWaterval
          {...basis}
          wat="Stap"
          begin={{ naam: begin.naam, bedrag: begin.bedragCent }}
          stappen={rest.slice(0, -1).map(({ naam, bedragCent }) => ({ naam, bedrag: bedragCent }))}
          eind={{ naam: eind.naam }}
        />
      )
    }
    case 'lijn':
      return <GrafiekLijn {...basis} reeksen={figuur.reeksen} eenheid={figuur.eenheid} tabel={tabel} />
    case 'standen':
      return <GrafiekStanden {...basis} rijen={figuur.rijen} tabel={tabel} />
    case 'stroom': {
      const knopen = (kant: 'van' | 'naar', kolom: number) =>
        [...new Set(figuur.stromen.map((stroom) => stroom[kant]))].map((naam) => ({
          id: `${kant} ${naam}`,
          naam,
          kolom,
        }))
      return (
        <GrafiekSankey
          {...basis}
          knopen={[...knopen('van', 0), ...knopen('naar', 1)]}
          stromen={figuur.stromen.map(({ van, naar, bedragCent }) => ({
            van: `van ${van}`,
            naar: `naar ${naar}`,
            bedrag: bedragCent,
          }))}
          woorden={{ van: 'Bron', naar: 'Groep' }}
        />
      )
    }
  }
}
