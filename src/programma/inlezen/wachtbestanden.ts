/**
 * Een lijst waarvan nog gekozen moet worden hoe zij gelezen wordt, blijft even op schijf staan. Er kunnen namen in
 * staan: na een halfuur is zij weg, en niemand anders dan wie haar stuurde kan erbij.
 */

export type Wachtbestand = {
  id: string
  gemeente: string
  wie: string
  pad: string
  grootte: number
  afdruk: string
  uitbreiding: string
  administratie: string | undefined
  peildatum: string | undefined
  sinds: number
  ruimOp: () => Promise<void>
}

export type Wachtbestanden = {
  bewaar(bestand: Wachtbestand): Promise<void>
  /** Alleen voor wie het stuurde. */
  vind(gemeente: string, wie: string, id: string, nu: Date): Wachtbestand | undefined
  /** Geeft het uit handen: wie het kreeg, ruimt het op. */
  neem(id: string): void
}

const LANGST_MS = 30 * 60_000
const MEESTE = 20

export function maakWachtbestanden(): Wachtbestanden {
  const bestanden = new Map<string, Wachtbestand>()
  const weg = async (bestand: Wachtbestand): Promise<void> => {
    bestanden.delete(bestand.id)
    await bestand.ruimOp()
  }
  return {
    async bewaar(bestand) {
      for (const oud of [...bestanden.values()])
        if (bestand.sinds - oud.sinds > LANGST_MS || bestanden.size >= MEESTE) await weg(oud)
      bestanden.set(bestand.id, bestand)
    },
    vind(gemeente, wie, id, nu) {
      const bestand = bestanden.get(id)
      if (bestand?.gemeente !== gemeente || bestand.wie !== wie) return undefined
      return nu.getTime() - bestand.sinds > LANGST_MS ? undefined : bestand
    },
    neem: (id) => void bestanden.delete(id),
  }
}

/** Het laatste deel van een bestandsnaam; de rest kan een naam van iemand zijn. */
export const uitbreidingVan = (naam: string): string =>
  /\.([A-Za-z0-9]{1,8})$/u.exec(naam)?.[1]?.toLowerCase() ?? ''
