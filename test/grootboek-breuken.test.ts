import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { z } from 'zod'
import { findRows, type GemeenteDb, sql, type Tx } from '#basis/db.ts'
import { type Breuksoort, type Controleverslag, controleerJournaal, schakel } from '#grootboek/deur.ts'
import { opBeideDatabanken } from '#test/databanken.ts'
import { gevuldeGemeente, maakToeval } from '#test/grootboek-geschiedenis.ts'

const AANTAL = 240

/** Wat iemand met alle rechten zou kunnen doen, en welke breuk dat eerst geeft. */
const KNOEIEN: readonly (readonly [string, string, Breuksoort, number | null])[] = [
  [
    'een bedrag in de tekst',
    `update grootboek_boeking set inhoud = regexp_replace(inhoud, '"-([1-9])', '"-9\\1') where nr = 50`,
    'keten',
    50,
  ],
  [
    'een teken erbij aan het eind',
    `update grootboek_boeking set inhoud = inhoud || ' ' where nr = 51`,
    'keten',
    51,
  ],
  ['een hash', `update grootboek_boeking set hash = repeat('a', 64) where nr = 52`, 'keten', 52],
  [
    'een boeking weg',
    `alter table grootboek_regel drop constraint grootboek_regel_boeking_fkey;
     alter table grootboek_boeking drop constraint grootboek_boeking_corrigeert_fkey;
     alter table grootboek_tekst drop constraint grootboek_tekst_boeking_fkey;
     delete from grootboek_boeking where nr = 60`,
    'nummer',
    60,
  ],
  [
    'de laatste boeking weg',
    `delete from grootboek_regel where boeking = ${AANTAL}; delete from grootboek_tekst where boeking = ${AANTAL};
     delete from grootboek_boeking where nr = ${AANTAL}`,
    'nummer',
    AANTAL,
  ],
  [
    'twee boekingen verwisseld',
    `create temp table wissel as select nr, inhoud, hash from grootboek_boeking where nr in (70, 71);
     update grootboek_boeking b set inhoud = w.inhoud, hash = w.hash from wissel w where b.nr = 141 - w.nr;
     drop table wissel`,
    'keten',
    70,
  ],
  [
    'een boeking erbij achteraan',
    `insert into grootboek_boeking select ${AANTAL} + 1, vastgelegd_op + interval '1 hour', geldig_op, soort, grondslag_soort,
       grondslag, null, inhoud, hash from grootboek_boeking where nr = ${AANTAL}`,
    'kop',
    null,
  ],
  [
    'een regel anders',
    `update grootboek_regel set bedrag = bedrag + 1 where boeking = 80 and regel = 1`,
    'regels',
    80,
  ],
  ['een regel weg', `delete from grootboek_regel where boeking = 81 and regel = 2`, 'regels', 81],
  [
    'een regel erbij',
    `insert into grootboek_regel select boeking, 99, post, geldig_op, 1 from grootboek_regel
      where boeking = 82 and regel = 1`,
    'regels',
    82,
  ],
  [
    'een regel op een andere post',
    `update grootboek_regel set post = (select min(id) from grootboek_post p where p.id <> post)
      where boeking = 83 and regel = 1`,
    'regels',
    83,
  ],
  [
    'een dag van een regel',
    `update grootboek_regel set geldig_op = geldig_op + 1 where boeking = 84 and regel = 1`,
    'regels',
    84,
  ],
  ['de dag', `update grootboek_boeking set geldig_op = geldig_op - 1 where nr = 90`, 'kolom', 90],
  [
    'het moment',
    `update grootboek_boeking set vastgelegd_op = vastgelegd_op - interval '1 day' where nr = 91`,
    'kolom',
    91,
  ],
  ['de soort', `update grootboek_boeking set soort = soort || 'x' where nr = 92`, 'kolom', 92],
  ['de grondslag', `update grootboek_boeking set grondslag = 'X' where nr = 93`, 'kolom', 93],
  [
    'de soort grondslag',
    `update grootboek_boeking set grondslag_soort = 'besluit' where nr = 94`,
    'kolom',
    94,
  ],
  [
    'wat zij corrigeert',
    `update grootboek_boeking set corrigeert = 1 where nr = (select min(nr) from grootboek_boeking where nr > 94 and corrigeert is null)`,
    'kolom',
    95,
  ],
  [
    'een naam van een post',
    `update grootboek_post set rekening = 'sociaal:anders:vrijval'
      where id = (select post from grootboek_regel where boeking = 1 and regel = 1)`,
    'regels',
    1,
  ],
  [
    'een kolom van een post',
    `update grootboek_post set jaar = 1999 where id = (select min(id) from grootboek_post where jaar is not null)`,
    'post',
    null,
  ],
  [
    'een saldo',
    `update grootboek_saldo set bedrag = bedrag + 1 where post = (select min(post) from grootboek_saldo)`,
    'saldo',
    null,
  ],
  [
    'een saldo weg',
    `delete from grootboek_saldo where post = (select min(post) from grootboek_saldo where bedrag <> 0)`,
    'saldo',
    null,
  ],
  [
    'een foto',
    `update grootboek_foto set bedrag = bedrag + 1 where nr = 100 and post = (select min(post) from grootboek_foto where nr = 100)`,
    'foto',
    100,
  ],
  [
    'een deel van een foto weg',
    `delete from grootboek_foto where nr = 200 and post = (select max(post) from grootboek_foto where nr = 200)`,
    'foto',
    200,
  ],
  ['een hele foto weg', 'delete from grootboek_foto where nr = 100', 'foto', 200],
  ['de kop', `update grootboek_kop set hash = repeat('b', 64)`, 'kop', null],
  ['het moment van de kop', `update grootboek_kop set op = op + interval '1 second'`, 'kop', null],
  ['de kop terug', `update grootboek_kop set nr = nr - 1`, 'kop', null],
]

opBeideDatabanken('een breuk in het journaal', (databank) => {
  let db: GemeenteDb
  before(async () => {
    db = await gevuldeGemeente(databank(), AANTAL)
  })

  /** Knoeit met de rechten van de eigenaar, leest na en zet alles terug door de transactie te laten vallen. */
  async function naKnoeien(knoei: (tx: Tx) => Promise<void>): Promise<Controleverslag> {
    let verslag: Controleverslag | undefined
    const terug = new Error('terug')
    await assert.rejects(
      databank().beheer(async (tx) => {
        await sql`select set_config('search_path', ${db.schema}, true)`.execute(tx)
        await knoei(tx)
        const hierbinnen: GemeenteDb = {
          ...db,
          lees: (werk) => werk(tx),
          schrijf: (werk) => werk(tx),
        }
        verslag = await controleerJournaal(hierbinnen, { perStuk: 33 })
        throw terug
      }),
      terug,
    )
    return verslag ?? assert.fail()
  }

  test('zonder knoeien is er geen, hoe groot de stukken ook zijn', async () => {
    for (const perStuk of [1, 7, 100, 10_000]) {
      const { goed, eerste, geteld } = await controleerJournaal(db, { perStuk })
      assert.ok(goed, JSON.stringify(eerste))
      assert.deepEqual([geteld.boekingen, geteld.fotos], [AANTAL, 2])
      assert.ok(geteld.toelichtingen > 0)
    }
  })

  for (const [naam, opdrachten, soort, nr] of KNOEIEN)
    test(`gevonden: ${naam}`, async () => {
      const { goed, eerste, breuken } = await naKnoeien(async (tx) => {
        for (const opdracht of opdrachten.split(';')) await sql.raw(opdracht).execute(tx)
      })
      assert.ok(!goed && breuken > 0)
      assert.deepEqual([eerste?.soort, eerste?.nr], [soort, nr])
    })

  test('gevonden: een andere toelichting, en een toelichting die er niet hoort', async () => {
    const [met] = await db.lees((lezer) =>
      findRows(lezer, z.object({ nr: z.int() }), sql`select min(boeking) as nr from grootboek_tekst`),
    )
    assert.ok(met)
    const anders = await naKnoeien(async (tx) => {
      await sql`update grootboek_tekst set tekst = tekst || '!' where boeking = ${met.nr}`.execute(tx)
    })
    assert.deepEqual(anders.eerste, { nr: met.nr, soort: 'toelichting', over: null })
    const erbij = await naKnoeien(async (tx) => {
      await sql`insert into grootboek_tekst (boeking, zout, tekst)
                select min(nr), 'z', 't' from grootboek_boeking
                 where nr not in (select boeking from grootboek_tekst)`.execute(tx)
    })
    assert.equal(erbij.eerste?.soort, 'toelichting')
  })

  test('gevonden: elke omgevallen letter, waar ook in de tekst', async () => {
    const toeval = maakToeval(8)
    for (let keer = 0; keer < 60; keer++) {
      const [nr, plek] = [1 + toeval.tot(AANTAL), toeval.tot(10_000)]
      const { eerste } = await naKnoeien(async (tx) => {
        await sql`update grootboek_boeking
                     set inhoud = overlay(inhoud placing chr(ascii(substr(inhoud, 1 + ${plek}::int % length(inhoud), 1)) # 1)
                                          from 1 + ${plek}::int % length(inhoud) for 1) where nr = ${nr}`.execute(
          tx,
        )
      })
      assert.deepEqual([eerste?.nr, eerste?.soort], [nr, 'keten'])
    }
  })

  test('gevonden: een herschreven keten die niet in evenwicht is, en een moment dat terugloopt', async () => {
    const herschrijf = (nr: number, van: RegExp, naar: string) => async (tx: Tx) => {
      const rijen = await findRows(
        tx,
        z.object({ nr: z.int(), inhoud: z.string(), hash: z.string() }),
        sql`select nr, inhoud, hash from grootboek_boeking where nr >= ${nr - 1} order by nr`,
      )
      let hash = rijen[0]?.hash ?? ''
      for (const rij of rijen.slice(1)) {
        const inhoud = rij.nr === nr ? rij.inhoud.replace(van, naar) : rij.inhoud
        hash = schakel(hash, inhoud)
        await sql`update grootboek_boeking set inhoud = ${inhoud}, hash = ${hash} where nr = ${rij.nr}`.execute(
          tx,
        )
      }
      await sql`update grootboek_kop set hash = ${hash}`.execute(tx)
    }
    const moment = await naKnoeien(async (tx) => {
      await herschrijf(100, /"vastgelegdOp":"\d{4}/u, '"vastgelegdOp":"2001')(tx)
      await sql`update grootboek_boeking set vastgelegd_op = vastgelegd_op - interval '25 years' where nr = 100`.execute(
        tx,
      )
    })
    assert.deepEqual([moment.eerste?.nr, moment.eerste?.soort], [100, 'moment'])
    const evenwicht = await naKnoeien(async (tx) => {
      await herschrijf(100, /,"-?\d+",/u, ',"123456789",')(tx)
      await sql`update grootboek_regel set bedrag = 123456789 where boeking = 100 and regel = 1`.execute(tx)
    })
    assert.deepEqual([evenwicht.eerste?.nr, evenwicht.eerste?.soort], [100, 'evenwicht'])
    assert.match(evenwicht.eerste?.over ?? '', /^sociaal:/u)
  })
})
