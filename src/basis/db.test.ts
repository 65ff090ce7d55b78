import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { findRow, findRows, getRow, inEenTransactie, meld, sql } from '#basis/db.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'

opBeideDatabanken('databank', (databank) => {
  test('geeft dagen, grote getallen en breuken bij beide hetzelfde terug', async () => {
    const gm = await verseGemeente(databank())
    const rij = await gm.lees((lezer) =>
      getRow(
        lezer,
        z.object({
          dag: z.string(),
          groot: z.number(),
          breuk: z.string(),
          moment: z.date(),
          vorm: z.unknown(),
        }),
        sql`select date '2026-01-01' as dag, 9007199254740991::bigint as groot, 1.10::numeric as breuk,
                   timestamptz '2026-01-01T00:00:00Z' as moment, '{"a": [1]}'::jsonb as vorm`,
      ),
    )
    assert.deepEqual(rij, {
      dag: '2026-01-01',
      groot: 9007199254740991,
      breuk: '1.10',
      moment: new Date('2026-01-01T00:00:00Z'),
      vorm: { a: [1] },
    })
  })

  test('in één transactie: elke gemeente met haar eigen rol, en alles blijft of niets', async () => {
    const [een, ander] = [await verseGemeente(databank()), await verseGemeente(databank())]
    const rol = z.object({ rol: z.string(), schema: z.string() })
    const wie = sql`select current_user::text as rol, current_schema()::text as schema`
    const tel = (gemeente: typeof een) =>
      gemeente.lees(
        async (lezer) =>
          (await findRows(lezer, z.object({ id: z.string() }), sql`select id from programma_plan`)).length,
      )
    const schrijf = (gooi: boolean) =>
      inEenTransactie(databank(), async (binnen) => {
        const gezien: string[] = []
        for (const { schema } of [een, ander, een]) {
          const gemeente = binnen.gemeente(schema)
          gezien.push((await gemeente.lees((lezer) => getRow(lezer, rol, wie))).rol)
          const id = `plan-${gezien.length}`
          await gemeente.schrijf((tx) =>
            sql`insert into programma_plan (id, hoofdplan) values (${id}, false)`.execute(tx),
          )
        }
        gezien.push((await binnen.beheer((tx) => getRow(tx, rol, wie))).rol)
        if (gooi) throw new Error('toch niet')
        return gezien
      })
    await assert.rejects(schrijf(true), /toch niet/)
    assert.deepEqual([await tel(een), await tel(ander)], [0, 0])
    const [eerste, tweede, weer, eigenaar] = await schrijf(false)
    assert.deepEqual(
      [eerste, tweede, weer],
      [`omzien_${een.schema}`, `omzien_${ander.schema}`, `omzien_${een.schema}`],
    )
    assert.doesNotMatch(eigenaar ?? '', /^omzien_gm/u)
    assert.deepEqual([await tel(een), await tel(ander)], [2, 1])
  })

  test('weigert een bigint die niet veilig is', async () => {
    const gm = await verseGemeente(databank())
    await assert.rejects(
      gm.lees((lezer) => sql`select 9007199254740992::bigint`.execute(lezer)),
      /veilige bereik/,
    )
  })

  test('een lezer kan niet schrijven', async () => {
    const gm = await verseGemeente(databank())
    await assert.rejects(
      gm.lees((lezer) => sql`insert into programma_plan (id) values ('x')`.execute(lezer)),
      /read-only/,
    )
  })

  test('wat mislukt laat niets achter', async () => {
    const gm = await verseGemeente(databank())
    await assert.rejects(
      gm.schrijf(async (tx) => {
        await sql`insert into programma_plan (id) values ('half')`.execute(tx)
        throw new Error('midden in het werk')
      }),
    )
    assert.deepEqual(
      await gm.lees((lezer) =>
        findRows(lezer, z.object({ id: z.string() }), sql`select id from programma_plan`),
      ),
      [],
    )
  })

  test('gelijktijdige transacties lopen niet door elkaar', async () => {
    const [een, ander] = [await verseGemeente(databank()), await verseGemeente(databank())]
    const Pad = z.object({ schema: z.string() })
    const vraag = sql`select current_schema() as schema, pg_sleep(0.002)::text`
    const gezien = await Promise.all(
      Array.from({ length: 40 }, (_, i) => {
        const gm = i % 2 === 0 ? een : ander
        return gm.lees(async (lezer) => {
          const eerst = await getRow(lezer, Pad, vraag)
          const daarna = await getRow(lezer, Pad, vraag)
          return [gm.schema, eerst.schema, daarna.schema]
        })
      }),
    )
    for (const [verwacht, eerst, daarna] of gezien) assert.deepEqual([eerst, daarna], [verwacht, verwacht])
  })

  test('een gemeente kan niet bij de tabellen van een andere, ook niet met haar schemanaam', async () => {
    const [een, ander] = [await verseGemeente(databank()), await verseGemeente(databank())]
    await ander.schrijf((tx) => sql`insert into programma_plan (id) values ('geheim')`.execute(tx))
    for (const vraag of [
      sql`select * from ${sql.id(ander.schema)}.programma_plan`,
      sql`insert into ${sql.id(ander.schema)}.programma_plan (id) values ('y')`,
      sql`select * from omzien.gemeente`,
    ])
      await assert.rejects(
        een.schrijf((tx) => vraag.execute(tx)),
        /permission denied/,
      )
  })

  for (const tabel of [
    'toegang_logboek',
    'programma_versie',
    'programma_stuk',
    'programma_besluit',
    'programma_vaststelling',
    'programma_afdoening',
  ])
    test(`${tabel} is alleen aan te vullen`, async () => {
      const gm = await verseGemeente(databank())
      const kolom = { toegang_logboek: 'handeling', programma_besluit: 'onderwerp' }[tabel] ?? 'plan'
      for (const vraag of [
        sql`update ${sql.id(tabel)} set ${sql.id(kolom)} = 'anders'`,
        sql`delete from ${sql.id(tabel)}`,
        sql`truncate ${sql.id(tabel)}`,
        sql`alter table ${sql.id(tabel)} add column erbij text`,
        sql`drop table ${sql.id(tabel)}`,
      ])
        await assert.rejects(
          gm.schrijf((tx) => vraag.execute(tx)),
          /permission denied|must be owner/,
        )
    })

  test('een melding komt pas na het vastleggen, en niet als het mislukt', async () => {
    const gm = await verseGemeente(databank())
    const gehoord: string[] = []
    await databank().luister(
      (bericht) => gehoord.push(bericht),
      () => undefined,
    )
    await gm.schrijf((tx) => meld(tx, `${gm.schema} goed`))
    await assert.rejects(
      gm.schrijf(async (tx) => {
        await meld(tx, `${gm.schema} mislukt`)
        throw new Error('toch niet')
      }),
    )
    for (let i = 0; i < 100 && gehoord.length === 0; i++) await new Promise((klaar) => setTimeout(klaar, 20))
    assert.deepEqual(gehoord, [`${gm.schema} goed`])
  })

  test('findRow weigert meer dan één rij', async () => {
    const gm = await verseGemeente(databank())
    const Rij = z.object({ n: z.number() })
    assert.equal(await gm.lees((lezer) => findRow(lezer, Rij, sql`select 1 as n where false`)), undefined)
    await assert.rejects(
      gm.lees((lezer) => findRow(lezer, Rij, sql`select 1 as n union all select 2`)),
      /één rij/,
    )
  })
})
