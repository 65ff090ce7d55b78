import type { Datum } from '#basis/datum.ts'
import { meld, type Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { alsDate, type Moment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { bereidBesluitVoor, type Gekozenbesluit } from '#programma/besluiten/kies-besluit.flow.ts'
import {
  findOverleggen,
  insertAgendapunt,
  insertOverleg,
  insertOverlegstap,
  volgendNummer,
} from '#programma/overleg/overleg.store.ts'
import {
  type Agendapunt,
  isBesluitorgaan,
  type Overleg,
  type Overlegorgaan,
  type Overlegstand,
  type Puntinhoud,
  type Puntuitkomst,
  zelfdePunt,
} from '#programma/overleg/overleg.ts'
import { beginVastlegging } from '#programma/vastleggen/vastleggen.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De weg van een overleg: plannen, agenda maken, houden, en per punt vastleggen wat eruit kwam. */

export type Overlegweigering =
  | { code: 'mag_niet' }
  | { code: 'overleg_onbekend' }
  | { code: 'punt_onbekend' }
  | { code: 'overleg_vervallen' }
  | { code: 'nog_niet_gehouden' }
  | { code: 'houden_in_de_toekomst' }
  | { code: 'reden_ontbreekt' }
  | { code: 'titel_ontbreekt' }
  | { code: 'uitkomst_ligt_vast' }
  | { code: 'besluit_onbekend' }
  | { code: 'geen_besluitorgaan' }
  | { code: 'geen_vervolg' }
  | { code: 'intussen_gewijzigd' }
type Uit<Waarde> = Uitkomst<Waarde, Overlegweigering>
type Wanneer = { op: Moment; door: string | null }

/** Neemt het slot, kiest het moment, en laat `werk` beslissen; wat lukt komt in het logboek. */
function vastleggen<Waarde>(
  bezoek: Bezoek,
  plan: string,
  werk: (tx: Tx, wanneer: Wanneer) => Promise<Uit<{ waarde: Waarde; over: string | undefined }>>,
): Promise<Uit<Waarde>> {
  return bezoek.db.schrijf(async (tx): Promise<Uit<Waarde>> => {
    if (!magBezoeker(bezoek, 'overleg.beheren')) return geweigerd({ code: 'mag_niet' })
    const op = await beginVastlegging(tx, 'overleg', plan, bezoek.klok)
    const uitkomst = await werk(tx, { op, door: bezoek.wie?.account ?? null })
    if (!uitkomst.ok) return uitkomst
    const { waarde, over } = uitkomst.waarde
    if (over !== undefined) {
      await schrijfLogboek(tx, bezoek, 'overleg.beheren', over)
      await meld(tx, bezoek.db.schema)
    }
    return gelukt(waarde)
  })
}

/** Plant een overleg. Staat het er die dag al, dan is dat het overleg: twee keer op de knop geeft er één. */
export const planOverleg = (
  bezoek: Bezoek,
  plan: string,
  { orgaan, datum }: { orgaan: Overlegorgaan; datum: Datum },
): Promise<Uit<{ nummer: number }>> =>
  vastleggen(bezoek, plan, async (tx, wanneer) => {
    const bestaand = (await findOverleggen(tx, plan)).find(
      (een) => een.orgaan === orgaan && een.datum === datum && een.stand !== 'vervallen',
    )
    if (bestaand !== undefined) return gelukt({ waarde: { nummer: bestaand.nummer }, over: undefined })
    const nummer = await volgendNummer(tx, plan, 'programma_overleg')
    const id = nieuwId(alsDate(wanneer.op))
    await insertOverleg(tx, plan, { id, nummer, orgaan }, wanneer)
    await insertOverlegstap(
      tx,
      plan,
      { overleg: id, volgnr: 1, datum, stand: 'gepland', reden: null },
      wanneer,
    )
    return gelukt({ waarde: { nummer }, over: `overleg ${plan} ${nummer}` })
  })

async function vind(tx: Tx, plan: string, nummer: number): Promise<Uit<Overleg>> {
  const [overleg] = await findOverleggen(tx, plan, { nummer })
  return overleg === undefined ? geweigerd({ code: 'overleg_onbekend' }) : gelukt(overleg)
}

/** Verzet een overleg, zegt dat het gehouden is, of dat het niet doorgaat. */
export const zetOverleg = (
  bezoek: Bezoek,
  plan: string,
  { nummer, gezien }: { nummer: number; gezien: number },
  nieuw: { datum: Datum; stand: Overlegstand; reden: string | null },
): Promise<Uit<{ nummer: number }>> =>
  vastleggen(bezoek, plan, async (tx, wanneer) => {
    const gevonden = await vind(tx, plan, nummer)
    if (!gevonden.ok) return gevonden
    const { id, datum, stand, volgnr, reden } = gevonden.waarde
    const verzet = nieuw.datum !== datum
    if (nieuw.stand === 'gehouden' && nieuw.datum > bezoek.klok.vandaag())
      return geweigerd({ code: 'houden_in_de_toekomst' })
    if ((verzet || nieuw.stand === 'vervallen') && (nieuw.reden ?? '').trim() === '')
      return geweigerd({ code: 'reden_ontbreekt' })
    if (!verzet && nieuw.stand === stand && nieuw.reden === reden)
      return gelukt({ waarde: { nummer }, over: undefined })
    if (volgnr !== gezien) return geweigerd({ code: 'intussen_gewijzigd' })
    await insertOverlegstap(tx, plan, { overleg: id, volgnr: volgnr + 1, ...nieuw }, wanneer)
    return gelukt({ waarde: { nummer }, over: `overleg ${plan} ${nummer}` })
  })

export type Puntplek = { overleg: number; punt: number; gezien: number }

/** Zet een punt op de agenda, of verandert het zolang er nog geen uitkomst is. Zonder `punt` is het een nieuw punt. */
export const zetAgendapunt = (
  bezoek: Bezoek,
  plan: string,
  plek: { overleg: number; punt?: number | undefined; gezien?: number | undefined },
  inhoud: Puntinhoud,
): Promise<Uit<{ punt: number }>> =>
  vastleggen(bezoek, plan, async (tx, wanneer) => {
    const gevonden = await vind(tx, plan, plek.overleg)
    if (!gevonden.ok) return gevonden
    const { id, punten, stand, orgaan } = gevonden.waarde
    if (stand === 'vervallen') return geweigerd({ code: 'overleg_vervallen' })
    if (inhoud.titel.trim() === '') return geweigerd({ code: 'titel_ontbreekt' })
    if (inhoud.gevraagd === 'besluit' && !isBesluitorgaan(orgaan))
      return geweigerd({ code: 'geen_besluitorgaan' })
    const zelfde = punten.find((een) => een.uitkomst === null && zelfdePunt(een, inhoud))
    if (zelfde !== undefined) return gelukt({ waarde: { punt: zelfde.nummer }, over: undefined })
    const oud = punten.find((een) => een.nummer === plek.punt)
    if (plek.punt !== undefined) {
      if (oud === undefined) return geweigerd({ code: 'punt_onbekend' })
      if (oud.uitkomst !== null) return geweigerd({ code: 'uitkomst_ligt_vast' })
      if (oud.volgnr !== plek.gezien) return geweigerd({ code: 'intussen_gewijzigd' })
    }
    const punt = oud?.nummer ?? Math.max(0, ...punten.map(({ nummer }) => nummer)) + 1
    await insertAgendapunt(
      tx,
      plan,
      id,
      { ...LEEG, ...inhoud, nummer: punt, volgnr: (oud?.volgnr ?? 0) + 1 },
      wanneer,
    )
    return gelukt({ waarde: { punt }, over: `overleg ${plan} ${plek.overleg} punt ${punt}` })
  })
const LEEG = { uitkomst: null, conclusie: null, besluit: null, vervolgbesluit: null } as const

async function vindPunt(
  tx: Tx,
  plan: string,
  { overleg, punt }: Puntplek,
): Promise<Uit<{ hier: Overleg; oud: Agendapunt }>> {
  const gevonden = await vind(tx, plan, overleg)
  if (!gevonden.ok) return gevonden
  const hier = gevonden.waarde
  if (hier.stand === 'vervallen') return geweigerd({ code: 'overleg_vervallen' })
  const oud = hier.punten.find((een) => een.nummer === punt)
  return oud === undefined ? geweigerd({ code: 'punt_onbekend' }) : gelukt({ hier, oud })
}

/** Legt vast wat het overleg met een punt deed. Is er besloten, dan komt dat in het register van besluiten. */
export const legUitkomstVast = (
  bezoek: Bezoek,
  plan: string,
  plek: Puntplek,
  nieuw: { uitkomst: Puntuitkomst; conclusie: string | null; besluit: Gekozenbesluit },
): Promise<Uit<{ punt: number; besluit: string | null }>> =>
  vastleggen(bezoek, plan, async (tx, wanneer) => {
    const gevonden = await vindPunt(tx, plan, plek)
    if (!gevonden.ok) return gevonden
    const { hier, oud } = gevonden.waarde
    const { uitkomst, conclusie } = nieuw
    if (oud.uitkomst === uitkomst && oud.conclusie === conclusie)
      return gelukt({ waarde: { punt: oud.nummer, besluit: oud.besluit }, over: undefined })
    // Een besluit in het register kan er niet meer uit, en een punt zonder dat besluit zou iets anders zeggen.
    if (oud.besluit !== null) return geweigerd({ code: 'uitkomst_ligt_vast' })
    if (oud.volgnr !== plek.gezien) return geweigerd({ code: 'intussen_gewijzigd' })
    if (hier.datum > bezoek.klok.vandaag()) return geweigerd({ code: 'nog_niet_gehouden' })
    if (uitkomst === 'besloten' && !isBesluitorgaan(hier.orgaan))
      return geweigerd({ code: 'geen_besluitorgaan' })
    const gekozen = await bereidBesluitVoor(tx, bezoek, uitkomst === 'besloten' ? nieuw.besluit : undefined)
    if (!gekozen.ok) return gekozen
    const besluit = gekozen.waarde
    if (uitkomst === 'besloten' && besluit.id === null) return geweigerd({ code: 'besluit_onbekend' })
    await besluit.bewaar(tx)
    await insertAgendapunt(
      tx,
      plan,
      hier.id,
      { ...oud, volgnr: oud.volgnr + 1, uitkomst, conclusie, besluit: besluit.id },
      wanneer,
    )
    return gelukt({
      waarde: { punt: oud.nummer, besluit: besluit.id },
      over: `overleg ${plan} ${plek.overleg} punt ${oud.nummer}`,
    })
  })

/** Legt vast met welk besluit college of directie daarna vastlegde wat de stuurgroep besloot. */
export const legVervolgVast = (
  bezoek: Bezoek,
  plan: string,
  plek: Puntplek,
  gekozen: Gekozenbesluit,
): Promise<Uit<{ punt: number; besluit: string }>> =>
  vastleggen(bezoek, plan, async (tx, wanneer) => {
    const gevonden = await vindPunt(tx, plan, plek)
    if (!gevonden.ok) return gevonden
    const { hier, oud } = gevonden.waarde
    if (oud.vervolg === 'geen' || oud.besluit === null) return geweigerd({ code: 'geen_vervolg' })
    if (oud.vervolgbesluit !== null)
      return gekozen !== undefined && 'bestaand' in gekozen && gekozen.bestaand === oud.vervolgbesluit
        ? gelukt({ waarde: { punt: oud.nummer, besluit: oud.vervolgbesluit }, over: undefined })
        : geweigerd({ code: 'uitkomst_ligt_vast' })
    if (oud.volgnr !== plek.gezien) return geweigerd({ code: 'intussen_gewijzigd' })
    const voorbereid = await bereidBesluitVoor(tx, bezoek, gekozen)
    if (!voorbereid.ok) return voorbereid
    const { id, bewaar } = voorbereid.waarde
    if (id === null || id === oud.besluit) return geweigerd({ code: 'besluit_onbekend' })
    await bewaar(tx)
    await insertAgendapunt(tx, plan, hier.id, { ...oud, volgnr: oud.volgnr + 1, vervolgbesluit: id }, wanneer)
    return gelukt({
      waarde: { punt: oud.nummer, besluit: id },
      over: `overleg ${plan} ${plek.overleg} punt ${oud.nummer}`,
    })
  })
