import type { Datum } from '#basis/datum.ts'
import { type Centen, telOp } from '#basis/geld.ts'
import { opTekst } from '#basis/tekst.ts'
import type { Registerregel, Verplichtingkop } from '#grootboek/deur.ts'

/** Het register van verplichtingen: wat er staat, wat iemand kiest en in welke volgorde. */

export const TOONKEUZES = ['open', 'alle', 'afgesloten', 'loopt-af'] as const
export type Toonkeuze = (typeof TOONKEUZES)[number]
export const TOONNAAM = {
  open: 'Met een open bedrag',
  alle: 'Alle',
  afgesloten: 'Afgesloten, of niets meer open',
  'loopt-af': 'Looptijd voorbij en nog open',
} as const satisfies Record<Toonkeuze, string>

export type Verplichtingvraag = {
  toon: Toonkeuze
  onderdeel: string | undefined
  jaar: number | undefined
  zoek: string
}

export function leesVerplichtingvraag(
  velden: Readonly<Record<string, string | undefined>>,
): Verplichtingvraag {
  const jaar = velden['jaar'] ?? ''
  return {
    toon: TOONKEUZES.find((keuze) => keuze === velden['toon']) ?? 'open',
    onderdeel: velden['onderdeel'] === '' ? undefined : velden['onderdeel'],
    jaar: /^\d{4}$/u.test(jaar) ? Number(jaar) : undefined,
    zoek: (velden['zoek'] ?? '').trim().toLowerCase().slice(0, 100),
  }
}

export type Lijstregel = Registerregel & {
  van: Datum | null
  tot: Datum | null
  afgesloten: boolean
  /** Alleen gevuld voor wie aan het programma werkt. */
  omschrijving: string | undefined
}

/** De regels van het journaal met wat het register erbij weet; een ingelezen verplichting staat niet in het register. */
export function lijstregels(
  regels: readonly Registerregel[],
  koppen: readonly Verplichtingkop[],
  omschrijvingen: ReadonlyMap<string, string>,
): Lijstregel[] {
  const kopVan = new Map(koppen.map((kop) => [kop.id, kop]))
  return regels
    .map((regel) => {
      const kop = kopVan.get(regel.verplichting)
      return {
        ...regel,
        van: kop?.van ?? null,
        tot: kop?.tot ?? null,
        afgesloten: kop?.afgesloten ?? false,
        omschrijving: omschrijvingen.get(regel.verplichting),
      }
    })
    .toSorted((a, b) => opTekst(b.verplichting, a.verplichting))
}

const isLoopAf = ({ tot, openCent }: Lijstregel, vandaag: Datum): boolean =>
  tot !== null && tot < vandaag && openCent !== 0

export const kiesRegels = (
  regels: readonly Lijstregel[],
  { toon, onderdeel, jaar, zoek }: Verplichtingvraag,
  vandaag: Datum,
): Lijstregel[] =>
  regels.filter(
    (regel) =>
      (toon === 'alle' ||
        (toon === 'open' && regel.openCent !== 0) ||
        (toon === 'afgesloten' && (regel.afgesloten || regel.openCent === 0)) ||
        (toon === 'loopt-af' && isLoopAf(regel, vandaag))) &&
      (onderdeel === undefined || regel.onderdelen.includes(onderdeel)) &&
      (jaar === undefined || regel.jaren.includes(jaar)) &&
      (zoek === '' ||
        regel.verplichting.includes(zoek) ||
        (regel.omschrijving ?? '').toLowerCase().includes(zoek)),
  )

export const totalen = (
  regels: readonly Registerregel[],
): Record<'aangegaan' | 'gefactureerd' | 'vrij' | 'open', Centen> => ({
  aangegaan: telOp(...regels.map(({ aangegaanCent }) => aangegaanCent)),
  gefactureerd: telOp(...regels.map(({ gefactureerdCent }) => gefactureerdCent)),
  vrij: telOp(...regels.map(({ vrijgevallenCent }) => vrijgevallenCent)),
  open: telOp(...regels.map(({ openCent }) => openCent)),
})
