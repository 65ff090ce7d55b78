import { type Bereik, type Blad, type Cel, LEEG, type Rij } from '#uitwisseling/rekenblad/rekenblad.ts'
import { GRENZEN, Onleesbaar } from '#uitwisseling/rekenblad/teksten.ts'

const LEGE_RIJ: Rij = { cellen: [] }

/** Telt de cellen van een heel bestand, zodat veel kleine bladen samen ook een grens hebben. */
export type Teller = { cellen: number }

/**
 * Verzamelt één blad. Alleen cellen met inhoud nemen plaats in, en elke herhaling wordt geteld vóór zij wordt
 * uitgeschreven: een cel die zichzelf een miljard keer herhaalt, kost niets.
 */
export function maakBladbouwer(naam: string, verborgen: boolean, teller: Teller) {
  const rijen = new Map<number, { cellen: Cel[]; verborgen: boolean }>()
  const samengevoegd: Bereik[] = []
  const verborgenKolommen: number[] = []
  let hoogste = -1

  return {
    naam,
    zet(rij: number, kolom: number, cel: Cel): void {
      if (cel.soort === 'leeg') return
      if (rij >= GRENZEN.rijen) throw new Onleesbaar('te_veel_rijen', `blad ${naam}`)
      if (kolom >= GRENZEN.kolommen) throw new Onleesbaar('te_veel_kolommen', `blad ${naam}`)
      const bestaand = rijen.get(rij) ?? { cellen: [], verborgen: false }
      rijen.set(rij, bestaand)
      hoogste = Math.max(hoogste, rij)
      const gaten = Math.max(0, kolom - bestaand.cellen.length)
      teller.cellen += gaten + 1
      if (teller.cellen > GRENZEN.cellen) throw new Onleesbaar('te_veel_cellen', `blad ${naam}`)
      while (bestaand.cellen.length < kolom) bestaand.cellen.push(LEEG)
      bestaand.cellen[kolom] = cel
    },
    verbergRij(rij: number): void {
      const bestaand = rijen.get(rij)
      if (bestaand !== undefined) bestaand.verborgen = true
    },
    verbergKolommen(van: number, tot: number): void {
      for (let k = Math.max(0, van); k <= Math.min(tot, GRENZEN.kolommen - 1); k++) verborgenKolommen.push(k)
    },
    voegSamen(bereik: Bereik): void {
      if (samengevoegd.length < GRENZEN.samengevoegd) samengevoegd.push(bereik)
    },
    klaar(): Blad {
      const lijst = Array.from({ length: hoogste + 1 }, (_, r) => rijen.get(r) ?? LEGE_RIJ)
      return { naam, verborgen, rijen: lijst, samengevoegd, verborgenKolommen }
    },
  }
}
export type Bladbouwer = ReturnType<typeof maakBladbouwer>

/** Excel en LibreOffice zien `Bronnen` en `bronnen` als dezelfde naam; twee zulke bladen zou gokken worden. */
export function eisEigenNamen(bladen: readonly Blad[]): void {
  const gezien = new Set<string>()
  for (const { naam } of bladen) {
    const klein = naam.trim().toLowerCase()
    if (gezien.has(klein)) throw new Onleesbaar('dubbel_blad', `blad ${naam}`)
    gezien.add(klein)
  }
}

/** Een geheel kenmerk van minstens 1, zoals een herhaling; wat er niet op lijkt, telt als 1. */
export function keer(kenmerk: string | undefined): number {
  const waarde = kenmerk === undefined || !/^\d{1,10}$/u.test(kenmerk) ? 1 : Number(kenmerk)
  return Math.max(1, waarde)
}
