import { randomBytes } from 'node:crypto'
import { type Id, nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  type Apisleutel,
  findApisleutelByHash,
  findApisleutels,
  insertApisleutel,
  updateApisleutelIngetrokken,
  updateGebruikt,
} from '#toegang/apisleutel.store.ts'
import { type Bezoek, type Ingelogd, magBezoeker } from '#toegang/bezoek.ts'
import { schrijfLogboek } from '#toegang/logboek.store.ts'
import type { Rol } from '#toegang/matrix.ts'
import { upsertAccount } from '#toegang/sessie.store.ts'
import { isSleutel, sleutelHash } from '#toegang/sessie.ts'

/** Sleutels waarmee een programma (het financiële systeem, een koppeling) de api gebruikt. */

/** Te herkennen in een bestand of log, zodat niemand haar voor iets anders aanziet. */
const VOORVOEGSEL = 'omzien_'
const UITGEVER = 'apisleutel'
const DAG_MS = 24 * 3_600_000
const GEBRUIK_NAUWKEURIG_MS = 5 * 60_000

/** De sleutel uit een `Authorization`-kop; `undefined` als daar geen Bearer-sleutel van ons in staat. */
export function leesApisleutel(kop: string | undefined): string | undefined {
  const [soort = '', sleutel = ''] = kop?.split(' ') ?? []
  if (soort.toLowerCase() !== 'bearer' || !sleutel.startsWith(VOORVOEGSEL)) return undefined
  const kaal = sleutel.slice(VOORVOEGSEL.length)
  return isSleutel(kaal) ? kaal : undefined
}

/** Maakt een sleutel met één rol. De sleutel zelf komt één keer naar buiten: in dit antwoord. */
export function maakApisleutel(
  bezoek: Bezoek,
  invoer: { naam: string; rol: Exclude<Rol, 'inwoner'>; dagen: number },
): Promise<Uitkomst<{ sleutel: string }, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    const { wie } = bezoek
    if (wie === undefined || !magBezoeker(bezoek, 'apisleutel.beheren')) return geweigerd('mag_niet')
    const nu = bezoek.klok.nu()
    const [id, kaal] = [nieuwId(nu), randomBytes(32).toString('base64url')]
    const account = await upsertAccount(tx, nieuwId(nu), {
      uitgever: UITGEVER,
      onderwerp: id,
      naam: invoer.naam,
      rollen: [invoer.rol],
    })
    await insertApisleutel(tx, {
      id,
      account,
      rol: invoer.rol,
      hash: sleutelHash(kaal),
      gemaaktOp: nu,
      verlooptOp: new Date(nu.getTime() + invoer.dagen * DAG_MS),
      door: wie.account,
    })
    await schrijfLogboek(tx, bezoek, 'apisleutel.beheren', `apisleutel ${id}`)
    return gelukt({ sleutel: VOORVOEGSEL + kaal })
  })
}

export function trekApisleutelIn(
  bezoek: Bezoek,
  id: Id,
): Promise<Uitkomst<null, 'mag_niet' | 'sleutel_onbekend'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'apisleutel.beheren')) return geweigerd('mag_niet')
    if (!(await updateApisleutelIngetrokken(tx, id, bezoek.klok.nu()))) return geweigerd('sleutel_onbekend')
    await schrijfLogboek(tx, bezoek, 'apisleutel.beheren', `apisleutel ${id} ingetrokken`)
    return gelukt(null)
  })
}

export async function findAlleApisleutels(bezoek: Bezoek): Promise<Uitkomst<Apisleutel[], 'mag_niet'>> {
  if (!magBezoeker(bezoek, 'apisleutel.beheren')) return geweigerd('mag_niet')
  return gelukt(await bezoek.db.lees(findApisleutels))
}

/** Welk programma hoort bij deze sleutel? Leest elke keer: een ingetrokken of verlopen sleutel is meteen niets waard. */
export async function findProgramma(
  { db, klok }: Pick<Bezoek, 'db' | 'klok'>,
  sleutel: string,
): Promise<Ingelogd | undefined> {
  const gevonden = await db.lees((lezer) => findApisleutelByHash(lezer, sleutelHash(sleutel)))
  const nu = klok.nu()
  if (gevonden === undefined || gevonden.ingetrokkenOp !== null || nu >= gevonden.verlooptOp) return undefined
  const laatst = gevonden.gebruiktOp?.getTime() ?? 0
  if (nu.getTime() - laatst > GEBRUIK_NAUWKEURIG_MS)
    await db.schrijf((tx) => updateGebruikt(tx, gevonden.id, nu))
  return { account: gevonden.account, sessie: gevonden.id, naam: gevonden.naam, rollen: [gevonden.rol] }
}
