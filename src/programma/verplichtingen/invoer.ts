import { Datum, eersteDag, laatsteDag, toonDatum } from '#basis/datum.ts'
import { type Centen, schrijfBedrag } from '#basis/geld.ts'
import { schoon } from '#basis/tekst.ts'
import { leesTijdvak } from '#basis/tijdvak-invoer.ts'
import { gelukt, geweigerd } from '#basis/uitkomst.ts'
import { type Betaling, type Jaarbedrag, Naam, Periode } from '#grootboek/deur.ts'
import type { Onderdeel, Plan } from '#programma/plan.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import {
  bedrag,
  Formulierlezer,
  jaartal,
  korteTekst,
  noemOnderdeel,
  type Ontleder,
  ofLeeg,
  rijsleutels,
  verplichteZin,
  type Waarden,
  zoekOnderdeel,
} from '#programma/wijzigen/velden.ts'

/** Ingevulde boekformulieren lezen, veld voor veld, met bij elk veld wat er mis is. */

export const DAG_UITLEG = 'Bijvoorbeeld: 15-03-2024 of 15 maart 2024.'
export const MEESTE_JAREN = 5
/** Daarbuiten is het een tikfout, net als in een ingelezen bestand. */
const [EERSTE_DAG, LAATSTE_DAG] = ['1950-01-01', '2100-12-31']
/** Een reden in een los veld: één zin. */
const REDEN_MAX = 500
export const leesReden = (tekst: string | undefined): string => schoon(tekst ?? '').slice(0, REDEN_MAX)

export const dag: Ontleder<Datum> = (tekst) => {
  const gelezen = Datum.safeParse(leesTijdvak(tekst))
  if (!gelezen.success) return geweigerd('Schrijf een dag die bestaat, zoals 15-03-2024 of 15 maart 2024.')
  return gelezen.data >= EERSTE_DAG && gelezen.data <= LAATSTE_DAG
    ? gelukt(gelezen.data)
    : geweigerd('Deze dag ligt te ver weg. Klopt het jaar?')
}

export class Boeklezer extends Formulierlezer {
  readonly #beeld: Planbeeld
  constructor(getypt: Waarden, beeld: Planbeeld) {
    super(getypt, {})
    this.#beeld = beeld
  }
  dag(naam: string, anders: Datum): Datum {
    return this.leesAltijd(naam, anders, dag)
  }
  dagOfLeeg(naam: string): Datum | null {
    return this.leesAltijd<Datum | null>(naam, null, ofLeeg(dag, null))
  }
  bedrag(naam: string): Centen {
    return this.leesAltijd(naam, 0 as Centen, bedrag)
  }
  jaar(naam: string): number {
    return this.leesAltijd(naam, 2000, jaartal)
  }
  zin(naam: string, wat: string): string {
    return this.leesAltijd(naam, '', verplichteZin(wat))
  }
  vrij(naam: string, wat: string): string {
    return this.leesAltijd(naam, '', korteTekst(wat, 500))
  }
  /** Geld staat op onderdelen zonder delen. */
  onderdeel(naam: string): Onderdeel | undefined {
    const tekst = this.tekst(naam)
    const gevonden = tekst === '' ? undefined : zoekOnderdeel(this.#beeld.plan, tekst)
    if (tekst === '') this.meld(naam, 'Kies een onderdeel.')
    else if (gevonden === undefined)
      this.meld(naam, 'Dit onderdeel staat niet in het plan. Kies er een uit de lijst.')
    else if (this.#beeld.kinderen.has(gevonden.id)) {
      this.meld(naam, 'Dit onderdeel bestaat uit delen. Kies het deel waar dit bij hoort.')
      return undefined
    }
    return gevonden
  }
  bron(naam: string): string {
    const tekst = this.tekst(naam)
    if (!this.#beeld.bron.has(tekst)) this.meld(naam, 'Kies een bron uit de lijst.')
    return tekst
  }
  betaling(): Betaling {
    const gekozen = this.tekst('betaling')
    const open: Betaling = { soort: 'nog-te-verdelen' }
    if (gekozen === 'open') return open
    if (gekozen === 'aandelen' || gekozen === 'waterval') return this.#verdeling(gekozen)
    const bron = gekozen.startsWith('bron:') ? gekozen.slice(5) : ''
    if (this.#beeld.bron.has(bron)) return { soort: 'bron', bron: Naam.parse(bron) }
    this.meld('betaling', 'Kies waaruit dit betaald wordt. Weet u het nog niet, kies dan nog te verdelen.')
    return open
  }
  #verdeling(soort: 'aandelen' | 'waterval'): Betaling {
    const delen = this.#beeld.plan.bronnen.flatMap(({ id }) => {
      const tekst = this.tekst(`deel.${id}`).replace(/\s*%$/u, '')
      if (tekst === '') return []
      const getal = /^\d{1,4}(?:[.,]\d{1,2})?$/u.test(tekst)
        ? Math.round(Number(tekst.replace(',', '.')) * 100)
        : 0
      if (getal <= 0) this.meld(`deel.${id}`, 'Vul een getal in dat meer is dan nul, zoals 40 of 12,5.')
      return [{ bron: id as string, gewicht: getal }]
    })
    if (delen.length === 0) {
      this.meld('betaling', 'Vul bij de bronnen hieronder in hoe er verdeeld wordt.')
      return { soort: 'nog-te-verdelen' }
    }
    return soort === 'aandelen'
      ? { soort, aandelen: delen }
      : { soort, bronnen: delen.toSorted((a, b) => a.gewicht - b.gewicht).map(({ bron }) => bron) }
  }
  jaarbedragen(): Jaarbedrag[] {
    const gevuld = rijsleutels(this.#alle, 'bedrag').filter((rij) => this.tekst(`bedrag.${rij}`) !== '')
    if (gevuld.length === 0) this.meld('bedrag.R1', 'Vul minstens één bedrag in.')
    return gevuld
      .slice(0, MEESTE_JAREN)
      .map((rij) => ({ jaar: this.jaar(`jaar.${rij}`), bedragCent: this.bedrag(`bedrag.${rij}`) }))
  }
  get #alle(): Waarden {
    return Object.fromEntries(
      Array.from({ length: MEESTE_JAREN }, (_, i) => [`bedrag.R${i + 1}`, this.tekst(`bedrag.R${i + 1}`)]),
    )
  }
  uitwijk(): Periode | undefined {
    return Periode.safeParse(this.tekst('uitwijkNaar')).data
  }
}

export const looptijdVan = (
  onderdeel: Pick<Onderdeel, 'planning' | 'beeindigd'> | undefined,
): { van?: string; tot?: string } | undefined => {
  if (onderdeel === undefined) return undefined
  const { van, tot } = onderdeel.planning
  const einde = onderdeel.beeindigd?.op ?? tot
  return {
    ...(van === undefined ? {} : { van: eersteDag(van) }),
    ...(einde === undefined ? {} : { tot: laatsteDag(einde) }),
  }
}

/** Wat er in een formulier komt te staan voor deze betaling; het omgekeerde van `betaling()`. */
export function betalingWaarden(betaling: Betaling): Record<string, string> {
  switch (betaling.soort) {
    case 'bron':
      return { betaling: `bron:${betaling.bron}` }
    case 'nog-te-verdelen':
      return { betaling: 'open' }
    case 'aandelen': {
      const som = betaling.aandelen.reduce((totaal, { gewicht }) => totaal + gewicht, 0)
      return {
        betaling: 'aandelen',
        ...Object.fromEntries(
          betaling.aandelen.map(({ bron, gewicht }) => [
            `deel.${bron}`,
            String(Math.round((gewicht * 10_000) / som) / 100).replace('.', ','),
          ]),
        ),
      }
    }
    case 'waterval':
      return {
        betaling: 'waterval',
        ...Object.fromEntries(betaling.bronnen.map((bron, i) => [`deel.${bron}`, String(i + 1)])),
      }
  }
}

/** Een eerste keus voor de bron: de enige die het plan bij dit onderdeel noemt; anders kiest wie boekt. */
export function eersteBetaling(plan: Plan, onderdeel: string | undefined): Record<string, string> {
  const bronnen = plan.onderdelen.find(({ id }) => id === onderdeel)?.bronnen ?? []
  return bronnen.length === 1 ? { betaling: `bron:${bronnen[0]}` } : {}
}

export const onderdeelWaarde = (plan: Plan, onderdeel: string | null | undefined): string =>
  onderdeel === null || onderdeel === undefined ? '' : noemOnderdeel(plan, onderdeel)

export const dagWaarde = (op: Datum): string => toonDatum(op)
export const bedragWaarde = (cent: Centen): string => schrijfBedrag(cent)
