import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tijdvak } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { meldMijlpaal } from '#programma/mijlpalen/mijlpalen.flow.ts'
import { findMijlpaalgeschiedenis } from '#programma/mijlpalen/mijlpalen.store.ts'
import { maakRisico, wijzigRisico } from '#programma/risicos/risicos.flow.ts'
import { findRisicoversies } from '#programma/risicos/risicos.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { tweeVerbindingen, verseGemeente } from '#test/databanken.ts'
import { laadKleinPlan } from '#test/geladen.ts'

/** Twee mensen tegelijk aan dezelfde mijlpaal of hetzelfde risico, elk met een eigen verbinding: er wint er één. */

describe('wedlopen over voortgang op een databaseserver', () => {
  const { een, ander } = tweeVerbindingen()

  type Uit = { ok: true } | { ok: false; reden: { code: string } }
  const codes = (...uitkomsten: Uit[]): string[] =>
    uitkomsten.map((uit) => (uit.ok ? 'gelukt' : uit.reden.code)).toSorted()

  test('twee melden over dezelfde mijlpaal, of werken hetzelfde risico bij: er wint er één', async () => {
    const db = await verseGemeente(een())
    await laadKleinPlan(db)
    const ik = await testBezoek(db, 'programmamanager')
    const jij = { ...(await testBezoek(db, 'programmamanager')), db: ander().gemeente(db.schema) }
    for (let gezien = 0; gezien < 8; gezien++) {
      const melding = (reden: string) =>
        ({
          onderdeel: 'inloop',
          mijlpaal: 'open',
          gezien,
          fase: 'verwacht',
          verwacht: tijdvak(`${2024 + gezien}`),
          letterlijk: null,
          bereiktOp: null,
          reden,
        }) as const
      const uit = await Promise.all([
        meldMijlpaal(ik, 'proef', melding('hier')),
        meldMijlpaal(jij, 'proef', melding('daar')),
      ])
      assert.deepEqual(codes(...uit), ['gelukt', 'intussen_gewijzigd'])
    }
    const meldingen = await db.lees((lezer) => findMijlpaalgeschiedenis(lezer, 'proef'))
    assert.deepEqual(
      meldingen.map(({ volgnr }) => volgnr),
      [1, 2, 3, 4, 5, 6, 7, 8],
    )
    assert.equal(new Set(meldingen.map(({ op }) => op)).size, 8, 'elke melding heeft een eigen moment')
    const risico = {
      onderdeel: null,
      oorzaak: 'o',
      gebeurtenis: 'g',
      gevolg: 'v',
      kans: 3,
      laagCent: centen(0),
      hoogCent: centen(1),
      maatregel: 'm',
      eigenaarrol: 'r',
      stand: 'open',
      reden: 'begin',
    } as const
    const gemaakt = await Promise.all([
      maakRisico(ik, 'proef', risico),
      maakRisico(jij, 'proef', { ...risico, gebeurtenis: 'anders' }),
    ])
    assert.deepEqual(gemaakt.map((uit) => (uit.ok ? uit.waarde.nummer : 0)).toSorted(), [1, 2])
    for (let gezien = 1; gezien < 8; gezien++) {
      const plek = { nummer: 1, gezien }
      const uit = await Promise.all([
        wijzigRisico(ik, 'proef', plek, { ...risico, reden: `hier ${gezien}` }),
        wijzigRisico(jij, 'proef', plek, { ...risico, reden: `daar ${gezien}` }),
      ])
      assert.deepEqual(codes(...uit), ['gelukt', 'intussen_gewijzigd'])
    }
    assert.equal((await db.lees((lezer) => findRisicoversies(lezer, 'proef', 1))).length, 8)
  })
})
