import { meld, type Tx } from '#basis/db.ts'
import { type Moment, volgendMoment } from '#basis/moment.ts'
import { schoon } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findKop } from '#grootboek/deur.ts'
import { bereidBesluitVoor, findBesluit, type Gekozenbesluit, type Planboek } from '#programma/deur.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'
import { meldNieuwRapport } from '#verantwoording/abonnement/abonnement.flow.ts'
import { canoniek, sha256 } from '#verantwoording/canoniek.ts'
import type { Rapportpoort } from '#verantwoording/poorten.ts'
import { maakBestanden, type Rapportuitvoer } from '#verantwoording/rapport/bestanden.ts'
import { maakOpnieuw } from '#verantwoording/rapport/inhoud.flow.ts'
import { keurStap, type Rapportstand, type Stapweigering } from '#verantwoording/rapport/leven.ts'
import {
  findRapport,
  insertStap,
  lockRapporten,
  type Rapportkop,
  type Rapportstap,
} from '#verantwoording/rapport/rapport.store.ts'
import { neemSloten } from '#verantwoording/rapport/sloten.flow.ts'
import { insertUitgave, insertVaststelling } from '#verantwoording/rapport/uitgave.store.ts'
import type { Rapportinhoud } from '#verantwoording/rapport.ts'
import { tabelfouten } from '#verantwoording/toontabel.ts'

/** Een rapport verder brengen, teruggeven of vaststellen. */

export type Zetweigering =
  | Stapweigering
  | { code: 'mag_niet' }
  | { code: 'rapport_onbekend' }
  | { code: 'intussen_gewijzigd' }
  | { code: 'besluit_onbekend' }
  | { code: 'geen_plan' }
  | { code: 'onderdeel_onbekend' }

export type Zetwens = {
  naar: Rapportstand
  /** De stap die de maker op zijn scherm zag. */
  gezien: number
  besluit?: Gekozenbesluit
  reden?: string | undefined
}

export type Rapportkamer = { planboek: Planboek; rapporten?: Rapportpoort | undefined }

type Uitslag = Uitkomst<{ stand: Rapportstand }, Zetweigering>

export async function zetStap(
  bezoek: Bezoek,
  kamer: Rapportkamer,
  plan: string,
  kenmerk: string,
  wens: Zetwens,
): Promise<Uitslag> {
  if (!magBezoeker(bezoek, 'rapport.stap')) return geweigerd({ code: 'mag_niet' })
  if (wens.naar === 'vastgesteld') return stelVast(bezoek, kamer, plan, kenmerk, wens)
  return bezoek.db.schrijf(async (tx) => {
    const gekeurd = await keur(tx, bezoek, plan, kenmerk, wens)
    if (!gekeurd.ok) return gekeurd
    const { kop, terug, besluit } = gekeurd.waarde
    await besluit.bewaar(tx)
    // Eerst de sloten, dan het moment: wat de cijfers van dit moment kan veranderen, ligt er dan al.
    if (!terug && kop.stand === 'concept') await neemSloten(tx, plan)
    const op = volgendMoment(kop.standOp, bezoek.klok.nu())
    const tijden = terug ? GEEN_TIJDEN : await tijdenVan(tx, kop, op)
    await bewaarStap(tx, bezoek, kop, { ...wens, besluit: besluit.id, op, ...tijden })
    return gelukt({ stand: wens.naar })
  })
}

const GEEN_TIJDEN = { bekendNr: null, bekendOp: null }

/** Met het aanbieden staan de cijfers stil; een volgende stap verandert dat niet meer. */
async function tijdenVan(
  tx: Tx,
  kop: Rapportkop,
  op: Moment,
): Promise<Pick<Rapportstap, 'bekendNr' | 'bekendOp'>> {
  if (kop.vastNr !== null) return { bekendNr: kop.vastNr, bekendOp: kop.vastOp }
  if (kop.bekendNr !== null) return { bekendNr: kop.bekendNr, bekendOp: kop.bekendOp }
  return { bekendNr: (await findKop(tx)).nr, bekendOp: op }
}

type Gekeurd = {
  kop: Rapportkop
  terug: boolean
  besluit: { id: string | null; bewaar: (tx: Tx) => Promise<void> }
}

/** Onder het slot: bestaat het, zag de maker de stand van nu, en mag deze stap met dit besluit? */
async function keur(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  kenmerk: string,
  wens: Zetwens,
): Promise<Uitkomst<Gekeurd, Zetweigering>> {
  await lockRapporten(tx, plan)
  const kop = await findRapport(tx, plan, kenmerk)
  if (kop === undefined) return geweigerd({ code: 'rapport_onbekend' })
  if (kop.stap !== wens.gezien) return geweigerd({ code: 'intussen_gewijzigd' })
  const gekozen = wens.naar === 'concept' ? undefined : wens.besluit
  const besluit = await bereidBesluitVoor(tx, bezoek, gekozen)
  if (!besluit.ok) return besluit
  const orgaan =
    gekozen === undefined
      ? undefined
      : 'nieuw' in gekozen
        ? { orgaan: gekozen.nieuw.orgaan }
        : await findBesluit(tx, gekozen.bestaand)
  const mag = keurStap(kop.soort, kop.stand, { naar: wens.naar, reden: wens.reden ?? null }, orgaan)
  if (!mag.ok) return mag
  return gelukt({ kop, terug: mag.waarde.terug, besluit: besluit.waarde })
}

async function bewaarStap(
  tx: Tx,
  bezoek: Bezoek,
  kop: Rapportkop,
  stap: Pick<Rapportstap, 'besluit' | 'bekendNr' | 'bekendOp' | 'op'> & Pick<Zetwens, 'naar' | 'reden'>,
): Promise<void> {
  const reden = schoon(stap.reden ?? '').slice(0, 2_000)
  await insertStap(tx, kop.id, {
    stap: kop.stap + 1,
    stand: stap.naar,
    besluit: stap.besluit,
    bekendNr: stap.bekendNr,
    bekendOp: stap.bekendOp,
    reden: reden === '' ? null : reden,
    op: stap.op,
    door: bezoek.wie?.account ?? null,
  })
  await schrijfLogboek(tx, bezoek, 'rapport.stap', `rapport ${kop.plan} ${kop.kenmerk} naar ${stap.naar}`)
  await meld(tx, bezoek.db.schema)
}

/**
 * Vaststellen: eerst alle bestanden, want dat duurt, en dan onder het slot bewaren. De cijfers staan al stil, dus wat er
 * intussen geboekt wordt verandert niets; kwam er intussen een stap bij, dan gaat het niet door.
 */
async function stelVast(
  bezoek: Bezoek,
  kamer: Rapportkamer,
  plan: string,
  kenmerk: string,
  wens: Zetwens,
): Promise<Uitslag> {
  const vooraf = await bezoek.db.lees((lezer) => findRapport(lezer, plan, kenmerk))
  if (vooraf === undefined) return geweigerd({ code: 'rapport_onbekend' })
  if (vooraf.stap !== wens.gezien) return geweigerd({ code: 'intussen_gewijzigd' })
  if (vooraf.vastNr === null) return geweigerd({ code: 'stap_kan_niet' })
  const bron = { db: bezoek.db, planboek: kamer.planboek, plan, gemeente: bezoek.gemeente }
  const gemaakt = await maakOpnieuw(bron, vooraf, bezoek.klok)
  if (!gemaakt.ok) return gemaakt
  const { inhoud } = gemaakt.waarde
  eisSluitend(inhoud)
  const bestanden = await maakBestanden(inhoud, kamer.rapporten)
  return bezoek.db.schrijf(async (tx) => {
    const gekeurd = await keur(tx, bezoek, plan, kenmerk, wens)
    if (!gekeurd.ok) return gekeurd
    const { kop, besluit } = gekeurd.waarde
    await besluit.bewaar(tx)
    if (besluit.id === null) return geweigerd({ code: 'stap_kan_niet' })
    const op = volgendMoment(kop.standOp, bezoek.klok.nu())
    const tijden = { bekendNr: kop.vastNr, bekendOp: kop.vastOp }
    await bewaarStap(tx, bezoek, kop, { ...wens, besluit: besluit.id, op, ...tijden })
    await bewaarUitgave(tx, bezoek, { kop, inhoud, bestanden, besluit: besluit.id, op })
    await meldNieuwRapport(tx, { plan, kenmerk: kop.kenmerk, titel: inhoud.titel, op })
    return gelukt({ stand: wens.naar })
  })
}

async function bewaarUitgave(
  tx: Tx,
  bezoek: Bezoek,
  wat: {
    kop: Rapportkop
    inhoud: Rapportinhoud
    bestanden: readonly Rapportuitvoer[]
    besluit: string
    op: Moment
  },
): Promise<void> {
  const { kop, inhoud, op } = wat
  const door = bezoek.wie?.account ?? null
  const tekst = canoniek(inhoud)
  const { geldigTm, bekendOp, bekendNr, hoofd } = inhoud.moment
  await insertVaststelling(tx, {
    rapport: kop.id,
    besluit: wat.besluit,
    sjabloon: inhoud.sjabloon,
    geldigTm,
    bekendOp,
    bekendNr,
    hoofd,
    inhoud: tekst,
    hash: sha256(tekst),
    op,
    door,
  })
  for (const bestand of wat.bestanden)
    await insertUitgave(tx, kop.id, { ...bestand, hash: sha256(bestand.inhoud), op, door })
}

/** Een rapport waarvan een tabel niet optelt, mag nooit vastgesteld worden: dat is een fout in Omzien. */
function eisSluitend({ delen, kenmerk }: Rapportinhoud): void {
  const fouten = delen.flatMap(({ blokken }) =>
    blokken.flatMap((blok) =>
      blok.soort === 'tabel' ? tabelfouten(blok) : blok.soort === 'grafiek' ? tabelfouten(blok.tabel) : [],
    ),
  )
  if (fouten.length > 0) throw new Error(`rapport ${kenmerk} telt niet op: ${fouten.join('; ')}`)
}
