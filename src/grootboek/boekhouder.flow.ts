import { createHash, randomBytes } from 'node:crypto'
import type { Klok } from '#basis/datum.ts'
import { type GemeenteDb, meld, type Tx } from '#basis/db.ts'
import { type Centen, centen } from '#basis/geld.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boeking, Boekopdracht } from '#grootboek/boeking.ts'
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
import { type Boekweigering, type Journaal, maakJournaal, type Nieuw } from '#grootboek/journaal.ts'
import { kenmerktekst } from '#grootboek/kenmerk.ts'
import { naamVan, type Rekening } from '#grootboek/rekening.ts'

/**
 * De enige weg naar het journaal. Wie boekt, levert werk aan; wat tegelijk binnenkomt gaat in één ronde: slot, lezen,
 * beslissen, alles in één keer wegschrijven, vastleggen. Zo is de volgorde zonder gaten en kost een schijf die traag
 * bevestigt maar één wachttijd per ronde.
 */

/** Wat werk tijdens een ronde kan zien en doen. */
export type Ronde = Pick<Journaal, 'perioden' | 'boek'> & {
  /** Voor lezen; schrijven gaat via `daarna`. */
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

export type Verzoekweigering = { code: 'sleutel_hergebruikt' }

export type Boekhouder = {
  voerUit<Waarde, Reden>(
    db: GemeenteDb,
    klok: Pick<Klok, 'nu'>,
    werk: Boekwerk<Waarde, Reden>,
  ): Promise<Uitkomst<Waarde, Reden | Verzoekweigering>>
}

const MEESTE_PER_RONDE = 500
/** Na elk veelvoud van dit aantal boekingen komt er een foto. */
export const FOTO_ELKE = 32_768

type Taak = {
  werk: Boekwerk<unknown, unknown>
  klaar: (uitkomst: Uitkomst<unknown, unknown>) => void
  mislukt: (fout: unknown) => void
}

export function maakBoekhouder(zout: () => string = () => randomBytes(16).toString('hex')): Boekhouder {
  const wachtrijen = new Map<string, Taak[]>()
  const bekendePosten = new Map<string, Map<string, number>>()

  const werkAf = async (db: GemeenteDb, klok: Pick<Klok, 'nu'>, wachtrij: Taak[]): Promise<void> => {
    for (;;) {
      const taken = wachtrij.splice(0, MEESTE_PER_RONDE)
      if (taken.length === 0) break
      await doeRonde(db, klok, taken)
    }
    wachtrijen.delete(db.schema)
  }

  const doeRonde = async (db: GemeenteDb, klok: Pick<Klok, 'nu'>, taken: readonly Taak[]): Promise<void> => {
    const posten = bekendePosten.get(db.schema) ?? new Map<string, number>()
    bekendePosten.set(db.schema, posten)
    try {
      const { uitkomsten, erbij } = await db.schrijf((tx) =>
        speelRonde(tx, db.schema, klok.nu(), taken, posten, zout),
      )
      for (const [sleutel, id] of erbij) posten.set(sleutel, id)
      taken.forEach((taak, i) => {
        taak.klaar(uitkomsten[i] ?? geweigerd(undefined))
      })
    } catch (fout) {
      // Eén werk kan een hele ronde laten vallen: dan ieder voor zich, zodat alleen dat ene de fout hoort.
      if (taken.length > 1) for (const taak of taken) await doeRonde(db, klok, [taak])
      else taken[0]?.mislukt(fout)
    }
  }

  return {
    voerUit<Waarde, Reden>(db: GemeenteDb, klok: Pick<Klok, 'nu'>, werk: Boekwerk<Waarde, Reden>) {
      return new Promise<Uitkomst<Waarde, Reden | Verzoekweigering>>((klaar, mislukt) => {
        const taak = { werk, klaar: klaar as Taak['klaar'], mislukt }
        const bezig = wachtrijen.get(db.schema)
        if (bezig !== undefined) {
          bezig.push(taak)
          return
        }
        const wachtrij = [taak]
        wachtrijen.set(db.schema, wachtrij)
        // Pas na deze beurt beginnen: wat in dezelfde beurt wordt aangeleverd, gaat mee in de ronde.
        queueMicrotask(() => void werkAf(db, klok, wachtrij))
      })
    },
  }
}

const afdrukVan = (inhoud: unknown): string =>
  createHash('sha256').update(JSON.stringify(inhoud)).digest('hex')

type Rondeuitkomst = { uitkomsten: Uitkomst<unknown, unknown>[]; erbij: Map<string, number> }

async function speelRonde(
  tx: Tx,
  schema: string,
  nu: Date,
  taken: readonly Taak[],
  bekend: ReadonlyMap<string, number>,
  zout: () => string,
): Promise<Rondeuitkomst> {
  const kop = await lockKop(tx)
  const journaal = maakJournaal(kop, nu, await findPeriodestanden(tx), zout)
  const saldi = new Map<string, Centen>()
  const laad = async (rekeningen: readonly Rekening[]): Promise<void> => {
    const namen = [...new Set(rekeningen.map(naamVan))].filter((naam) => !saldi.has(naam))
    if (namen.length === 0) return
    const gelezen = await findRekeningsaldi(tx, namen)
    for (const naam of namen) saldi.set(naam, gelezen.get(naam) ?? centen(0))
  }
  await laad(taken.flatMap(({ werk }) => werk.rekeningen ?? []))
  const sleutels = taken.flatMap(({ werk }) => (werk.verzoek === undefined ? [] : [werk.verzoek.sleutel]))
  const verzoeken = new Map<string, Verzoekrij>(
    sleutels.length === 0 ? [] : (await findVerzoeken(tx, sleutels)).map((rij) => [rij.sleutel, rij]),
  )
  const nieuweVerzoeken: Verzoekrij[] = []
  const bewaren: ((tx: Tx) => Promise<void>)[] = []
  const ronde: Ronde = {
    tx,
    perioden: journaal.perioden,
    boek: journaal.boek,
    saldo: (rekening) => {
      const naam = naamVan(rekening)
      const begin = saldi.get(naam)
      if (begin === undefined) throw new Error(`saldo van ${naam} is niet aangevraagd`)
      return centen(begin + journaal.erbij(naam))
    },
    laadSaldi: laad,
    daarna: (bewaar) => bewaren.push(bewaar),
  }
  const uitkomsten: Uitkomst<unknown, unknown>[] = []
  for (const { werk } of taken) {
    const afdruk = werk.verzoek === undefined ? '' : afdrukVan(werk.verzoek.inhoud)
    const eerder = werk.verzoek === undefined ? undefined : verzoeken.get(werk.verzoek.sleutel)
    if (eerder !== undefined) {
      uitkomsten.push(
        eerder.afdruk === afdruk ? gelukt(eerder.antwoord) : geweigerd({ code: 'sleutel_hergebruikt' }),
      )
      continue
    }
    const [aantal, bewaarAantal] = [journaal.nieuw.length, bewaren.length]
    const uitkomst = await werk.werk(ronde)
    uitkomsten.push(uitkomst)
    if (!uitkomst.ok) {
      journaal.terugNaar(aantal)
      bewaren.splice(bewaarAantal)
    } else if (werk.verzoek !== undefined) {
      const rij = { sleutel: werk.verzoek.sleutel, afdruk, antwoord: uitkomst.waarde ?? null }
      verzoeken.set(rij.sleutel, rij)
      nieuweVerzoeken.push(rij)
    }
  }
  const erbij = await schrijfRonde(tx, journaal, bekend)
  for (const bewaar of bewaren) await bewaar(tx)
  if (nieuweVerzoeken.length > 0) await insertVerzoeken(tx, nieuweVerzoeken, momentVan(nu))
  if (journaal.nieuw.length > 0 || bewaren.length > 0) await meld(tx, schema)
  return { uitkomsten, erbij }
}

const postnaam = ({ naam, kenmerk, soort }: Omit<Postsleutel, 'rekening'>): string =>
  `${naam}|${kenmerk}|${soort}`

async function schrijfRonde(
  tx: Tx,
  journaal: Journaal,
  bekend: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const { nieuw } = journaal
  if (nieuw.length === 0) return new Map()
  const posten = new Map<string, Postsleutel>()
  for (const { boeking } of nieuw)
    for (const { rekening, kenmerk } of boeking.regels) {
      const post = { rekening, naam: naamVan(rekening), kenmerk: kenmerktekst(kenmerk), soort: boeking.soort }
      posten.set(postnaam(post), post)
    }
  const onbekend = [...posten].filter(([sleutel]) => !bekend.has(sleutel))
  const ids =
    onbekend.length === 0
      ? []
      : await findOfInsertPosten(
          tx,
          onbekend.map(([, post]) => post),
        )
  const erbij = new Map(onbekend.map(([sleutel], i) => [sleutel, ids[i] ?? Number.NaN]))
  await insertBoekingen(tx, nieuw.map(boekingrij))
  await insertRegels(
    tx,
    nieuw.flatMap(({ boeking }) => regelrijen(boeking, (post) => bekend.get(post) ?? erbij.get(post))),
  )
  const teksten = nieuw.flatMap(({ boeking, zout, tekst }) =>
    zout === null || tekst === null ? [] : [{ boeking: boeking.nr, zout, tekst }],
  )
  if (teksten.length > 0) await insertTeksten(tx, teksten)
  await updateKop(tx, journaal.kop)
  const [eerste, laatste] = [(nieuw[0]?.boeking.nr ?? 1) - 1, journaal.kop.nr]
  for (let nr = (Math.floor(eerste / FOTO_ELKE) + 1) * FOTO_ELKE; nr <= laatste; nr += FOTO_ELKE)
    await insertFoto(tx, nr)
  return erbij
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

/** Boekt deze opdrachten samen: alle, of geen. */
export const boekSamen = (
  ronde: Pick<Ronde, 'boek'>,
  opdrachten: readonly Boekopdracht[],
): Uitkomst<Boeking[], Boekweigering> => {
  const boekingen: Boeking[] = []
  for (const opdracht of opdrachten) {
    const geboekt = ronde.boek(opdracht)
    if (!geboekt.ok) return geboekt
    boekingen.push(geboekt.waarde)
  }
  return gelukt(boekingen)
}
