import type { Blok, Cel, Deel, Rapportinhoud, Rapporttabel } from '#verantwoording/rapport.ts'

/** Twee rapporten naast elkaar: welke bedragen anders zijn, en welke teksten. */

export type Celverschil = {
  deel: string
  tabel: string
  rij: string
  kolom: string
  soort: Rapporttabel['kolommen'][number]['soort']
  /** `undefined`: de rij of kolom is er niet. */
  a: Cel | undefined
  b: Cel | undefined
}
export type Tekstverschil = { deel: string; alinea: string; a: string | undefined; b: string | undefined }

export type Vergelijking = {
  cellen: readonly Celverschil[]
  teksten: readonly Tekstverschil[]
  /** Delen die maar in één van de twee staan. */
  alleenA: readonly string[]
  alleenB: readonly string[]
}

type Inhoud = Pick<Rapportinhoud, 'delen'>

export function vergelijkRapporten(a: Inhoud, b: Inhoud): Vergelijking {
  const [opA, opB] = [opId(a.delen), opId(b.delen)]
  const beide = a.delen.flatMap((deel) => {
    const ander = opB.get(deel.id)
    return ander === undefined ? [] : [[deel, ander] as const]
  })
  return {
    cellen: beide.flatMap(([een, ander]) => celverschillen(een, ander)),
    teksten: beide.flatMap(([een, ander]) => tekstverschillen(een, ander)),
    alleenA: a.delen.filter(({ id }) => !opB.has(id)).map(({ titel }) => titel),
    alleenB: b.delen.filter(({ id }) => !opA.has(id)).map(({ titel }) => titel),
  }
}

const opId = <Ding extends { id: string }>(dingen: readonly Ding[]): Map<string, Ding> =>
  new Map(dingen.map((ding) => [ding.id, ding]))

const alsTabel = (blok: Blok): Rapporttabel[] =>
  blok.soort === 'tabel' ? [blok] : blok.soort === 'grafiek' ? [blok.tabel] : []

function celverschillen(een: Deel, ander: Deel): Celverschil[] {
  const tabellen = opId(ander.blokken.flatMap(alsTabel))
  return een.blokken.flatMap(alsTabel).flatMap((tabel) => {
    const daar = tabellen.get(tabel.id)
    return daar === undefined ? [] : tabelverschillen(een.titel, tabel, daar)
  })
}

const naamVan = (cellen: readonly Cel[]): string => String(cellen[0] ?? '')

/** Groter is geen tabel die wij maken: wie zoiets aanbiedt, krijgt antwoord zonder dat wij elke cel bekijken. */
const MEESTE_CELLEN = 20_000

/** Elke rij op haar naam; heten er meer hetzelfde, dan ook op de hoeveelste zij is. */
function rijenVan({ rijen, totaal }: Rapporttabel): Map<string, readonly Cel[]> {
  const keren = new Map<string, number>()
  const opNaam = new Map<string, readonly Cel[]>()
  for (const { cellen } of rijen) {
    const naam = naamVan(cellen)
    const keer = (keren.get(naam) ?? 0) + 1
    keren.set(naam, keer)
    opNaam.set(keer === 1 ? naam : `${naam} (${keer})`, cellen)
  }
  return totaal === undefined ? opNaam : opNaam.set('Totaal', totaal)
}

function tabelverschillen(deel: string, a: Rapporttabel, b: Rapporttabel): Celverschil[] {
  const kolommen = new Map([...a.kolommen, ...b.kolommen].map((kolom) => [kolom.naam, kolom]))
  kolommen.delete(a.kolommen[0]?.naam ?? '')
  const [rijenA, rijenB] = [rijenVan(a), rijenVan(b)]
  const rijen = [...new Set([...rijenA.keys(), ...rijenB.keys()])]
  if (rijen.length * kolommen.size > MEESTE_CELLEN)
    return [{ deel, tabel: a.titel, rij: 'alle', kolom: 'alle', soort: 'tekst', a: TABEL, b: TE_GROOT }]
  const plekken = ({ kolommen: eigen }: Rapporttabel) => new Map(eigen.map(({ naam }, i) => [naam, i]))
  const [plekA, plekB] = [plekken(a), plekken(b)]
  const cel = (cellen: readonly Cel[] | undefined, plek: number | undefined): Cel | undefined =>
    plek === undefined ? undefined : cellen?.[plek]
  return rijen.flatMap((rij) =>
    [...kolommen.values()].flatMap(({ naam, kop, soort }): Celverschil[] => {
      const inA = cel(rijenA.get(rij), plekA.get(naam))
      const inB = cel(rijenB.get(rij), plekB.get(naam))
      return inA === inB ? [] : [{ deel, tabel: a.titel, rij, kolom: kop, soort, a: inA, b: inB }]
    }),
  )
}
const TABEL = 'deze tabel'
const TE_GROOT = 'een tabel die te groot om te vergelijken is'

function tekstverschillen(een: Deel, ander: Deel): Tekstverschil[] {
  const tekst = ({ blokken }: Deel): Map<string, string> =>
    new Map(blokken.flatMap((blok) => tekstVan(blok).map((woorden): [string, string] => [blok.id, woorden])))
  const [inA, inB] = [tekst(een), tekst(ander)]
  return [...new Set([...inA.keys(), ...inB.keys()])].flatMap((alinea): Tekstverschil[] => {
    const [a, b] = [inA.get(alinea), inB.get(alinea)]
    return a === b ? [] : [{ deel: een.titel, alinea, a, b }]
  })
}

function tekstVan(blok: Blok): string[] {
  if (blok.soort === 'alinea' || blok.soort === 'kop') return [blok.tekst]
  if (blok.soort === 'lijst') return [blok.punten.join('\n')]
  if (blok.soort === 'feiten') return [blok.rijen.map((rij) => rij.join(': ')).join('\n')]
  return blok.soort === 'grafiek' ? [blok.boodschap] : []
}
