import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vasteKlok } from '#basis/datum.ts'
import { GESTOPT, maakWerkvoorraad, ONGELUK, type Taak, type Werkuitslag } from '#toegang/werk.ts'

const KLAAR: Werkuitslag = { goed: true, zin: 'Klaar.' }

function proef(opties: { meesteWachtend?: number; meesteBewaard?: number } = {}) {
  const ongelukken: unknown[] = []
  const voorraad = maakWerkvoorraad({
    klok: vasteKlok('2026-11-22T09:00:00Z'),
    meldOngeluk: (fout, { soort }) => ongelukken.push([fout, soort]),
    ...opties,
  })
  const begin = (taak: Taak, gemeente = 'gm0001', wie = 'ik'): string => {
    const id = voorraad.start(gemeente, wie, 'Proef', taak)
    assert.ok(id.ok)
    return id.waarde
  }
  const fase = (id: string, gemeente = 'gm0001'): string | undefined =>
    voorraad.vind(gemeente, 'ik', id)?.fase
  return { voorraad, begin, fase, ongelukken }
}

/** Een taak die loopt tot iemand haar laat gaan. */
function houd(): { taak: Taak; laat: () => void } {
  const slot = Promise.withResolvers<void>()
  return {
    taak: async () => {
      await slot.promise
      return KLAAR
    },
    laat: () => slot.resolve(),
  }
}

const even = () => new Promise((klaar) => setImmediate(klaar))

test('één tegelijk per gemeente, op volgorde; een andere gemeente wacht daar niet op', async () => {
  const { voorraad, begin, fase } = proef()
  const [a, b] = [houd(), houd()]
  const [eerste, tweede] = [begin(a.taak), begin(b.taak)]
  const elders = begin(async () => KLAAR, 'gm0002')
  await even()
  assert.deepEqual([fase(eerste), fase(tweede), fase(elders, 'gm0002')], ['bezig', 'wacht', 'klaar'])
  assert.equal(voorraad.vind('gm0001', 'ik', tweede)?.voor, 1)
  a.laat()
  await even()
  assert.deepEqual([fase(eerste), fase(tweede)], ['klaar', 'bezig'])
  assert.deepEqual(voorraad.vind('gm0001', 'ik', eerste)?.uitslag, KLAAR)
  b.laat()
  await even()
  assert.deepEqual(
    voorraad.lijst('gm0001', 'ik').map(({ id }) => id),
    [tweede, eerste],
  )
})

test('na het laatste werk begint nieuw werk gewoon weer', async () => {
  const { begin, fase } = proef()
  for (let i = 0; i < 3; i++) {
    const id = begin(async () => KLAAR)
    await even()
    assert.equal(fase(id), 'klaar')
  }
})

test('voortgang is te lezen terwijl het loopt, en verandert niet meer als het klaar is', async () => {
  const { voorraad, begin } = proef()
  let meld: Parameters<Taak>[0] = () => undefined
  const slot = Promise.withResolvers<void>()
  const id = begin(async (meldHier) => {
    meld = meldHier
    await slot.promise
    return KLAAR
  })
  await even()
  meld({ gedaan: 3, totaal: 9, eenheid: 'regels', stap: 'Lezen' })
  assert.deepEqual(voorraad.vind('gm0001', 'ik', id)?.voortgang, {
    gedaan: 3,
    totaal: 9,
    eenheid: 'regels',
    stap: 'Lezen',
  })
  slot.resolve()
  await even()
  meld({ gedaan: 99 })
  assert.equal(voorraad.vind('gm0001', 'ik', id)?.voortgang.gedaan, 3)
})

test('een ander ziet het niet en stopt het niet, ook niet bij een andere gemeente', async () => {
  const { voorraad, begin, fase } = proef()
  const a = houd()
  const id = begin(a.taak)
  await even()
  for (const [gemeente, wie] of [
    ['gm0001', 'ander'],
    ['gm0002', 'ik'],
  ] as const) {
    assert.equal(voorraad.vind(gemeente, wie, id), undefined)
    assert.equal(voorraad.stop(gemeente, wie, id), false)
    assert.deepEqual(voorraad.lijst(gemeente, wie), [])
  }
  assert.equal(fase(id), 'bezig')
  a.laat()
})

test('stoppen: wat wacht meteen, wat loopt zodra het kijkt, wat klaar is niet meer', async () => {
  const { voorraad, begin, fase } = proef()
  let begonnen = 0
  const loopt = begin(async (_, stop) => {
    begonnen++
    for (;;) {
      await even()
      stop.throwIfAborted()
    }
  })
  const wacht = begin(async () => {
    begonnen++
    return KLAAR
  })
  await even()
  assert.ok(voorraad.stop('gm0001', 'ik', wacht))
  assert.equal(fase(wacht), 'gestopt')
  assert.ok(voorraad.stop('gm0001', 'ik', loopt))
  await even()
  await even()
  assert.equal(fase(loopt), 'gestopt')
  assert.deepEqual(voorraad.vind('gm0001', 'ik', loopt)?.uitslag, GESTOPT)
  assert.equal(voorraad.stop('gm0001', 'ik', loopt), false)
  assert.equal(begonnen, 1)
  const daarna = begin(async () => KLAAR)
  await even()
  assert.equal(fase(daarna), 'klaar')
})

test('een ongeluk wordt gemeld en laat de rest van de rij doorgaan', async () => {
  const { voorraad, begin, fase, ongelukken } = proef()
  const fout = new Error('geheime binnenkant')
  const stuk = begin(() => {
    throw fout
  })
  const daarna = begin(async () => KLAAR)
  await even()
  await even()
  assert.deepEqual([fase(stuk), fase(daarna)], ['mislukt', 'klaar'])
  assert.deepEqual(voorraad.vind('gm0001', 'ik', stuk)?.uitslag, ONGELUK)
  assert.deepEqual(ongelukken, [[fout, 'Proef']])
})

test('de rij is begrensd per gemeente, en er blijft niet meer afgelopen werk staan dan afgesproken', async () => {
  const { voorraad, begin } = proef({ meesteWachtend: 2, meesteBewaard: 3 })
  const a = houd()
  begin(a.taak)
  await even()
  begin(async () => KLAAR)
  begin(async () => KLAAR)
  assert.deepEqual(voorraad.start('gm0001', 'ik', 'Proef', a.taak), { ok: false, reden: 'te_druk' })
  begin(async () => KLAAR, 'gm0002')
  a.laat()
  for (let i = 0; i < 5; i++) {
    await even()
    begin(async () => KLAAR)
  }
  await even()
  assert.equal(voorraad.lijst('gm0001', 'ik').length + voorraad.lijst('gm0002', 'ik').length, 3)
})

test('sluiten stopt alles, wacht tot het stil is en neemt niets meer aan', async () => {
  const { voorraad, begin, fase } = proef()
  let opgeruimd = false
  const loopt = begin(async (_, stop) => {
    await new Promise((klaar) => stop.addEventListener('abort', klaar, { once: true }))
    await even()
    opgeruimd = true
    throw stop.reason
  })
  const wacht = begin(async () => KLAAR)
  await even()
  await voorraad.sluit()
  assert.ok(opgeruimd)
  assert.deepEqual([fase(loopt), fase(wacht)], ['gestopt', 'gestopt'])
  assert.deepEqual(
    voorraad.start('gm0001', 'ik', 'Proef', async () => KLAAR),
    { ok: false, reden: 'te_druk' },
  )
})
