import { randomBytes } from 'node:crypto'
import { type Id, nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Adres } from '#toegang/bericht.ts'
import { type Bezoek, type Ingelogd, magBezoeker } from '#toegang/bezoek.ts'
import { schrijfLogboek } from '#toegang/logboek.store.ts'
import type { Rol } from '#toegang/matrix.ts'
import {
  type Accountregel,
  deleteOudeSessies,
  findAccount,
  findAccounts,
  findLopendeSessies,
  findSessieByHash,
  insertSessie,
  lockSessie,
  updateAdres,
  updateAllesIngetrokken,
  updateGezien,
  updateIngetrokken,
  upsertAccount,
} from '#toegang/sessie.store.ts'
import {
  eindeVan,
  inlogrollen,
  isGeldig,
  isGezienVerouderd,
  isSleutel,
  type Sessie,
  sleutelHash,
} from '#toegang/sessie.ts'

/** Wie de inlogdienst zegt dat iemand is. */
export type Identiteit = {
  uitgever: string
  onderwerp: string
  naam: string
  rollen: readonly Rol[]
  /** E-mailadres, als de inlogdienst het geeft. */
  adres?: Adres | undefined
  idToken?: string | undefined
}

/** Mag iemand die wij nog niet kennen zelf binnenkomen, of moet er al een account zijn? */
export type Inlogbeleid = { onbekend: 'toelaten' | 'weigeren' }

export type InlogWeigering = 'geen_rol' | 'account_onbekend'

type Deur = Pick<Bezoek, 'db' | 'klok' | 'verzoek'>

const BEWAARTIJD_MS = 30 * 24 * 3_600_000

/** Begint een sessie voor wie de inlogdienst aanwijst. De sleutel gaat één keer naar buiten, in de cookie. */
export function logIn(
  { db, klok, verzoek }: Deur,
  identiteit: Identiteit,
  beleid: Inlogbeleid,
): Promise<Uitkomst<{ sleutel: string }, InlogWeigering>> {
  return db.schrijf(async (tx) => {
    const rollen = inlogrollen(identiteit.rollen)
    const bekend = await findAccount(tx, identiteit)
    const reden = keurInlog(rollen, bekend !== undefined, beleid)
    if (reden !== undefined) {
      const wie = bekend && { account: bekend.id }
      await schrijfLogboek(tx, { wie, verzoek }, 'inloggen.geweigerd', reden)
      return geweigerd(reden)
    }
    const nu = klok.nu()
    const account = await upsertAccount(tx, nieuwId(nu), { ...identiteit, rollen })
    const sleutel = randomBytes(32).toString('base64url')
    const id = nieuwId(nu)
    await deleteOudeSessies(tx, new Date(nu.getTime() - BEWAARTIJD_MS))
    await insertSessie(tx, {
      id,
      hash: sleutelHash(sleutel),
      account,
      rollen,
      idToken: identiteit.idToken,
      gemaaktOp: nu,
      verlooptOp: eindeVan(nu),
    })
    await schrijfLogboek(tx, { wie: { account }, verzoek }, 'inloggen', `sessie ${id}`)
    return gelukt({ sleutel })
  })
}

function keurInlog(rollen: readonly Rol[], bekend: boolean, beleid: Inlogbeleid): InlogWeigering | undefined {
  if (rollen.length === 0) return 'geen_rol'
  return bekend || beleid.onbekend === 'toelaten' ? undefined : 'account_onbekend'
}

export type AccountWeigering = 'mag_niet' | 'account_bestaat'

/** Maakt een account vooraf, voor een gemeente die onbekende mensen weigert; de rollen komen bij het inloggen. */
export function maakAccount(
  bezoek: Bezoek,
  wie: Pick<Identiteit, 'uitgever' | 'onderwerp' | 'naam'>,
): Promise<Uitkomst<Id, AccountWeigering>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'account.beheren')) return geweigerd('mag_niet')
    if ((await findAccount(tx, wie)) !== undefined) return geweigerd('account_bestaat')
    const id = await upsertAccount(tx, nieuwId(bezoek.klok.nu()), { ...wie, rollen: [] })
    await schrijfLogboek(tx, bezoek, 'account.beheren', `account ${id}`)
    return gelukt(id)
  })
}

/** Zet of wist het e-mailadres van een account: voor wie het van de inlogdienst niet meekrijgt. */
export function zetAdres(
  bezoek: Bezoek,
  account: Id,
  adres: Adres | null,
): Promise<Uitkomst<null, 'mag_niet' | 'account_onbekend'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'account.beheren')) return geweigerd('mag_niet')
    if (!(await updateAdres(tx, account, adres))) return geweigerd('account_onbekend')
    await schrijfLogboek(tx, bezoek, 'account.beheren', `account ${account}: e-mailadres`)
    return gelukt(null)
  })
}

/** Alle accounts van deze gemeente, voor wie dat mag zien. */
export async function findAlleAccounts(bezoek: Bezoek): Promise<Uitkomst<Accountregel[], 'mag_niet'>> {
  if (!magBezoeker(bezoek, 'account.beheren')) return geweigerd('mag_niet')
  return gelukt(await bezoek.db.lees(findAccounts))
}

/** Wie hoort bij deze sleutel? Leest elke keer: een ingetrokken sessie is meteen voorbij. */
export async function findIngelogd(
  { db, klok }: Pick<Bezoek, 'db' | 'klok'>,
  sleutel: string | undefined,
): Promise<Ingelogd | undefined> {
  if (sleutel === undefined || !isSleutel(sleutel)) return undefined
  const sessie = await db.lees((lezer) => findSessieByHash(lezer, sleutelHash(sleutel)))
  const nu = klok.nu()
  if (sessie === undefined || !isGeldig(sessie, nu)) return undefined
  if (isGezienVerouderd(sessie, nu)) await db.schrijf((tx) => updateGezien(tx, sessie.id, nu))
  return { account: sessie.account, sessie: sessie.id, naam: sessie.naam, rollen: sessie.rollen }
}

/** Beëindigt de eigen sessie; geeft het id-token terug waarmee ook de inlogdienst kan uitloggen. */
export async function logUit(bezoek: Bezoek): Promise<{ idToken: string | undefined }> {
  const { wie } = bezoek
  if (wie === undefined) return { idToken: undefined }
  return bezoek.db.schrijf(async (tx) => {
    const id = wie.sessie as Id
    const sessie = await lockSessie(tx, id)
    await updateIngetrokken(tx, id, bezoek.klok.nu())
    await schrijfLogboek(tx, bezoek, 'uitloggen', `sessie ${id}`)
    return { idToken: sessie?.idToken ?? undefined }
  })
}

export type SessieWeigering = 'mag_niet' | 'sessie_onbekend'

/** Beëindigt één sessie: de eigen, of die van een ander voor wie dat mag. */
export function beeindigSessie(
  bezoek: Bezoek,
  id: Id,
): Promise<Uitkomst<{ eigen: boolean }, SessieWeigering>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'sessie.eigen')) return geweigerd('mag_niet')
    const sessie = await lockSessie(tx, id)
    const vanMij = sessie?.account === bezoek.wie?.account
    // Wie andermans sessies niet mag zien, hoort hier ook niet dat zij bestaan.
    if (sessie === undefined || (!vanMij && !magBezoeker(bezoek, 'sessie.alle')))
      return geweigerd('sessie_onbekend')
    if (sessie.ingetrokkenOp === null) {
      await updateIngetrokken(tx, id, bezoek.klok.nu())
      await schrijfLogboek(tx, bezoek, vanMij ? 'sessie.eigen' : 'sessie.alle', `sessie ${id}`)
    }
    return gelukt({ eigen: id === bezoek.wie?.sessie })
  })
}

/** Beëindigt al mijn andere sessies: voor wie op een vreemde computer vergat uit te loggen. */
export function beeindigAndere(bezoek: Bezoek): Promise<Uitkomst<{ aantal: number }, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    const { wie } = bezoek
    if (wie === undefined || !magBezoeker(bezoek, 'sessie.eigen')) return geweigerd('mag_niet')
    const account = wie.account as Id
    const aantal = await updateAllesIngetrokken(tx, account, wie.sessie as Id, bezoek.klok.nu())
    await schrijfLogboek(tx, bezoek, 'sessie.eigen', `account ${account}: ${aantal} andere`)
    return gelukt({ aantal })
  })
}

/** Beëindigt alle sessies van een account, ook de lopende van de beheerder zelf. */
export function beeindigAccount(
  bezoek: Bezoek,
  account: Id,
): Promise<Uitkomst<{ aantal: number }, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'sessie.alle')) return geweigerd('mag_niet')
    const aantal = await updateAllesIngetrokken(tx, account, undefined, bezoek.klok.nu())
    await schrijfLogboek(tx, bezoek, 'sessie.alle', `account ${account}: ${aantal}`)
    return gelukt({ aantal })
  })
}

/** De lopende sessies van de bezoeker zelf. */
export async function findEigenSessies(bezoek: Bezoek): Promise<Sessie[]> {
  const { wie } = bezoek
  if (wie === undefined) return []
  return bezoek.db.lees((lezer) => findLopendeSessies(lezer, wie.account as Id, bezoek.klok.nu()))
}

/** De lopende sessies van iedereen, voor wie dat mag zien. */
export async function findAlleSessies(bezoek: Bezoek): Promise<Uitkomst<Sessie[], 'mag_niet'>> {
  if (!magBezoeker(bezoek, 'sessie.alle')) return geweigerd('mag_niet')
  return gelukt(await bezoek.db.lees((lezer) => findLopendeSessies(lezer, undefined, bezoek.klok.nu())))
}
