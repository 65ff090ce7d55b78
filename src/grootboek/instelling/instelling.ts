import type { Centen } from '#basis/geld.ts'

/**
 * Hoe streng de gemeente controleert als iemand met de hand boekt. Wat uit een ander systeem wordt ingelezen is een
 * feit en wordt nooit geweigerd; daar blijft het bij een bevinding.
 */

export const CONTROLES = [
  /** Een verplichting die meer is dan wat het onderdeel dat jaar vrij heeft. */
  'verplichting_boven_ruimte',
  /** Een verplichting die meer is dan iemands mandaat. Weigeren is hier: naar een tweede persoon. */
  'verplichting_boven_mandaat',
  /** Een factuur die meer is dan wat op de verplichting openstaat. */
  'factuur_boven_openstaand',
  /** Een boeking op een dag buiten de looptijd van het onderdeel. */
  'boeking_buiten_looptijd',
  /** Een begrotingswijziging waardoor ergens minder dan niets vrij is. */
  'wijziging_ruimte_negatief',
] as const
export type Controle = (typeof CONTROLES)[number]

export const CONTROLESTANDEN = ['geen', 'waarschuwen', 'weigeren'] as const
export type Controlestand = (typeof CONTROLESTANDEN)[number]

export type Instellingen = Readonly<Record<Controle, Controlestand>>

/**
 * Zonder eigen keuze. Het budgetrecht zegt dat het college pas verplichtingen aangaat als de raad het geld beschikbaar
 * stelde; een factuur die al binnen is, is een feit.
 */
export const STANDAARD: Instellingen = {
  verplichting_boven_ruimte: 'weigeren',
  verplichting_boven_mandaat: 'weigeren',
  factuur_boven_openstaand: 'waarschuwen',
  boeking_buiten_looptijd: 'waarschuwen',
  wijziging_ruimte_negatief: 'weigeren',
}

/** Iets dat bij het boeken opvalt. De instelling van de gemeente bepaalt wat daar het gevolg van is. */
export type Bezwaar =
  | { code: 'boven_ruimte'; jaar: number; tekortCent: Centen }
  | { code: 'bron_boven_ruimte'; jaar: number; bron: string | null; tekortCent: Centen }
  | { code: 'boven_mandaat'; mandaatCent: Centen | null; bedragCent: Centen }
  | { code: 'boven_openstaand'; bovenCent: Centen }
  | { code: 'buiten_looptijd' }

const CONTROLE_VAN = {
  boven_ruimte: 'verplichting_boven_ruimte',
  bron_boven_ruimte: 'verplichting_boven_ruimte',
  boven_mandaat: 'verplichting_boven_mandaat',
  boven_openstaand: 'factuur_boven_openstaand',
  buiten_looptijd: 'boeking_buiten_looptijd',
} as const satisfies Record<Bezwaar['code'], Controle>

/** Is er over alle bronnen samen genoeg, dan is een tekort bij één bron nooit een reden om te weigeren. */
const standVan = (instellingen: Instellingen, { code }: Bezwaar): Controlestand => {
  const stand = instellingen[CONTROLE_VAN[code]]
  return code === 'bron_boven_ruimte' && stand === 'weigeren' ? 'waarschuwen' : stand
}

export type Weging = { weigering: Bezwaar | undefined; waarschuwingen: Bezwaar[] }

/** De eerste reden om te weigeren, en wat alleen gemeld wordt; de volgorde van de bezwaren is hun rangorde. */
export function weeg(instellingen: Instellingen, bezwaren: readonly Bezwaar[]): Weging {
  const met = (stand: Controlestand): Bezwaar[] =>
    bezwaren.filter((bezwaar) => standVan(instellingen, bezwaar) === stand)
  return { weigering: met('weigeren')[0], waarschuwingen: met('waarschuwen') }
}

export type Looptijd = { van?: string | undefined; tot?: string | undefined }

/** Valt deze dag buiten de looptijd? Een looptijd die het plan niet noemt, sluit niets uit. */
export const buitenLooptijd = (dag: string, looptijd: Looptijd | undefined): Bezwaar[] =>
  looptijd !== undefined &&
  ((looptijd.van !== undefined && dag < looptijd.van) || (looptijd.tot !== undefined && dag > looptijd.tot))
    ? [{ code: 'buiten_looptijd' }]
    : []
