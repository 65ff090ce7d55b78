import { z } from 'zod'
import { type Centen, centen, toonEuro } from '#basis/geld.ts'
import { toonPromille } from '#programma/wijzigen/velden.ts'

/** Vanaf welke afwijking de gemeente uitleg wil. De kleinste van procent en bedrag geldt. */
export const Drempel = z.strictObject({
  /** Duizendsten van de begroting na wijziging: 50 is 5 %. */
  promille: z.int().min(0).max(1_000),
  bedragCent: z
    .int()
    .min(0)
    .transform((aantal) => centen(aantal)),
  /** Dagen die een mijlpaal later mag zijn. */
  dagen: z.int().min(0).max(3_650),
})
export type Drempel = z.infer<typeof Drempel>

/** Zolang de gemeente niets koos: een aanname, te bevestigen. */
export const STANDAARDDREMPEL: Drempel = { promille: 50, bedragCent: centen(50_000_00), dagen: 30 }

/** Meer dan de drempel, naar boven of naar beneden; precies op de drempel is er nog niet over. */
export function isOverDrempel(verschil: Centen, begroot: Centen, drempel: Drempel): boolean {
  const afstand = Math.abs(verschil)
  // In hele getallen: een bedrag maal duizend past ruim in een veilig geheel getal (honderd miljard euro in centen).
  return (
    afstand > drempel.bedragCent ||
    BigInt(afstand) * 1_000n > BigInt(Math.abs(begroot)) * BigInt(drempel.promille)
  )
}

/** `5 % of € 50.000`. */
export const toonDrempel = ({ promille, bedragCent }: Drempel): string =>
  `${toonPromille(promille)} % of ${toonEuro(bedragCent)}`
