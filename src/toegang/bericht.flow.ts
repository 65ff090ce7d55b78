import type { Klok } from '#basis/datum.ts'
import { type GemeenteDb, meld, type Tx } from '#basis/db.ts'
import { type Id, nieuwId } from '#basis/id.ts'
import { alsDate, type Moment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Berichtregel,
  type Berichttelling,
  findBerichten,
  findLaatstePoging,
  type Geleend,
  getTelling,
  insertBericht,
  insertPoging,
  type Laatstepoging,
  type Lening,
  leenBericht,
  updateOpgegeven,
  updateOpnieuw,
  updateTeOud,
  updateVerzonden,
  updateWacht,
  wisAanAdres,
  wisAfgehandeld,
} from '#toegang/bericht.store.ts'
import {
  Adres,
  alsRegel,
  isServerreden,
  LEENTIJD_MS,
  MEESTE_POGINGEN,
  type Reden,
  teOudVoor,
  vervolgNa,
  wisbaarVoor,
} from '#toegang/bericht.ts'
import { type Bezoek, magBezoeker } from '#toegang/bezoek.ts'
import type { Bezorger, Bezorgfout } from '#toegang/bezorger.ts'
import { schrijfLogboek } from '#toegang/logboek.store.ts'

export type Bericht = {
  /**
   * Wat dit bericht is, als `soort:kenmerk`: twee keer klaarleggen geeft één bericht. Zonder persoonsgegevens, want de
   * sleutel blijft bewaard als de rest gewist is.
   */
  sleutel: string
  aan: { account: string } | { adres: Adres }
  onderwerp: string
  /** Gewone tekst, voor mensen op taalniveau B1. */
  tekst: string
  /** Adres om je met één klik af te melden; alleen bij een abonnement. */
  afmelden?: string | undefined
  op: Moment
}

/**
 * Legt een bericht klaar in de transactie van wat het meldt: of beide gebeuren, of geen van beide. Bezorgd wordt het
 * later, minstens één keer. Geeft `false` als dit bericht er al was.
 */
export function legBerichtKlaar(tx: Tx, bericht: Bericht): Promise<boolean> {
  const { aan } = bericht
  return insertBericht(tx, {
    id: nieuwId(alsDate(bericht.op)),
    sleutel: bericht.sleutel,
    account: 'account' in aan ? aan.account : null,
    adres: 'adres' in aan ? Adres.parse(aan.adres) : null,
    onderwerp: alsRegel(bericht.onderwerp),
    tekst: bericht.tekst,
    afmelden: bericht.afmelden ?? null,
    op: bericht.op,
  })
}

/** Wie zich afmeldt, krijgt ook niet meer wat al klaarlag, en zijn adres staat nergens meer. */
export const trekBerichtenIn = (tx: Tx, adres: Adres, nu: Date): Promise<void> => wisAanAdres(tx, adres, nu)

export type Bezorgplek = {
  db: GemeenteDb
  /** Naam van de gemeente, zoals de ontvanger die als afzender ziet. */
  namens: string
  klok: Klok
}

/**
 * Bezorgt wat aan de beurt is. Lenen en vastleggen zijn aparte transacties: er staat nooit een slot open terwijl wij op
 * een mailserver wachten. Valt het proces na het versturen om, dan gaat het bericht nog eens, met dezelfde Message-ID.
 * Antwoordt de server niet, dan stopt de ronde: de andere berichten zouden op hetzelfde stuklopen.
 */
export async function bezorgRonde(plek: Bezorgplek, bezorger: Bezorger, stop: AbortSignal): Promise<number> {
  let verzonden = 0
  while (!stop.aborted) {
    const nu = plek.klok.nu()
    const tot = new Date(nu.getTime() + LEENTIJD_MS)
    const bericht = await plek.db.schrijf((tx) => leenBericht(tx, nu, tot))
    if (bericht === undefined) return verzonden
    const uitslag = await bezorgEen(bericht, plek, bezorger)
    await legUitslagVast(plek, { id: bericht.id, tot }, bericht.pogingen, uitslag)
    if (uitslag.ok) verzonden++
    else if (isServerreden(uitslag.reden.reden)) return verzonden
  }
  return verzonden
}

type Uitslag = Uitkomst<null, Bezorgfout | { reden: Reden; code: undefined }>

async function bezorgEen(bericht: Geleend, { namens }: Bezorgplek, bezorger: Bezorger): Promise<Uitslag> {
  // Zo vaak begonnen zonder uitslag: dit bericht laat het proces omvallen, en hoort anderen niet op te houden.
  if (bericht.pogingen > MEESTE_POGINGEN) return geweigerd({ reden: 'afgebroken', code: undefined })
  const aan = Adres.safeParse(bericht.adres)
  if (!aan.success) return geweigerd({ reden: 'geen_adres', code: undefined })
  return bezorger.bezorg({
    id: bericht.id,
    namens,
    aan: aan.data,
    onderwerp: bericht.onderwerp,
    tekst: bericht.tekst,
    afmelden: bericht.afmelden ?? undefined,
  })
}

function legUitslagVast(
  { db, klok }: Bezorgplek,
  lening: Lening,
  pogingen: number,
  uitslag: Uitslag,
): Promise<void> {
  return db.schrijf(async (tx) => {
    const op = klok.nu()
    if (uitslag.ok) {
      await insertPoging(tx, { bericht: lening.id, op, uitslag: 'gelukt', code: undefined })
      return updateVerzonden(tx, lening.id, op)
    }
    const { reden, code } = uitslag.reden
    await insertPoging(tx, { bericht: lening.id, op, uitslag: reden, code })
    const vervolg = vervolgNa(reden, pogingen, op)
    if (vervolg.stand === 'wacht') await updateWacht(tx, lening, reden, vervolg.op)
    else await updateOpgegeven(tx, lening, reden, op)
  })
}

/** Geeft op wat te oud is en wist wat lang genoeg is afgehandeld; ook zonder mailserver. */
export function ruimBerichtenOp(db: GemeenteDb, klok: Klok, bewaarDagen: number): Promise<void> {
  return db.schrijf(async (tx) => {
    const nu = klok.nu()
    await updateTeOud(tx, teOudVoor(nu), nu)
    await wisAfgehandeld(tx, wisbaarVoor(nu, bewaarDagen), nu)
  })
}

export type Berichtenstand = {
  telling: Berichttelling
  wacht: Berichtregel[]
  opgegeven: Berichtregel[]
  laatste: Laatstepoging | undefined
}

const MEESTE_GETOOND = 100
const WEEK_MS = 7 * 24 * 3_600_000

/** Wat de beheerder van de berichten ziet: aantallen, tijden en redenen; nooit de tekst of het adres. */
export async function findBerichtenstand(bezoek: Bezoek): Promise<Uitkomst<Berichtenstand, 'mag_niet'>> {
  if (!magBezoeker(bezoek, 'bericht.beheren')) return geweigerd('mag_niet')
  const weekGeleden = new Date(bezoek.klok.nu().getTime() - WEEK_MS)
  return gelukt(
    await bezoek.db.lees(async (lezer) => ({
      telling: await getTelling(lezer, weekGeleden),
      wacht: await findBerichten(lezer, 'wacht', MEESTE_GETOOND),
      opgegeven: await findBerichten(lezer, 'opgegeven', MEESTE_GETOOND),
      laatste: await findLaatstePoging(lezer),
    })),
  )
}

/** Laat één opgegeven bericht opnieuw proberen, of alle. */
export function probeerOpnieuw(
  bezoek: Bezoek,
  id: Id | undefined,
): Promise<Uitkomst<{ aantal: number }, 'mag_niet' | 'niets_te_proberen'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'bericht.beheren')) return geweigerd('mag_niet')
    const rijen = await updateOpnieuw(tx, id, bezoek.klok.nu())
    if (rijen.length === 0) return geweigerd('niets_te_proberen')
    const over = id === undefined ? `${rijen.length} berichten` : `bericht ${id}`
    await schrijfLogboek(tx, bezoek, 'bericht.beheren', over)
    // Wekt de postbode, ook die van een ander proces.
    await meld(tx, bezoek.db.schema)
    return gelukt({ aantal: rijen.length })
  })
}

/** Vraagt de mailserver of hij er is, zonder iets te versturen. */
export async function keurPost(
  bezoek: Bezoek,
  bezorger: Bezorger,
): Promise<Uitkomst<null, 'mag_niet' | Bezorgfout>> {
  if (!magBezoeker(bezoek, 'bericht.beheren')) return geweigerd('mag_niet')
  return bezorger.keur()
}
