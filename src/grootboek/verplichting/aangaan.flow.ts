import { type Centen, centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoekweigering } from '#grootboek/boekhouder.flow.ts'
import { type Bezwaar, weeg } from '#grootboek/instelling/instelling.ts'
import type { Boekweigering } from '#grootboek/journaal.ts'
import { findMandaten } from '#grootboek/mandaat/mandaat.store.ts'
import { dektBedrag, type Mandaat, mandaatVan } from '#grootboek/mandaat/mandaat.ts'
import type { Ronde, Verzoek } from '#grootboek/ronde.flow.ts'
import {
  aangegaanCent,
  type Boekdeel,
  boekAangaan,
  boekMeerwerk,
  type Gekeurd,
  type Gezag,
  keurBedragen,
  keurDelen,
  laadVerplichting,
  magInVoorlopig,
  type Verplichtingweigering,
} from '#grootboek/verplichting/boeken.flow.ts'
import type { Aangaan, Meerwerk } from '#grootboek/verplichting/verplichting.ts'
import { insertVoorstel } from '#grootboek/voorstel/voorstel.store.ts'
import type { Voorstelinhoud } from '#grootboek/voorstel/voorstel.ts'
import { type Bezoek, type Ingelogd, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Een verplichting aangaan of uitbreiden. Boven iemands mandaat ontstaat een voorstel en nog geen boeking. */

export type Aangegaan = {
  verplichting: string | null
  boeking: number | null
  /** Wacht op een tweede persoon. */
  voorstel: string | null
  waarschuwingen: Bezwaar[]
}

type Antwoord = Uitkomst<Aangegaan, Verplichtingweigering>
type Opties = { omschrijving: string; verzoek?: Verzoek | undefined }

export function gaVerplichtingAan(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Aangaan,
  { omschrijving, verzoek }: Opties,
): Promise<Uitkomst<Aangegaan, Verplichtingweigering | Verzoekweigering>> {
  const eerst = keurInvoer(bezoek, invoer, omschrijving)
  if (!eerst.ok) return Promise.resolve(eerst)
  const wie = eerst.waarde
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Antwoord> => {
      const { programma, onderdeel } = invoer
      const gekeurd = await keurDelen(ronde, { programma, onderdeel }, invoer)
      const op = { programma, onderdeel, bedragCent: gekeurd.bedragCent }
      return boekOfStelVoor(
        ronde,
        { bezoek, wie, gekeurd, op, omschrijving },
        {
          inhoud: { soort: 'verplichting', wat: invoer },
          boek: (deel) => boekAangaan(ronde, invoer, gekeurd.delen, deel),
        },
      )
    },
  })
}

/** Meer werk op een verplichting die er is; voor het mandaat telt het geheel. */
export function voegMeerwerkToe(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  programma: string,
  invoer: Meerwerk,
  { omschrijving, verzoek }: Opties,
): Promise<Uitkomst<Aangegaan, Verplichtingweigering | Verzoekweigering>> {
  const eerst = keurInvoer(bezoek, { ...invoer, van: null, tot: null }, omschrijving)
  if (!eerst.ok) return Promise.resolve(eerst)
  const wie = eerst.waarde
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Antwoord> => {
      const geladen = await laadVerplichting(ronde, programma, invoer.verplichting)
      if (geladen === undefined) return geweigerd({ code: 'verplichting_onbekend' })
      if (geladen.afgesloten) return geweigerd({ code: 'verplichting_afgesloten' })
      const gekeurd = await keurDelen(ronde, geladen, invoer)
      const bedragCent = centen(aangegaanCent(geladen.standen) + gekeurd.bedragCent)
      const op = { programma, onderdeel: geladen.onderdeel, bedragCent }
      const budget = { programma, onderdeel: geladen.onderdeel }
      return boekOfStelVoor(
        ronde,
        { bezoek, wie, gekeurd, op, omschrijving },
        {
          inhoud: { soort: 'meerwerk', wat: invoer },
          boek: (deel) => boekMeerwerk(ronde, invoer, budget, gekeurd.delen, deel),
        },
      )
    },
  })
}

function keurInvoer(
  bezoek: Bezoek,
  { jaren, van, tot }: Pick<Aangaan, 'jaren' | 'van' | 'tot'>,
  omschrijving: string,
): Uitkomst<Ingelogd, Verplichtingweigering> {
  if (!magBezoeker(bezoek, 'verplichting.aangaan') || bezoek.wie === undefined)
    return geweigerd({ code: 'mag_niet' })
  if (omschrijving.trim() === '') return geweigerd({ code: 'omschrijving_ontbreekt' })
  if (van !== null && tot !== null && tot < van) return geweigerd({ code: 'tot_voor_van' })
  const bedragen = keurBedragen(jaren)
  return bedragen.ok ? gelukt(bezoek.wie) : bedragen
}

type Werk = {
  bezoek: Bezoek
  wie: Ingelogd
  gekeurd: Gekeurd
  /** Waarvoor het mandaat moet gelden: bij meerwerk het geheel. */
  op: Mandaatop
  omschrijving: string
}
type Geboekt = Uitkomst<{ verplichting: string; boeking: number }, Boekweigering>

/** Boekt op eigen mandaat. Is alleen dat te laag, dan wordt het een voorstel; elk ander bezwaar dat weigert, weigert. */
async function boekOfStelVoor(
  ronde: Ronde,
  { bezoek, wie, gekeurd, op, omschrijving }: Werk,
  { inhoud, boek }: { inhoud: Voorstelinhoud; boek: (deel: Boekdeel) => Geboekt | Promise<Geboekt> },
): Promise<Antwoord> {
  const mandaat = await keurMandaat(ronde, bezoek, wie, op)
  const { weigering, waarschuwingen } = weeg(gekeurd.instellingen, [...gekeurd.bezwaren, ...mandaat.bezwaren])
  if (weigering?.code === 'boven_mandaat')
    return stelVoor(ronde, bezoek, wie, { inhoud, ...op, tekst: omschrijving, waarschuwingen })
  if (weigering !== undefined) return geweigerd(weigering)
  const gezag: Gezag = { door: wie.account, mandaat: mandaat.id, tweede: null }
  const geboekt = await boek({ gezag, bezoek, tekst: omschrijving, inVoorlopig: magInVoorlopig(bezoek) })
  return geboekt.ok ? gelukt({ ...geboekt.waarde, voorstel: null, waarschuwingen }) : geboekt
}

type Mandaatop = { programma: string; onderdeel: string | null; bedragCent: Centen }

async function keurMandaat(
  ronde: Ronde,
  bezoek: Bezoek,
  wie: Ingelogd,
  { programma, onderdeel, bedragCent }: Mandaatop,
): Promise<{ id: string | null; bezwaren: Bezwaar[] }> {
  const mandaten: Mandaat[] = await findMandaten(ronde.tx, programma)
  const ruimste = mandaatVan(mandaten, { wie, programma, onderdeel, dag: bezoek.klok.vandaag() })
  if (dektBedrag(ruimste, bedragCent)) return { id: ruimste?.id ?? null, bezwaren: [] }
  const mandaatCent = ruimste?.bedragCent ?? null
  return { id: null, bezwaren: [{ code: 'boven_mandaat', mandaatCent, bedragCent }] }
}

type Voorstelopdracht = Mandaatop & { inhoud: Voorstelinhoud; tekst: string; waarschuwingen: Bezwaar[] }

function stelVoor(ronde: Ronde, bezoek: Bezoek, wie: Ingelogd, opdracht: Voorstelopdracht): Antwoord {
  const op = bezoek.klok.nu()
  const id = nieuwId(op)
  const { waarschuwingen, ...voorstel } = opdracht
  ronde.daarna(async (tx) => {
    await insertVoorstel(tx, { ...voorstel, id, door: wie.account, op })
    await schrijfLogboek(tx, bezoek, 'verplichting.aangaan', `voorstel ${id}`)
  })
  return gelukt({ verplichting: null, boeking: null, voorstel: id, waarschuwingen })
}
