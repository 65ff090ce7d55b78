import { sleutelVan, vergelijkbaar } from '#basis/tekst.ts'
import { DINGSOORTEN, type Ding } from '#programma/deur.ts'
import { splitsDing } from '#uitwisseling/rekenblad/lijst.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import type { Planrij } from '#uitwisseling/rekenblad/plan-rijen.ts'
import type { Bladvorm, Verwijsbaar } from '#uitwisseling/rekenblad/plan-vorm.ts'

/** Namen waaronder dingen van één soort te vinden zijn; `null` als een naam er twee aanwijst. */
type Register = { sleutels: Set<string>; namen: Map<string, string | null> }

export type Registers = {
  vind: (soort: Verwijsbaar, naam: string) => string | undefined
  vindDing: (cel: string) => Ding | undefined
}

/** Uit welke kolommen een sleutel ontstaat als iemand haar leeg laat, en onder welke naam het ding te vinden is. */
const NAAMVELD: ReadonlyMap<Bladvorm, readonly string[]> = new Map([
  [vorm.DOELEN, ['titel']],
  [vorm.INDICATOREN, ['naam']],
  [vorm.GROEPEN, ['titel']],
  [vorm.ONDERDELEN, ['titel']],
  [vorm.MIJLPALEN, ['wat']],
  [vorm.BRONNEN, ['naam']],
  [vorm.VOORGANGERS, ['titel']],
  [vorm.PLAATSEN, ['titel']],
  [vorm.VERMELDINGEN, ['soort', 'over', 'plaats']],
])

const LANGSTE_SLEUTEL = 90

const alsTekst = (waarde: unknown): string => (typeof waarde === 'string' ? waarde : '')

/** De sleutel van elke rij: zoals ingevuld, of afgeleid van de naam en dan uniek gemaakt. */
export function sleutelsVan(blad: Bladvorm, rijen: readonly Planrij[]): string[] {
  const naamvelden = NAAMVELD.get(blad)
  if (naamvelden === undefined) return []
  const bezet = new Set(rijen.map(({ waarden }) => alsTekst(waarden['id'])))
  const laatste = new Map<string, number>()
  return rijen.map(({ waarden }) => {
    const ingevuld = alsTekst(waarden['id'])
    if (ingevuld !== '') return ingevuld
    const basis = alsSleutel(naamvelden.map((veld) => alsTekst(waarden[veld])).join(' '))
    for (let nummer = (laatste.get(basis) ?? 0) + 1; ; nummer++) {
      const kandidaat = nummer === 1 ? basis : `${basis}-${nummer}`
      if (bezet.has(kandidaat)) continue
      bezet.add(kandidaat)
      laatste.set(basis, nummer)
      return kandidaat
    }
  })
}

/** Wat er van een naam overblijft binnen de tekens en de lengte van een sleutel. */
export const alsSleutel = (naam: string): string =>
  sleutelVan(naam)
    .replace(/[^a-z0-9-]/gu, '')
    .slice(0, LANGSTE_SLEUTEL)
    .replace(/-{2,}/gu, '-')
    .replace(/^-|-$/gu, '') || 'zonder-naam'

function maakRegister(blad: Bladvorm, rijen: readonly Planrij[], sleutels: readonly string[]): Register {
  const namen = new Map<string, string | null>()
  const [veld] = NAAMVELD.get(blad) ?? []
  rijen.forEach(({ waarden }, i) => {
    const sleutel = sleutels[i] ?? ''
    for (const naam of new Set([
      vergelijkbaar(alsTekst(waarden[veld ?? ''])),
      vergelijkbaar(alsTekst(waarden['code'])),
    ]))
      if (naam !== '') namen.set(naam, namen.has(naam) && namen.get(naam) !== sleutel ? null : sleutel)
  })
  return { sleutels: new Set(sleutels), namen }
}

const SOORT_BLAD: readonly (readonly [Verwijsbaar, Bladvorm])[] = [
  ['doel', vorm.DOELEN],
  ['groep', vorm.GROEPEN],
  ['onderdeel', vorm.ONDERDELEN],
  ['bron', vorm.BRONNEN],
  ['voorganger', vorm.VOORGANGERS],
  ['plaats', vorm.PLAATSEN],
  ['vermelding', vorm.VERMELDINGEN],
]

/** Zoekt wat iemand in een cel noemde: eerst als sleutel, dan als naam of nummer, mits die er maar één aanwijst. */
export function maakRegisters(
  rijenVan: (blad: Bladvorm) => readonly Planrij[],
  sleutelsVan: (blad: Bladvorm) => readonly string[],
  programma: { id: string; titel: string },
): Registers {
  const registers = new Map<Verwijsbaar, Register>(
    SOORT_BLAD.map(([soort, blad]) => [soort, maakRegister(blad, rijenVan(blad), sleutelsVan(blad))]),
  )
  registers.set('programma', {
    sleutels: new Set([programma.id]),
    namen: new Map([[vergelijkbaar(programma.titel), programma.id]]),
  })
  const vind = (soort: Verwijsbaar, naam: string): string | undefined => {
    const register = registers.get(soort)
    if (register === undefined) return undefined
    if (register.sleutels.has(naam)) return naam
    const opNaam = register.namen.get(vergelijkbaar(naam))
    if (typeof opNaam === 'string') return opNaam
    const sleutel = sleutelVan(naam)
    return register.sleutels.has(sleutel) ? sleutel : undefined
  }
  const vindDing = (cel: string): Ding | undefined => {
    const { soort, naam } = splitsDing(cel)
    const soorten = soort === undefined ? DINGSOORTEN : [soort]
    const gevonden = soorten.flatMap((kandidaat) => {
      const id = vind(kandidaat, naam)
      return id === undefined ? [] : [{ soort: kandidaat, id: id as Ding['id'] }]
    })
    return gevonden.length === 1 ? gevonden[0] : undefined
  }
  return { vind, vindDing }
}
