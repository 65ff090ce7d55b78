import { systeemklok } from '#basis/datum.ts'
import { maakWerkvoorraad, type Werkvoorraad } from '#toegang/deur.ts'

/** Een lege werkvoorraad, voor schermen die er een nodig hebben zonder haar te gebruiken. */
export const proefwerk = (): Werkvoorraad =>
  maakWerkvoorraad({
    klok: systeemklok,
    meldOngeluk: (fout) => {
      throw fout
    },
  })
