import { type Datum, jaarVan } from '#basis/datum.ts'
import { type Centen, centen, evenredigNaarBeneden } from '#basis/geld.ts'
import type { Postsaldo } from '#grootboek/deur.ts'
import { REGELS } from '#programma/geldbevindingen/regels.ts'
import type { Besluit } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'

/**
 * Wat er aan het geld opvalt. Een feit wordt altijd geboekt, ook als het niet had mogen gebeuren; hier staat het dan,
 * met de regel waarom. Elke regel is een functie van saldi, plan en dag.
 */

export const GELDERNSTEN = ['fout', 'waarschijnlijk', 'aandacht'] as const
export type Geldernst = (typeof GELDERNSTEN)[number]

/** `begrotingscriterium` met zijn drie soorten onrechtmatigheid, en de rest. */
export const GELDREGELS = [
  'overschrijding',
  'reserve_zonder_raad',
  'niet_tijdig_bijgesteld',
  'buiten_looptijd',
  'niet_gekoppeld',
  'bron_tekort',
  'nog_te_verdelen',
  'structureel_incidenteel',
  'niet_ontvangen',
  'verplichting_verlopen',
] as const
export type Geldregelcode = (typeof GELDREGELS)[number]
/** De drie die tellen voor de rechtmatigheidsverantwoording. */
export const BEGROTINGSCRITERIUM: readonly Geldregelcode[] = [
  'overschrijding',
  'reserve_zonder_raad',
  'niet_tijdig_bijgesteld',
]

export type Geldbevinding = {
  regel: Geldregelcode
  ernst: Geldernst
  onderdeel?: string | null
  bron?: string | null
  jaar?: number
  verplichting?: string
  boeking?: number
  bedragCent: Centen
  /** Wat het erger of minder erg maakt, in een zin; leeg als er niets bij te zeggen is. */
  bij?: string
}

export type Reservemutatie = {
  boeking: number
  bron: string
  jaar: number
  bedragCent: Centen
  orgaan: Besluit['orgaan'] | undefined
}

export type Geldbeeld = {
  plan: Plan
  posten: readonly Postsaldo[]
  vandaag: Datum
  /** Verplichtingen met hun laatste dag. */
  verplichtingen: readonly { id: string; tot: Datum | null }[]
  reservemutaties: readonly Reservemutatie[]
  /** Wat alvast mag worden uitgegeven, vooruitlopend op een overheveling. */
  gemachtigd: readonly { onderdeel: string; jaar: number; bedragCent: Centen }[]
}

/** Alle bevindingen, de ernstigste en grootste eerst. */
export function geldbevindingen(beeld: Geldbeeld): Geldbevinding[] {
  return GELDREGELS.flatMap((regel) => REGELS[regel](beeld)).toSorted(
    (a, b) =>
      GELDERNSTEN.indexOf(a.ernst) - GELDERNSTEN.indexOf(b.ernst) ||
      Math.abs(b.bedragCent) - Math.abs(a.bedragCent),
  )
}

/** Is er iets uitgegeven of ontvangen? Zonder feiten valt er over de uitvoering niets te zeggen. */
export const heeftFeiten = ({ posten }: Pick<Geldbeeld, 'posten'>): boolean =>
  posten.some(({ rekening }) => rekening.soort === 'realisatie' || rekening.soort === 'ontvangen')

export type Jaaroordeel = {
  jaar: number
  lastenCent: Centen
  /** Overschrijdingen en reservemutaties zonder raadsbesluit. */
  onrechtmatigCent: Centen
  grensCent: Centen
  bovenGrens: boolean
}

/** Per jaar dat voorbij is: hoeveel onrechtmatig, tegen de grens van de raad. */
export function jaaroordelen(
  beeld: Geldbeeld,
  bevindingen: readonly Geldbevinding[],
  promille: number,
): Jaaroordeel[] {
  const lasten = new Map<number, number>()
  for (const { rekening, bedragCent } of beeld.posten)
    if (rekening.soort === 'realisatie' && rekening.jaar <= jaarVan(beeld.vandaag))
      lasten.set(rekening.jaar, (lasten.get(rekening.jaar) ?? 0) + bedragCent)
  return [...lasten]
    .toSorted(([a], [b]) => a - b)
    .map(([jaar, som]) => {
      const onrechtmatig = bevindingen
        .filter((een) => een.jaar === jaar && een.ernst === 'fout' && BEGROTINGSCRITERIUM.includes(een.regel))
        .reduce((totaal, { bedragCent }) => totaal + Math.abs(bedragCent), 0)
      // Naar beneden: precies op de grens telt nog niet als erboven.
      const grens = evenredigNaarBeneden(centen(Math.max(0, som)), promille, 1000)
      return {
        jaar,
        lastenCent: centen(som),
        onrechtmatigCent: centen(onrechtmatig),
        grensCent: grens,
        bovenGrens: onrechtmatig > grens,
      }
    })
}
