import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { boekVerhaal } from '#test/geldverhaal.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'

let databank: Databank
let app: Proefapp
before(async () => {
  databank = await versePglite()
  app = await maakProefapp({ databank })
})
after(() => databank.sluit())

test('eerst alleen het plan, daarna wat de bron inbrengt en waar het is', async () => {
  const eerst = await app.haal('/bronnen/rijk')
  assert.doesNotMatch(eerst.woorden, /Daarvan ontvangen|is besteed;/u)
  assert.match(eerst.woorden, /Nog te verdelen over onderdelen/u)
  await boekVerhaal(app)
  const { tekst, woorden } = await app.haal('/bronnen/rijk')
  assert.match(
    woorden.replaceAll('\u00a0', ' '),
    /Van € 10\.000 is € 400 besteed; er is nog € 9\.600 over\. In dit programma is ook € 1\.350,49 besteed waarvan nog niet bekend is/u,
  )
  assert.match(woorden, /Daarvan ontvangen 2\.500/u)
  assert.match(tekst, /href="\/boekingen\?bron=rijk&amp;kolom=ontvangen"/u)
  const { woorden: achter } = await app.haal('/boekingen?bron=rijk&kolom=toegezegd')
  assert.match(achter, /Samen €\s10\.000,00/u)
  const lijst = await app.haal('/geld')
  assert.match(lijst.woorden, /Ontvangen, € Besteed, € Nog over, €/u)
  assert.match(lijst.tekst, /href="\/bronnen\/rijk#werkelijk"/u)
  assert.doesNotMatch((await app.haal('/geld?bekend-op=1')).woorden, /Nog over, €/u)
})
