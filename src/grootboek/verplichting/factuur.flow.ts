import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoekweigering } from '#grootboek/boekhouder.flow.ts'
import type { Periode } from '#grootboek/boeking.ts'
import { laatVrijvallen } from '#grootboek/gebeurtenissen.ts'
import { findInstellingen } from '#grootboek/instelling/instelling.store.ts'
import { type Bezwaar, buitenLooptijd, type Looptijd, weeg } from '#grootboek/instelling/instelling.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import type { Kenmerk } from '#grootboek/kenmerk.ts'
import { boekInOpen } from '#grootboek/periode/uitwijken.ts'
import type { Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
import {
  type Geladen,
  laadRuimte,
  laadVerplichting,
  magInVoorlopig,
  type Verplichtingweigering,
} from '#grootboek/verplichting/boeken.flow.ts'
import type { Deelstand } from '#grootboek/verplichting/leven.ts'
import { insertVerplichtingeinde } from '#grootboek/verplichting/verplichting.store.ts'
import {
  bovenOpenstaand,
  Factuurnummer,
  factuurkenmerk,
  factuurregels,
  leegDeel,
  ruimtebezwaren,
  verdeelFactuur,
} from '#grootboek/verplichting/verplichting.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Facturen, creditnota's, vrijval en het afsluiten van een verplichting. */

export type Factuurinvoer = {
  programma: string
  verplichting: string
  factuur: string
  geldigOp: Datum
  /** Ten laste van welk budgetjaar. */
  jaar: number
  /** Negatief is een creditnota. */
  bedragCent: Centen
  /** Zonder keuze naar wat er per bron openstaat. */
  bron?: string | null | undefined
  kenmerk?: Kenmerk | undefined
  looptijd?: Looptijd | undefined
  uitwijkNaar?: Periode | undefined
  tekst?: string | undefined
  verzoek?: Verzoek | undefined
}

export type Factuurweigering =
  | Verplichtingweigering
  | { code: 'factuurnummer_onleesbaar' }
  | { code: 'meer_dan_open'; openCent: Centen }
  | { code: 'reden_ontbreekt' }

export type Gefactureerd = { boeking: number; waarschuwingen: Bezwaar[] }

export function boekFactuur(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Factuurinvoer,
): Promise<Uitkomst<Gefactureerd, Factuurweigering | Verzoekweigering>> {
  if (!magBezoeker(bezoek, 'boeking.boeken')) return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek: invoer.verzoek,
    werk: async (ronde): Promise<Uitkomst<Gefactureerd, Factuurweigering>> => {
      const geladen = await laadVerplichting(ronde, invoer.programma, invoer.verplichting)
      return geladen === undefined
        ? geweigerd({ code: 'verplichting_onbekend' })
        : boekOpGeladen(ronde, bezoek, invoer, geladen)
    },
  })
}

/** Boekt achter het slot op een geladen verplichting; ook voor wie na een correctie opnieuw boekt. */
export async function boekOpGeladen(
  ronde: Ronde,
  bezoek: Bezoek,
  invoer: Factuurinvoer,
  geladen: Geladen,
): Promise<Uitkomst<Gefactureerd, Factuurweigering>> {
  if (invoer.bedragCent === 0) return geweigerd({ code: 'bedrag_nul' })
  if (!Factuurnummer.safeParse(invoer.factuur).success) return geweigerd({ code: 'factuurnummer_onleesbaar' })
  const delen = verdeelFactuur(invoer.bedragCent, kandidaten(geladen, invoer))
  const regels = delen.flatMap(({ stand, bedragCent }) =>
    factuurregels(stand, invoer.verplichting, bedragCent, geladen.afgesloten, invoer.kenmerk),
  )
  const bovenCent = bovenOpenstaand(delen)
  const bezwaren: Bezwaar[] = bovenCent > 0 ? [{ code: 'boven_openstaand', bovenCent }] : []
  const uitRuimte = delen.map(({ stand, bedragCent }) => ({
    jaar: stand.budget.jaar,
    bron: stand.budget.bron,
    bedragCent: centen(Math.max(0, bedragCent - Math.max(0, stand.openCent))),
  }))
  const bronnen = uitRuimte.map(({ bron }) => bron)
  const { vrij, totaal } = await laadRuimte(ronde, geladen, [invoer.jaar], bronnen)
  const tekort = ruimtebezwaren(uitRuimte, vrij, totaal)
  const weging = weeg(await findInstellingen(ronde.tx), [
    ...bezwaren,
    ...buitenLooptijd(invoer.geldigOp, invoer.looptijd),
  ])
  if (weging.weigering !== undefined) return geweigerd(weging.weigering)
  const geboekt = boekInOpen(
    ronde,
    {
      soort: 'factuur',
      geldigOp: invoer.geldigOp,
      grondslag: { soort: 'factuur', kenmerk: factuurkenmerk(invoer.verplichting, invoer.factuur) },
      regels,
      door: bezoek.wie?.account ?? null,
      tekst: invoer.tekst,
      inVoorlopig: magInVoorlopig(bezoek),
    },
    invoer.uitwijkNaar,
  )
  if (!geboekt.ok) return geboekt
  const boeking = geboekt.waarde.nr
  ronde.daarna((tx) => schrijfLogboek(tx, bezoek, 'boeking.boeken', `boeking ${boeking}`))
  // Een factuur is een feit: dat er geen vrije ruimte meer is, wordt gemeld en niet geweigerd.
  return gelukt({ boeking, waarschuwingen: [...weging.waarschuwingen, ...tekort] })
}

/** De budgetten waarop deze factuur terechtkan: van dat jaar, en als iemand een bron koos alleen die. */
function kandidaten(geladen: Geladen, { programma, jaar, bron }: Factuurinvoer): Deelstand[] {
  const vanJaar = geladen.standen.filter(({ budget }) => budget.jaar === jaar)
  const gekozen = bron === undefined ? vanJaar : vanJaar.filter(({ budget }) => budget.bron === bron)
  if (gekozen.length > 0) return gekozen
  return [leegDeel({ programma, onderdeel: geladen.onderdeel, jaar, bron: bron ?? null })]
}

export type Vrijvalinvoer = {
  programma: string
  verplichting: string
  geldigOp: Datum
  /** Per budget; zonder opgave alles wat openstaat. */
  delen?: readonly { jaar: number; bron: string | null; bedragCent: Centen }[] | undefined
  reden: string
  /** Sluit de verplichting ook af. */
  afsluiten?: boolean | undefined
  uitwijkNaar?: Periode | undefined
  verzoek?: Verzoek | undefined
}

/** Laat vrijvallen wat niet meer nodig is; met `afsluiten` is de verplichting daarna klaar. */
export function laatVerplichtingVrijvallen(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Vrijvalinvoer,
): Promise<Uitkomst<{ boeking: number | null; vrijCent: Centen }, Factuurweigering | Verzoekweigering>> {
  if (!magBezoeker(bezoek, 'verplichting.aangaan'))
    return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek: invoer.verzoek,
    werk: async (
      ronde,
    ): Promise<Uitkomst<{ boeking: number | null; vrijCent: Centen }, Factuurweigering>> => {
      const geladen = await laadVerplichting(ronde, invoer.programma, invoer.verplichting)
      if (geladen === undefined) return geweigerd({ code: 'verplichting_onbekend' })
      // Na een correctie kan op een afgesloten verplichting weer iets openstaan; dat mag alsnog vrijvallen.
      if (geladen.afgesloten && (invoer.afsluiten === true || allesOpen(geladen.standen).length === 0))
        return geweigerd({ code: 'verplichting_afgesloten' })
      const gevraagd = invoer.delen ?? allesOpen(geladen.standen)
      const delen: { stand: Deelstand; bedragCent: Centen }[] = []
      for (const { jaar, bron, bedragCent } of gevraagd) {
        const stand = geladen.standen.find(({ budget }) => budget.jaar === jaar && budget.bron === bron)
        if (bedragCent <= 0) return geweigerd({ code: 'bedrag_niet_positief' })
        const openCent = stand?.openCent ?? centen(0)
        if (stand === undefined || bedragCent > openCent)
          return geweigerd({ code: 'meer_dan_open', openCent })
        delen.push({ stand, bedragCent })
      }
      if (delen.length === 0 && invoer.afsluiten !== true) return geweigerd({ code: 'bedrag_niet_positief' })
      if (delen.length > 0 && invoer.reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
      const boeking = delen.length === 0 ? gelukt(null) : boekVrijval(ronde, bezoek, invoer, delen)
      if (!boeking.ok) return boeking
      const vrijCent = centen(delen.reduce((som, { bedragCent }) => som + bedragCent, 0))
      const nr = boeking.waarde
      ronde.daarna(async (tx) => {
        const [door, op] = [bezoek.wie?.account ?? null, bezoek.klok.nu()]
        if (invoer.afsluiten === true)
          await insertVerplichtingeinde(tx, { verplichting: invoer.verplichting, boeking: nr, door, op })
        await schrijfLogboek(
          tx,
          bezoek,
          'verplichting.aangaan',
          `vrijval van verplichting ${invoer.verplichting}`,
        )
      })
      return gelukt({ boeking: nr, vrijCent })
    },
  })
}

const allesOpen = (standen: readonly Deelstand[]) =>
  standen
    .filter(({ openCent }) => openCent > 0)
    .map(({ budget, openCent }) => ({ jaar: budget.jaar, bron: budget.bron, bedragCent: openCent }))

function boekVrijval(
  ronde: Ronde,
  bezoek: Bezoek,
  invoer: Vrijvalinvoer,
  delen: readonly { stand: Deelstand; bedragCent: Centen }[],
): Uitkomst<number, Boekweigering> {
  const geboekt = boekInOpen(
    ronde,
    {
      soort: 'vrijval',
      geldigOp: invoer.geldigOp,
      grondslag: { soort: 'verplichting', kenmerk: invoer.verplichting },
      regels: delen.flatMap(({ stand, bedragCent }) =>
        laatVrijvallen(stand.budget, invoer.verplichting, bedragCent),
      ),
      door: bezoek.wie?.account ?? null,
      tekst: invoer.reden,
      inVoorlopig: magInVoorlopig(bezoek),
    },
    invoer.uitwijkNaar,
  )
  return geboekt.ok ? gelukt(geboekt.waarde.nr) : geboekt
}
