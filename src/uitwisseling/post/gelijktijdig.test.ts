import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import { type GemeenteDb, openPostgres } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { startPostgres, verseGemeente, verseServerDatabank } from '#test/databanken.ts'
import { kopVan, startMailserver } from '#test/mailserver.ts'
import { Adres, bezorgRonde, legBerichtKlaar } from '#toegang/deur.ts'
import { maakPost } from '#uitwisseling/post/post.ts'

const BEGIN = '2026-03-02T08:00:00Z'

test('twee processen tegelijk op een databaseserver: elk bericht één keer', async () => {
  const postgres = await startPostgres()
  const een = await verseServerDatabank(postgres.url)
  const ander = await openPostgres(een.url)
  const server = await startMailserver({ bijBericht: () => new Promise((klaar) => setTimeout(klaar, 5)) })
  try {
    const db = await verseGemeente(een)
    const post = maakPost({ smtp: server.adres, afzender: 'omzien@gemeente.voorbeeld' })
    await db.schrijf(async (tx) => {
      for (let n = 0; n < 40; n++)
        await legBerichtKlaar(tx, {
          sleutel: `a:${n}`,
          aan: { adres: Adres.parse('lezer@voorbeeld.nl') },
          onderwerp: 'Nieuw rapport',
          tekst: 'Er is een rapport.',
          op: momentVan(new Date(BEGIN)),
        })
    })
    const plek = (bij: GemeenteDb) => ({ db: bij, namens: 'Gemeente Proef', klok: vasteKlok(BEGIN) })
    const ronde = (bij: GemeenteDb) => bezorgRonde(plek(bij), post, new AbortController().signal)
    const verzonden = await Promise.all([ronde(db), ronde(ander.gemeente(db.schema))])
    assert.equal(
      verzonden.reduce((som, n) => som + n, 0),
      40,
    )
    assert.ok(verzonden.filter((n) => n > 0).length > 1, 'er deed er maar één mee')
    const kenmerken = server.ontvangen.map(({ ruw }) => kopVan(ruw, 'message-id'))
    assert.equal(kenmerken.length, 40)
    assert.equal(new Set(kenmerken).size, 40)
  } finally {
    await server.stop()
    await ander.sluit()
    await een.sluit()
    await postgres.stop()
  }
})
