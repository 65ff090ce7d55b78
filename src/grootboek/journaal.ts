import { type Centen, centen } from '#basis/geld.ts'
import { volgendMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Boeking,
  type Boekopdracht,
  Grondslagkenmerk,
  type Periode,
  periodeVan,
  schrijfInhoud,
} from '#grootboek/boeking.ts'
import type { Kop, Periodestand } from '#grootboek/journaal.store.ts'
import { schakel, tekstafdruk } from '#grootboek/keten.ts'
import { kring, naamVan, type Rekening } from '#grootboek/rekening.ts'

/** De regels waaraan elke boeking voldoet, en het journaal zoals het tijdens één ronde groeit. */

export type Boekweigering =
  | { code: 'geen_regels' }
  | { code: 'niet_in_evenwicht'; programma: string; bron: string | null; verschilCent: Centen }
  | { code: 'bedrag_nul' }
  | { code: 'grondslag_onleesbaar' }
  | { code: 'periode_dicht'; periode: Periode; stand: Periodestand; eersteOpen: Periode }

export type Nieuw = {
  boeking: Boeking
  inhoud: string
  hash: string
  zout: string | null
  tekst: string | null
}

const MEESTE_REGELS = 1_000

/** Wat er aan een opdracht niet klopt, los van wat er al geboekt is. */
export function keurOpdracht(opdracht: Boekopdracht): Boekweigering | undefined {
  const { regels } = opdracht
  if (regels.length < 2 || regels.length > MEESTE_REGELS) return { code: 'geen_regels' }
  if (regels.some(({ bedragCent }) => bedragCent === 0)) return { code: 'bedrag_nul' }
  if (!Grondslagkenmerk.safeParse(opdracht.grondslag.kenmerk).success) return { code: 'grondslag_onleesbaar' }
  const som = new Map<string, { rekening: Rekening; cent: number }>()
  for (const { rekening, bedragCent } of regels) {
    const sleutel = kring(rekening)
    som.set(sleutel, { rekening, cent: (som.get(sleutel)?.cent ?? 0) + bedragCent })
  }
  for (const { rekening, cent } of som.values())
    if (cent !== 0)
      return {
        code: 'niet_in_evenwicht',
        programma: rekening.programma,
        bron: rekening.bron,
        verschilCent: centen(cent),
      }
  return undefined
}

export const volgendePeriode = (periode: Periode): Periode => {
  const [jaar = 0, maand = 0] = periode.split('-').map(Number)
  const volgende = maand === 12 ? [jaar + 1, 1] : [jaar, maand + 1]
  return `${String(volgende[0]).padStart(4, '0')}-${String(volgende[1]).padStart(2, '0')}` as Periode
}

/** Is deze periode dicht voor deze boeker? `voorlopig` is dicht voor wie niet in voorlopige perioden mag. */
export const isDicht = (stand: Periodestand | undefined, inVoorlopig: boolean): boolean =>
  stand === 'vast' || (stand === 'voorlopig' && !inVoorlopig)

export function eersteOpen(
  standen: ReadonlyMap<Periode, Periodestand>,
  vanaf: Periode,
  inVoorlopig: boolean,
): Periode {
  let periode = vanaf
  while (isDicht(standen.get(periode), inVoorlopig)) periode = volgendePeriode(periode)
  return periode
}

/** Het journaal tijdens een ronde: de kop zoals zij achter het slot is gelezen, en wat er in deze ronde bij komt. */
export type Journaal = {
  readonly kop: Kop
  readonly nieuw: readonly Nieuw[]
  readonly perioden: ReadonlyMap<Periode, Periodestand>
  boek(opdracht: Boekopdracht): Uitkomst<Boeking, Boekweigering>
  /** Verandering van een rekening in deze ronde. */
  erbij(naam: string): Centen
  /** Wie een periode sluit of heropent, zegt dat ook hier: het volgende werk in deze ronde houdt zich er al aan. */
  zetPeriode(periode: Periode, stand: Periodestand): void
  /** Gooit alles weg wat na dit aantal nieuwe boekingen kwam: een geweigerd werk laat niets achter. */
  terugNaar(aantal: number, perioden: ReadonlyMap<Periode, Periodestand>): void
}

export function maakJournaal(
  begin: Kop,
  nu: Date,
  beginPerioden: ReadonlyMap<Periode, Periodestand>,
  maakZout: () => string,
): Journaal {
  let kop = begin
  let perioden = beginPerioden
  const nieuw: Nieuw[] = []
  const saldi = new Map<string, number>()
  const tel = (boeking: Boeking, teken: 1 | -1): void => {
    for (const { rekening, bedragCent } of boeking.regels) {
      const naam = naamVan(rekening)
      saldi.set(naam, (saldi.get(naam) ?? 0) + teken * bedragCent)
    }
  }
  return {
    get kop() {
      return kop
    },
    nieuw,
    get perioden() {
      return perioden
    },
    zetPeriode(periode, stand) {
      perioden = new Map(perioden).set(periode, stand)
    },
    erbij: (naam) => centen(saldi.get(naam) ?? 0),
    boek(opdracht) {
      const weigering = keurOpdracht(opdracht)
      if (weigering !== undefined) return geweigerd(weigering)
      const periode = periodeVan(opdracht.geldigOp)
      const inVoorlopig = opdracht.inVoorlopig ?? false
      const stand = perioden.get(periode)
      if (stand !== undefined && isDicht(stand, inVoorlopig))
        return geweigerd({
          code: 'periode_dicht',
          periode,
          stand,
          eersteOpen: eersteOpen(perioden, periode, inVoorlopig),
        })
      const tekst = opdracht.tekst?.trim().normalize('NFC') || null
      const zout = tekst === null ? null : maakZout()
      const boeking: Boeking = {
        nr: kop.nr + 1,
        vastgelegdOp: volgendMoment(kop.op ?? undefined, nu),
        geldigOp: opdracht.geldigOp,
        soort: opdracht.soort,
        grondslag: opdracht.grondslag,
        regels: opdracht.regels,
        door: opdracht.door,
        mandaat: opdracht.mandaat ?? null,
        tweede: opdracht.tweede ?? null,
        corrigeert: opdracht.corrigeert ?? null,
        betreft: opdracht.betreft ?? null,
        tekstafdruk: tekst === null || zout === null ? null : tekstafdruk(zout, tekst),
      }
      const inhoud = schrijfInhoud(boeking)
      const hash = schakel(kop.hash, inhoud)
      nieuw.push({ boeking, inhoud, hash, zout, tekst })
      kop = { nr: boeking.nr, hash, op: boeking.vastgelegdOp }
      tel(boeking, 1)
      return gelukt(boeking)
    },
    terugNaar(aantal, periodenVanToen) {
      perioden = periodenVanToen
      for (const { boeking } of nieuw.splice(aantal)) tel(boeking, -1)
      const laatste = nieuw.at(-1)
      kop =
        laatste === undefined
          ? begin
          : { nr: laatste.boeking.nr, hash: laatste.hash, op: laatste.boeking.vastgelegdOp }
    },
  }
}
