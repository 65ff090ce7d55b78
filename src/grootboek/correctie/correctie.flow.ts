import type { Datum } from '#basis/datum.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoekweigering } from '#grootboek/boekhouder.flow.ts'
import type { Boeking, Periode, Regel } from '#grootboek/boeking.ts'
import { spiegel } from '#grootboek/gebeurtenissen.ts'
import { boekHand, type Handweigering } from '#grootboek/handboeking/handboeking.flow.ts'
import type { Handinvoer } from '#grootboek/handboeking/handboeking.ts'
import type { Bezwaar } from '#grootboek/instelling/instelling.ts'
import { findBoeking, findCorrectieOp } from '#grootboek/journaal.store.ts'
import { boekInOpen } from '#grootboek/periode/uitwijken.ts'
import type { Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
import { laadVerplichting, magInVoorlopig } from '#grootboek/verplichting/boeken.flow.ts'
import {
  boekOpGeladen,
  type Factuurinvoer,
  type Factuurweigering,
} from '#grootboek/verplichting/factuur.flow.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Een fout corrigeren: een spiegelboeking van dezelfde soort, en als iemand dat wil meteen de goede boeking erbij. */

export type Opnieuw = Handinvoer | (Omit<Factuurinvoer, 'verzoek'> & { soort: 'factuur' })

export type Correctieinvoer = {
  nr: number
  /** Alleen als de boeking bij dit programma hoort. */
  programma?: string | undefined
  geldigOp: Datum
  reden: string
  opnieuw?: Opnieuw | undefined
  uitwijkNaar?: Periode | undefined
}

export type Correctieweigering =
  | Handweigering
  | Factuurweigering
  | { code: 'boeking_onbekend' }
  | { code: 'is_correctie'; van: number }
  | { code: 'al_gecorrigeerd'; door: number }
  /** Haar stappen horen bij elkaar: één los terugdraaien laat geld twee keer bestaan. */
  | { code: 'is_overheveling' | 'is_raming' }
  | { code: 'open_negatief'; verplichting: string; tekortCent: Centen }

/** Waarom een boeking van deze soort niet los te corrigeren is: wat erachter zit, zou niet mee veranderen. */
export function nietLos(soort: Boeking['soort']): 'is_overheveling' | 'is_raming' | undefined {
  if (soort === 'overheveling') return 'is_overheveling'
  return soort === 'raming' ? 'is_raming' : undefined
}

export type Gecorrigeerd = { spiegel: number; opnieuw: number | null; waarschuwingen: Bezwaar[] }

export function corrigeer(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Correctieinvoer,
  verzoek?: Verzoek,
): Promise<Uitkomst<Gecorrigeerd, Correctieweigering | Verzoekweigering>> {
  if (!magBezoeker(bezoek, 'boeking.boeken')) return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: (ronde) => boekCorrectie(ronde, bezoek, invoer),
  })
}

async function boekCorrectie(
  ronde: Ronde,
  bezoek: Bezoek,
  invoer: Correctieinvoer,
): Promise<Uitkomst<Gecorrigeerd, Correctieweigering>> {
  if (invoer.reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
  const fout = await findBoeking(ronde.tx, invoer.nr)
  if (fout === undefined) return geweigerd({ code: 'boeking_onbekend' })
  if (fout.corrigeert !== null) return geweigerd({ code: 'is_correctie', van: fout.corrigeert })
  if (
    invoer.programma !== undefined &&
    fout.regels.some(({ rekening }) => rekening.programma !== invoer.programma)
  )
    return geweigerd({ code: 'boeking_onbekend' })
  const los = nietLos(fout.soort)
  if (los !== undefined) return geweigerd({ code: los })
  const eerder = await findCorrectieOp(ronde.tx, invoer.nr)
  if (eerder !== undefined) return geweigerd({ code: 'al_gecorrigeerd', door: eerder })
  const regels = spiegel(fout)
  const tekort = await findTekort(ronde, regels)
  if (tekort !== undefined) return geweigerd(tekort)
  const gespiegeld = boekInOpen(
    ronde,
    {
      soort: fout.soort,
      geldigOp: invoer.geldigOp,
      grondslag: fout.grondslag,
      regels,
      corrigeert: fout.nr,
      door: bezoek.wie?.account ?? null,
      tekst: invoer.reden,
      inVoorlopig: magInVoorlopig(bezoek),
    },
    invoer.uitwijkNaar,
  )
  if (!gespiegeld.ok) return gespiegeld
  const { nr } = gespiegeld.waarde
  ronde.daarna((tx) => schrijfLogboek(tx, bezoek, 'boeking.boeken', `correctie ${nr} van boeking ${fout.nr}`))
  if (invoer.opnieuw === undefined) return gelukt({ spiegel: nr, opnieuw: null, waarschuwingen: [] })
  const opnieuw = await boekOpnieuw(ronde, bezoek, invoer.opnieuw, gespiegeld.waarde)
  if (!opnieuw.ok) return opnieuw
  return gelukt({
    spiegel: nr,
    opnieuw: opnieuw.waarde.boeking,
    waarschuwingen: opnieuw.waarde.waarschuwingen,
  })
}

/** Wat al gefactureerd of vrijgevallen is, kan niet meer onder een verplichting uit worden getrokken. */
async function findTekort(
  ronde: Ronde,
  regels: readonly Regel[],
): Promise<Extract<Correctieweigering, { code: 'open_negatief' }> | undefined> {
  const rekeningen = regels.map(({ rekening }) => rekening).filter(({ soort }) => soort === 'verplicht')
  await ronde.laadSaldi(rekeningen)
  for (const { rekening, bedragCent } of regels) {
    if (rekening.soort !== 'verplicht' || bedragCent >= 0) continue
    const na = ronde.saldo(rekening) + bedragCent
    if (na < 0) return { code: 'open_negatief', verplichting: rekening.verplichting, tekortCent: centen(-na) }
  }
  return undefined
}

async function boekOpnieuw(
  ronde: Ronde,
  bezoek: Bezoek,
  invoer: Opnieuw,
  correctie: Boeking,
): Promise<Uitkomst<{ boeking: number; waarschuwingen: Bezwaar[] }, Correctieweigering>> {
  if (invoer.soort !== 'factuur') return boekHand(ronde, bezoek, invoer)
  const geladen = await laadVerplichting(ronde, invoer.programma, invoer.verplichting, [correctie])
  if (geladen === undefined) return geweigerd({ code: 'verplichting_onbekend' })
  return boekOpGeladen(ronde, bezoek, invoer, geladen)
}
