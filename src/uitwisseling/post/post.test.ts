import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { z } from 'zod'
import { type Klok, vasteKlok } from '#basis/datum.ts'
import { type Databank, findRow, findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt } from '#basis/uitkomst.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { kopVan, startMailserver, tekstVan } from '#test/mailserver.ts'
import { findBerichtenstand, probeerOpnieuw } from '#toegang/bericht.flow.ts'
import {
  Adres,
  type Bericht,
  type Bezorger,
  bezorgRonde,
  legBerichtKlaar,
  ruimBerichtenOp,
} from '#toegang/deur.ts'
import { zetAdres } from '#toegang/toegang.flow.ts'
import { maakPost } from '#uitwisseling/post/post.ts'

const AFZENDER = 'omzien@gemeente.voorbeeld'
const BEGIN = '2026-03-02T08:00:00Z'
const GEEN_STOP = new AbortController().signal

const later = (minuten: number): Klok =>
  vasteKlok(new Date(Date.parse(BEGIN) + minuten * 60_000).toISOString())

const bericht = (sleutel: string, anders: Partial<Bericht> = {}): Bericht => ({
  sleutel,
  aan: { adres: Adres.parse('lezer@voorbeeld.nl') },
  onderwerp: 'Eén nieuw rapport',
  tekst: 'Er is een rapport.\n\nLees het op de site: € 1.250.',
  op: momentVan(new Date(BEGIN)),
  ...anders,
})

const leg = (db: GemeenteDb, ...berichten: Bericht[]): Promise<boolean[]> =>
  db.schrijf(async (tx) => {
    const gelegd: boolean[] = []
    for (const een of berichten) gelegd.push(await legBerichtKlaar(tx, een))
    return gelegd
  })

/** Mailservers van een test gaan dicht als hij klaar is, ook als hij zakt. */
const open: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.stop()
})
async function mailserver(opties: Parameters<typeof startMailserver>[0] = {}) {
  const server = await startMailserver(opties)
  open.push(server)
  return server
}

const ronde = (db: GemeenteDb, bezorger: Bezorger, klok = later(0)): Promise<number> =>
  bezorgRonde({ db, namens: 'Gemeente Proef', klok }, bezorger, GEEN_STOP)

const Rij = z.object({
  sleutel: z.string(),
  stand: z.string(),
  reden: z.string().nullable(),
  pogingen: z.int(),
})
const rijen = (db: GemeenteDb) =>
  db.lees((lezer) =>
    findRows(lezer, Rij, sql`select sleutel, stand, reden, pogingen from toegang_bericht order by sleutel`),
  )

describe('post bezorgen', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  test('een bericht komt één keer aan, leesbaar en met de koppen die erbij horen', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver()
    const post = maakPost({ smtp: server.adres, afzender: AFZENDER })
    const afmelden = 'https://omzien.voorbeeld/abonnement/af/abc'
    assert.deepEqual(await leg(db, bericht('rapport:1', { afmelden }), bericht('rapport:1')), [true, false])
    assert.equal(await ronde(db, post), 1)
    assert.equal(await ronde(db, post, later(60)), 0)
    const [een, ...meer] = server.ontvangen
    assert.ok(een)
    assert.deepEqual(meer, [])
    assert.deepEqual(een.naar, ['lezer@voorbeeld.nl'])
    assert.match(kopVan(een.ruw, 'message-id') ?? '', /^<[0-9a-f-]{36}@gemeente\.voorbeeld>$/u)
    assert.equal(kopVan(een.ruw, 'from'), `Gemeente Proef <${AFZENDER}>`)
    assert.equal(kopVan(een.ruw, 'to'), 'lezer@voorbeeld.nl')
    assert.equal(kopVan(een.ruw, 'list-unsubscribe'), `<${afmelden}>`)
    assert.equal(kopVan(een.ruw, 'list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
    assert.equal(kopVan(een.ruw, 'auto-submitted'), 'auto-generated')
    assert.match(kopVan(een.ruw, 'content-type') ?? '', /^text\/plain; charset=utf-8/u)
    assert.match(tekstVan(een.ruw), /€ 1\.250/u)
  })

  test('een onderwerp met regeleinden maakt geen extra kop', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver()
    await leg(db, bericht('a:1', { onderwerp: 'Rapport\r\nBcc: ander@voorbeeld.nl\r\n\r\nhallo' }))
    await ronde(db, maakPost({ smtp: server.adres, afzender: AFZENDER }))
    const [een] = server.ontvangen
    assert.deepEqual(een?.naar, ['lezer@voorbeeld.nl'])
    assert.equal(kopVan(een?.ruw ?? '', 'bcc'), undefined)
    assert.equal(kopVan(een?.ruw ?? '', 'list-unsubscribe'), undefined)
    assert.equal(kopVan(een?.ruw ?? '', 'subject'), 'Rapport Bcc: ander@voorbeeld.nl hallo')
    await assert.rejects(leg(db, bericht('a:2', { aan: { adres: 'a@b.nl\r\nBcc: c@d.nl' as Adres } })))
  })

  test('server uit: het bericht wacht, de rest van de ronde ook, en later komt alles aan', async () => {
    const db = await verseGemeente(databank)
    const eerst = await mailserver()
    await eerst.stop()
    const post = maakPost({ smtp: eerst.adres, afzender: AFZENDER })
    await leg(db, bericht('a:1'), bericht('a:2'))
    assert.equal(await ronde(db, post), 0)
    assert.deepEqual(
      (await rijen(db)).map(({ stand, reden, pogingen }) => [stand, reden, pogingen]).toSorted(),
      [
        ['wacht', null, 0],
        ['wacht', 'server_onbereikbaar', 1],
      ],
    )
    const weer = await mailserver({ poort: eerst.poort })
    assert.equal(await ronde(db, post, later(0)), 1, 'het eerste is nog niet aan de beurt')
    assert.equal(await ronde(db, post, later(1)), 1)
    assert.equal(weer.ontvangen.length, 2)
  })

  test('een server die uit blijft: na dagen opgegeven, zichtbaar, en opnieuw te proberen', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver()
    await server.stop()
    const post = maakPost({ smtp: server.adres, afzender: AFZENDER })
    await leg(db, bericht('a:1'))
    let minuut = 0
    for (const wachten of [0, 1, 5, 15, 60, 240, 720, 1440, 1440]) {
      minuut += wachten
      await ronde(db, post, later(minuut))
    }
    assert.deepEqual(await rijen(db), [
      { sleutel: 'a:1', stand: 'opgegeven', reden: 'server_onbereikbaar', pogingen: 9 },
    ])
    const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: later(minuut) }
    const stand = await findBerichtenstand(beheerder)
    assert.ok(stand.ok)
    assert.deepEqual(stand.waarde.telling, {
      wacht: 0,
      verzonden: 0,
      verzondenDezeWeek: 0,
      opgegeven: 1,
      opnieuwMogelijk: 1,
    })
    assert.equal(stand.waarde.laatste?.uitslag, 'server_onbereikbaar')
    assert.doesNotMatch(JSON.stringify(stand), /lezer@|Eén nieuw rapport/u)
    assert.deepEqual(await probeerOpnieuw(await testBezoek(db, 'college'), undefined), {
      ok: false,
      reden: 'mag_niet',
    })
    assert.deepEqual(await probeerOpnieuw(beheerder, undefined), gelukt({ aantal: 1 }))
    const weer = await mailserver({ poort: server.poort })
    assert.equal(await ronde(db, post, later(minuut)), 1)
    assert.equal(weer.ontvangen.length, 1)
  })

  test('één ontvanger geweigerd houdt de anderen niet op, en het antwoord van de server blijft buiten', async () => {
    const db = await verseGemeente(databank)
    const codes: Record<string, number> = { 'weg@voorbeeld.nl': 550, 'straks@voorbeeld.nl': 451 }
    const server = await mailserver({ weiger: (adres) => codes[adres] })
    const naar = (adres: string) => ({ aan: { adres: Adres.parse(adres) } })
    await leg(
      db,
      bericht('a:1', naar('weg@voorbeeld.nl')),
      bericht('a:2', naar('straks@voorbeeld.nl')),
      bericht('a:3', naar('goed@voorbeeld.nl')),
    )
    assert.equal(await ronde(db, maakPost({ smtp: server.adres, afzender: AFZENDER })), 1)
    assert.deepEqual(
      (await rijen(db)).map(({ stand, reden }) => [stand, reden]),
      [
        ['opgegeven', 'adres_geweigerd'],
        ['wacht', 'even_niet'],
        ['verzonden', null],
      ],
    )
    const pogingen = await db.lees((lezer) =>
      findRows(
        lezer,
        z.object({ t: z.string(), code: z.int().nullable() }),
        sql`select p::text as t, code from toegang_bezorgpoging p order by nummer`,
      ),
    )
    assert.deepEqual(new Set(pogingen.map(({ code }) => code)), new Set([550, 451, null]))
    assert.doesNotMatch(pogingen.map(({ t }) => t).join(), /voorbeeld\.nl|postbus/u)
  })

  test('omgevallen tussen versturen en vastleggen: hetzelfde bericht nog eens, met dezelfde Message-ID', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver()
    const post = maakPost({ smtp: server.adres, afzender: AFZENDER })
    const valtOm: Bezorger = {
      ...post,
      bezorg: async (stuk) => {
        await post.bezorg(stuk)
        throw new Error('stekker eruit')
      },
    }
    await leg(db, bericht('a:1'))
    await assert.rejects(ronde(db, valtOm), /stekker/u)
    assert.equal(await ronde(db, post, later(1)), 0, 'nog uitgeleend aan wie omviel')
    assert.equal(await ronde(db, post, later(3)), 1)
    const [een, twee] = server.ontvangen.map(({ ruw }) => kopVan(ruw, 'message-id'))
    assert.ok(een)
    assert.equal(een, twee)
  })

  test('een bericht waar elk proces op omvalt, houdt een keer op', async () => {
    const db = await verseGemeente(databank)
    const nooit: Bezorger = {
      bezorg: () => Promise.reject(new Error('om')),
      keur: async () => gelukt(null),
      sluit: () => undefined,
    }
    await leg(db, bericht('a:1'))
    for (let keer = 0; keer < 9; keer++) await assert.rejects(ronde(db, nooit, later(keer * 3)))
    await ronde(db, nooit, later(30))
    assert.deepEqual(
      (await rijen(db)).map(({ stand, reden }) => [stand, reden]),
      [['opgegeven', 'afgebroken']],
    )
  })

  test('een account zonder adres: opgegeven met reden, en na invullen komt het aan', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver()
    const post = maakPost({ smtp: server.adres, afzender: AFZENDER })
    const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: later(0) }
    const account = beheerder.wie?.account ?? ''
    await leg(db, bericht('a:1', { aan: { account } }))
    await ronde(db, post)
    assert.deepEqual(
      (await rijen(db)).map(({ stand, reden }) => [stand, reden]),
      [['opgegeven', 'geen_adres']],
    )
    const id = await db.lees((lezer) =>
      findRow(lezer, z.object({ id: z.uuid() }), sql`select id from toegang_account`),
    )
    assert.equal(id?.id, account)
    assert.ok((await zetAdres(beheerder, account as never, Adres.parse('beheer@voorbeeld.nl'))).ok)
    assert.ok((await probeerOpnieuw(beheerder, undefined)).ok)
    assert.equal(await ronde(db, post), 1)
    assert.deepEqual(server.ontvangen[0]?.naar, ['beheer@voorbeeld.nl'])
  })

  test('adres en tekst worden gewist na de bewaartijd; de sleutel blijft, en opnieuw kan dan niet meer', async () => {
    const db = await verseGemeente(databank)
    const server = await mailserver({ weiger: (adres) => (adres.startsWith('weg') ? 550 : undefined) })
    await leg(db, bericht('a:1'), bericht('a:2', { aan: { adres: Adres.parse('weg@voorbeeld.nl') } }))
    await ronde(db, maakPost({ smtp: server.adres, afzender: AFZENDER }))
    const inhoud = async (): Promise<string> =>
      JSON.stringify(
        await db.lees((lezer) => findRows(lezer, z.unknown(), sql`select * from toegang_bericht`)),
      )
    await ruimBerichtenOp(db, later(7 * 24 * 60), 7)
    assert.match(await inhoud(), /lezer@voorbeeld.nl/u)
    await ruimBerichtenOp(db, later(7 * 24 * 60 + 1), 7)
    assert.doesNotMatch(await inhoud(), /voorbeeld\.nl|rapport is|Eén nieuw/u)
    assert.deepEqual(await leg(db, bericht('a:1')), [false])
    const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: later(0) }
    assert.deepEqual(await probeerOpnieuw(beheerder, undefined), { ok: false, reden: 'niets_te_proberen' })
  })

  test('zonder mailserver wacht een bericht, hoogstens een maand', async () => {
    const db = await verseGemeente(databank)
    await leg(db, bericht('a:1'))
    const DAG = 24 * 60
    await ruimBerichtenOp(db, later(30 * DAG), 7)
    assert.equal((await rijen(db))[0]?.stand, 'wacht')
    await ruimBerichtenOp(db, later(30 * DAG + 1), 7)
    assert.deepEqual(
      (await rijen(db)).map(({ stand, reden }) => [stand, reden]),
      [['opgegeven', 'te_oud']],
    )
  })
})
