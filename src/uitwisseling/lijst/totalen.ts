/**
 * Rekent totaalrijen na. Een totaal hoort bij een aaneengesloten reeks rijen of eerdere totalen er vlak boven; welke
 * reeks, blijkt uit de bedragen zelf. Staan de totalen boven hun rijen, dan gaat dezelfde regel van onder naar boven.
 */

/** Bedragen per kolom in centen; `undefined` is een lege cel. */
export type Telrij = {
  rij: number
  /** `misschien`: een rij met eigen codes die zich een totaal noemt; zij is er een als zij optelt. */
  totaal: boolean | 'misschien'
  bedragen: readonly (number | undefined)[]
}

/** Een totaal dat niet klopt: in welke kolom, wat er staat, en wat de rijen `van` tot en met `tot` samen zijn. */
export type Totaalfout = { rij: number; kolom: number; staat: number; som: number; van: number; tot: number }

type Blok = { van: number; tot: number; sommen: number[] }

/** `alsnog`: de rijen die misschien een totaal waren, en het zijn. */
export type Totaaloordeel = { fouten: readonly Totaalfout[]; alsnog: ReadonlySet<number> }

export function controleerTotalen(rijen: readonly Telrij[]): Totaaloordeel {
  const onder = opgeteld(rijen)
  const kanAnders = onder.fouten.length > 0 || onder.alsnog.size < twijfels(rijen)
  if (!kanAnders) return onder
  const boven = opgeteld(rijen.toReversed())
  const beter =
    boven.fouten.length === 0 && (onder.fouten.length > 0 || boven.alsnog.size > onder.alsnog.size)
  return beter ? boven : onder
}

const twijfels = (rijen: readonly Telrij[]): number =>
  rijen.filter(({ totaal }) => totaal === 'misschien').length

function opgeteld(rijen: readonly Telrij[]): { fouten: Totaalfout[]; alsnog: Set<number> } {
  const blokken: Blok[] = []
  const fouten: Totaalfout[] = []
  const alsnog = new Set<number>()
  let open: Blok | undefined
  for (const { rij, totaal, bedragen } of rijen) {
    const telt =
      totaal === 'misschien' && passend(open === undefined ? blokken : [...blokken, open], bedragen) > 0
    if (totaal === false || (totaal === 'misschien' && !telt)) {
      open = erbij(open, rij, bedragen)
      continue
    }
    if (telt) alsnog.add(rij)
    if (open !== undefined) blokken.push(open)
    open = undefined
    const aantal = passend(blokken, bedragen)
    if (aantal === 0) fouten.push(...verschillen(rij, bedragen, blokken))
    const erin = blokken.splice(blokken.length - Math.max(aantal, Math.min(1, blokken.length)))
    const samen = erin.reduce<Blok | undefined>((som, blok) => samenvoegen(blok, som), undefined)
    blokken.push(samen ?? { van: rij, tot: rij, sommen: bedragen.map((bedrag) => bedrag ?? 0) })
  }
  return { fouten, alsnog }
}

function erbij(blok: Blok | undefined, rij: number, bedragen: readonly (number | undefined)[]): Blok {
  if (blok === undefined) return { van: rij, tot: rij, sommen: bedragen.map((bedrag) => bedrag ?? 0) }
  bedragen.forEach((bedrag, k) => {
    blok.sommen[k] = (blok.sommen[k] ?? 0) + (bedrag ?? 0)
  })
  blok.tot = rij
  return blok
}

const samenvoegen = (blok: Blok, som: Blok | undefined): Blok =>
  som === undefined
    ? { ...blok, sommen: [...blok.sommen] }
    : {
        van: som.van,
        tot: blok.tot,
        sommen: som.sommen.map((bedrag, k) => bedrag + (blok.sommen[k] ?? 0)),
      }

/** Hoeveel van de laatste blokken samen dit totaal zijn; 0 als geen enkele reeks klopt. */
function passend(blokken: readonly Blok[], bedragen: readonly (number | undefined)[]): number {
  const sommen = bedragen.map(() => 0)
  for (let aantal = 1; aantal <= blokken.length; aantal++) {
    const blok = blokken[blokken.length - aantal]
    for (let k = 0; k < sommen.length; k++) sommen[k] = (sommen[k] ?? 0) + (blok?.sommen[k] ?? 0)
    if (bedragen.every((bedrag, k) => bedrag === undefined || bedrag === sommen[k])) return aantal
  }
  return 0
}

/** Vergeleken met de rijen er vlak boven, of met alles als in een van de kolommen wel alles samen klopt. */
function verschillen(
  rij: number,
  bedragen: readonly (number | undefined)[],
  blokken: readonly Blok[],
): Totaalfout[] {
  const leeg: Blok = { van: rij, tot: rij, sommen: bedragen.map(() => 0) }
  const alles = blokken.reduce<Blok | undefined>((som, blok) => samenvoegen(blok, som), undefined) ?? leeg
  const laatste = blokken.at(-1) ?? leeg
  const kloptMet = (blok: Blok): number =>
    bedragen.filter((bedrag, k) => bedrag !== undefined && bedrag === blok.sommen[k]).length
  const { van, tot, sommen } = kloptMet(alles) > kloptMet(laatste) ? alles : laatste
  return bedragen.flatMap((bedrag, kolom) => {
    const som = sommen[kolom] ?? 0
    if (bedrag === undefined || bedrag === som) return []
    return [{ rij, kolom, staat: bedrag, som, van: Math.min(van, tot), tot: Math.max(van, tot) }]
  })
}
