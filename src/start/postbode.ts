import type { Klok } from '#basis/datum.ts'
import type { Databank, GemeenteDb } from '#basis/db.ts'
import type { Gemeente } from '#start/gemeenten.ts'
import { type Bezorger, bezorgRonde, ruimBerichtenOp } from '#toegang/deur.ts'

export type Postbode = {
  /** Bij deze gemeente is iets veranderd: misschien ligt er een bericht klaar. */
  wek: (gemeente: string) => void
  /** Maakt de lopende poging af en stopt. */
  sluit: () => Promise<void>
}

export type PostbodeOpties = {
  databank: Databank
  gemeenten: () => readonly Gemeente[]
  klok: Klok
  /** Ontbreekt zolang er geen mailserver is ingesteld: dan wachten berichten, en ruimt hij alleen op. */
  bezorger: Bezorger | undefined
  bewaarDagen: number
  /** Wat een andere kamer op tijd wil wissen. */
  ruimOok: (db: GemeenteDb, klok: Klok) => Promise<void>
  meldOngeluk: (fout: unknown, gemeente: string) => void
  /** Hoe vaak hij uit zichzelf kijkt. */
  rondeMs?: number
}

const RONDE_MS = 15_000
const EVEN_MS = 250
const OPRUIMEN_MS = 3_600_000

/** Loopt langs alle gemeenten en bezorgt wat klaarligt. Meer processen mogen dit tegelijk doen: een bericht wordt geleend. */
export function maakPostbode(opties: PostbodeOpties): Postbode {
  const { rondeMs = RONDE_MS } = opties
  const stop = new AbortController()
  const opgeruimd = new Map<string, number>()
  const teDoen = new Set<string>()
  let lopend: Promise<void> | undefined

  async function bij(gemeente: Gemeente): Promise<void> {
    const db = opties.databank.gemeente(gemeente.code)
    const nuMs = opties.klok.nu().getTime()
    if (nuMs - (opgeruimd.get(gemeente.code) ?? 0) >= OPRUIMEN_MS) {
      await ruimBerichtenOp(db, opties.klok, opties.bewaarDagen)
      await opties.ruimOok(db, opties.klok)
      opgeruimd.set(gemeente.code, nuMs)
    }
    if (opties.bezorger === undefined) return
    const plek = { db, namens: `Gemeente ${gemeente.naam}`, klok: opties.klok }
    await bezorgRonde(plek, opties.bezorger, stop.signal)
  }
  async function loop(): Promise<void> {
    for (const code of teDoen) {
      teDoen.delete(code)
      const gemeente = opties.gemeenten().find((een) => een.code === code)
      if (gemeente === undefined || stop.signal.aborted) continue
      await bij(gemeente).catch((fout: unknown) => {
        if (!stop.signal.aborted) opties.meldOngeluk(fout, code)
      })
    }
  }
  const begin = (): void => {
    if (stop.signal.aborted) return
    lopend ??= loop().finally(() => {
      lopend = undefined
      if (teDoen.size > 0) begin()
    })
  }
  const ronde = setInterval(() => {
    for (const { code } of opties.gemeenten()) teDoen.add(code)
    begin()
  }, rondeMs)
  ronde.unref()
  let gewekt: NodeJS.Timeout | undefined
  return {
    // Even wachten: een inlezing meldt honderden keren achter elkaar dat er iets veranderde.
    wek: (gemeente) => {
      teDoen.add(gemeente)
      gewekt ??= setTimeout(() => {
        gewekt = undefined
        begin()
      }, EVEN_MS).unref()
    },
    async sluit() {
      stop.abort()
      clearInterval(ronde)
      clearTimeout(gewekt)
      await lopend
      opties.bezorger?.sluit()
    },
  }
}
