import { ASSEN, type As, CELLEN } from '#regels/bevolking/assen.ts'
import type { Bevolking } from '#regels/bevolking/bevolking.ts'
import type { Marge } from '#regels/bevolking/marginalen.ts'
import { sleutelVan } from '#regels/bevolking/passen.ts'

/** Hoe goed de nagemaakte bevolking op elke telling lijkt, ook op de tellingen die niet gebruikt zijn. */
export type Passingsrij = {
  id: string
  naam: string
  rol: Marge['rol']
  eenheid: Marge['eenheid']
  /** Gemiddelde afwijking als deel van het gemiddelde vakje; nul is precies. */
  srmse: number
  ergste: { sleutel: string; doel: number; gemaakt: number }
  herkomst: Marge['herkomst']
}
export type Passingsverslag = { rijen: readonly Passingsrij[]; ronden: number; huishoudens: number }

type Persoon = { leeftijd: string; geslacht: string; aantal: number }

/** Kinderen thuis, naar de leeftijd van de ouder: een aanname, alleen voor dit verslag. */
const KIND: readonly (readonly [string, number][])[] = [
  [['0-17', 1]],
  [['0-17', 1]],
  [
    ['0-17', 0.55],
    ['18-29', 0.45],
  ],
  [
    ['18-29', 0.4],
    ['30-44', 0.6],
  ],
  [
    ['30-44', 0.3],
    ['45-64', 0.7],
  ],
  [['45-64', 1]],
]
/** Hoe de partners van mannen in een klasse over de klassen vallen: meestal dezelfde, soms een klasse jonger. */
const PARTNER_JONGER = [0, 0.12, 0.1, 0.2, 0.2, 0.2] as const
const VIJF_OF_MEER = 5.2

function personen({ cellen }: Bevolking): Persoon[] {
  const perCel = new Float64Array(CELLEN.length)
  for (const cel of cellen) perCel[cel] = (perCel[cel] ?? 0) + 1
  const uit: Persoon[] = []
  const zet = (leeftijd: string, geslacht: string, aantal: number) => uit.push({ leeftijd, geslacht, aantal })
  for (const [plek, cel] of CELLEN.entries()) {
    const aantal = perCel[plek] ?? 0
    if (aantal === 0) continue
    const klasse = ASSEN.leeftijd[cel.leeftijd] ?? ''
    zet(klasse, ASSEN.geslacht[cel.geslacht] ?? '', aantal)
    const paar = ASSEN.soort[cel.soort] === 'paar' || ASSEN.soort[cel.soort] === 'paar_kinderen'
    if (paar) {
      const jonger = PARTNER_JONGER[cel.leeftijd] ?? 0
      zet(klasse, 'vrouw', aantal * (1 - jonger))
      zet(ASSEN.leeftijd[cel.leeftijd - 1] ?? klasse, 'vrouw', aantal * jonger)
    }
    const groot = cel.grootte === ASSEN.grootte.length - 1 ? VIJF_OF_MEER : cel.grootte + 1
    const kinderen = Math.max(0, groot - (paar ? 2 : 1))
    for (const [leeftijd, deel] of KIND[cel.leeftijd] ?? [])
      for (const geslacht of ASSEN.geslacht) zet(leeftijd, geslacht, (aantal * kinderen * deel) / 2)
  }
  return uit
}

function gemaakt(marge: Marge, bevolking: Bevolking): Map<string, number> {
  const uit = new Map<string, number>()
  const erbij = (sleutel: string, aantal: number) => uit.set(sleutel, (uit.get(sleutel) ?? 0) + aantal)
  if (marge.eenheid === 'huishoudens') {
    for (const cel of bevolking.cellen) {
      const een = CELLEN[cel]
      if (een !== undefined) erbij(sleutelVan(marge.assen, een), 1)
    }
    return uit
  }
  const waarde = (persoon: Persoon, as: As): string =>
    as === 'geslacht' ? persoon.geslacht : persoon.leeftijd
  for (const persoon of personen(bevolking))
    erbij(
      marge.assen.length === 0 ? 'totaal' : marge.assen.map((as) => waarde(persoon, as)).join('/'),
      persoon.aantal,
    )
  return uit
}

export function passingsverslag(bevolking: Bevolking): Passingsverslag {
  const { marginalen, inwoners, samenstelling, huishoudens } = bevolking
  const schaal = inwoners / marginalen.inwoners
  const rijen = marginalen.marges.map((marge): Passingsrij => {
    const nu = gemaakt(marge, bevolking)
    const paren = Object.entries(marge.cellen).map(([sleutel, aantal]) => ({
      sleutel,
      doel: aantal * schaal,
      gemaakt: nu.get(sleutel) ?? 0,
    }))
    const gemiddeld = paren.reduce((som, { doel }) => som + doel, 0) / Math.max(1, paren.length)
    const kwadraat =
      paren.reduce((som, een) => som + (een.doel - een.gemaakt) ** 2, 0) / Math.max(1, paren.length)
    const [ergste] = paren.toSorted((a, b) => Math.abs(b.doel - b.gemaakt) - Math.abs(a.doel - a.gemaakt))
    const { id, naam, rol, eenheid, herkomst } = marge
    return {
      id,
      naam,
      rol,
      eenheid,
      herkomst,
      srmse: gemiddeld > 0 ? Math.sqrt(kwadraat) / gemiddeld : 0,
      ergste: {
        sleutel: ergste?.sleutel ?? 'totaal',
        doel: Math.round(ergste?.doel ?? 0),
        gemaakt: Math.round(ergste?.gemaakt ?? 0),
      },
    }
  })
  return { rijen, ronden: samenstelling.ronden, huishoudens }
}
