import { vergelijkbaar } from '#basis/tekst.ts'
import { type Kop, zoekKop } from '#uitwisseling/lijst/koprij.ts'
import type { Invoerprofiel, Kolomprofiel } from '#uitwisseling/lijst/profiel.ts'
import { type Doelveld, VELDSOORT, zonderTijd } from '#uitwisseling/lijst/velden.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Waar elke kolom van het profiel op dit blad staat. */
export type Kolom = { profiel: Kolomprofiel; kolom: number; titel: string }
export type Indeling = {
  kop: Kop
  kolommen: ReadonlyMap<Doelveld, Kolom>
  ontbreekt: readonly Kolomprofiel[]
  dubbel: readonly { titel: string; kolommen: readonly number[] }[]
}

const isGelezen = ({ veld }: Kolomprofiel): boolean => veld !== 'genegeerd'

type Vindplaats = ReadonlyMap<string, readonly number[]>

function opNaam(kop: Kop, sleutel: (titel: string) => string): Vindplaats {
  const gevonden = new Map<string, number[]>()
  for (const [k, namen] of kop.titels.entries())
    for (const naam of new Set(namen.map(sleutel)))
      if (naam !== '') gevonden.set(naam, [...(gevonden.get(naam) ?? []), k])
  return gevonden
}

/** Legt een profiel op een kop; een kolom die twee keer voorkomt, is een vraag en geen keuze. */
export function legOp(profiel: Invoerprofiel, kop: Kop): Indeling {
  // `Begroting 2024` is volgend jaar `Begroting 2025`, en dezelfde kolom.
  const manieren = [vergelijkbaar, zonderTijd].map((sleutel) => ({ sleutel, plaatsen: opNaam(kop, sleutel) }))
  const zoek = ({ titels }: Kolomprofiel): { titel: string; gevonden: readonly number[] } | undefined => {
    for (const { sleutel, plaatsen } of manieren)
      for (const titel of titels) {
        const gevonden = plaatsen.get(sleutel(titel))
        if (gevonden !== undefined) return { titel, gevonden }
      }
    return undefined
  }
  const kolommen = new Map<Doelveld, Kolom>()
  const ontbreekt: Kolomprofiel[] = []
  const dubbel: Indeling['dubbel'][number][] = []
  for (const kolom of profiel.kolommen.filter(isGelezen)) {
    const treffer = zoek(kolom)
    const [eerste, ...meer] = treffer?.gevonden ?? []
    if (treffer === undefined || eerste === undefined) {
      if (kolom.mag_ontbreken !== true) ontbreekt.push(kolom)
    } else if (meer.length > 0) dubbel.push({ titel: treffer.titel, kolommen: treffer.gevonden })
    else kolommen.set(kolom.veld, { profiel: kolom, kolom: eerste, titel: treffer.titel })
  }
  return { kop, kolommen, ontbreekt, dubbel }
}

/** De kop waar het profiel het best op past, ook als er nog kolommen ontbreken. */
export function zoekIndeling(blad: Blad, profiel: Invoerprofiel): Indeling | undefined {
  const gevonden = zoekKop(
    blad,
    (kop) => {
      const { kolommen, dubbel } = legOp(profiel, kop)
      const aantal = kolommen.size + dubbel.length
      return aantal < 2 ? 0 : aantal
    },
    [profiel.kopHoogte],
  )
  return gevonden === undefined ? undefined : legOp(profiel, gevonden.kop)
}

export const bedragkolommen = ({ kolommen }: Indeling): Kolom[] =>
  [...kolommen.values()].filter(({ profiel }) => VELDSOORT[profiel.veld] === 'bedrag')
