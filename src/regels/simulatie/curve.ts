import { type Datum, jaarVan } from '#basis/datum.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { groeiNaar, maakNetto } from '#regels/bevolking/bevolking.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import type { Reeks } from '#regels/bevolking/reeks.ts'
import type { Machine } from '#regels/motor/rekenen.ts'
import type { Simulatieweigering } from '#regels/simulatie/simuleer.ts'
import { maakStandrekenaar, type Stand } from '#regels/simulatie/stand.ts'
import { HUISHOUDTYPEN, type Huishoudtype, INKOMENSNIVEAUS } from '#regels/simulatie/typen.ts'
import { bouwVariant, type GebouwdeVariant } from '#regels/variant/bouw.ts'
import { trekDoor } from '#regels/variant/doortrekken.ts'
import { HUIDIG } from '#regels/variant/klaar.ts'
import type { Variant } from '#regels/variant/variant.ts'

/** Wat een huishouden overhoudt bij elk inkomen, en waar één cent meer verdienen geld kost. Alles in centen. */
export type Curvepunt = {
  /** Verzamelinkomen per jaar. */
  bruto: number
  /** Per maand. */
  netto: number
  bijdrage: number
  vergoeding: number
  /** Wat er van het netto inkomen overblijft na de eigen bijdrage. */
  over: number
  /** Deel van een extra euro bruto dat niet overblijft: belasting en eigen bijdrage samen. */
  druk: number
}
export type Klif = {
  bruto: number
  netto: number
  /** Hoeveel iemand per maand meer betaalt met één cent meer. */
  sprong: number
  oorzaak: 'grens van het minimabeleid' | 'grens waaronder de gemeente niets vraagt'
}
export type Curve = { type: string; variant: string; punten: readonly Curvepunt[]; kliffen: readonly Klif[] }
export type Typerij = {
  type: string
  procent: number
  czm: boolean
  netto: number
  bruto: number
  /** Per variant wat iemand per maand zelf betaalt, in de volgorde van `varianten`. */
  betaalt: readonly number[]
}
export type Curven = {
  typen: readonly Huishoudtype[]
  varianten: readonly { id: string; naam: string }[]
  curven: readonly Curve[]
  tabel: readonly Typerij[]
}

export type Curvevraag = {
  gemeente: string
  dag: Datum
  marginalen: Marginalen
  varianten: readonly Variant[]
  doortrekken?: boolean | undefined
  /** Heeft het huishouden de CZM? Anders vraagt het de Regeling aan. */
  czm?: boolean | undefined
}

const VAN = 1_000_000
const TOT = 8_000_000
const STAP = 50_000
const STAPPEN = (TOT - VAN) / STAP + 1
const MAANDEN = 12

type Netto = ReturnType<typeof maakNetto>
type Rij = { type: Huishoudtype; bruto: number; netto: number; czm: boolean }

/** De huishoudens als kolommen: iedereen heeft hulp in het huishouden en vraagt aan wat hij mag. */
function alsReeks(rijen: readonly Rij[], kosten: number): Reeks {
  const n = rijen.length
  const vul = <R extends Uint8Array | Float64Array>(reeks: R, maak: (rij: Rij) => number): R => {
    for (const [i, rij] of rijen.entries()) reeks[i] = maak(rij)
    return reeks
  }
  return {
    aantal: n,
    rij: Int32Array.from(rijen, (_, i) => i),
    soort: new Uint8Array(n),
    leeftijd: vul(new Float64Array(n), ({ type }) => type.leeftijd),
    paar: vul(new Uint8Array(n), ({ type }) => Number(type.paar)),
    aow_gerechtigden: vul(new Uint8Array(n), ({ type }) => type.aow),
    inkomen: vul(new Float64Array(n), ({ bruto }) => bruto),
    vermogen: new Float64Array(n),
    inkomen_netto_maand: vul(new Float64Array(n), ({ netto }) => netto),
    kosten_4_weken: new Float64Array(n).fill(kosten),
    kostprijs_restant: new Float64Array(n).fill(kosten),
    voorziening: new Uint8Array(n),
    czm: vul(new Uint8Array(n), ({ czm }) => Number(czm)),
    vraagtAan: new Uint8Array(n).fill(1),
    andere_bijdrage: new Uint8Array(n),
    pgb: new Uint8Array(n),
    heeftHulp: new Uint8Array(n).fill(1),
  }
}

function bouw({
  gemeente,
  dag,
  varianten,
  doortrekken,
}: Curvevraag): Uitkomst<GebouwdeVariant[], Simulatieweigering> {
  const lagen = doortrekken ? [trekDoor(gemeente, dag).laag] : []
  const uit: GebouwdeVariant[] = []
  for (const variant of [HUIDIG, ...varianten.filter(({ id }) => id !== HUIDIG.id)]) {
    const gebouwd = bouwVariant(gemeente, variant, dag, lagen)
    if (!gebouwd.ok)
      return geweigerd({ soort: 'variant_klopt_niet', variant: variant.naam, fouten: gebouwd.reden })
    uit.push(gebouwd.waarde)
  }
  return gelukt(uit)
}

/** De curven en de tabel met standaardhuishoudens; het huidige beleid staat altijd vooraan. */
export function maakCurven(vraag: Curvevraag): Uitkomst<Curven, Simulatieweigering> {
  const gebouwd = bouw(vraag)
  if (!gebouwd.ok) return gebouwd
  const { marginalen, dag } = vraag
  const groei = groeiNaar(marginalen, jaarVan(dag), marginalen.aannamen.inkomensgroei.waarde)
  const netto = maakNetto(marginalen, groei)
  const kosten = Math.round((marginalen.wmo.voorzieningen[0]?.kostenPer4WekenEuro ?? 0) * 100)
  const czm = vraag.czm ?? true
  const rijen = HUISHOUDTYPEN.flatMap((type) =>
    Array.from({ length: STAPPEN }, (_, i) => {
      const bruto = VAN + i * STAP
      return { type, bruto, netto: netto(type.paar, type.aow > 0, bruto / 100), czm }
    }),
  )
  const curvereeks = alsReeks(rijen, kosten)
  const niveaus = typerijen(gebouwd.waarde[0]?.machine, netto)
  const typereeks = alsReeks(niveaus, kosten)
  const curven: Curve[] = []
  const betaalt: Float64Array[] = []
  for (const een of gebouwd.waarde) {
    const naam = een.variant.naam
    const blijft = een.variant.czm === 'blijft'
    const stand = maakStandrekenaar(een.machine.set, blijft)(curvereeks)
    if (!stand.ok) return geweigerd({ soort: 'rekent_niet', variant: naam, weigering: stand.reden })
    for (const [plek, type] of HUISHOUDTYPEN.entries())
      curven.push(curveVan({ een, type, plek, rijen, stand: stand.waarde, netto, czm: czm && blijft }))
    const tabel = maakStandrekenaar(een.machine.set, blijft)(typereeks)
    if (!tabel.ok) return geweigerd({ soort: 'rekent_niet', variant: naam, weigering: tabel.reden })
    betaalt.push(tabel.waarde.netto.slice(0, niveaus.length))
  }
  return gelukt({
    typen: HUISHOUDTYPEN,
    varianten: gebouwd.waarde.map(({ variant: { id, naam } }) => ({ id, naam })),
    curven,
    tabel: niveaus.map((rij, i) => ({
      type: rij.type.id,
      procent: rij.procent,
      czm: rij.czm,
      netto: rij.netto,
      bruto: rij.bruto,
      betaalt: betaalt.map((kolom) => kolom[i] ?? 0),
    })),
  })
}

type Niveaurij = Rij & { procent: number }

/** Elk type op elk inkomensniveau, met en zonder CZM. Is de norm niet bekend, dan is er geen tabel. */
function typerijen(machine: Machine | undefined, netto: Netto): Niveaurij[] {
  return HUISHOUDTYPEN.flatMap((type) => {
    const norm = machine?.reken('bijstandsnorm_excl_vakantietoeslag', {
      paar: type.paar,
      aow_gerechtigden: type.aow,
    })
    if (norm?.ok !== true) return []
    const { teller, noemer } = norm.waarde.waarde
    return INKOMENSNIVEAUS.flatMap((procent) => {
      const cent = Math.floor((teller * procent) / (noemer * 100))
      const bruto = brutoBij(cent, type, netto)
      return [true, false].map((czm) => ({ type, procent, czm, netto: cent, bruto }))
    })
  })
}

const HALVERINGEN = 40

/** Het laagste bruto inkomen waarbij iemand dit netto heeft. */
function brutoBij(cent: number, { paar, aow }: Huishoudtype, netto: Netto): number {
  let [laag, hoog] = [0, 2 * TOT]
  for (let i = 0; i < HALVERINGEN && hoog - laag > 1; i++) {
    const midden = Math.floor((laag + hoog) / 2)
    if (netto(paar, aow > 0, midden / 100) < cent) laag = midden
    else hoog = midden
  }
  return hoog
}

type Curvedeel = {
  een: GebouwdeVariant
  type: Huishoudtype
  plek: number
  rijen: readonly Rij[]
  stand: Stand
  netto: Netto
  czm: boolean
}

function curveVan({ een, type, plek, rijen, stand, netto, czm }: Curvedeel): Curve {
  const begin = plek * STAPPEN
  const punten: Curvepunt[] = []
  for (let i = begin; i < begin + STAPPEN; i++) {
    const rij = rijen[i]
    if (rij === undefined) break
    const over = rij.netto - (stand.netto[i] ?? 0)
    const vorige = punten.at(-1)
    const extra = vorige === undefined ? 0 : (rij.bruto - vorige.bruto) / MAANDEN
    punten.push({
      bruto: rij.bruto,
      netto: rij.netto,
      bijdrage: stand.bijdrage[i] ?? 0,
      vergoeding: stand.vergoeding[i] ?? 0,
      over,
      druk: vorige === undefined ? 0 : Math.round((1 - (over - vorige.over) / extra) * 1000) / 1000,
    })
  }
  return {
    type: type.id,
    variant: een.variant.id,
    punten,
    kliffen: kliffenVan(een.machine, type, punten, netto, czm),
  }
}

const GRENZEN = [
  ['onder_grens_minimabeleid', 'grens van het minimabeleid'],
  ['nihil_door_gemeente', 'grens waaronder de gemeente niets vraagt'],
] as const

/** Een klif zit waar een ja een nee wordt. Zoek de laatste cent ervoor, en kijk wat de cent erna kost. */
function kliffenVan(
  machine: Machine,
  type: Huishoudtype,
  punten: readonly Curvepunt[],
  netto: Netto,
  czm: boolean,
): Klif[] {
  const eerste = punten[0]?.bruto ?? 0
  const laatste = punten.at(-1)?.bruto ?? 0
  const bij = (regel: string, bruto: number): number => {
    const uit = machine.reken(regel, {
      paar: type.paar,
      aow_gerechtigden: type.aow,
      leeftijd: type.leeftijd,
      inkomen: bruto / 100,
      inkomen_netto_maand: netto(type.paar, type.aow > 0, bruto / 100) / 100,
      kosten_4_weken: 100_000,
      czm,
    })
    return uit.ok ? uit.waarde.waarde.teller / uit.waarde.waarde.noemer : Number.NaN
  }
  return GRENZEN.flatMap(([regel, oorzaak]) => {
    if (bij(regel, eerste) !== 1 || bij(regel, laatste) !== 0) return []
    let [laag, hoog] = [eerste, laatste]
    while (hoog - laag > 1) {
      const midden = Math.floor((laag + hoog) / 2)
      if (bij(regel, midden) === 1) laag = midden
      else hoog = midden
    }
    const sprong = Math.round(bij('netto_bijdrage_per_maand', hoog) - bij('netto_bijdrage_per_maand', laag))
    const grens = netto(type.paar, type.aow > 0, laag / 100)
    return sprong > 0 ? [{ bruto: laag, netto: grens, sprong, oorzaak }] : []
  })
}
