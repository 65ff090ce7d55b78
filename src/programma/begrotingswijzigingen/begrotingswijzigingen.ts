import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import {
  naamVan,
  type Regel,
  type Regelweigering,
  type Rekening,
  type Wijzigingsregel,
} from '#grootboek/deur.ts'
import type { Beslisser, Orgaanregel } from '#programma/begrotingswijzigingen/bevoegd.ts'
import { BESLISSERS } from '#programma/begrotingswijzigingen/bevoegd.ts'
import type { Besluit } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'

/** Wat er met een begrotingswijziging kan gebeuren, en wat eraan opvalt voordat iemand besluit. */

export const WIJZIGINGSTANDEN = ['voorgesteld', 'besloten', 'geboekt', 'afgewezen', 'ingetrokken'] as const
export type Wijzigingstand = (typeof WIJZIGINGSTANDEN)[number]

const DAARNA: Readonly<Record<Wijzigingstand, readonly Wijzigingstand[]>> = {
  voorgesteld: ['besloten', 'afgewezen', 'ingetrokken'],
  besloten: ['geboekt', 'ingetrokken'],
  geboekt: [],
  afgewezen: [],
  ingetrokken: [],
}
export const kanNaar = (van: Wijzigingstand, naar: Wijzigingstand): boolean => DAARNA[van].includes(naar)

export type Wijzigingstap = {
  stap: number
  stand: Wijzigingstand
  besluit: string | null
  boeking: number | null
  reden: string | null
  op: Date
  door: string | null
}
export type Begrotingswijziging = {
  id: string
  plan: string
  nummer: number
  orgaan: Beslisser
  redenen: Orgaanregel[]
  toelichting: string
  regels: Wijzigingsregel[]
  gemaaktOp: Date
  gemaaktDoor: string | null
  stappen: Wijzigingstap[]
}

export const standVan = ({ stappen }: Pick<Begrotingswijziging, 'stappen'>): Wijzigingstand =>
  stappen.at(-1)?.stand ?? 'voorgesteld'
export const besluitVan = ({ stappen }: Pick<Begrotingswijziging, 'stappen'>): string | undefined =>
  stappen.findLast(({ besluit }) => besluit !== null)?.besluit ?? undefined
export const boekingVan = ({ stappen }: Pick<Begrotingswijziging, 'stappen'>): number | undefined =>
  stappen.findLast(({ boeking }) => boeking !== null)?.boeking ?? undefined

export const STANDWOORD = {
  voorgesteld: 'voorgesteld',
  besloten: 'besloten, nog niet geboekt',
  geboekt: 'geboekt',
  afgewezen: 'afgewezen',
  ingetrokken: 'ingetrokken',
} as const satisfies Record<Wijzigingstand, string>

/** Besloot een lager orgaan dan de regels voorstellen? Een orgaan dat niet bekend is, staat onderaan. */
export const lagerOrgaan = (voorgesteld: Beslisser, orgaan: Besluit['orgaan']): boolean =>
  (BESLISSERS as readonly string[]).indexOf(orgaan) < BESLISSERS.indexOf(voorgesteld)

export type Opvallend =
  | { code: 'structureel_incidenteel'; onderdeel: string; bron: string; bedragCent: Centen }
  | { code: 'buiten_looptijd'; onderdeel: string; jaar: number }
  | { code: 'bron_tekort'; bron: string; tekortCent: Centen }
  | { code: 'ruimte_negatief'; onderdeel: string; jaar: number; bron: string | null; tekortCent: Centen }

/** Wat het plan over deze regels zegt dat niet bij elkaar past. Het houdt niets tegen. */
export function opvallend(
  regels: readonly Wijzigingsregel[],
  plan: Pick<Plan, 'onderdelen' | 'bronnen'>,
): Opvallend[] {
  const onderdelen = new Map<string, Plan['onderdelen'][number]>(plan.onderdelen.map((een) => [een.id, een]))
  const bronnen = new Map<string, Plan['bronnen'][number]>(plan.bronnen.map((een) => [een.id, een]))
  return regels.flatMap((regel): Opvallend[] => {
    if (regel.soort !== 'onderdeel' || regel.bedragCent <= 0) return []
    const { onderdeel, bron, jaar, bedragCent } = regel
    const ding = onderdelen.get(onderdeel)
    const blijvend =
      regel.aard === 'structureel' || (regel.aard === undefined && ding?.aard === 'structureel')
    const eenmalig = bron !== null && bronnen.get(bron)?.aard === 'incidenteel'
    return [
      ...(blijvend && eenmalig
        ? [{ code: 'structureel_incidenteel' as const, onderdeel, bron, bedragCent }]
        : []),
      ...(ding !== undefined && buitenJaren(ding, jaar)
        ? [{ code: 'buiten_looptijd' as const, onderdeel, jaar }]
        : []),
    ]
  })
}

/** Valt dit jaar buiten de looptijd die het plan noemt? */
export function buitenJaren(
  { planning, beeindigd }: Pick<Plan['onderdelen'][number], 'planning' | 'beeindigd'>,
  jaar: number,
): boolean {
  const van = planning.van === undefined ? -Infinity : Number(planning.van.slice(0, 4))
  const tot = Math.min(
    planning.tot === undefined ? Infinity : Number(planning.tot.slice(0, 4)),
    beeindigd === undefined ? Infinity : Number(beeindigd.op.slice(0, 4)),
  )
  return jaar < van || jaar > tot
}

/** Waar een bron na deze regels minder dan niets te verdelen heeft, of een onderdeel minder dan niets vrij. */
export function tekorten(regels: readonly Regel[], saldo: (rekening: Rekening) => Centen): Opvallend[] {
  const perRekening = Map.groupBy(regels, ({ rekening }) => naamVan(rekening))
  return [...perRekening.values()].flatMap((hier): Opvallend[] => {
    const [eerste] = hier
    if (eerste === undefined) return []
    const { rekening } = eerste
    const erbij = hier.reduce((som, { bedragCent }) => som + bedragCent, 0)
    const tekortCent = centen(-(saldo(rekening) + erbij))
    // Wat al te kort kwam en nu beter wordt, is geen nieuw tekort.
    if (tekortCent <= 0 || erbij >= 0) return []
    if (rekening.soort === 'ruimte' && rekening.onderdeel !== null) {
      const { onderdeel, jaar, bron } = rekening
      return [{ code: 'ruimte_negatief', onderdeel, jaar, bron, tekortCent }]
    }
    return rekening.soort === 'dekking' && rekening.bron !== null
      ? [{ code: 'bron_tekort', bron: rekening.bron, tekortCent }]
      : []
  })
}

/** Komt een onderdeel in een jaar over alle bronnen samen te kort? Alleen dan kan de gemeente een wijziging weigeren. */
export function eersteTekort(
  regels: readonly Regel[],
  saldo: (rekening: Rekening) => Centen,
  bronnen: readonly (string | null)[],
): { onderdeel: string; jaar: number; tekortCent: Centen } | undefined {
  const ruimten = regels.filter(({ rekening }) => rekening.soort === 'ruimte')
  const perBudget = Map.groupBy(ruimten, ({ rekening }) => naamVan({ ...rekening, bron: null }))
  for (const hier of perBudget.values()) {
    const rekening = hier[0]?.rekening
    if (rekening?.soort !== 'ruimte' || rekening.onderdeel === null) continue
    const erbij = hier.reduce((som, { bedragCent }) => som + bedragCent, 0)
    const voor = bronnen.reduce((som, bron) => som + saldo({ ...rekening, bron }), 0)
    if (erbij < 0 && voor + erbij < 0)
      return { onderdeel: rekening.onderdeel, jaar: rekening.jaar, tekortCent: centen(-(voor + erbij)) }
  }
  return undefined
}

/** De zin bij regels die nog niet kloppen. */
export function regelzin(weigering: Regelweigering, bronnaam: (bron: string | null) => string): string {
  switch (weigering.code) {
    case 'geen_regels':
      return 'Vul minstens twee regels in: wie krijgt er geld, en waar komt het vandaan.'
    case 'te_veel_regels':
      return `Een wijziging heeft hoogstens ${weigering.hoogstens} regels. Maak er twee van.`
    case 'bedrag_nul':
      return `Regel ${weigering.regel} heeft geen bedrag. Vul een bedrag in, met een min als er geld af gaat.`
    case 'niet_in_evenwicht': {
      const bedrag = toonEuroCenten(centen(Math.abs(weigering.verschilCent)))
      return weigering.verschilCent > 0
        ? `Uit ${bronnaam(weigering.bron)} wordt ${bedrag} meer toebedeeld dan er vandaan komt. Haal dat bij een onderdeel of bij de bron weg.`
        : `Uit ${bronnaam(weigering.bron)} komt ${bedrag} dat nergens heen gaat. Zet dat bij een onderdeel, of terug bij de bron.`
    }
  }
}
