import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { findRegelsBijBoeking, findRegelsVan } from '#grootboek/inlezen/bronregel.store.ts'
import { findAlIngelezen } from '#grootboek/inlezen/inlezen.flow.ts'
import { findBijlagen } from '#grootboek/inlezen/inlezing.store.ts'
import { findBoeking, findKop } from '#grootboek/journaal.store.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import {
  beginInlezen,
  boekProef,
  gelezenProef,
  koppelZonderMeer,
  leesProefIn,
  naarOnderdeel,
  proefregel,
  standen,
} from '#test/inlezing.ts'

const A = proefregel({ sleutel: '2024/INK/1/1', project: 'P1' })
const B = proefregel({ sleutel: '2024/INK/2/1', project: 'P2', bedragCent: centen(50_00) })

opBeideDatabanken('inlezen', (databank) => {
  const begin = async () => beginInlezen(await verseGemeente(databank()))

  test('boekt wat gekoppeld is, en zet de rest zichtbaar op nog onbekend', async () => {
    const plek = await begin()
    const { beeld, doorgevoerd } = await boekProef(plek, [A, B])
    assert.deepEqual(beeld.telling, { nieuw: 2, veranderd: 0, omgehangen: 0, weg: 0, gelijk: 0 })
    assert.deepEqual([doorgevoerd.nummer, doorgevoerd.boekingen, doorgevoerd.eerste], [1, 2, 1])
    assert.deepEqual(await standen(plek.db), {
      'p:-:realisatie:-:2024': 50_00,
      'p:-:ruimte:-:2024': -50_00,
      'p:rijk:realisatie:inloop:2024': 100_00,
      'p:rijk:ruimte:inloop:2024': -100_00,
    })
    const [regel, los] = await plek.db.lees((lezer) => findRegelsVan(lezer, 1, 0, null))
    assert.deepEqual([regel?.regel, regel?.boeking, los?.koppelregel], [A, 1, null])
    const boeking = await plek.db.lees((lezer) => findBoeking(lezer, 1))
    assert.deepEqual(boeking?.grondslag, { soort: 'inlezing', kenmerk: '1' })
    const terug = await plek.db.lees((lezer) => findRegelsBijBoeking(lezer, 2))
    assert.deepEqual(
      terug.map((een) => een.regel.sleutel),
      [B.sleutel],
    )
    const bijlagen = await plek.db.lees((lezer) => findBijlagen(lezer, 1))
    assert.deepEqual(
      bijlagen?.rekeningen.map(({ code, debetCent }) => [code, debetCent]),
      [['43210', 150_00]],
    )
  })

  test('hetzelfde bestand nog eens verandert niets, en is aan zijn bytes al te herkennen', async () => {
    const plek = await begin()
    await boekProef(plek, [A, B])
    const kop = await plek.db.lees(findKop)
    const { afdruk } = await gelezenProef(plek.db, { regels: [A, B] })
    assert.equal((await plek.db.lees((lezer) => findAlIngelezen(lezer, afdruk)))?.nummer, 1)
    const nog = await leesProefIn(plek, { regels: [A, B] })
    assert.ok(nog.ok && nog.waarde.soort === 'gelijk')
    assert.deepEqual(nog.waarde.beeld.telling.gelijk, 2)
    const anderBestand = await leesProefIn(plek, { regels: [B, A] })
    assert.ok(anderBestand.ok && anderBestand.waarde.soort === 'gelijk')
    assert.deepEqual(await plek.db.lees(findKop), kop)
    await koppelZonderMeer(plek.db, { project: 'P2' }, naarOnderdeel('steun', null))
    assert.equal(await plek.db.lees((lezer) => findAlIngelezen(lezer, afdruk)), undefined)
  })

  test('een verbeterd bestand boekt alleen het verschil: spiegel en nieuw', async () => {
    const plek = await begin()
    await boekProef(plek, [A, B])
    const beter = { ...A, bedragCent: centen(120_00) }
    const C = proefregel({ sleutel: '2024/INK/3/1', project: 'P1', bedragCent: centen(-5_00) })
    const { beeld, doorgevoerd } = await boekProef(plek, [beter, C])
    assert.deepEqual(beeld.telling, { nieuw: 1, veranderd: 1, omgehangen: 0, weg: 1, gelijk: 0 })
    assert.deepEqual([doorgevoerd.spiegels, doorgevoerd.boekingen], [2, 4])
    const spiegel = await plek.db.lees((lezer) => findBoeking(lezer, 3))
    assert.deepEqual([spiegel?.corrigeert, spiegel?.soort], [1, 'realisatie'])
    assert.deepEqual(await standen(plek.db), {
      'p:rijk:realisatie:inloop:2024': 115_00,
      'p:rijk:ruimte:inloop:2024': -115_00,
    })
    assert.deepEqual(
      (await plek.db.lees((lezer) => findRegelsVan(lezer, 2, 0, null))).map((een) => [
        een.regel.sleutel,
        een.weg,
        een.boeking,
      ]),
      [
        [C.sleutel, false, 5],
        [A.sleutel, false, 6],
        [B.sleutel, true, 4],
      ],
    )
  })

  test('wat verdwijnt telt alleen binnen de dagen en de soort van het bestand', async () => {
    const plek = await begin()
    const maart = proefregel({ sleutel: 'm', project: 'P1' })
    const mei = proefregel({ sleutel: 'n', project: 'P1', datum: datum('2024-05-02') })
    const contract = proefregel({ sleutel: 'v', soort: 'verplichting', stuk: 'V-77', project: 'P1' })
    await boekProef(plek, [maart, mei])
    await boekProef(plek, [contract])
    const { beeld } = await boekProef(plek, [proefregel({ sleutel: 'q' })], {
      van: '2024-03-01',
      tot: '2024-04-30',
    })
    assert.deepEqual([beeld.telling.weg, beeld.telling.nieuw], [1, 1])
    assert.deepEqual(await standen(plek.db), {
      'p:rijk:realisatie:inloop:2024': 200_00,
      'p:rijk:ruimte:inloop:2024': -300_00,
      'p:rijk:verplicht:inloop:2024:inl-v-77': 100_00,
    })
  })

  test('regels van één boekstuk op dezelfde codes zijn één boeking, met een spoor per regel', async () => {
    const plek = await begin()
    const plaats = { boekstuk: 'X' }
    const delen = [1, 2, 3].map((n) => proefregel({ sleutel: `x${n}`, plaats: { ...plaats, regel: n } }))
    const ander = proefregel({ sleutel: 'x4', rekening: '40000', plaats: { ...plaats, regel: 4 } })
    const { doorgevoerd } = await boekProef(plek, [...delen, ander])
    assert.equal(doorgevoerd.boekingen, 2)
    const anders = delen.map((een, i) => (i === 1 ? { ...een, bedragCent: centen(1) } : een))
    const tweede = await boekProef(plek, [...anders, ander])
    assert.deepEqual([tweede.doorgevoerd.spiegels, tweede.doorgevoerd.boekingen], [1, 2])
    assert.deepEqual((await standen(plek.db))['p:rijk:realisatie:inloop:2024'], 300_01)
  })

  test('begroting uit het systeem wordt bewaard en niet geboekt', async () => {
    const plek = await begin()
    const { doorgevoerd } = await boekProef(plek, [proefregel({ sleutel: 'b', soort: 'begroting' })])
    assert.deepEqual([doorgevoerd.boekingen, await standen(plek.db)], [0, {}])
    assert.equal((await plek.db.lees((lezer) => findRegelsVan(lezer, 1, 0, null))).length, 1)
  })
})
