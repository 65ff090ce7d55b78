import { centen } from '#basis/geld.ts'
import { Id } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoekweigering } from '#grootboek/boekhouder.flow.ts'
import type { Periode } from '#grootboek/boeking.ts'
import { weeg } from '#grootboek/instelling/instelling.ts'
import { findMandaten } from '#grootboek/mandaat/mandaat.store.ts'
import { dektBedrag, type Mandaat, mandaatVan } from '#grootboek/mandaat/mandaat.ts'
import { zetStand } from '#grootboek/periode/periode.flow.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'
import {
  aangegaanCent,
  boekAangaan,
  boekMeerwerk,
  type Geladen,
  keurDelen,
  laadVerplichting,
  magInVoorlopig,
  type Verplichtingweigering,
} from '#grootboek/verplichting/boeken.flow.ts'
import {
  findVoorstel,
  insertOordeel,
  updateVoorsteltekstWeg,
  type Voorstel,
} from '#grootboek/voorstel/voorstel.store.ts'
import type { Voorstelinhoud, Voorsteloordeel } from '#grootboek/voorstel/voorstel.ts'
import { type Bezoek, type Ingelogd, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Een tweede persoon beslist over wat een ander voorstelde. Nooit over wat zij zelf voorstelde. */

export type Oordeelweigering =
  | Verplichtingweigering
  | { code: 'voorstel_onbekend' }
  | { code: 'al_besloten'; oordeel: Voorsteloordeel }
  | { code: 'eigen_voorstel' }
  | { code: 'niet_eigen_voorstel' }
  | { code: 'mandaat_te_laag'; mandaatCent: number | null }
  | { code: 'reden_ontbreekt' }
  | { code: 'is_open' }

export type Beoordeeld = { oordeel: Voorsteloordeel; boeking: number | null; verplichting: string | null }

export type Oordeelinvoer = {
  voorstel: string
  oordeel: Voorsteloordeel
  reden?: string | undefined
  uitwijkNaar?: Periode | undefined
}

type Antwoord = Uitkomst<Beoordeeld, Oordeelweigering>

export function beoordeelVoorstel(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Oordeelinvoer,
): Promise<Uitkomst<Beoordeeld, Oordeelweigering | Verzoekweigering>> {
  const { wie } = bezoek
  const handeling = invoer.oordeel === 'ingetrokken' ? 'grootboek.toelichting.lezen' : 'voorstel.beoordelen'
  if (wie === undefined || !magBezoeker(bezoek, handeling))
    return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Antwoord> => {
      const id = Id.safeParse(invoer.voorstel)
      const voorstel = id.success ? await findVoorstel(ronde.tx, id.data) : undefined
      if (voorstel === undefined) return geweigerd({ code: 'voorstel_onbekend' })
      if (voorstel.oordeel !== null) return geweigerd({ code: 'al_besloten', oordeel: voorstel.oordeel })
      const isEigen = voorstel.door === wie.account
      if (invoer.oordeel === 'ingetrokken' && !isEigen) return geweigerd({ code: 'niet_eigen_voorstel' })
      if (invoer.oordeel !== 'ingetrokken' && isEigen) return geweigerd({ code: 'eigen_voorstel' })
      const reden = invoer.reden?.trim() ?? ''
      if (invoer.oordeel === 'afgewezen' && reden === '') return geweigerd({ code: 'reden_ontbreekt' })
      const gevolg =
        invoer.oordeel === 'goedgekeurd'
          ? await voerUit(ronde, bezoek, wie, voorstel, invoer)
          : gelukt({ boeking: null, verplichting: null })
      if (!gevolg.ok) return gevolg
      const { boeking } = gevolg.waarde
      ronde.daarna(async (tx) => {
        await insertOordeel(tx, {
          voorstel: voorstel.id,
          oordeel: invoer.oordeel,
          door: wie.account,
          reden: reden === '' ? null : reden,
          boeking,
          op: bezoek.klok.nu(),
        })
        if (invoer.oordeel === 'goedgekeurd') await updateVoorsteltekstWeg(tx, voorstel.id)
        await schrijfLogboek(tx, bezoek, 'voorstel.beoordelen', `voorstel ${voorstel.id} ${invoer.oordeel}`)
      })
      return gelukt({ oordeel: invoer.oordeel, ...gevolg.waarde })
    },
  })
}

type Gevolg = Uitkomst<{ boeking: number | null; verplichting: string | null }, Oordeelweigering>

function voerUit(
  ronde: Ronde,
  bezoek: Bezoek,
  wie: Ingelogd,
  voorstel: Voorstel,
  invoer: Oordeelinvoer,
): Gevolg | Promise<Gevolg> {
  const { inhoud } = voorstel
  if (inhoud.soort !== 'heropening') return boekVoorstel(ronde, bezoek, wie, voorstel, inhoud, invoer)
  if (!magBezoeker(bezoek, 'periode.heropenen')) return geweigerd({ code: 'mag_niet' })
  const { periode } = inhoud.wat
  if ((ronde.perioden.get(periode) ?? 'open') === 'open') return geweigerd({ code: 'is_open' })
  zetStand(ronde, bezoek, periode, 'open', {
    door: voorstel.door,
    tweede: wie.account,
    reden: voorstel.tekst,
  })
  return gelukt({ boeking: null, verplichting: null })
}

/** Keurt opnieuw, tegen de stand van nu, en boekt op het mandaat van wie goedkeurt. */
async function boekVoorstel(
  ronde: Ronde,
  bezoek: Bezoek,
  wie: Ingelogd,
  voorstel: Voorstel,
  inhoud: Exclude<Voorstelinhoud, { soort: 'heropening' }>,
  { uitwijkNaar }: Oordeelinvoer,
): Promise<Gevolg> {
  const { programma } = voorstel
  if (programma === null) return geweigerd({ code: 'voorstel_onbekend' })
  const geladen =
    inhoud.soort === 'verplichting'
      ? { ...LEEG, programma, onderdeel: inhoud.wat.onderdeel }
      : await laadVerplichting(ronde, programma, inhoud.wat.verplichting)
  if (geladen === undefined) return geweigerd({ code: 'verplichting_onbekend' })
  if (geladen.afgesloten) return geweigerd({ code: 'verplichting_afgesloten' })
  const { onderdeel } = geladen
  const gekeurd = await keurDelen(ronde, geladen, inhoud.wat)
  const weging = weeg(gekeurd.instellingen, gekeurd.bezwaren)
  if (weging.weigering !== undefined) return geweigerd(weging.weigering)
  const bedragCent = centen(aangegaanCent(geladen.standen) + gekeurd.bedragCent)
  const mandaten: Mandaat[] = await findMandaten(ronde.tx, programma)
  const mandaat = mandaatVan(mandaten, { wie, programma, onderdeel, dag: bezoek.klok.vandaag() })
  if (mandaat === undefined || !dektBedrag(mandaat, bedragCent))
    return geweigerd({ code: 'mandaat_te_laag', mandaatCent: mandaat?.bedragCent ?? null })
  const deel = {
    gezag: { door: voorstel.door, mandaat: mandaat.id, tweede: wie.account },
    bezoek,
    tekst: voorstel.tekst,
    inVoorlopig: magInVoorlopig(bezoek),
  }
  return inhoud.soort === 'verplichting'
    ? boekAangaan(ronde, { ...inhoud.wat, uitwijkNaar }, gekeurd.delen, deel)
    : boekMeerwerk(ronde, { ...inhoud.wat, uitwijkNaar }, { programma, onderdeel }, gekeurd.delen, deel)
}

const LEEG: Pick<Geladen, 'standen' | 'afgesloten'> = { standen: [], afgesloten: false }
