import { schatting } from '#regels/beleid/zinnen.ts'
import type { Band } from '#regels/simulatie/kosten.ts'

/** Een band als schatting: het midden, en daaronder waartussen. */
export const Bandcel = ({ band }: { band: Band }) => (
  <>
    {schatting(band.midden)}
    {band.laag !== band.hoog && (
      <small class="oz-stil oz-band">
        {schatting(band.laag)} tot {schatting(band.hoog)}
      </small>
    )}
  </>
)
