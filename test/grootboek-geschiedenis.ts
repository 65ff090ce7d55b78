import { type Datum, datum, type Klok, vasteKlok } from '#basis/datum.ts'
import type { Databank, GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import {
  type Boekhouder,
  type Boeking,
  type Boekingsoort,
  type Boekopdracht,
  type Budget,
  besteed,
  boekSamen,
  factureer,
  gaAan,
  hevelOver,
  type Kenmerk,
  kenToe,
  laatOverhevelingVervallen,
  laatVrijvallen,
  maakBoekhouder,
  naamVan,
  ontvang,
  overgang,
  type Regel,
  ruimte,
  sluitJaar,
  spiegel,
  stelOverhevelingVoor,
  verdeel,
  verplicht,
  zegToe,
} from '#grootboek/deur.ts'
import { verseGemeente } from '#test/databanken.ts'

/** Verzonnen geschiedenissen van een journaal: uit één getal steeds dezelfde, met alles wat er met geld kan gebeuren. */

/** Toevalsgetallen die bij hetzelfde begin steeds dezelfde zijn (mulberry32). */
export function maakToeval(begin: number) {
  let staat = begin >>> 0
  const deel = (): number => {
    staat = (staat + 0x6d2b79f5) >>> 0
    let t = Math.imul(staat ^ (staat >>> 15), 1 | staat)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const tot = (grens: number): number => Math.floor(deel() * grens)
  const kies = <T>(lijst: readonly T[]): T => {
    if (lijst.length === 0) throw new RangeError('niets te kiezen')
    return lijst[tot(lijst.length)] as T
  }
  return { deel, tot, kies }
}
export type Toeval = ReturnType<typeof maakToeval>

export type Wereld = {
  programma: string
  bronnen: readonly (string | null)[]
  onderdelen: readonly (string | null)[]
  jaren: readonly number[]
}

export const KLEINE_WERELD: Wereld = {
  programma: 'sociaal',
  bronnen: ['rijk', 'reserve', null],
  onderdelen: ['inloop', 'buurtwerk', 'oco', null],
  jaren: [2024, 2025],
}

export const KENMERKEN: readonly Kenmerk[] = [
  {},
  { taakveld: '6.1', taakveldschema: '2022' },
  { taakveld: '6.60', taakveldschema: '2025', categorie: '3.8', aard: 'incidenteel' },
  { aard: 'structureel' },
]

/** Wat de verteller onthoudt om iets te kunnen verzinnen dat bij het vorige past. */
export type Geheugen = {
  saldi: Map<string, number>
  verplichtingen: { budget: Budget; naam: string }[]
  overhevelingen: { budget: Budget; vervaltOp: Datum | null; bedrag: number }[]
  gecorrigeerd: Set<number>
  boekingen: { nr: number; soort: Boekingsoort; geldigOp: Datum; regels: readonly Regel[] }[]
}

export const leegGeheugen = (): Geheugen => ({
  saldi: new Map(),
  verplichtingen: [],
  overhevelingen: [],
  gecorrigeerd: new Set(),
  boekingen: [],
})

/** Onthoudt wat echt geboekt is; van oude boekingen genoeg om ze nog te kunnen corrigeren. */
export function onthoud(geheugen: Geheugen, boekingen: readonly Boeking[], meeste = 200): void {
  for (const boeking of boekingen) {
    for (const { rekening, bedragCent } of boeking.regels) {
      const naam = naamVan(rekening)
      geheugen.saldi.set(naam, (geheugen.saldi.get(naam) ?? 0) + bedragCent)
      if (rekening.soort === 'verplicht' && boeking.soort === 'verplichting' && bedragCent > 0)
        if (geheugen.verplichtingen.length < meeste)
          geheugen.verplichtingen.push({ budget: rekening, naam: rekening.verplichting })
      if (rekening.soort === 'overgang' && bedragCent > 0 && boeking.corrigeert === null)
        geheugen.overhevelingen.push({
          budget: rekening,
          vervaltOp: rekening.vervaltOp,
          bedrag: bedragCent,
        })
    }
    if (boeking.corrigeert !== null) geheugen.gecorrigeerd.add(boeking.corrigeert)
    if (geheugen.boekingen.length < meeste) geheugen.boekingen.push(boeking)
    else geheugen.boekingen[boeking.nr % meeste] = boeking
  }
}

const saldoVan = ({ saldi }: Geheugen, rekening: Parameters<typeof naamVan>[0]): number =>
  saldi.get(naamVan(rekening)) ?? 0

const dagIn = (toeval: Toeval, jaar: number): Datum => {
  const op = new Date(Date.UTC(jaar, 0, 1 + toeval.tot(365)))
  return datum(op.toISOString().slice(0, 10))
}

type Verhaal = Pick<Boekopdracht, 'soort' | 'regels'> & Partial<Boekopdracht>
type Verteller = (toeval: Toeval, wereld: Wereld, geheugen: Geheugen) => Verhaal | undefined

const budgetIn = (toeval: Toeval, wereld: Wereld): Budget => ({
  programma: wereld.programma,
  bron: toeval.kies(wereld.bronnen),
  onderdeel: toeval.kies(wereld.onderdelen),
  jaar: toeval.kies(wereld.jaren),
})

const bedragIn = (toeval: Toeval): ReturnType<typeof centen> => centen(1 + toeval.tot(5_000_000))
const kenmerkIn = (toeval: Toeval): Kenmerk => toeval.kies(KENMERKEN)

const VERTELLERS: readonly Verteller[] = [
  (toeval, wereld) => {
    const budget = budgetIn(toeval, wereld)
    const bedrag = bedragIn(toeval)
    return {
      soort: 'raming',
      regels: [...zegToe(budget, budget.jaar, bedrag), ...kenToe(budget, bedrag, kenmerkIn(toeval))],
    }
  },
  (toeval, wereld) => {
    // Verschuiving tussen twee onderdelen, verdeeld over alle bronnen: per bron in evenwicht.
    const [van, naar] = [budgetIn(toeval, wereld), budgetIn(toeval, wereld)]
    const gewichten = new Map(wereld.bronnen.map((bron) => [bron ?? '-', 1 + toeval.tot(9)]))
    const regels = [...verdeel(bedragIn(toeval), gewichten)].flatMap(([naam, deel]) => {
      const bron = naam === '-' ? null : naam
      return [...kenToe({ ...van, bron }, centen(-deel)), ...kenToe({ ...naar, bron }, deel)]
    })
    return { soort: 'wijziging', regels }
  },
  (toeval, wereld) => {
    const { programma, bron, jaar } = budgetIn(toeval, wereld)
    return { soort: 'ontvangst', regels: ontvang({ programma, bron }, jaar, bedragIn(toeval)) }
  },
  (toeval, wereld) => ({
    soort: 'realisatie',
    regels: besteed(
      budgetIn(toeval, wereld),
      toeval.tot(10) === 0 ? centen(-bedragIn(toeval)) : bedragIn(toeval),
      kenmerkIn(toeval),
    ),
  }),
  (toeval, wereld) => ({
    soort: 'verplichting',
    regels: gaAan(budgetIn(toeval, wereld), `v-${toeval.tot(1_000)}`, bedragIn(toeval), kenmerkIn(toeval)),
  }),
  (toeval, _, geheugen) => {
    if (geheugen.verplichtingen.length === 0) return undefined
    const { budget, naam } = toeval.kies(geheugen.verplichtingen)
    const open = centen(saldoVan(geheugen, verplicht(budget, naam)))
    const meer = toeval.tot(3) === 0 ? 1_000 : 0
    return {
      soort: 'factuur',
      regels: factureer(budget, naam, centen(1 + toeval.tot(Math.max(1, open)) + meer), open),
    }
  },
  (toeval, _, geheugen) => {
    if (geheugen.verplichtingen.length === 0) return undefined
    const { budget, naam } = toeval.kies(geheugen.verplichtingen)
    const open = saldoVan(geheugen, verplicht(budget, naam))
    return open <= 0 ? undefined : { soort: 'vrijval', regels: laatVrijvallen(budget, naam, centen(open)) }
  },
  (toeval, wereld, geheugen) => {
    const budget = budgetIn(toeval, wereld)
    const vrij = saldoVan(geheugen, ruimte(budget))
    const vervaltOp = toeval.tot(2) === 0 ? null : datum(`${budget.jaar + 1}-06-30`)
    return vrij <= 0
      ? undefined
      : { soort: 'overheveling', regels: stelOverhevelingVoor(budget, vervaltOp, centen(vrij)) }
  },
  (toeval, _, geheugen) => {
    const voorstel = geheugen.overhevelingen.pop()
    if (voorstel === undefined) return undefined
    const { budget, vervaltOp, bedrag } = voorstel
    if (saldoVan(geheugen, overgang(budget, vervaltOp)) < bedrag) return undefined
    return {
      soort: 'overheveling',
      regels:
        toeval.tot(2) === 0
          ? hevelOver(budget, vervaltOp, budget.jaar + 1, centen(bedrag))
          : laatOverhevelingVervallen(budget, vervaltOp, centen(bedrag)),
    }
  },
  (toeval, wereld, geheugen) => {
    const budget = budgetIn(toeval, wereld)
    const rest = saldoVan(geheugen, ruimte(budget))
    return rest === 0 ? undefined : { soort: 'jaareinde', regels: sluitJaar(budget, centen(rest)) }
  },
  (toeval, _, geheugen) => {
    const over = geheugen.boekingen.filter(({ nr }) => !geheugen.gecorrigeerd.has(nr))
    if (over.length === 0) return undefined
    const fout = toeval.kies(over)
    return { soort: fout.soort, regels: spiegel(fout), corrigeert: fout.nr, geldigOp: fout.geldigOp }
  },
]

/** De volgende gebeurtenis in een wereld. Zij kan geweigerd worden, bijvoorbeeld omdat de periode dicht is. */
export function vertel(toeval: Toeval, wereld: Wereld, geheugen: Geheugen): Boekopdracht {
  for (;;) {
    const verhaal = toeval.kies(VERTELLERS)(toeval, wereld, geheugen)
    if (verhaal === undefined || verhaal.regels.length === 0) continue
    const grondslag = { soort: 'memo', kenmerk: `M-${toeval.tot(1_000_000)}` } as const
    const tekst = toeval.tot(20) === 0 ? `Toelichting ${toeval.tot(100)} — naïef` : null
    return { geldigOp: dagIn(toeval, toeval.kies(wereld.jaren)), grondslag, door: null, tekst, ...verhaal }
  }
}

/** Vult een gemeente met zoveel boekingen, langs de gewone weg, in rondes van `perRonde`. */
export async function vulJournaal(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  klok: Pick<Klok, 'nu'>,
  opties: { aantal: number; begin?: number; perRonde?: number; wereld?: Wereld },
): Promise<void> {
  const { aantal, begin = 1, perRonde = 500, wereld = KLEINE_WERELD } = opties
  const [toeval, geheugen] = [maakToeval(begin), leegGeheugen()]
  for (let klaar = 0; klaar < aantal; klaar += perRonde) {
    const opdrachten = Array.from({ length: Math.min(perRonde, aantal - klaar) }, () => {
      const opdracht = vertel(toeval, wereld, geheugen)
      if (opdracht.corrigeert != null) geheugen.gecorrigeerd.add(opdracht.corrigeert)
      return opdracht
    })
    const gedaan = await boekhouder.voerUit(db, klok, { werk: (ronde) => boekSamen(ronde, opdrachten) })
    if (!gedaan.ok) throw new Error(`niet geboekt: ${JSON.stringify(gedaan.reden)}`)
    onthoud(geheugen, gedaan.waarde)
  }
}

/** Een verse gemeente met zoveel boekingen, en een foto na elke honderd. */
export async function gevuldeGemeente(databank: Databank, aantal: number): Promise<GemeenteDb> {
  const db = await verseGemeente(databank)
  const klok = vasteKlok('2026-11-22T08:00:00.000Z')
  await vulJournaal(maakBoekhouder({ fotoElke: 100 }), db, klok, { aantal, begin: 5, perRonde: 80 })
  return db
}

/** Boekt elke gebeurtenis als eigen werk, vijftig tegelijk; geeft de nummers terug die bevestigd zijn. */
export async function boekLos(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  klok: Pick<Klok, 'nu'>,
  { aantal, begin }: { aantal: number; begin: number },
): Promise<number[]> {
  const [toeval, geheugen] = [maakToeval(begin), leegGeheugen()]
  const nummers: number[] = []
  while (nummers.length < aantal) {
    const tegelijk = Array.from({ length: Math.min(50, aantal - nummers.length) }, async () => {
      // Geen correcties: een ander proces kan dezelfde boeking al hebben rechtgezet.
      let opdracht = vertel(toeval, KLEINE_WERELD, geheugen)
      while (opdracht.corrigeert != null) opdracht = vertel(toeval, KLEINE_WERELD, geheugen)
      const rekeningen = opdracht.regels.map(({ rekening }) => rekening)
      return boekhouder.voerUit(db, klok, {
        rekeningen,
        werk: (ronde) => {
          for (const rekening of rekeningen) ronde.saldo(rekening)
          return ronde.boek(opdracht)
        },
      })
    })
    for (const gedaan of await Promise.all(tegelijk)) {
      if (!gedaan.ok) throw new Error(`niet geboekt: ${JSON.stringify(gedaan.reden)}`)
      onthoud(geheugen, [gedaan.waarde])
      nummers.push(gedaan.waarde.nr)
    }
  }
  return nummers
}
