import type { Plan, Vermelding } from '#programma/deur.ts'
import { knip } from '#uitwisseling/rekenblad/lijst.ts'
import { bedragenblad, leegBedragenblad } from '#uitwisseling/rekenblad/plan-bedragen.ts'
import * as vorm from '#uitwisseling/rekenblad/plan-bladen.ts'
import { celVan } from '#uitwisseling/rekenblad/plan-cel.ts'
import { KOP_RIJ, keuzelijsten, opschrift } from '#uitwisseling/rekenblad/plan-kader.ts'
import { leeswijzer } from '#uitwisseling/rekenblad/plan-leeswijzer.ts'
import type { Bladvorm, Kolom } from '#uitwisseling/rekenblad/plan-vorm.ts'
import {
  type Blad,
  type Kolomvorm,
  LEEG,
  type Rij,
  rij,
  tekst,
  type Werkboek,
} from '#uitwisseling/rekenblad/rekenblad.ts'

export type Regel = Readonly<Record<string, unknown>>

/** Wat er op een pad als `planning.van` of `regels.0` staat. */
function haal(ding: unknown, pad: string): unknown {
  return pad.split('.').reduce<unknown>((hier, deel) => {
    if (typeof hier !== 'object' || hier === null) return undefined
    return (hier as Record<string, unknown>)[deel]
  }, ding)
}

/** Een plan als werkboek: één blad per soort, met koppen, uitleg, keuzelijsten en levende optellingen. */
export function planNaarWerkboek(plan: Plan): Werkboek {
  const regels = regelsVan(plan)
  const bladen = vorm.BLADVORMEN.map((blad) =>
    blad === vorm.BEDRAGEN ? bedragenblad(plan) : gegevensblad(blad, regels.get(blad) ?? []),
  )
  return {
    titel: `Programmaplan ${plan.programma.titel}`,
    bladen: [leeswijzer(plan.programma.titel), programmablad((veld) => haal(plan, veld)), ...bladen],
  }
}

/** Het lege sjabloon: dezelfde bladen, met kolommen voor de jaren van het programma. */
export function maakSjabloon(jaren: { van: number; tot: number }): Werkboek {
  const kolommen = Array.from({ length: jaren.tot - jaren.van + 1 }, (_, i) => jaren.van + i)
  const bladen = vorm.BLADVORMEN.map((blad) =>
    blad === vorm.BEDRAGEN ? leegBedragenblad(kolommen) : gegevensblad(blad, []),
  )
  const perVeld: Regel = { 'programma.van': String(jaren.van), 'programma.tot': String(jaren.tot) }
  return {
    titel: 'Sjabloon programmaplan',
    bladen: [leeswijzer(undefined), programmablad((veld) => perVeld[veld]), ...bladen],
  }
}

function regelsVan(plan: Plan): Map<Bladvorm, Regel[]> {
  const onder = <Ouder extends { id: string }>(
    ouders: readonly Ouder[],
    kinderen: (ouder: Ouder) => readonly Regel[],
  ) => ouders.flatMap((ouder) => kinderen(ouder).map((kind) => ({ ...kind, ouder: ouder.id })))
  return new Map<Bladvorm, Regel[]>([
    [vorm.DOELEN, plan.doelen],
    [vorm.INDICATOREN, onder(plan.doelen, (doel) => doel.indicatoren)],
    [vorm.GROEPEN, plan.groepen],
    [vorm.ONDERDELEN, plan.onderdelen],
    [vorm.RELATIES, onder(plan.onderdelen, (onderdeel) => onderdeel.relaties)],
    [vorm.MIJLPALEN, onder(plan.onderdelen, (onderdeel) => onderdeel.mijlpalen)],
    [vorm.BRONNEN, plan.bronnen],
    [vorm.ONTVANGSTEN, onder(plan.bronnen, (bron) => bron.ontvangsten)],
    [vorm.VOORGANGERS, plan.voorgangers],
    [vorm.PLAATSEN, plan.plaatsen],
    [vorm.VERMELDINGEN, plan.vermeldingen.map(vermeldingRegel)],
    [
      vorm.LEDEN,
      onder(plan.vermeldingen, (vermelding) => (vermelding.soort === 'leden' ? vermelding.leden : [])),
    ],
  ])
}

function vermeldingRegel(vermelding: Vermelding): Regel {
  if (vermelding.soort === 'aantal')
    return {
      ...vermelding,
      van: undefined,
      tot: undefined,
      aantalVan: vermelding.van,
      aantalTot: vermelding.tot,
    }
  if (vermelding.soort !== 'bedrag') return vermelding
  const { periode } = vermelding
  return periode === 'geheel'
    ? { ...vermelding, geheel: true }
    : { ...vermelding, van: periode.van, tot: periode.tot }
}

const VELDKOPPEN = ['Veld', 'Waarde', 'Uitleg'] as const

function programmablad(waarde: (veld: string) => unknown): Blad {
  const rijen = vorm.PROGRAMMA.map(
    ({ veld, kop, uitleg, inhoud }): Rij => ({
      cellen: [tekst(kop), celVan(inhoud, waarde(veld)), tekst(uitleg)],
    }),
  )
  return {
    naam: vorm.PROGRAMMABLAD,
    kolommen: [
      { breedteMm: 40, soort: 'tekst' },
      { breedteMm: 120, soort: 'tekst' },
      { breedteMm: 100, soort: 'tekst' },
    ],
    rijen: [
      rij('titel', tekst('Programma')),
      rij('inleiding', tekst('Vul de middelste kolom in.')),
      rij('kop', ...VELDKOPPEN.map((kop) => tekst(kop))),
      ...rijen,
    ],
    kopRij: 2,
    bevroren: { rijen: 3, kolommen: 1 },
  }
}

const vervolgkop = (kop: string, nummer: number): string => `${kop} (vervolg ${nummer})`

function celsoort({ inhoud }: Kolom): Kolomvorm['soort'] {
  return inhoud.soort === 'bedrag' || inhoud.soort === 'getal' ? inhoud.soort : 'tekst'
}

/** Eén blad: een regel per ding, en een vervolgkolom voor tekst die niet in een cel past. */
function gegevensblad(blad: Bladvorm, regels: readonly Regel[]): Blad {
  const stukken = regels.map((regel) =>
    blad.kolommen.map((kolom) => {
      const cel = celVan(kolom.inhoud, haal(regel, kolom.veld))
      return cel.soort === 'tekst' ? knip(cel.tekst).map(tekst) : [cel]
    }),
  )
  const vervolg = blad.kolommen.flatMap((kolom, k) => {
    const meeste = Math.max(1, ...stukken.map((cellen) => cellen[k]?.length ?? 0))
    return Array.from({ length: meeste - 1 }, (_, i) => ({ kolom, k, nummer: i + 2 }))
  })
  const rijen = stukken.map(
    (cellen): Rij => ({
      cellen: [
        ...cellen.map(([eerste]) => eerste ?? LEEG),
        ...vervolg.map(({ k, nummer }) => cellen[k]?.[nummer - 1] ?? LEEG),
      ],
    }),
  )
  const koppen = [
    ...blad.kolommen.map((kolom) => kolom.kop),
    ...vervolg.map(({ kolom, nummer }) => vervolgkop(kolom.kop, nummer)),
  ]
  return {
    naam: blad.naam,
    kopRij: KOP_RIJ,
    bevroren: { rijen: KOP_RIJ + 1, kolommen: 1 },
    kolommen: [...blad.kolommen, ...vervolg.map(({ kolom }) => kolom)].map((kolom) => ({
      breedteMm: kolom.breedteMm,
      soort: celsoort(kolom),
    })),
    keuzelijsten: keuzelijsten(blad.kolommen, KOP_RIJ),
    rijen: [
      ...opschrift(
        blad,
        blad.kolommen.map((kolom) => kolom.uitleg),
      ),
      rij('kop', ...koppen.map((kop) => tekst(kop))),
      ...rijen,
    ],
  }
}
