import { BRONSOORTEN } from '#programma/plan.ts'
import { PLANNINGSTATUSSEN, type Planningstatus } from '#programma/planbeeld.ts'

/** De vraag aan de lijst van onderdelen, zoals zij in het adres staat. Wat niet te lezen is, telt niet mee. */

export const SORTERINGEN = ['plan', 'naam', 'bedrag', 'begin', 'einde'] as const
export type Sortering = (typeof SORTERINGEN)[number]

export type Onderdelenvraag = {
  zoek: string
  /** Sleutel van een groep, of `ZONDER_GROEP`. */
  groep: string
  /** Sleutel van een bron, of `soort:rijk` voor alle bronnen van die soort. */
  bron: string
  doel: string
  status: Planningstatus | ''
  /** Alleen wat in dit jaar geld heeft; de bedragen zijn dan die van dat jaar. */
  jaar: number | undefined
  /** Alleen wat in dit jaar eindigt, volgens de planning of volgens het geld. */
  eindigt: number | undefined
  sorteer: Sortering
  aflopend: boolean
  pagina: number
}

/** Geen sleutel kan zo heten. */
export const ZONDER_GROEP = '-'
const BRONSOORT = 'soort:'

export const bronsoortVan = (bron: string): (typeof BRONSOORTEN)[number] | undefined =>
  BRONSOORTEN.find((soort) => bron === `${BRONSOORT}${soort}`)
export const alsBronsoort = (soort: (typeof BRONSOORTEN)[number]): string => `${BRONSOORT}${soort}`

type Velden = Readonly<Record<string, string | undefined>>

const jaartal = (tekst: string | undefined): number | undefined =>
  tekst !== undefined && /^(?:19|2\d)\d{2}$/u.test(tekst) ? Number(tekst) : undefined

export function leesOnderdelenvraag(velden: Velden): Onderdelenvraag {
  const [, min, naam] = /^(-?)([a-z]+)$/u.exec(velden['sorteer'] ?? '') ?? []
  const status = velden['status'] ?? ''
  const pagina = /^\d{1,5}$/u.test(velden['pagina'] ?? '') ? Number(velden['pagina']) : 1
  return {
    zoek: (velden['zoek'] ?? '').trim().slice(0, 200),
    groep: velden['groep'] ?? '',
    bron: velden['bron'] ?? '',
    doel: velden['doel'] ?? '',
    status: Object.hasOwn(PLANNINGSTATUSSEN, status) ? (status as Planningstatus) : '',
    jaar: jaartal(velden['jaar']),
    eindigt: jaartal(velden['eindigt']),
    sorteer: SORTERINGEN.find((sortering) => sortering === naam) ?? 'plan',
    aflopend: min === '-',
    pagina: Math.max(1, pagina),
  }
}

/** Het omgekeerde: de velden voor een adres; wat de gewone stand is, staat er niet in. */
export function alsVelden(
  vraag: Onderdelenvraag,
  anders: Partial<Onderdelenvraag> = {},
): Record<string, string | number | undefined> {
  const { sorteer, aflopend, pagina, ...rest } = { ...vraag, ...anders }
  const gewoon = sorteer === 'plan' && !aflopend
  return {
    ...rest,
    sorteer: gewoon ? undefined : `${aflopend ? '-' : ''}${sorteer}`,
    pagina: pagina > 1 ? pagina : undefined,
  }
}

/** Klikken op de kop van een kolom: eerst oplopend, en op wat al zo staat aflopend. */
export function sorteerveld(
  vraag: Onderdelenvraag,
  naar: Sortering,
): { velden: Record<string, string | number | undefined>; richting: 'op' | 'neer' | undefined } {
  const isHier = vraag.sorteer === naar
  return {
    velden: alsVelden(vraag, { sorteer: naar, aflopend: isHier && !vraag.aflopend, pagina: 1 }),
    richting: isHier ? (vraag.aflopend ? 'neer' : 'op') : undefined,
  }
}

export const heeftFilter = (vraag: Onderdelenvraag): boolean =>
  Object.entries(alsVelden(vraag)).some(
    ([naam, waarde]) => naam !== 'sorteer' && naam !== 'pagina' && waarde !== '' && waarde !== undefined,
  )
