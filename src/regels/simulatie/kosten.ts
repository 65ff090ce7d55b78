import { type Centen, centen } from '#basis/geld.ts'
import type { Reeks } from '#regels/bevolking/reeks.ts'
import type { Stand } from '#regels/simulatie/stand.ts'

/** Waar de gemeente geld aan kwijt is of van krijgt. Alles per jaar, in hele centen. */
export const LAGEN = {
  bijdrage: 'eigen bijdragen die de gemeente van het CAK ontvangt',
  czm: 'vergoeding van de eigen bijdrage door de CZM',
  regeling: 'vergoeding van de eigen bijdrage door de Regeling',
  pgb: 'persoonsgebonden budgetten',
} as const
export type Kostenlaag = keyof typeof LAGEN
export const LAAGLIJST = ['bijdrage', 'czm', 'regeling', 'pgb'] as const satisfies readonly Kostenlaag[]

/** De sommen van één reeks. Hele centen, dus de volgorde van optellen en het aantal draden maken niets uit. */
export type Sommen = Record<Kostenlaag, number> & {
  metHulp: number
  vooruit: number
  achteruit: number
  merkbaar: number
  /** Som van het verschil in centen per maand, maal wat de hulp kost min wat iemand betaalt; voor het gedrag. */
  druk: number
  /** Som van het verschil in centen per maand. */
  verschil: number
}

const MAANDEN = 12
const WEKEN_PER_JAAR = 52
const VIERWEKEN_PER_JAAR = 13
const MERKBAAR = 1000

/** Telt één reeks. `pgb` is het budget per jaar van wie een persoonsgebonden budget heeft; dat betaalt de gemeente. */
export function telReeks(
  reeks: Reeks,
  nu: Stand,
  straks: Stand,
  czmBlijft: boolean,
  pgbPerJaar: number,
): Sommen {
  const som: Sommen = {
    bijdrage: 0,
    czm: 0,
    regeling: 0,
    pgb: 0,
    metHulp: 0,
    vooruit: 0,
    achteruit: 0,
    merkbaar: 0,
    druk: 0,
    verschil: 0,
  }
  for (let r = 0; r < reeks.aantal; r++) {
    const vergoeding = straks.vergoeding[r] ?? 0
    const betaalt = straks.netto[r] ?? 0
    const verschil = betaalt - (nu.netto[r] ?? 0)
    som.bijdrage += straks.bijdrage[r] ?? 0
    if (czmBlijft && reeks.czm[r] === 1) som.czm += vergoeding
    else som.regeling += vergoeding
    som.pgb += reeks.pgb[r] ?? 0
    som.metHulp += reeks.heeftHulp[r] ?? 0
    som.verschil += verschil
    som.druk += verschil * ((reeks.kosten_4_weken[r] ?? 0) * VIERWEKEN_PER_JAAR - betaalt * MAANDEN)
    if (verschil < 0) som.vooruit++
    else if (verschil > 0) som.achteruit++
    if (verschil > MERKBAAR) som.merkbaar++
  }
  som.bijdrage *= MAANDEN
  som.czm *= MAANDEN
  som.regeling *= MAANDEN
  som.pgb *= pgbPerJaar
  return som
}

/** Het budget van één huishouden per jaar, in hele centen. */
export const pgbPerJaar = (tarief: number | undefined, uren: number): number =>
  tarief === undefined ? 0 : Math.round(tarief * uren * WEKEN_PER_JAAR)

/** Een uitkomst over alle reeksen: het midden, en waar negentig van de honderd reeksen tussen vallen. */
export type Band = { midden: number; laag: number; hoog: number }

export function bandVan(waarden: readonly number[]): Band {
  if (waarden.length === 0) return { midden: 0, laag: 0, hoog: 0 }
  const op = Float64Array.from(waarden).sort()
  const som = op.reduce((tot, een) => tot + een, 0)
  return {
    midden: Math.round(som / op.length),
    laag: op[Math.floor((op.length - 1) * 0.05)] ?? 0,
    hoog: op[Math.ceil((op.length - 1) * 0.95)] ?? 0,
  }
}

export type Kosten = {
  lagen: readonly { laag: Kostenlaag; naam: string; band: Band; verschil: Band }[]
  /** Wat de gemeente per saldo kwijt is: vergoedingen en budgetten, min de ontvangen bijdragen. */
  saldo: Band
  /** Het saldo min het saldo van nu. Boven nul kost het de gemeente geld. */
  verschil: Band
  /** Budgetten tellen alleen mee als het tarief bekend is. */
  zonderPgb: boolean
}

export const saldoVan = ({ bijdrage, czm, regeling, pgb }: Sommen): number => czm + regeling + pgb - bijdrage

/** De lagen en het saldo; de middens van de lagen tellen op tot het midden van het saldo. */
export function kostenVan(nu: readonly Sommen[], straks: readonly Sommen[], zonderPgb: boolean): Kosten {
  const lagen = LAAGLIJST.filter((laag) => laag !== 'pgb' || !zonderPgb).map((laag) => ({
    laag,
    naam: LAGEN[laag],
    band: bandVan(straks.map((een) => een[laag])),
    verschil: bandVan(straks.map((een, i) => een[laag] - (nu[i]?.[laag] ?? 0))),
  }))
  const opgeteld = (kies: (een: (typeof lagen)[number]) => Band): number =>
    lagen.reduce((tot, een) => tot + (een.laag === 'bijdrage' ? -1 : 1) * kies(een).midden, 0)
  const alle = (een: Sommen | undefined): number =>
    een === undefined ? 0 : saldoVan(een) - (zonderPgb ? een.pgb : 0)
  return {
    lagen,
    saldo: { ...bandVan(straks.map(alle)), midden: opgeteld(({ band }) => band) },
    verschil: {
      ...bandVan(straks.map((een, i) => alle(een) - alle(nu[i]))),
      midden: opgeteld(({ verschil }) => verschil),
    },
    zonderPgb,
  }
}

export type Gedrag = { naam: 'laag' | 'hoog'; perDuizend: number; huishoudens: number; verschil: Centen }

const PER_TIEN_EURO = 1000
const PER_DUIZEND = 1000

/**
 * Wat het saldo doet als mensen op de prijs letten: wie meer gaat betalen stopt vaker, wie minder gaat betalen vraagt
 * vaker. De sommen zijn heel; er wordt één keer afgerond.
 */
export function gedragVan(
  straks: readonly Sommen[],
  statisch: Band,
  perDuizend: { laag: number; hoog: number },
): Gedrag[] {
  const keren = Math.max(1, straks.length)
  const verschil = straks.reduce((tot, een) => tot + een.verschil, 0) / keren
  const druk = straks.reduce((tot, een) => tot + een.druk, 0) / keren
  return (['laag', 'hoog'] as const).map((naam) => {
    const e = perDuizend[naam] / PER_DUIZEND / PER_TIEN_EURO
    return {
      naam,
      perDuizend: perDuizend[naam],
      huishoudens: Math.round(-verschil * e),
      verschil: centen(statisch.midden + Math.round(-druk * e)),
    }
  })
}
