import { z } from 'zod'
import { Datum, datum } from '#basis/datum.ts'
import { kruissommen } from '#regels/kruiscontrole.ts'
import type { Rekenweigering } from '#regels/motor/binding.ts'
import { isGeld } from '#regels/motor/eenheid.ts'
import type { Berekening } from '#regels/motor/rekenen.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** Een bestand met toetsgevallen waarvan de uitkomst bekend is, uit een publicatie of uit de wetstekst gerekend. */
const Antwoord = z.union([z.string(), z.number(), z.boolean(), z.null()])
export const Toetsgeval = z.object({
  id: z.string(),
  soort: z.string().optional(),
  datum: Datum.nullish(),
  regel: z.string(),
  invoer: z.record(z.string(), Antwoord),
  verwacht: z.union([z.number(), z.boolean(), z.string(), z.record(z.string(), z.number())]),
  tolerantie: z.number().min(0).default(0),
  gemeente: z.string().optional(),
})
export type Toetsgeval = z.infer<typeof Toetsgeval>
export const Toetsbestand = z.object({ gevallen: z.array(Toetsgeval) })

export type Uitslag = {
  id: string
  regel: string
  verwacht: Toetsgeval['verwacht']
  gekregen: Toetsgeval['verwacht'] | null
  goed: boolean
  /** Waarom er geen uitkomst is. */
  weigering?: Rekenweigering | undefined
}

/** Een geval zonder datum rekent op een dag waarop alles bekend is wat niet aan een jaar hangt. */
const ZONDER_DATUM = datum('2021-01-01')
/** Zonder keuze rekenen wij met Midden-Drenthe: van die gemeente zijn de bedragen bekend. */
export const STANDAARDGEMEENTE = 'gm1731'

/** De uitkomst zoals een bestand haar noemt: geld in euro, een keuze als naam. */
export function alsGetal({ doel, waarde }: Berekening): number | boolean | string {
  const { eenheid, sleutels } = doel.regel
  if (eenheid === 'waar') return waarde.teller === 1
  if (eenheid === 'soort') return sleutels?.[waarde.teller] ?? ''
  return waarde.teller / waarde.noemer / (isGeld(eenheid) ? 100 : 1)
}

export function toets(gevallen: readonly Toetsgeval[]): Uitslag[] {
  const kamers = new Map<string, ReturnType<typeof maakRekenkamer>>()
  return gevallen.map((geval) => {
    const gemeente = geval.gemeente ?? STANDAARDGEMEENTE
    const kamer = kamers.get(gemeente) ?? maakRekenkamer(gemeente)
    kamers.set(gemeente, kamer)
    return toetsGeval(geval, kamer)
  })
}

function toetsGeval(geval: Toetsgeval, kamer: ReturnType<typeof maakRekenkamer>): Uitslag {
  const { id, regel, verwacht, tolerantie } = geval
  if (regel === 'w2_som') return toetsKruis(geval)
  const uitkomst = kamer.op(geval.datum ?? ZONDER_DATUM).reken(regel, geval.invoer)
  if (!uitkomst.ok) return { id, regel, verwacht, gekregen: null, goed: false, weigering: uitkomst.reden }
  const gekregen = alsGetal(uitkomst.waarde)
  const goed =
    typeof gekregen === 'number' && typeof verwacht === 'number'
      ? Math.abs(gekregen - verwacht) <= tolerantie
      : gekregen === verwacht
  return { id, regel, verwacht, gekregen, goed }
}

const MEESTE_RIJEN = 20_000_000

/** Sommen over verzonnen rijen. Bij grote sommen is de tolerantie een deel van de som: de maker telde met afronding. */
function toetsKruis({ id, regel, invoer, verwacht, tolerantie }: Toetsgeval): Uitslag {
  const aantal = invoer['n']
  if (typeof aantal !== 'number' || !Number.isInteger(aantal) || aantal < 1 || aantal > MEESTE_RIJEN)
    return {
      id,
      regel,
      verwacht,
      gekregen: null,
      goed: false,
      weigering: { soort: 'invoer_onjuist', fouten: [{ veld: 'n', zin: 'Noem een aantal rijen.' }] },
    }
  const gekregen: Record<string, number> = kruissommen(aantal)
  const sommen = typeof verwacht === 'object' ? Object.entries(verwacht) : []
  const goed =
    sommen.length > 0 &&
    sommen.every(
      ([naam, som]) =>
        Math.abs((gekregen[naam] ?? Number.NaN) - som) <= tolerantie * Math.max(1, Math.abs(som)),
    )
  return { id, regel, verwacht, gekregen, goed }
}
