import { LETTER, REGEL } from '#ui/grafiek.tsx'
import { LijnSvg } from '#ui/grafiek-lijn.tsx'
import { SankeySvg } from '#ui/grafiek-sankey.tsx'
import type { LijnReeks } from '#ui/lijn.ts'
import { kleed } from '#ui/los/kleed.ts'
import type { Losvorm } from '#ui/los/rijen.tsx'
import type { SankeyData } from '#ui/sankey.ts'

/** Grafieken die één vlak vullen, als los bestand. */

export const losLijn = (reeksen: readonly LijnReeks[], eenheid: string, vorm: Losvorm): string =>
  kleed(String(<LijnSvg reeksen={reeksen} eenheid={eenheid} breedte={vorm.breedte} naam={vorm.naam} />))

export const losSankey = (data: SankeyData, vorm: Losvorm): string =>
  kleed(
    String(
      <SankeySvg
        data={data}
        vorm={{
          breedte: vorm.breedte,
          links: 190,
          rechts: 210,
          letter: LETTER,
          regel: REGEL,
          bedragEigenRegel: true,
        }}
        naam={vorm.naam}
        nadruk={[]}
      />,
    ),
  )
