import type { Datum, Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import type { Centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Boekhouder,
  type Boekopdracht,
  type Budget,
  hevelOver,
  laatOverhevelingVervallen,
  openDag,
  peildagIn,
  type Regel,
  type Ronde,
  ruimte,
  stelOverhevelingVoor,
} from '#grootboek/deur.ts'
import { bereidBesluitVoor, type Gekozenbesluit } from '#programma/besluiten/kies-besluit.flow.ts'
import {
  findMetVervaldagVoor,
  findOverheveling,
  findOverhevelingen,
  insertOverheveling,
  insertOverhevelingstap,
} from '#programma/overheveling/overheveling.store.ts'
import {
  budgetVan,
  isVerlopen,
  kanNaar,
  type Overheveling,
  type Overhevelingstand,
  standVan,
  wacht,
} from '#programma/overheveling/overheveling.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De weg van een overheveling: voorstel, eventueel een voorlopige machtiging, besluit of verval. Geld verhuist alleen. */

export type Overhevelingweigering =
  | { code: 'mag_niet' }
  | { code: 'overheveling_onbekend' }
  | { code: 'jaren_kloppen_niet' }
  | { code: 'bedrag_niet_positief' }
  | { code: 'vervaldag_voorbij' }
  | { code: 'voorwaarde_ontbreekt' }
  | { code: 'meer_dan_over'; overCent: Centen }
  | { code: 'reden_ontbreekt' }
  | { code: 'stand_anders'; stand: Overhevelingstand }
  | { code: 'besluit_onbekend' }
  | { code: 'niet_geboekt' }
type Reden = Overhevelingweigering

export type Overhevelinginvoer = {
  budget: Budget & { onderdeel: string }
  naarJaar: number
  bedragCent: Centen
  vervaltOp: Datum | null
  voorwaarde: string | null
  reden: string
}

function boek(
  ronde: Ronde,
  id: string,
  dag: Datum,
  besluit: string | null,
  regels: readonly Regel[],
  { inVoorlopig, ...rest }: Pick<Boekopdracht, 'door' | 'tekst'> & { inVoorlopig: boolean },
): Uitkomst<number, Reden> {
  const geboekt = ronde.boek({
    soort: 'overheveling',
    ...openDag(ronde, dag, inVoorlopig),
    grondslag:
      besluit === null
        ? { soort: 'memo', kenmerk: `overheveling/${id}` }
        : { soort: 'besluit', kenmerk: besluit },
    regels,
    ...rest,
  })
  return geboekt.ok ? gelukt(geboekt.waarde.nr) : geweigerd({ code: 'niet_geboekt' })
}

/** Stelt voor om geld mee te nemen. Het is dan niet meer vrij in het oude jaar en nog niet van het nieuwe. */
export async function stelVoor(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  invoer: Overhevelinginvoer,
): Promise<Uitkomst<{ id: string }, Reden>> {
  if (!magBezoeker(bezoek, 'overheveling.voorstellen')) return geweigerd({ code: 'mag_niet' })
  const { budget, naarJaar, bedragCent, vervaltOp } = invoer
  if (naarJaar <= budget.jaar) return geweigerd({ code: 'jaren_kloppen_niet' })
  if (bedragCent <= 0) return geweigerd({ code: 'bedrag_niet_positief' })
  if (vervaltOp !== null && vervaltOp < bezoek.klok.vandaag()) return geweigerd({ code: 'vervaldag_voorbij' })
  const voorwaarde = invoer.voorwaarde?.trim() || null
  if ((voorwaarde === null) !== (vervaltOp === null)) return geweigerd({ code: 'voorwaarde_ontbreekt' })
  const reden = invoer.reden.trim()
  if (reden === '') return geweigerd({ code: 'reden_ontbreekt' })
  const door = bezoek.wie?.account ?? null
  const op = bezoek.klok.nu()
  const id = nieuwId(op)
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Uitkomst<{ id: string }, Reden>> => {
      // Twee keer op de knop is één voorstel.
      const zelfde = (await findOverhevelingen(ronde.tx, budget.programma, budget.jaar)).find(
        (eerder) =>
          wacht(eerder) &&
          eerder.onderdeel === budget.onderdeel &&
          eerder.bron === budget.bron &&
          eerder.naarJaar === naarJaar &&
          eerder.bedragCent === bedragCent &&
          eerder.vervaltOp === vervaltOp &&
          eerder.reden === reden,
      )
      if (zelfde !== undefined) return gelukt({ id: zelfde.id })
      await ronde.laadSaldi([ruimte(budget)])
      const over = ronde.saldo(ruimte(budget))
      if (bedragCent > over) return geweigerd({ code: 'meer_dan_over', overCent: over })
      const regels = stelOverhevelingVoor(budget, vervaltOp, bedragCent)
      const geboekt = boek(ronde, id, laatsteDagVan(budget.jaar, bezoek.klok), null, regels, {
        inVoorlopig: magBezoeker(bezoek, 'periode.sluiten'),
        door,
        tekst: reden,
      })
      if (!geboekt.ok) return geboekt
      ronde.daarna(async (tx) => {
        const { programma, ...waar } = budget
        const nieuw = { id, plan: programma, ...waar, naarJaar, bedragCent, vervaltOp, voorwaarde, reden }
        await insertOverheveling(tx, nieuw, { besluit: null, boeking: geboekt.waarde, reden: null, op, door })
        await schrijfLogboek(tx, bezoek, 'overheveling.voorstellen', `overheveling ${id}`)
      })
      return gelukt({ id })
    },
  })
}

/** Wat over een jaar gaat, hoort in dat jaar: de laatste dag ervan, of vandaag als het jaar nog loopt. */
export const laatsteDagVan = (jaar: number, klok: Pick<Klok, 'vandaag'>): Datum =>
  peildagIn(jaar, klok.vandaag())

export type Stapoordeel =
  | { stand: 'gemachtigd' | 'vastgesteld'; besluit: Gekozenbesluit }
  | { stand: 'vervallen'; reden: string; besluit?: Gekozenbesluit }

/** Legt vast wat er over een voorstel besloten is; vastgesteld geld komt in het nieuwe jaar, vervallen geld terug. */
export async function beslis(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  id: string,
  oordeel: Stapoordeel,
): Promise<Uitkomst<{ stand: Overhevelingstand }, Reden>> {
  if (!magBezoeker(bezoek, 'jaareinde.boeken')) return geweigerd({ code: 'mag_niet' })
  if (oordeel.stand !== 'vervallen' && oordeel.besluit === undefined)
    return geweigerd({ code: 'besluit_onbekend' })
  if (oordeel.stand === 'vervallen' && oordeel.reden.trim() === '')
    return geweigerd({ code: 'reden_ontbreekt' })
  const door = bezoek.wie?.account ?? null
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Uitkomst<{ stand: Overhevelingstand }, Reden>> => {
      const overheveling = await findOverheveling(ronde.tx, id)
      if (overheveling === undefined) return geweigerd({ code: 'overheveling_onbekend' })
      const stand = standVan(overheveling)
      if (!kanNaar(stand, oordeel.stand)) return geweigerd({ code: 'stand_anders', stand })
      const gekozen = await bereidBesluitVoor(ronde.tx, bezoek, oordeel.besluit)
      if (!gekozen.ok) return gekozen
      const besluit = gekozen.waarde
      const dag = besluit.datum ?? bezoek.klok.vandaag()
      const geboekt = boekStap(ronde, overheveling, oordeel.stand, dag, besluit.id, door)
      if (!geboekt.ok) return geboekt
      ronde.daarna(async (tx) => {
        await besluit.bewaar(tx)
        await insertOverhevelingstap(tx, id, {
          stap: overheveling.stappen.length + 1,
          stand: oordeel.stand,
          besluit: besluit.id,
          boeking: geboekt.waarde,
          reden: 'reden' in oordeel ? oordeel.reden.trim() : null,
          op: bezoek.klok.nu(),
          door,
        })
        await schrijfLogboek(tx, bezoek, 'jaareinde.boeken', `overheveling ${id} ${oordeel.stand}`)
      })
      return gelukt({ stand: oordeel.stand })
    },
  })
}

/** Een machtiging verplaatst niets: zij zegt alleen dat er alvast op gerekend mag worden. */
function boekStap(
  ronde: Ronde,
  overheveling: Overheveling,
  stand: Overhevelingstand,
  dag: Datum,
  besluit: string | null,
  door: string | null,
): Uitkomst<number | null, Reden> {
  const { id, bedragCent, vervaltOp, naarJaar } = overheveling
  const budget = budgetVan(overheveling)
  if (stand === 'gemachtigd') return gelukt(null)
  const regels =
    stand === 'vastgesteld'
      ? hevelOver(budget, vervaltOp, naarJaar, bedragCent)
      : laatOverhevelingVervallen(budget, vervaltOp, bedragCent)
  // Beslissen doet de financieel adviseur, en verval boekt het systeem: die boeken nog in een voorlopige periode.
  return boek(ronde, id, dag, besluit, regels, { door, inVoorlopig: true })
}

/**
 * Laat elke overheveling vervallen waarvan de laatste dag om te besluiten voorbij is. Mag elke dag, en door meer
 * processen tegelijk: wat al vervallen of vastgesteld is, blijft zoals het is. Geeft hoeveel er vervielen.
 */
export async function boekVerval(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  klok: Klok,
  door: string | null = null,
): Promise<number> {
  const vandaag = klok.vandaag()
  const verlopen = (await db.lees((lezer) => findMetVervaldagVoor(lezer, vandaag))).filter((een) =>
    isVerlopen(een, vandaag),
  )
  let aantal = 0
  for (const { id } of verlopen) {
    const uitkomst = await boekhouder.voerUit(db, klok, {
      werk: async (ronde): Promise<Uitkomst<boolean, Reden>> => {
        const nu = await findOverheveling(ronde.tx, id)
        if (nu === undefined || !isVerlopen(nu, vandaag)) return gelukt(false)
        const geboekt = boekStap(ronde, nu, 'vervallen', vandaag, null, door)
        if (!geboekt.ok) return geboekt
        ronde.daarna((tx) =>
          insertOverhevelingstap(tx, id, {
            stap: nu.stappen.length + 1,
            stand: 'vervallen',
            besluit: null,
            boeking: geboekt.waarde,
            reden: null,
            op: klok.nu(),
            door,
          }),
        )
        return gelukt(true)
      },
    })
    if (!uitkomst.ok) throw new Error(`overheveling ${id}: ${uitkomst.reden.code}`)
    if (uitkomst.waarde) aantal++
  }
  return aantal
}
