import { Sleutel } from '#programma/plan.ts'
import {
  type Formulierlezer,
  nieuweSleutel,
  rijsleutels,
  type Veld,
  type Veldgroep,
  type Waarden,
} from '#programma/wijzigen/velden.ts'

/** Herhaalde velden: mijlpalen, indicatoren en ontvangsten. Onderaan staan steeds lege rijen om aan te vullen. */

/** Een hoofdletter kan nooit met een sleutel botsen. */
const LEGE_RIJEN = ['N1', 'N2'] as const

type Rijopties<Rij> = {
  /** De velden van een rij; het eerste moet ingevuld zijn. */
  velden: readonly [string, ...string[]]
  bestaand: ReadonlyMap<string, Rij>
  lees: (naam: (veld: string) => string, oud: Rij | undefined, id: (titel: string) => Sleutel) => Rij
}

/**
 * De rijen na het formulier. Een rij verdwijnt alleen als iemand haar weghaalt: wat een ander intussen toevoegde,
 * stond niet in dit formulier en blijft staan.
 */
export function leesRijen<Rij>(lezer: Formulierlezer, opties: Rijopties<Rij>): Rij[] {
  const rijen = new Map(opties.bestaand)
  const bezet = new Set(rijen.keys())
  for (const sleutel of lezer.rijen(opties.velden[0])) {
    const naam = (veld: string): string => `${veld}.${sleutel}`
    const oud = rijen.get(sleutel)
    if (lezer.aan(naam('weg'))) {
      rijen.delete(sleutel)
      continue
    }
    if (oud === undefined && opties.velden.every((veld) => lezer.tekst(naam(veld)) === '')) continue
    const id = (titel: string): Sleutel => {
      const eerder = Sleutel.safeParse(sleutel)
      const gekozen = eerder.success ? eerder.data : nieuweSleutel(titel, bezet, 'rij')
      bezet.add(gekozen)
      return gekozen
    }
    rijen.set(sleutel, opties.lees(naam, oud, id))
  }
  return [...rijen.values()]
}

/** De veldgroepen van alle rijen die er staan, en daarna de lege. */
export function rijgroepen(
  waarden: Waarden,
  eerste: string,
  kop: { een: string; nieuw: string; onder: string },
  velden: (rij: string, nieuw: boolean) => readonly Veld[],
): Veldgroep[] {
  const gevuld = rijsleutels(waarden, eerste).filter((rij) => !isLegeRij(rij))
  return [
    ...gevuld.map((rij, i) => ({
      kop: `${kop.een} ${i + 1}`,
      velden: [
        ...velden(rij, false),
        { soort: 'vinkje' as const, naam: `weg.${rij}`, label: `${kop.een} ${i + 1} weghalen` },
      ],
    })),
    ...LEGE_RIJEN.map((rij, i) => ({
      kop: `${kop.nieuw}${i === 0 ? '' : ` (${i + 1})`}`,
      onder: kop.onder,
      velden: velden(rij, true),
    })),
  ]
}

const isLegeRij = (rij: string): boolean => (LEGE_RIJEN as readonly string[]).includes(rij)
