import type { Invoerregel } from '#grootboek/deur.ts'

/** Staat in geen enkele code, dus twee verschillende rijen krijgen nooit dezelfde sleutel. */
const TUSSEN = '|'

export type Codes = {
  rekening: string
  kostenplaats: string | null
  project: string | null
}

const samen = (...delen: readonly (string | number | null)[]): string =>
  delen.map((deel) => deel ?? '').join(TUSSEN)

/** Een stand heeft geen datum in haar sleutel: de lijst van volgende maand vervangt haar. */
export const standsleutel = (
  soort: Invoerregel['soort'],
  jaar: number,
  codes: Codes,
  stuk?: string,
): string => samen('stand', soort, jaar, codes.rekening, codes.kostenplaats, codes.project, stuk ?? '')

export const boekstuksleutel = (
  jaar: number,
  dagboek: string | null,
  boekstuk: string,
  regelnummer: string,
): string => samen('mutatie', jaar, dagboek, boekstuk, regelnummer)

type Los = Codes &
  Pick<Invoerregel, 'jaar' | 'datum' | 'stuk' | 'bedragCent'> & {
    dagboek: string | null
    boekstuk: string | null
  }

/**
 * Zonder eigen nummer telt alles wat de rij onderscheidt. Rijen die in alles gelijk zijn, krijgen een volgnummer: die
 * zijn inwisselbaar, dus een bestand in een andere volgorde houdt dezelfde sleutels.
 */
export function losseSleutels(): (los: Los) => string {
  const keren = new Map<string, number>()
  return (los) => {
    const basis = samen(
      'rij',
      los.jaar,
      los.dagboek,
      los.boekstuk,
      los.datum,
      los.rekening,
      los.kostenplaats,
      los.project,
      los.stuk,
      los.bedragCent,
    )
    const nummer = (keren.get(basis) ?? 0) + 1
    keren.set(basis, nummer)
    return samen(basis, nummer)
  }
}
