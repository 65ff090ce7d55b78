import { telOp } from '#basis/geld.ts'
import { alsVelden, type Geldfilter } from '#programma/deur.ts'
import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import type { Geldcijfers, Geldregel } from '#verantwoording/feiten/geldfeiten.ts'
import type { Cel, Rapporttabel } from '#verantwoording/rapport.ts'

/** Tabellen van geld: altijd hele centen, een som per kolom, en per rij waar de boekingen te vinden zijn. */

type Kolom = Rapporttabel['kolommen'][number]

const GELD: readonly (readonly [keyof Geldcijfers, string])[] = [
  ['primitief', 'Begroot bij vaststelling'],
  ['wijzigingen', 'Wijzigingen'],
  ['naWijziging', 'Begroot na wijziging'],
  ['verplicht', 'Vastgelegd'],
  ['gerealiseerd', 'Uitgegeven'],
  ['vrij', 'Over'],
]

const KORT: readonly (keyof Geldcijfers)[] = ['naWijziging', 'gerealiseerd']

/** Wat niet bekend is, krijgt geen kolom met nullen. */
const kolommenBij = ({ geld }: Feiten): typeof GELD =>
  geld.besteed ? GELD : geld.geboekt ? GELD.slice(0, 3) : GELD.slice(0, 1)

export type Geldtabelopties = {
  id: string
  titel: string
  /** Wat er in de eerste kolom staat. */
  wat: string
  toelichting?: string | undefined
  /** Alleen begroot en uitgegeven. */
  kort?: true | undefined
  /** Met de verwachting voor het hele jaar. */
  prognose?: boolean | undefined
}

export function geldtabel(
  feiten: Feiten,
  regels: readonly Geldregel[],
  opties: Geldtabelopties,
): Rapporttabel {
  const kolommen = kolommenBij(feiten).filter(
    ([naam], _, alle) => !opties.kort || alle.length === 1 || KORT.includes(naam),
  )
  const volledig = regels.every(({ prognose }) => prognose !== null)
  const metPrognose = opties.prognose === true && regels.some(({ prognose }) => prognose !== null)
  const bedrag = (naam: string, kop: string, som: boolean): Kolom => ({
    naam,
    kop,
    soort: 'bedrag',
    ...(som ? { som: true as const } : {}),
  })
  const onaf =
    metPrognose && !volledig ? 'Een totaal van de verwachting is er niet: die is niet overal opgegeven.' : ''
  return {
    soort: 'tabel',
    id: opties.id,
    titel: opties.titel,
    ...toelichtingVan([opties.toelichting, onaf]),
    kolommen: [
      { naam: 'naam', kop: opties.wat, soort: 'tekst' },
      ...kolommen.map(([naam, kop]) => bedrag(naam, kop, true)),
      ...(metPrognose
        ? [bedrag('prognose', 'Verwacht hele jaar', volledig), bedrag('verschil', 'Verwacht over', volledig)]
        : []),
    ],
    rijen: regels.map((regel) => ({
      cellen: [
        regel.naam,
        ...kolommen.map(([naam]) => regel.cijfers[naam]),
        ...(metPrognose ? [regel.prognose, regel.verschil] : []),
      ],
      ...(feiten.geld.geboekt ? { naar: boekingenVan(feiten, regel.filter) } : {}),
    })),
    totaal: [
      'Totaal',
      ...kolommen.map(([naam]) => telOp(...regels.map(({ cijfers }) => cijfers[naam]))),
      ...(metPrognose ? [somVan(regels, 'prognose', volledig), somVan(regels, 'verschil', volledig)] : []),
    ],
    rond: 'euro',
  }
}

const somVan = (regels: readonly Geldregel[], naam: 'prognose' | 'verschil', volledig: boolean): Cel =>
  volledig ? regels.reduce((som, regel) => som + (regel[naam] ?? 0), 0) : null

export function toelichtingVan(zinnen: readonly (string | undefined)[]): { toelichting?: string } {
  const tekst = zinnen.filter((zin) => zin !== undefined && zin !== '').join(' ')
  return tekst === '' ? {} : { toelichting: tekst }
}

/** De boekingen achter een bedrag, op de tijden van het rapport. */
export function boekingenVan({ moment }: Feiten, filter: Geldfilter): string {
  const velden = new URLSearchParams()
  for (const [naam, waarde] of Object.entries(alsVelden(filter)))
    if (waarde !== undefined && waarde !== '') velden.set(naam, String(waarde))
  velden.set('geldig-tm', moment.geldigTm)
  velden.set('bekend-op', String(moment.bekendNr))
  return `/boekingen?${velden}`
}

type Tekstkolom = readonly [naam: string, kop: string, soort: Kolom['soort'], som?: 'som']

/** Een tabel met eigen kolommen; een kolom met `som` krijgt haar totaal. */
export function tabelVan(
  basis: Pick<Rapporttabel, 'id' | 'titel'> & { toelichting?: string | undefined; totaal?: string },
  kolommen: readonly Tekstkolom[],
  rijen: readonly (readonly Cel[] | { cellen: readonly Cel[]; naar: string })[],
): Rapporttabel {
  const alsRij = (rij: (typeof rijen)[number]) =>
    'cellen' in rij ? { cellen: [...rij.cellen], naar: rij.naar } : { cellen: [...rij] }
  const alle = rijen.map(alsRij)
  const heeftSom = kolommen.some(([, , , som]) => som !== undefined)
  return {
    soort: 'tabel',
    id: basis.id,
    titel: basis.titel,
    ...toelichtingVan([basis.toelichting]),
    kolommen: kolommen.map(([naam, kop, soort, som]) => ({
      naam,
      kop,
      soort,
      ...(som === undefined ? {} : { som: true as const }),
    })),
    rijen: alle,
    ...(heeftSom && alle.length > 0
      ? {
          totaal: kolommen.map(([, , , som], i): Cel => {
            if (som !== undefined) return alle.reduce((tot, { cellen }) => tot + Number(cellen[i] ?? 0), 0)
            return i === 0 ? (basis.totaal ?? 'Totaal') : null
          }),
        }
      : {}),
    rond: 'euro',
  }
}
