import { createHash } from 'node:crypto'
import type { Klok } from '#basis/datum.ts'
import { meld, type Tx, vooraf } from '#basis/db.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking } from '#grootboek/boeking.ts'
import {
  findOfInsertPosten,
  findPeriodestanden,
  findRekeningsaldi,
  findVerzoeken,
  insertBoekingen,
  insertFoto,
  insertRegels,
  insertTeksten,
  insertVerzoeken,
  lockKop,
  type Postsleutel,
  type Regelrij,
  updateKop,
  type Verzoekrij,
} from '#grootboek/journaal.store.ts'
import { type Journaal, maakJournaal, type Nieuw } from '#grootboek/journaal.ts'
import { kenmerktekst } from '#grootboek/kenmerk.ts'
import { naamVan, type Rekening } from '#grootboek/rekening.ts'

/** Eén ronde van de boekhouder: al het werk achter één slot, in één transactie. */

/** Wat werk tijdens een ronde kan zien en doen. */
export type Ronde = Pick<Journaal, 'perioden' | 'zetPeriode' | 'boek'> & {
  /** Voor lezen, met wat eerder werk in deze ronde deed; schrijven gaat via `daarna`. */
  readonly tx: Tx
  /** Saldo nu, met wat in deze ronde al geboekt is. Vraag de rekening aan met `rekeningen` of `laadSaldi`. */
  saldo(rekening: Rekening): Centen
  laadSaldi(rekeningen: readonly Rekening[]): Promise<void>
  /** Wat in dezelfde transactie bewaard moet worden als dit werk doorgaat. */
  daarna(bewaar: (tx: Tx) => Promise<void>): void
}

/** Een sleutel die de vrager koos, met de inhoud van het verzoek: nog eens sturen doet niets dubbel. */
export type Verzoek = { sleutel: string; inhoud: unknown }

export type Boekwerk<Waarde, Reden> = {
  /** Rekeningen waarvan het saldo nodig is; voor een hele ronde in één keer gelezen. */
  rekeningen?: readonly Rekening[] | undefined
  verzoek?: Verzoek | undefined
  /** Beslist. Bij een weigering blijft van dit werk niets over. De waarde moet als JSON te bewaren zijn bij een verzoek. */
  werk: (ronde: Ronde) => Uitkomst<Waarde, Reden> | Promise<Uitkomst<Waarde, Reden>>
}

/** Nummers van posten die al bestaan, op naam. */
export type Postnummers = Map<string, number>

export type Rondeopties = {
  schema: string
  posten: Postnummers
  zout: () => string
  fotoElke: number
}

type Rondeuitkomst = {
  uitkomsten: Uitkomst<unknown, unknown>[]
  /** Posten die erbij kwamen; pas te onthouden als de ronde vastligt. */
  erbij: Postnummers
}

export async function speelRonde(
  tx: Tx,
  klok: Pick<Klok, 'nu'>,
  werken: readonly Boekwerk<unknown, unknown>[],
  opties: Rondeopties,
): Promise<Rondeuitkomst> {
  const kop = await lockKop(tx)
  // Pas achter het slot op de klok kijken: wat later vastligt, heeft zo ook een later moment.
  const nu = klok.nu()
  const journaal = maakJournaal(kop, nu, await findPeriodestanden(tx), opties.zout)
  const bewaarder = maakBewaarder(tx, journaal, opties)
  const saldi = await maakSaldi(tx, journaal, bewaarder.geschreven, werken)
  const ronde: Ronde = {
    tx: vooraf(tx, bewaarder.schrijfVorige),
    get perioden() {
      return journaal.perioden
    },
    zetPeriode: journaal.zetPeriode,
    boek: journaal.boek,
    saldo: saldi.saldo,
    laadSaldi: saldi.laad,
    daarna: bewaarder.daarna,
  }
  const verzoeken = await maakVerzoeken(tx, werken)
  const uitkomsten: Uitkomst<unknown, unknown>[] = []
  for (const { werk, verzoek } of werken) {
    const eerder = verzoeken.antwoord(verzoek)
    if (eerder !== undefined) {
      uitkomsten.push(eerder)
      continue
    }
    bewaarder.begin()
    const uitkomst = await werk(ronde)
    uitkomsten.push(uitkomst)
    if (!uitkomst.ok) bewaarder.terug()
    else if (verzoek !== undefined) verzoeken.onthoud(verzoek, uitkomst.waarde)
  }
  const erbij = await bewaarder.schrijfAlles()
  if (verzoeken.nieuw.length > 0) await insertVerzoeken(tx, verzoeken.nieuw, momentVan(nu))
  if (bewaarder.ietsGedaan()) await meld(tx, opties.schema)
  return { uitkomsten, erbij }
}

async function maakSaldi(
  tx: Tx,
  journaal: Journaal,
  geschreven: ReadonlyMap<string, number>,
  werken: readonly Boekwerk<unknown, unknown>[],
) {
  const begin = new Map<string, Centen>()
  const laad = async (rekeningen: readonly Rekening[]): Promise<void> => {
    const namen = [...new Set(rekeningen.map(naamVan))].filter((naam) => !begin.has(naam))
    if (namen.length === 0) return
    const gelezen = await findRekeningsaldi(tx, namen)
    // Wat van deze ronde al in de database staat, telt het journaal zelf ook: eraf, anders telt het dubbel.
    for (const naam of namen) begin.set(naam, centen((gelezen.get(naam) ?? 0) - (geschreven.get(naam) ?? 0)))
  }
  await laad(werken.flatMap(({ rekeningen }) => rekeningen ?? []))
  const saldo = (rekening: Rekening): Centen => {
    const naam = naamVan(rekening)
    const voor = begin.get(naam)
    if (voor === undefined) throw new Error(`saldo van ${naam} is niet aangevraagd`)
    return centen(voor + journaal.erbij(naam))
  }
  return { laad, saldo }
}

const afdrukVan = (inhoud: unknown): string =>
  createHash('sha256').update(JSON.stringify(inhoud)).digest('hex')

/** De verzoeken die eerder al zijn uitgevoerd, ook eerder in deze ronde. */
async function maakVerzoeken(tx: Tx, werken: readonly Boekwerk<unknown, unknown>[]) {
  const sleutels = werken.flatMap(({ verzoek }) => (verzoek === undefined ? [] : [verzoek.sleutel]))
  const bekend = new Map<string, Verzoekrij>(
    sleutels.length === 0 ? [] : (await findVerzoeken(tx, sleutels)).map((rij) => [rij.sleutel, rij]),
  )
  const nieuw: Verzoekrij[] = []
  return {
    nieuw,
    antwoord(verzoek: Verzoek | undefined): Uitkomst<unknown, unknown> | undefined {
      const eerder = verzoek === undefined ? undefined : bekend.get(verzoek.sleutel)
      if (verzoek === undefined || eerder === undefined) return undefined
      return eerder.afdruk === afdrukVan(verzoek.inhoud)
        ? gelukt(eerder.antwoord)
        : geweigerd({ code: 'sleutel_hergebruikt' })
    },
    onthoud({ sleutel, inhoud }: Verzoek, waarde: unknown): void {
      const rij = { sleutel, afdruk: afdrukVan(inhoud), antwoord: waarde ?? null }
      bekend.set(sleutel, rij)
      nieuw.push(rij)
    },
  }
}

/** Een grote inlezing is één werk: in stukken weggeschreven blijft elke opdracht ver onder de tijdslimiet. */
const MEESTE_PER_OPDRACHT = 2_000

/** Houdt bij wat nog weg te schrijven is, en tot waar dat vaststaat: van het werk dat loopt nog niets. */
function maakBewaarder(tx: Tx, journaal: Journaal, opties: Rondeopties) {
  const erbij: Postnummers = new Map()
  const bewaren: ((tx: Tx) => Promise<void>)[] = []
  const geschreven = new Map<string, number>()
  const klaar = { boekingen: 0, bewaren: 0 }
  let vast = { boekingen: 0, bewaren: 0, perioden: journaal.perioden }
  const schrijfTot = async (boekingen: number, aantal: number): Promise<void> => {
    const nieuw = journaal.nieuw.slice(klaar.boekingen, boekingen)
    const taken = bewaren.slice(klaar.bewaren, aantal)
    klaar.boekingen = boekingen
    klaar.bewaren = aantal
    for (let i = 0; i < nieuw.length; i += MEESTE_PER_OPDRACHT)
      await schrijfBoekingen(tx, nieuw.slice(i, i + MEESTE_PER_OPDRACHT), opties.posten, erbij)
    for (const { rekening, bedragCent } of nieuw.flatMap(({ boeking }) => boeking.regels)) {
      const naam = naamVan(rekening)
      geschreven.set(naam, (geschreven.get(naam) ?? 0) + bedragCent)
    }
    for (const bewaar of taken) await bewaar(tx)
  }
  return {
    geschreven,
    daarna: (bewaar: (tx: Tx) => Promise<void>) => void bewaren.push(bewaar),
    begin(): void {
      const { nieuw, perioden } = journaal
      vast = { boekingen: nieuw.length, bewaren: bewaren.length, perioden }
    },
    terug(): void {
      journaal.terugNaar(vast.boekingen, vast.perioden)
      bewaren.splice(vast.bewaren)
    },
    schrijfVorige: () => schrijfTot(vast.boekingen, vast.bewaren),
    ietsGedaan: () => journaal.nieuw.length > 0 || bewaren.length > 0,
    async schrijfAlles(): Promise<Postnummers> {
      await schrijfTot(journaal.nieuw.length, bewaren.length)
      const eerste = journaal.nieuw[0]?.boeking.nr
      if (eerste === undefined) return erbij
      await updateKop(tx, journaal.kop)
      const { fotoElke } = opties
      for (let nr = Math.ceil(eerste / fotoElke) * fotoElke; nr <= journaal.kop.nr; nr += fotoElke)
        await insertFoto(tx, nr)
      return erbij
    },
  }
}

const postnaam = ({ naam, kenmerk, soort }: Omit<Postsleutel, 'rekening'>): string =>
  `${naam}|${kenmerk}|${soort}`

/** Schrijft boekingen weg in één keer; nieuwe posten komen bij `erbij`. */
async function schrijfBoekingen(
  tx: Tx,
  nieuw: readonly Nieuw[],
  bekend: ReadonlyMap<string, number>,
  erbij: Postnummers,
): Promise<void> {
  const posten = new Map<string, Postsleutel>()
  for (const { boeking } of nieuw)
    for (const { rekening, kenmerk } of boeking.regels) {
      const post = { rekening, naam: naamVan(rekening), kenmerk: kenmerktekst(kenmerk), soort: boeking.soort }
      posten.set(postnaam(post), post)
    }
  const onbekend = [...posten].filter(([sleutel]) => !bekend.has(sleutel) && !erbij.has(sleutel))
  if (onbekend.length > 0) {
    const nummers = await findOfInsertPosten(
      tx,
      onbekend.map(([, post]) => post),
    )
    onbekend.forEach(([sleutel], i) => {
      erbij.set(sleutel, nummers[i] ?? Number.NaN)
    })
  }
  await insertBoekingen(tx, nieuw.map(boekingrij))
  await insertRegels(
    tx,
    nieuw.flatMap(({ boeking }) => regelrijen(boeking, (post) => bekend.get(post) ?? erbij.get(post))),
  )
  const teksten = nieuw.flatMap(({ boeking, zout, tekst }) =>
    zout === null || tekst === null ? [] : [{ boeking: boeking.nr, zout, tekst }],
  )
  if (teksten.length > 0) await insertTeksten(tx, teksten)
}

const boekingrij = ({ boeking, inhoud, hash }: Nieuw) => ({
  nr: boeking.nr,
  op: boeking.vastgelegdOp,
  geldig: boeking.geldigOp,
  soort: boeking.soort,
  grondslagsoort: boeking.grondslag.soort,
  grondslag: boeking.grondslag.kenmerk,
  corrigeert: boeking.corrigeert,
  inhoud,
  hash,
})

function regelrijen(boeking: Boeking, idVan: (post: string) => number | undefined): Regelrij[] {
  return boeking.regels.map(({ rekening, bedragCent, kenmerk }, i) => {
    const post = idVan(
      postnaam({ naam: naamVan(rekening), kenmerk: kenmerktekst(kenmerk), soort: boeking.soort }),
    )
    if (post === undefined) throw new Error('post zonder nummer')
    return { boeking: boeking.nr, regel: i + 1, post, geldig: boeking.geldigOp, bedrag: bedragCent }
  })
}
