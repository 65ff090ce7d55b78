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

function tabelverschillen(deel: string, a: Rapporttabel, b: Rapporttabel): Celverschil[] {
  const rijen = ({ rijen: gewoon, totaal }: Rapporttabel): Map<string, readonly Cel[]> =>
    new Map([
      ...gewoon.map(({ cellen }): [string, readonly Cel[]] => [naamVan(cellen), cellen]),
      ...(totaal === undefined ? [] : [['Totaal', totaal] as [string, readonly Cel[]]]),
    ])
  const [rijenA, rijenB] = [rijen(a), rijen(b)]
  const kolommen = new Map([...a.kolommen, ...b.kolommen].slice().map((kolom) => [kolom.naam, kolom]))
  const [eerste] = a.kolommen
  kolommen.delete(eerste?.naam ?? '')
  return [...new Set([...rijenA.keys(), ...rijenB.keys()])].flatMap((rij) =>
    [...kolommen.values()].flatMap(({ naam, kop, soort }): Celverschil[] => {
      const waarde = (tabel: Rapporttabel, cellen: readonly Cel[] | undefined): Cel | undefined => {
        const i = tabel.kolommen.findIndex((kolom) => kolom.naam === naam)
        return i === -1 ? undefined : cellen?.[i]
      }
      const [inA, inB] = [waarde(a, rijenA.get(rij)), waarde(b, rijenB.get(rij))]
      return inA === inB ? [] : [{ deel, tabel: a.titel, rij, kolom: kop, soort, a: inA, b: inB }]
    }),
  )
}

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
