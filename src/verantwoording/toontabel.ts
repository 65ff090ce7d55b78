import { Datum, toonDatum } from '#basis/datum.ts'
import {
  type Centen,
  centen,
  rondAfOpDuizendVanNul,
  rondAfVanNul,
  telOp,
  toonBedrag,
  toonCenten,
} from '#basis/geld.ts'
import type { Cel, Rapporttabel, Standwoord } from '#verantwoording/rapport.ts'

/**
 * Van een tabel met centen naar wat een lezer ziet. Elke vorm (scherm, PDF, tekst) toont deze tekst, zodat afronden op
 * één plek gebeurt: waar de afgeronde rijen niet optellen tot de afgeronde som, staat het verschil in een eigen rij.
 */

export const TOONROLLEN = ['gewoon', 'nadruk', 'tussensom', 'afronding', 'totaal'] as const

export type Toonrij = {
  rol: (typeof TOONROLLEN)[number]
  /** Per kolom de tekst; leeg waar niets hoort te staan. */
  cellen: readonly string[]
  /** Per kolom het getoonde bedrag in centen, na afronding; `null` bij een andere soort of zonder bedrag. */
  bedragen: readonly (Centen | null)[]
  naar?: string | undefined
}

export type Toontabel = {
  /** De koppen, met de eenheid erbij. */
  koppen: readonly string[]
  /** Rechts uitlijnen: bedragen, getallen en procenten. */
  rechts: readonly boolean[]
  /** In de volgorde van tonen; rijen `afronding` en `totaal` staan erin. */
  rijen: readonly Toonrij[]
  /** Een zin over de afronding, als er een rij voor is. */
  bijAfronding: string | undefined
}

/** Er is geen waarde bekend; niet hetzelfde als nul. */
export const GEEN_WAARDE = '–'
export const AFRONDING = 'Afronding'

export const STANDNAAM: Readonly<Record<Standwoord, string>> = {
  'op-koers': 'Op koers',
  'let-op': 'Let op',
  bijsturen: 'Bijsturen',
  gestopt: 'Gestopt',
  afgerond: 'Afgerond',
  'geen-gegevens': 'Geen gegevens',
}

type Kolom = Rapporttabel['kolommen'][number]
type Rond = Rapporttabel['rond']

const RONDEN: Readonly<Record<Rond, (bedrag: Centen) => Centen>> = {
  cent: (bedrag) => bedrag,
  euro: rondAfVanNul,
  duizend: rondAfOpDuizendVanNul,
}

const EENHEID: Readonly<Record<Rond, string>> = { cent: '€', euro: '€', duizend: '× €\u00a01.000' }

export const kopVan = ({ kop, soort }: Pick<Kolom, 'kop' | 'soort'>, rond: Rond): string =>
  soort === 'bedrag' ? `${kop}, ${EENHEID[rond]}` : kop

function toonRond(bedrag: Centen, rond: Rond): string {
  if (rond === 'cent') return toonCenten(bedrag)
  return toonBedrag(rond === 'euro' ? bedrag : centen(bedrag / 1_000))
}

const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 6 })

const isStandwoord = (tekst: string): tekst is Standwoord => Object.hasOwn(STANDNAAM, tekst)

/** De tekst van één cel die geen bedrag is. */
function celtekst(cel: Cel, soort: Exclude<Kolom['soort'], 'bedrag'>): string {
  if (cel === null) return GEEN_WAARDE
  if (typeof cel === 'number') {
    const getal = GETAL.format(cel).replace('-', '\u2212')
    return soort === 'procent' ? `${getal}\u00a0%` : getal
  }
  if (soort === 'status') return isStandwoord(cel) ? STANDNAAM[cel] : cel
  const dag = soort === 'datum' ? Datum.safeParse(cel) : undefined
  return dag?.success ? toonDatum(dag.data) : cel
}

const alsBedrag = (cel: Cel): Centen | null => (typeof cel === 'number' ? centen(cel) : null)

function toonRij(
  tabel: Rapporttabel,
  cellen: readonly Cel[],
  rol: Toonrij['rol'],
  naar: string | undefined,
): Toonrij {
  const bedragen = tabel.kolommen.map(({ soort }, i) => {
    const bedrag = soort === 'bedrag' ? alsBedrag(cellen[i] ?? null) : null
    return bedrag === null ? null : RONDEN[tabel.rond](bedrag)
  })
  const leeg = rol === 'totaal' ? '' : GEEN_WAARDE
  return {
    rol,
    bedragen,
    naar,
    cellen: tabel.kolommen.map(({ soort }, i) => {
      const cel = cellen[i] ?? null
      if (cel === null) return leeg
      if (soort !== 'bedrag') return celtekst(cel, soort)
      const bedrag = bedragen[i] ?? null
      return bedrag === null ? String(cel) : toonRond(bedrag, tabel.rond)
    }),
  }
}

/** De rij die het verschil sluit tussen de getoonde rijen en de getoonde som, of niets als er geen verschil is. */
function afrondingsrij(
  tabel: Rapporttabel,
  som: readonly (Centen | null)[],
  getoond: readonly Toonrij[],
): Toonrij | undefined {
  const bedragen = tabel.kolommen.map((kolom, i): Centen | null => {
    const tot = som[i] ?? null
    if (!kolom.som || tot === null || kolom.soort !== 'bedrag') return null
    const rijen = telOp(...getoond.map((rij) => rij.bedragen[i] ?? centen(0)))
    return centen(tot - rijen)
  })
  if (bedragen.every((bedrag) => bedrag === null || bedrag === 0)) return undefined
  const naamkolom = tabel.kolommen.findIndex(({ soort }) => soort === 'tekst')
  return {
    rol: 'afronding',
    bedragen,
    cellen: bedragen.map((bedrag, i) =>
      bedrag === null ? (i === naamkolom ? AFRONDING : '') : toonRond(bedrag, tabel.rond),
    ),
  }
}

export function toontabelVan(tabel: Rapporttabel): Toontabel {
  const rijen: Toonrij[] = []
  /** Wat sinds de vorige tussensom is getoond, en alles wat meetelt in het totaal. */
  let blok: Toonrij[] = []
  const telt: Toonrij[] = []
  const voegAfrondingToe = (som: Toonrij, over: readonly Toonrij[]): void => {
    const rij = afrondingsrij(tabel, som.bedragen, over)
    if (rij === undefined) return
    rijen.push(rij)
    telt.push(rij)
  }
  for (const { cellen, rol = 'gewoon', naar } of tabel.rijen) {
    const rij = toonRij(tabel, cellen, rol, naar)
    if (rol === 'tussensom') {
      voegAfrondingToe(rij, blok)
      blok = []
    } else {
      blok.push(rij)
      telt.push(rij)
    }
    rijen.push(rij)
  }
  if (tabel.totaal !== undefined) {
    const totaal = toonRij(tabel, tabel.totaal, 'totaal', undefined)
    voegAfrondingToe(totaal, telt)
    rijen.push(totaal)
  }
  const opNaam = { euro: 'hele euro’s', duizend: 'duizenden euro’s', cent: 'centen' }[tabel.rond]
  return {
    koppen: tabel.kolommen.map((kolom) => kopVan(kolom, tabel.rond)),
    rechts: tabel.kolommen.map(({ soort }) => ['bedrag', 'getal', 'procent'].includes(soort)),
    rijen,
    bijAfronding: rijen.some(({ rol }) => rol === 'afronding')
      ? `De bedragen zijn afgerond op ${opNaam}. De rij ‘${AFRONDING}’ is het verschil dat daardoor ontstaat.`
      : undefined,
  }
}

/** Wat er niet klopt aan een tabel: breedte van een rij, een som die niet de som is. Een goede tabel geeft niets. */
export function tabelfouten(tabel: Rapporttabel): string[] {
  const fouten: string[] = []
  const breedte = tabel.kolommen.length
  for (const [nr, { cellen }] of tabel.rijen.entries())
    if (cellen.length !== breedte)
      fouten.push(`${tabel.id}: rij ${nr + 1} heeft ${cellen.length} cellen, niet ${breedte}`)
  const gewoon = tabel.rijen.filter(({ rol }) => rol !== 'tussensom')
  for (const [i, kolom] of tabel.kolommen.entries()) {
    if (!kolom.som || tabel.totaal === undefined) continue
    const som = gewoon.reduce((tot, { cellen }) => tot + (Number(cellen[i]) || 0), 0)
    if (tabel.totaal[i] !== som) fouten.push(`${tabel.id}: ${kolom.naam} telt op tot ${som}`)
  }
  return fouten
}
