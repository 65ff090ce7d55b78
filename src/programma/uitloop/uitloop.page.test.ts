import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { besteed } from '#grootboek/deur.ts'
import { TESTKLOK } from '#test/bezoek.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp } from '#test/programma-app.ts'

test('zonder uitgaven toont een bron het verloop van het plan, daarna wat er echt nog is', async () => {
  const databank = await versePglite()
  const app = await maakProefapp({ databank })
  for (const pad of ['/bronnen/rijk', '/geld'])
    assert.ok(!(await app.haal(pad)).woorden.includes('Voorbije jaren tellen wat is uitgegeven'), pad)
  const geboekt = await app.kamer.boekhouder.voerUit(app.db, TESTKLOK, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'realisatie',
        geldigOp: datum('2025-05-01'),
        grondslag: { soort: 'memo', kenmerk: 'proef' },
        regels: besteed(
          { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2025 },
          centen(2_500_00),
        ),
        door: null,
      }),
  })
  assert.ok(geboekt.ok)
  for (const pad of ['/bronnen/rijk', '/geld']) {
    const pagina = await app.haal(pad)
    assert.match(pagina.woorden, /Eind 2025 is er € 7\.500 over/u)
    assert.match(pagina.woorden, /Stand eind van het jaar, € Volgens het plan, €/u)
    assert.match(pagina.woorden, /2025 0 2\.500 7\.500 −0,01/u)
  }
  await databank.sluit()
})
