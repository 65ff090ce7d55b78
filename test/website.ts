import type { AddressInfo } from 'node:net'
import { type Klok, systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { leesConfig } from '#start/config.ts'
import { maakWebsite } from '#start/server.ts'
import { laadVoorbeelden, type Voorbeeldcode } from '#start/voorbeelden.ts'
import { maakServer } from '#start/web/luisteraar.ts'
import type { Emmers } from '#start/web/tempo.ts'
import { versePglite } from '#test/databanken.ts'

export type Website = { adres: string; databank: Databank; sluit: () => Promise<void> }

/** De hele website zoals `npm start` haar maakt, met de voorbeelden, op een vrije poort van deze machine. */
export async function startWebsite(
  opties: {
    databank?: Databank
    klok?: Klok
    /** Welke voorbeelden er staan; gewoon alleen Midden-Drenthe, want dat is snel geladen. */
    voorbeelden?: readonly Voorbeeldcode[]
    emmers?: Partial<Emmers>
    geduldMs?: number
  } = {},
): Promise<Website> {
  const databank = opties.databank ?? (await versePglite())
  const klok = opties.klok ?? systeemklok
  const welke = opties.voorbeelden ?? ['gm1731']
  if (welke.length > 0) await laadVoorbeelden(databank, klok, { welke })
  const config = leesConfig({ OMZIEN_LOG: 'silent' })
  if (!config.ok) throw new Error(config.reden.join())
  const { app, sluit } = await maakWebsite(config.waarde, databank, klok, {
    emmers: opties.emmers,
    geduldMs: opties.geduldMs,
  })
  const server = maakServer(app.luisteraar)
  // Server en vrager delen in een test één proces: leest de server een zwaar bestand, dan zou hij daarna een stille
  // verbinding sluiten die de vrager net opnieuw gebruikt. Hier laat de vrager haar los, niet de server.
  server.keepAliveTimeout = 120_000
  await new Promise<void>((klaar) => server.listen(0, 'localhost', klaar))
  return {
    adres: `http://localhost:${(server.address() as AddressInfo).port}`,
    databank,
    sluit: async () => {
      server.closeAllConnections()
      await new Promise((klaar) => server.close(klaar))
      await sluit()
      if (opties.databank === undefined) await databank.sluit()
    },
  }
}
