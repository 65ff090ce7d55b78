import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { boekSamen, maakBoekhouder } from '#grootboek/deur.ts'
import { type Verhaalboeking, vertelVerhaal } from './grootboek-verhaal.ts'

/** Boekt het verhaal langs de gewone weg, en meet alleen het boeken zelf. */

/** Zoveel vragers hebben tegelijk een boeking onderweg; ieder wacht op zijn bevestiging voor de volgende. */
const TEGELIJK = 64
const PER_KEER = 500

export type Vulling = { geboekt: number; ms: number; cpuMs: number }

/** Rekentijd van dit proces; bij de ingebedde database zegt zij wat iets kost, hoe druk de machine ook is. */
export const rekentijd = (sinds: NodeJS.CpuUsage = { user: 0, system: 0 }): number => {
  const { user, system } = process.cpuUsage()
  return (user - sinds.user + system - sinds.system) / 1000
}

/** De klok van het verhaal: boekingen krijgen het moment waarop ze in het verhaal gebeuren. */
function maakVerhaalklok(): Pick<Klok, 'nu'> & { zet: (op: Date) => void } {
  let nu = new Date(0)
  return {
    nu: () => nu,
    zet: (op) => {
      nu = op
    },
  }
}

/** Slaat over wat er al staat en geeft de rest in stukken. */
function* stukken(aantal: number, na: number, tm: number): Generator<Verhaalboeking[]> {
  let stuk: Verhaalboeking[] = []
  let nr = 0
  for (const boeking of vertelVerhaal(aantal)) {
    nr++
    if (nr > tm) break
    if (nr <= na) continue
    stuk.push(boeking)
    if (stuk.length < PER_KEER) continue
    yield stuk
    stuk = []
  }
  if (stuk.length > 0) yield stuk
}

/** Zoals een inlezing: één werk met veel boekingen. */
export async function vulSamen(db: GemeenteDb, aantal: number, na: number, tm: number): Promise<Vulling> {
  const boekhouder = maakBoekhouder()
  const klok = maakVerhaalklok()
  let [geboekt, ms, cpuMs] = [0, 0, 0]
  for (const stuk of stukken(aantal, na, tm)) {
    klok.zet(stuk[0]?.vastTeLeggen ?? new Date(0))
    const [begin, cpu] = [performance.now(), process.cpuUsage()]
    const gedaan = await boekhouder.voerUit(db, klok, { werk: (ronde) => boekSamen(ronde, stuk) })
    ms += performance.now() - begin
    cpuMs += rekentijd(cpu)
    if (!gedaan.ok) throw new Error(`niet geboekt: ${JSON.stringify(gedaan.reden)}`)
    geboekt += stuk.length
  }
  return { geboekt, ms, cpuMs }
}

/**
 * Zoals de api: 64 vragers, elk met één boeking tegelijk, een sleutel tegen dubbel, en eerst kijken wat er op de
 * rekeningen staat.
 */
export async function vulLos(db: GemeenteDb, aantal: number, na: number, tm: number): Promise<Vulling> {
  const boekhouder = maakBoekhouder()
  const klok = maakVerhaalklok()
  const alle = [...stukken(aantal, na, tm)].flat()
  let volgende = 0
  const vrager = async (): Promise<void> => {
    for (;;) {
      const nr = na + volgende + 1
      const boeking = alle[volgende++]
      if (boeking === undefined) return
      klok.zet(boeking.vastTeLeggen)
      const gedaan = await boekhouder.voerUit(db, klok, {
        rekeningen: boeking.regels.map(({ rekening }) => rekening),
        verzoek: { sleutel: `verhaal-${nr}`, inhoud: boeking },
        werk: (ronde) => {
          for (const { rekening } of boeking.regels) ronde.saldo(rekening)
          return ronde.boek(boeking)
        },
      })
      if (!gedaan.ok) throw new Error(`niet geboekt: ${JSON.stringify(gedaan.reden)}`)
    }
  }
  const [begin, cpu] = [performance.now(), process.cpuUsage()]
  await Promise.all(Array.from({ length: TEGELIJK }, vrager))
  return { geboekt: alle.length, ms: performance.now() - begin, cpuMs: rekentijd(cpu) }
}
