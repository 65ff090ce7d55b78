import type { Datum } from '#basis/datum.ts'
import { meld, type Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { type Moment, momentVan } from '#basis/moment.ts'
import { schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Planboek } from '#programma/deur.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'
import { findBekend } from '#verantwoording/feiten/feiten.flow.ts'
import {
  geldigTmVan,
  isToekomst,
  kenmerkVan,
  nietLaterDan,
  type Rapportvraag,
} from '#verantwoording/feiten/vraag.ts'
import { isTeBespreken, isTeSchrijven } from '#verantwoording/rapport/leven.ts'
import {
  findOpmerkingen,
  findRapport,
  findRapporten,
  findTeksten,
  insertOpmerking,
  insertOpmerkingstap,
  insertRapport,
  insertStap,
  insertTekst,
  lockRapporten,
  type Rapportkop,
} from '#verantwoording/rapport/rapport.store.ts'
import { neemSloten } from '#verantwoording/rapport/sloten.flow.ts'
import { MEESTE_TEKENS } from '#verantwoording/rapport/teksten.ts'
import type { Rapportkenmerk } from '#verantwoording/rapport.ts'
import { SJABLOON } from '#verantwoording/sjablonen/sjabloon.ts'

/** Een rapport beginnen, erin schrijven en erover praten. */

export type Maakweigering =
  | { code: 'mag_niet' }
  | { code: 'geen_plan' }
  | { code: 'onderdeel_onbekend' }
  | { code: 'periode_toekomst' }
  | { code: 'bestaat_al'; kenmerk: string }

export type Maakwens = {
  vraag: Rapportvraag
  /** Zonder keuze het eind van de periode, of vandaag als die nog loopt. */
  geldigTm?: Datum | undefined
  /** Zonder keuze lopen de cijfers mee tot het rapport wordt aangeboden. */
  bekend?: { nr: number; op: Moment } | undefined
}

export async function maakRapport(
  bezoek: Bezoek,
  planboek: Planboek,
  plan: string,
  wens: Maakwens,
): Promise<Uitkomst<{ kenmerk: Rapportkenmerk }, Maakweigering>> {
  if (!magBezoeker(bezoek, 'rapport.maken')) return geweigerd({ code: 'mag_niet' })
  const { vraag } = wens
  const vandaag = bezoek.klok.vandaag()
  if (isToekomst(vraag, vandaag)) return geweigerd({ code: 'periode_toekomst' })
  const kop = (await planboek.koppen(bezoek.db)).find(({ id }) => id === plan)
  if (kop === undefined || kop.vastgesteldeVersie === null) return geweigerd({ code: 'geen_plan' })
  if (vraag.soort === 'dossier') {
    const versie = await planboek.lees(bezoek.db, plan, kop.vastgesteldeVersie)
    if (!versie?.beeld.onderdeel.has(vraag.onderdeel)) return geweigerd({ code: 'onderdeel_onbekend' })
  }
  return bezoek.db.schrijf(async (tx) => {
    await lockRapporten(tx, plan)
    const eerder = (await findRapporten(tx, plan)).filter((een) => gaatOver(een, vraag))
    const bezig = eerder.find(({ stand }) => stand !== 'vastgesteld')
    if (bezig !== undefined) return geweigerd({ code: 'bestaat_al', kenmerk: bezig.kenmerk })
    const vorige = eerder.toSorted((a, b) => b.versie - a.versie)[0]
    const versie = (vorige?.versie ?? 0) + 1
    const kenmerk = kenmerkVan(vraag, versie)
    if (await findRapport(tx, plan, kenmerk)) return geweigerd({ code: 'bestaat_al', kenmerk })
    // Wie zelf een tijd kiest, zet de cijfers nu stil: ook dan eerst de sloten, en niemand kent wat nog moet komen.
    if (wens.bekend !== undefined) await neemSloten(tx, plan)
    const nu = bezoek.klok.nu()
    const [id, op, door] = [nieuwId(nu), momentVan(nu), bezoek.wie?.account ?? null]
    const bekend = wens.bekend && nietLaterDan(wens.bekend, await findBekend(tx, op))
    await insertRapport(tx, {
      id,
      plan,
      kenmerk,
      soort: vraag.soort,
      jaar: vraag.jaar,
      kwartaal: vraag.soort === 'kwartaal' ? vraag.kwartaal : null,
      onderdeel: vraag.soort === 'dossier' ? vraag.onderdeel : null,
      versie,
      geldigTm: wens.geldigTm ?? geldigTmVan(vraag, vandaag),
      bekendNr: bekend?.nr ?? null,
      bekendOp: bekend?.op ?? null,
      vervangt: vorige?.id ?? null,
      sjabloon: SJABLOON[vraag.soort].naam,
      op,
      door,
    })
    await insertStap(tx, id, {
      stap: 1,
      stand: 'concept',
      besluit: null,
      bekendNr: null,
      bekendOp: null,
      reden: null,
      op,
      door,
    })
    await schrijfLogboek(tx, bezoek, 'rapport.maken', `rapport ${plan} ${kenmerk}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ kenmerk })
  })
}

const gaatOver = (kop: Rapportkop, vraag: Rapportvraag): boolean =>
  kop.soort === vraag.soort &&
  kop.jaar === vraag.jaar &&
  (vraag.soort !== 'kwartaal' || kop.kwartaal === vraag.kwartaal) &&
  (vraag.soort !== 'dossier' || kop.onderdeel === vraag.onderdeel)

export type Schrijfweigering =
  | { code: 'mag_niet' }
  | { code: 'rapport_onbekend' }
  | { code: 'niet_meer_concept' }
  | { code: 'tekst_veranderd' }
  | { code: 'te_lang' }
  | { code: 'alinea_onbekend' }
  | { code: 'leeg' }

/** Onder het slot van de rapporten van dit plan, met het rapport zoals het nu is. */
function metRapport<Waarde, Reden>(
  bezoek: Bezoek,
  plan: string,
  kenmerk: string,
  doe: (tx: Tx, kop: Rapportkop) => Promise<Uitkomst<Waarde, Reden>>,
): Promise<Uitkomst<Waarde, Reden | { code: 'rapport_onbekend' }>> {
  return bezoek.db.schrijf(async (tx) => {
    await lockRapporten(tx, plan)
    const kop = await findRapport(tx, plan, kenmerk)
    if (kop === undefined) return geweigerd({ code: 'rapport_onbekend' })
    return doe(tx, kop)
  })
}

export type Tekstwens = {
  alinea: string
  /** Leeg is terug naar de tekst van Omzien. */
  tekst: string
  /** Het volgnummer dat de schrijver zag; 0 als er nog niets stond. */
  gezien: number
  plekken: ReadonlySet<string>
}

/** Bewaart een tekst. Schreef iemand anders intussen op dezelfde plek, dan gaat er niets verloren en niets door. */
export async function schrijfTekst(
  bezoek: Bezoek,
  plan: string,
  kenmerk: string,
  wens: Tekstwens,
): Promise<Uitkomst<{ volgnr: number }, Schrijfweigering>> {
  if (!magBezoeker(bezoek, 'rapport.maken')) return geweigerd({ code: 'mag_niet' })
  const tekst = schoon(wens.tekst)
  if (tekst.length > MEESTE_TEKENS) return geweigerd({ code: 'te_lang' })
  if (!wens.plekken.has(wens.alinea)) return geweigerd({ code: 'alinea_onbekend' })
  return metRapport(
    bezoek,
    plan,
    kenmerk,
    async (tx, kop): Promise<Uitkomst<{ volgnr: number }, Schrijfweigering>> => {
      if (!isTeSchrijven(kop.stand)) return geweigerd({ code: 'niet_meer_concept' })
      const eerder = (await findTeksten(tx, kop.id)).filter(({ alinea }) => alinea === wens.alinea).at(-1)
      const nieuw = tekst === '' ? null : tekst
      if ((eerder?.tekst ?? null) === nieuw) return gelukt({ volgnr: eerder?.volgnr ?? 0 })
      if ((eerder?.volgnr ?? 0) !== wens.gezien) return geweigerd({ code: 'tekst_veranderd' })
      const volgnr = wens.gezien + 1
      const op = momentVan(bezoek.klok.nu())
      await insertTekst(tx, kop.id, {
        alinea: wens.alinea,
        volgnr,
        tekst: nieuw,
        op,
        door: bezoek.wie?.account ?? null,
      })
      await schrijfLogboek(tx, bezoek, 'rapport.maken', `rapport ${plan} ${kenmerk} alinea ${wens.alinea}`)
      await meld(tx, bezoek.db.schema)
      return gelukt({ volgnr })
    },
  )
}

export async function merkOp(
  bezoek: Bezoek,
  plan: string,
  kenmerk: string,
  wens: { alinea: string; tekst: string; plekken: ReadonlySet<string> },
): Promise<Uitkomst<{ id: string }, Schrijfweigering>> {
  if (!magBezoeker(bezoek, 'rapport.opmerken')) return geweigerd({ code: 'mag_niet' })
  const tekst = schoon(wens.tekst)
  if (tekst === '') return geweigerd({ code: 'leeg' })
  if (tekst.length > MEESTE_TEKENS) return geweigerd({ code: 'te_lang' })
  if (!wens.plekken.has(wens.alinea)) return geweigerd({ code: 'alinea_onbekend' })
  return metRapport(
    bezoek,
    plan,
    kenmerk,
    async (tx, kop): Promise<Uitkomst<{ id: string }, Schrijfweigering>> => {
      if (!isTeBespreken(kop.stand)) return geweigerd({ code: 'niet_meer_concept' })
      const nu = bezoek.klok.nu()
      const id = nieuwId(nu)
      const door = bezoek.wie?.account ?? null
      await insertOpmerking(tx, kop.id, { id, alinea: wens.alinea, tekst, op: momentVan(nu), door })
      await schrijfLogboek(tx, bezoek, 'rapport.opmerken', `rapport ${plan} ${kenmerk} alinea ${wens.alinea}`)
      return gelukt({ id })
    },
  )
}

/** Zegt dat een opmerking klaar is, of toch niet. Nog eens hetzelfde zeggen verandert niets. */
export async function handelAf(
  bezoek: Bezoek,
  plan: string,
  kenmerk: string,
  wens: { opmerking: string; stand: 'afgehandeld' | 'heropend' },
): Promise<Uitkomst<{ open: boolean }, Schrijfweigering>> {
  if (!magBezoeker(bezoek, 'rapport.opmerken')) return geweigerd({ code: 'mag_niet' })
  return metRapport(
    bezoek,
    plan,
    kenmerk,
    async (tx, kop): Promise<Uitkomst<{ open: boolean }, Schrijfweigering>> => {
      const opmerking = (await findOpmerkingen(tx, kop.id)).find(({ id }) => id === wens.opmerking)
      if (opmerking === undefined) return geweigerd({ code: 'alinea_onbekend' })
      if (!isTeBespreken(kop.stand)) return geweigerd({ code: 'niet_meer_concept' })
      const open = wens.stand === 'heropend'
      if (opmerking.open === open) return gelukt({ open })
      await insertOpmerkingstap(tx, opmerking.id, {
        stap: opmerking.stap + 1,
        stand: wens.stand,
        op: momentVan(bezoek.klok.nu()),
        door: bezoek.wie?.account ?? null,
      })
      await schrijfLogboek(
        tx,
        bezoek,
        'rapport.opmerken',
        `rapport ${plan} ${kenmerk} opmerking ${wens.stand}`,
      )
      return gelukt({ open })
    },
  )
}
