import { type Centen, centen } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/deur.ts'
import { onderdeelregels } from '#verantwoording/feiten/geldfeiten.ts'

/** Wat er sinds het vorige rapport veranderde: in de begroting, in de bestedingen, en in wat toen al verteld is. */

export type Veranderregel = {
  sleutel: string
  naam: string
  toen: Centen
  nu: Centen
  erbij: Centen
}

export type Veranderingen = {
  /** Na wijziging, over alle jaren van het programma. */
  begroot: readonly Veranderregel[]
  gerealiseerd: readonly Veranderregel[]
  /** Over de vorige periode, maar pas daarna vastgelegd: cijfers die toen anders waren. */
  terugwerkend: readonly Veranderregel[]
}

type Posten = readonly Postsaldo[]
type Kolom = 'naWijziging' | 'gerealiseerd'

export function veranderingenVan(
  beeld: Planbeeld,
  {
    toen,
    nu,
    toenNu,
  }: { toen: Posten; nu: Posten /** De vorige periode, zoals nu bekend. */; toenNu: Posten },
  onderdeel?: string | undefined,
): Veranderingen {
  const [eerst, daarna, herzien] = [toen, nu, toenNu].map((posten) =>
    onderdeelregels(beeld, posten, onderdeel),
  )
  const regels = (een: typeof eerst = [], ander: typeof eerst = [], kolom: Kolom): Veranderregel[] => {
    const opSleutel = (lijst: typeof een) => new Map(lijst.map((regel) => [regel.sleutel, regel]))
    const [a, b] = [opSleutel(een), opSleutel(ander)]
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((sleutel) => {
      const toenCent = a.get(sleutel)?.cijfers[kolom] ?? centen(0)
      const nuCent = b.get(sleutel)?.cijfers[kolom] ?? centen(0)
      const naam = (b.get(sleutel) ?? a.get(sleutel))?.naam ?? sleutel
      return toenCent === nuCent
        ? []
        : [{ sleutel, naam, toen: toenCent, nu: nuCent, erbij: centen(nuCent - toenCent) }]
    })
  }
  return {
    begroot: regels(eerst, daarna, 'naWijziging'),
    gerealiseerd: regels(eerst, daarna, 'gerealiseerd'),
    terugwerkend: regels(eerst, herzien, 'gerealiseerd'),
  }
}
