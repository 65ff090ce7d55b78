import { type Datum, datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import {
  type Boekingsoort,
  type Boekopdracht,
  type Budget,
  besteed,
  factureer,
  gaAan,
  type Kenmerk,
  kenToe,
  laatVrijvallen,
  ontvang,
  type Regel,
  realisatie,
  ruimte,
  spiegel,
  verplaats,
  zegToe,
} from '#grootboek/deur.ts'
import { Plan } from '#programma/plan.ts'
import { sluitendPlan } from '#programma/plancontrole/testplan.ts'
import { maakToeval, type Toeval } from '#test/grootboek-geschiedenis.ts'

/**
 * Een verzonnen journaal om aan te meten: vijf jaar van een programma met 28 onderdelen uit acht bronnen, met duizenden
 * verplichtingen, facturen, correcties en boekingen die te laat komen. Bij hetzelfde aantal steeds hetzelfde, tot op
 * de cent. Niets ervan wordt geweigerd, dus boeking n in het verhaal krijgt nummer n.
 */

const JAREN = [2022, 2023, 2024, 2025, 2026] as const
const ONDERDELEN = Array.from({ length: 28 }, (_, i) => `o${i}`)
const BRONNEN: readonly (string | null)[] = [...Array.from({ length: 7 }, (_, i) => `b${i}`), null]
const PROGRAMMA = 'proef'
const EERSTE_DAG = Date.UTC(2022, 0, 1)
const DAGEN = 1_750
const DAG_MS = 86_400_000
const MEESTE_VERPLICHTINGEN = 4_000
const LAATSTE = 2_000
const KENMERKEN = ['6.1', '6.2', '6.71', '6.72', '6.81', '7.1'] as const

/** Het plan waar dit journaal bij hoort. */
export const verhaalplan = (gemeente = 'gm0000'): Plan =>
  Plan.parse({
    ...sluitendPlan({ groepen: 7, perGroep: 4, jaren: 5, euro: (i, j) => 100_000 + i * 1_000 + j * 500 }),
    gemeente: { code: gemeente, naam: 'Proef' },
  })

const dagVan = (ms: number): Datum => datum(new Date(ms).toISOString().slice(0, 10))

type Verplichting = { naam: string; budget: Budget; kenmerk: Kenmerk; open: number }
type Gebeurtenis = { soort: Boekingsoort; regels: Regel[]; corrigeert?: number; geldigOp?: Datum }

export type Verhaalboeking = Boekopdracht & {
  /** Wanneer dit verhaal haar laat vastleggen. */
  vastTeLeggen: Date
}

class Verteller {
  readonly toeval: Toeval
  readonly verplichtingen: Verplichting[] = []
  private verplichtingNr = 0
  private readonly laatste: ({ nr: number; geldigOp: Datum; vrij: boolean } & Gebeurtenis)[] = []
  private readonly kansOpVerplichting: number

  constructor(aantal: number) {
    this.toeval = maakToeval(2_026)
    this.kansOpVerplichting = Math.min(0.2, (1.1 * MEESTE_VERPLICHTINGEN) / aantal)
  }

  raming(i: number): Gebeurtenis {
    const [onderdeel, jaar] = [i % ONDERDELEN.length, JAREN[Math.floor(i / ONDERDELEN.length)] ?? 2022]
    const bedrag = centen(5_000_000 + this.toeval.tot(50_000_000))
    return {
      soort: 'raming',
      regels: this.bronnenVan(onderdeel).flatMap((bron) => {
        const budget = { programma: PROGRAMMA, bron, onderdeel: ONDERDELEN[onderdeel] ?? null, jaar }
        return [...zegToe(budget, jaar, bedrag), ...kenToe(budget, bedrag, this.kenmerk(onderdeel, jaar))]
      }),
    }
  }

  volgende(jaar: number): Gebeurtenis {
    const worp = this.toeval.deel()
    if (worp < this.kansOpVerplichting && this.verplichtingNr < MEESTE_VERPLICHTINGEN)
      return this.verplichting(jaar)
    const soort = this.toeval.tot(100)
    if (soort < 36 && this.verplichtingen.length > 0) return this.factuur()
    if (soort < 40) return this.wijziging(jaar)
    if (soort < 44) return this.ontvangst(jaar)
    if (soort < 46 && this.verplichtingen.length > 0) return this.vrijval()
    if (soort < 49) return this.correctie() ?? this.besteding(jaar)
    return this.besteding(jaar)
  }

  onthoud(nr: number, geldigOp: Datum, wat: Gebeurtenis): void {
    const vrij = wat.corrigeert === undefined && wat.soort !== 'verplichting'
    this.laatste[nr % LAATSTE] = { nr, ...wat, geldigOp, vrij }
  }

  private bronnenVan = (onderdeel: number): (string | null)[] => [
    BRONNEN[onderdeel % BRONNEN.length] ?? null,
    BRONNEN[(onderdeel + 3) % BRONNEN.length] ?? null,
  ]

  private kenmerk(onderdeel: number, jaar: number, plus = 0): Kenmerk {
    const taakveld = KENMERKEN[(onderdeel + plus) % KENMERKEN.length] ?? '6.1'
    return { taakveld, taakveldschema: jaar < 2025 ? '2022' : '2025' }
  }

  private keuze(jaar: number): { budget: Budget; kenmerk: Kenmerk; tweede: Budget } {
    const plaats = this.toeval.tot(ONDERDELEN.length)
    const onderdeel = this.toeval.tot(100) === 0 ? null : (ONDERDELEN[plaats] ?? null)
    const [een = null, ander = null] = this.bronnenVan(plaats)
    const budget = { programma: PROGRAMMA, bron: een, onderdeel, jaar }
    return {
      budget,
      kenmerk: this.kenmerk(plaats, jaar, this.toeval.tot(2)),
      tweede: { ...budget, bron: ander },
    }
  }

  private bedrag(meest: number): Centen {
    return centen(1 + this.toeval.tot(meest))
  }

  private verplichting(jaar: number): Gebeurtenis {
    const { budget, kenmerk } = this.keuze(jaar)
    const naam = `v-${++this.verplichtingNr}`
    const open = this.bedrag(20_000_000)
    this.verplichtingen.push({ naam, budget, kenmerk, open })
    return { soort: 'verplichting', regels: gaAan(budget, naam, open, kenmerk) }
  }

  private factuur(): Gebeurtenis {
    const een = this.toeval.kies(this.verplichtingen)
    const bedrag = this.bedrag(500_000)
    if (een.open < bedrag && this.toeval.tot(2) === 0) {
      const meer = this.bedrag(10_000_000)
      een.open += meer
      return { soort: 'verplichting', regels: gaAan(een.budget, een.naam, meer, een.kenmerk) }
    }
    const regels = factureer(een.budget, een.naam, bedrag, centen(een.open), een.kenmerk)
    een.open = Math.max(0, een.open - bedrag)
    return { soort: 'factuur', regels }
  }

  private vrijval(): Gebeurtenis {
    const een = this.toeval.kies(this.verplichtingen)
    const deel = centen(Math.ceil(een.open / 4))
    if (deel === 0) return this.factuur()
    een.open -= deel
    return { soort: 'vrijval', regels: laatVrijvallen(een.budget, een.naam, deel, een.kenmerk) }
  }

  private wijziging(jaar: number): Gebeurtenis {
    const { budget } = this.keuze(jaar)
    const plaats = ONDERDELEN.indexOf(budget.onderdeel ?? '')
    const naar = { ...budget, onderdeel: ONDERDELEN[(plaats + 8) % ONDERDELEN.length] ?? null }
    return { soort: 'wijziging', regels: verplaats(ruimte(budget), ruimte(naar), this.bedrag(1_000_000)) }
  }

  private ontvangst(jaar: number): Gebeurtenis {
    const { budget } = this.keuze(jaar)
    return { soort: 'ontvangst', regels: ontvang(budget, jaar, this.bedrag(5_000_000)) }
  }

  private besteding(jaar: number): Gebeurtenis {
    const { budget, kenmerk, tweede } = this.keuze(jaar)
    const teken = this.toeval.tot(12) === 0 ? -1 : 1
    const bedrag = centen(teken * this.bedrag(2_000_000))
    const vorm = this.toeval.tot(10)
    if (vorm < 6) return { soort: 'realisatie', regels: besteed(budget, bedrag, kenmerk) }
    const rest = this.bedrag(500_000)
    if (vorm < 8)
      return {
        soort: 'realisatie',
        regels: [...besteed(budget, bedrag, kenmerk), ...besteed(tweede, rest, kenmerk)],
      }
    // Eén factuur over twee taakvelden, betaald uit één potje: drie regels.
    const samen = bedrag + rest
    if (samen === 0) return { soort: 'realisatie', regels: besteed(budget, rest, kenmerk) }
    return {
      soort: 'realisatie',
      regels: [
        { rekening: realisatie(budget), bedragCent: bedrag, kenmerk },
        { rekening: realisatie(budget), bedragCent: rest, kenmerk: {} },
        { rekening: ruimte(budget), bedragCent: centen(-samen), kenmerk },
      ],
    }
  }

  private correctie(): Gebeurtenis | undefined {
    const fout = this.laatste[this.toeval.tot(Math.max(1, this.laatste.length))]
    if (fout === undefined || !fout.vrij || fout.soort === 'factuur' || fout.soort === 'vrijval')
      return undefined
    fout.vrij = false
    return { soort: fout.soort, regels: spiegel(fout), corrigeert: fout.nr, geldigOp: fout.geldigOp }
  }
}

/** Zoveel boekingen als gevraagd, in de volgorde waarin ze vastgelegd worden. */
export function* vertelVerhaal(aantal: number): Generator<Verhaalboeking> {
  const verteller = new Verteller(aantal)
  const { toeval } = verteller
  const ramingen = ONDERDELEN.length * JAREN.length
  for (let nr = 1; nr <= aantal; nr++) {
    const dag = EERSTE_DAG + Math.floor(((nr - 1) / aantal) * DAGEN) * DAG_MS
    const isRaming = nr <= ramingen
    // De meeste feiten komen binnen een paar dagen binnen, sommige weken en een enkele maanden te laat.
    const laat = isRaming
      ? 0
      : toeval.tot(50) === 0
        ? toeval.tot(300)
        : toeval.tot(10) === 0
          ? toeval.tot(30)
          : toeval.tot(4)
    const wanneer = Math.max(EERSTE_DAG, dag - laat * DAG_MS)
    const wat = isRaming ? verteller.raming(nr - 1) : verteller.volgende(new Date(wanneer).getUTCFullYear())
    const geldigOp = wat.geldigOp ?? dagVan(wanneer)
    verteller.onthoud(nr, geldigOp, wat)
    yield {
      soort: wat.soort,
      geldigOp,
      regels: wat.regels,
      corrigeert: wat.corrigeert ?? null,
      grondslag: { soort: wat.soort === 'factuur' ? 'factuur' : 'memo', kenmerk: `M-${nr}` },
      door: null,
      vastTeLeggen: new Date(dag + DAG_MS / 2),
    }
  }
}
