import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { z } from 'zod'
import { type Klok, vasteKlok } from '#basis/datum.ts'
import { type Databank, findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { maakProefsite } from '#test/webapp.tsx'
import { Adres } from '#toegang/deur.ts'
import {
  bevestigAbonnement,
  kanBevestigen,
  meldAf,
  meldNieuwRapport,
  ruimAbonnementenOp,
  vraagAbonnementAan,
} from '#verantwoording/abonnement/abonnement.flow.ts'
import { gaatErMail } from '#verantwoording/abonnement/abonnement.ts'
import { abonnementRoutes } from '#verantwoording/deur.ts'

const BEGIN = Date.parse('2026-03-02T08:00:00Z')
const UUR = 3_600_000
const na = (uren: number): Klok => vasteKlok(new Date(BEGIN + uren * UUR).toISOString())
const SITE = 'https://omzien.voorbeeld'

const Mail = z.object({
  adres: z.string(),
  onderwerp: z.string(),
  tekst: z.string(),
  afmelden: z.string().nullable(),
})
const mails = (db: GemeenteDb) =>
  db.lees((lezer) =>
    findRows(
      lezer,
      Mail,
      sql`select adres, onderwerp, tekst, afmelden from toegang_bericht where adres is not null order by op, id`,
    ),
  )
const sleutelIn = (tekst: string, soort: 'bevestigen' | 'afmelden'): string =>
  new RegExp(`/abonnement/${soort}/([\\w-]{43})`, 'u').exec(tekst)?.[1] ?? ''

describe('abonnement', () => {
  let databank: Databank
  before(async () => {
    databank = await versePglite()
  })
  after(() => databank.sluit())

  async function opzet() {
    const db = await verseGemeente(databank)
    const bezoek = await testBezoek(db)
    const op = (uren: number) => ({ ...bezoek, klok: na(uren) })
    const vraag = (uren: number, adres = 'lezer@voorbeeld.nl') =>
      vraagAbonnementAan(op(uren), { adres: Adres.parse(adres), site: SITE })
    const meldRapport = (kenmerk = 'jaar-2024') =>
      db.schrijf((tx) =>
        meldNieuwRapport(tx, {
          plan: 'proef',
          kenmerk,
          titel: 'Jaarverslag 2024',
          op: momentVan(new Date(BEGIN)),
        }),
      )
    return { db, op, vraag, meldRapport }
  }

  test('aanvragen, bevestigen, een bericht krijgen, afmelden: daarna staat het adres nergens meer', async () => {
    const { db, op, vraag, meldRapport } = await opzet()
    await vraag(0)
    const [eerste] = await mails(db)
    assert.ok(eerste)
    assert.equal(eerste.afmelden, null)
    assert.equal(await meldRapport(), 0, 'nog niet bevestigd')
    const sleutel = sleutelIn(eerste.tekst, 'bevestigen')
    assert.ok(await kanBevestigen(op(1), sleutel))
    assert.ok((await bevestigAbonnement(op(1), sleutel)).ok)
    assert.deepEqual(await bevestigAbonnement(op(1), sleutel), { ok: false, reden: 'link_verlopen' })
    assert.equal(await meldRapport(), 1)
    assert.equal(await meldRapport(), 0, 'hetzelfde rapport nog eens')
    const rapport = (await mails(db)).find(({ onderwerp }) => onderwerp.startsWith('Nieuw rapport'))
    assert.ok(rapport)
    assert.match(rapport.tekst, /https:\/\/omzien\.voorbeeld\/rapporten\/jaar-2024/u)
    const afmeldsleutel = sleutelIn(rapport.tekst, 'afmelden')
    assert.equal(rapport.afmelden, `${SITE}/abonnement/afmelden/${afmeldsleutel}`)
    assert.ok((await meldAf(op(2), afmeldsleutel)).ok)
    const alles = await db.lees((lezer) =>
      findRows(
        lezer,
        z.object({ t: z.string() }),
        sql`select b::text as t from toegang_bericht b
            union all select a::text from verantwoording_abonnement a`,
      ),
    )
    assert.doesNotMatch(alles.map(({ t }) => t).join('\n'), /voorbeeld\.nl/u)
    assert.ok((await meldAf(op(3), afmeldsleutel)).ok, 'nog eens afmelden is ook goed')
    assert.equal(await meldRapport('jaar-2025'), 0)
  })

  test('de database kent de sleutel van de bevestiging niet', async () => {
    const { db, vraag } = await opzet()
    await vraag(0)
    const sleutel = sleutelIn((await mails(db))[0]?.tekst ?? '', 'bevestigen')
    assert.equal(sleutel.length, 43)
    const rijen = await db.lees((lezer) =>
      findRows(lezer, z.object({ t: z.string() }), sql`select a::text as t from verantwoording_abonnement a`),
    )
    assert.ok(!rijen[0]?.t.includes(sleutel))
  })

  test('een adres volgooien lukt niet: hoogstens een mail per uur en drie per aanvraag', async () => {
    const { db, vraag } = await opzet()
    for (const uren of [0, 0, 0.5, 1, 1.5, 2, 5, 10, 47]) await vraag(uren, 'LEZER@voorbeeld.nl')
    assert.equal((await mails(db)).length, 3)
    await vraag(51)
    assert.equal((await mails(db)).length, 4, 'na verlopen begint het opnieuw')
  })

  test('wie al abonnee is, krijgt hoogstens eens per dag te horen dat hij dat is', async () => {
    const { db, op, vraag } = await opzet()
    await vraag(0)
    await bevestigAbonnement(op(0), sleutelIn((await mails(db))[0]?.tekst ?? '', 'bevestigen'))
    for (const uren of [1, 2, 25, 26]) await vraag(uren)
    const onderwerpen = (await mails(db)).map(({ onderwerp }) => onderwerp)
    assert.equal(onderwerpen.filter((een) => een.startsWith('U krijgt al berichten')).length, 1)
  })

  test('een link van gisteren werkt, na 48 uur niet meer; dan wordt ook het adres gewist', async () => {
    const { db, op, vraag } = await opzet()
    await vraag(0)
    const sleutel = sleutelIn((await mails(db))[0]?.tekst ?? '', 'bevestigen')
    assert.ok(await kanBevestigen(op(47.99), sleutel))
    assert.ok(!(await kanBevestigen(op(48), sleutel)))
    assert.deepEqual(await bevestigAbonnement(op(48), sleutel), { ok: false, reden: 'link_verlopen' })
    for (const raar of ['', 'x', '../..', 'a'.repeat(43)]) assert.ok(!(await kanBevestigen(op(0), raar)))
    await ruimAbonnementenOp(db, na(48))
    const rijen = await db.lees((lezer) =>
      findRows(lezer, z.unknown(), sql`select 1 as n from verantwoording_abonnement`),
    )
    assert.equal(rijen.length, 0)
  })

  test('twee aanvragen tegelijk voor hetzelfde adres geven één mail', async () => {
    const { db, vraag } = await opzet()
    await Promise.all([vraag(0), vraag(0), vraag(0)])
    assert.equal((await mails(db)).length, 1)
  })

  test('de site: hetzelfde antwoord voor bekend en onbekend, en afmelden met één klik van buiten', async () => {
    const site = await maakProefsite(databank, {
      kamers: [{ prefix: '/', routes: abonnementRoutes({ metPost: true, site: () => SITE }) }],
    })
    const host = `${site.een.code}.localhost`
    const db = databank.gemeente(site.een.code)
    const stuur = (pad: string, velden: Record<string, string>, headers: Record<string, string>) =>
      site.hono.request(`http://${host}${pad}`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(velden),
      })
    const eigen = { 'sec-fetch-site': 'same-origin' }
    const lees = async (pad: string) => (await site.hono.request(`http://${host}${pad}`)).text()
    const antwoorden: string[] = []
    for (const adres of ['lezer@voorbeeld.nl', 'lezer@voorbeeld.nl', 'ander@voorbeeld.nl']) {
      const antwoord = await stuur('/abonnement', { adres }, eigen)
      antwoorden.push(`${antwoord.status} ${antwoord.headers.get('location')}`)
    }
    assert.deepEqual(new Set(antwoorden), new Set(['303 /abonnement?verstuurd']))
    assert.match(await lees('/abonnement?verstuurd'), /Kijk in uw e-mail/u)
    const fout = await stuur('/abonnement', { adres: 'niks@' }, eigen)
    assert.equal(fout.status, 400)
    assert.match(await fout.text(), /value="niks@"/u)
    assert.equal(
      (await stuur('/abonnement', { adres: 'a@b.nl' }, {})).status,
      403,
      'niet van een vreemde site',
    )

    const mail = (await mails(db)).find(({ adres }) => adres === 'lezer@voorbeeld.nl')
    const sleutel = sleutelIn(mail?.tekst ?? '', 'bevestigen')
    assert.match(await lees(`/abonnement/bevestigen/${sleutel}`), /Ja, stuur mij berichten/u)
    const bevestigd = await stuur(`/abonnement/bevestigen/${sleutel}`, {}, eigen)
    assert.equal(bevestigd.headers.get('location'), '/abonnement?bevestigd')
    assert.match(await lees(`/abonnement/bevestigen/${sleutel}`), /Deze link werkt niet meer/u)

    await db.schrijf((tx) =>
      meldNieuwRapport(tx, {
        plan: 'proef',
        kenmerk: 'jaar-2024',
        titel: 'Jaar',
        op: momentVan(new Date(BEGIN)),
      }),
    )
    const rapport = (await mails(db)).find(({ afmelden }) => afmelden !== null)
    const pad = new URL(rapport?.afmelden ?? '').pathname
    assert.match(await lees(pad), /Geen berichten meer/u)
    assert.match(await lees(pad.replace(/.$/u, 'x')), /Geen berichten meer/u)
    const klik = await stuur(pad, { 'List-Unsubscribe': 'One-Click' }, { 'sec-fetch-site': 'cross-site' })
    assert.deepEqual([klik.status, await klik.text()], [200, 'U bent afgemeld.'])
    const mens = await stuur(pad, {}, eigen)
    assert.equal(mens.headers.get('location'), '/abonnement?afgemeld')
    assert.ok(!(await mails(db)).some(({ adres }) => adres === 'lezer@voorbeeld.nl'))
    assert.doesNotMatch(JSON.stringify(site.regels), /voorbeeld\.nl|bevestigen\/[\w-]{20}/u)
  })

  test('veel aanvragen vanaf één verbinding worden afgeremd', async () => {
    const site = await maakProefsite(databank, {
      kamers: [{ prefix: '/', routes: abonnementRoutes({ metPost: true, site: () => SITE }) }],
    })
    const statussen: number[] = []
    for (let keer = 0; keer < 25; keer++) {
      const antwoord = await site.hono.request(`http://${site.een.code}.localhost/abonnement`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ adres: `a${keer}@voorbeeld.nl` }),
      })
      statussen.push(antwoord.status)
    }
    assert.ok(statussen.includes(429))
  })
})

test('of er een mail gaat, op de rand van een uur en van verlopen', () => {
  const gevraagdOp = new Date(BEGIN)
  const verlooptOp = new Date(BEGIN + 48 * UUR)
  const op = (uren: number, keren = 1) =>
    gaatErMail({ gevraagdOp, keren, verlooptOp }, new Date(BEGIN + uren * UUR))
  assert.deepEqual([op(0.999), op(1), op(1, 3), op(48, 3)], [false, true, false, true])
})
