import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { vasteKlok } from '#basis/datum.ts'
import { findRows, type GemeenteDb, sql } from '#basis/db.ts'
import { Id } from '#basis/id.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import type { Bezoek } from '#toegang/bezoek.ts'
import { findLogregels } from '#toegang/logboek.store.ts'
import type { Rol } from '#toegang/matrix.ts'
import { findSessieByHash } from '#toegang/sessie.store.ts'
import { sleutelHash } from '#toegang/sessie.ts'
import {
  beeindigAccount,
  beeindigAndere,
  beeindigSessie,
  findAlleAccounts,
  findAlleSessies,
  findEigenSessies,
  findIngelogd,
  logIn,
  logUit,
  maakAccount,
} from '#toegang/toegang.flow.ts'

const TOELATEN = { onbekend: 'toelaten' } as const
const WEIGEREN = { onbekend: 'weigeren' } as const
const OCHTEND = '2026-03-02T08:00:00Z'

const identiteit = (onderwerp: string, rollen: readonly Rol[]) => ({
  uitgever: 'https://inlog.voorbeeld',
  onderwerp,
  naam: `Rol ${onderwerp}`,
  rollen,
  idToken: `token-van-${onderwerp}`,
})

function bezoekBij(db: GemeenteDb, moment = OCHTEND): Bezoek {
  const klok = vasteKlok(moment)
  return { gemeente: { code: db.schema, naam: 'Test' }, db, wie: undefined, verzoek: 'v-1', klok }
}

async function ingelogd(db: GemeenteDb, onderwerp: string, rollen: readonly Rol[]) {
  const bezoek = bezoekBij(db)
  const uitkomst = await logIn(bezoek, identiteit(onderwerp, rollen), TOELATEN)
  assert.ok(uitkomst.ok)
  const { sleutel } = uitkomst.waarde
  const wie = await findIngelogd(bezoek, sleutel)
  assert.ok(wie)
  return { sleutel, bezoek: { ...bezoek, wie } }
}

opBeideDatabanken('toegang', (databank) => {
  test('inloggen maakt account, sessie en logregel; de database kent de sleutel niet', async () => {
    const db = await verseGemeente(databank())
    const { sleutel, bezoek } = await ingelogd(db, 'p1', ['programmamanager'])
    assert.equal(bezoek.wie.naam, 'Rol p1')
    assert.deepEqual(bezoek.wie.rollen, ['programmamanager'])
    const alles = await db.lees((lezer) =>
      findRows(lezer, z.object({ tekst: z.string() }), sql`select s::text as tekst from toegang_sessie s`),
    )
    assert.equal(alles.length, 1)
    assert.ok(!alles[0]?.tekst.includes(sleutel))
    const regels = await db.lees((lezer) => findLogregels(lezer, undefined, 10))
    assert.deepEqual(
      regels.map(({ naam, handeling, over, verzoek }) => ({ naam, handeling, over, verzoek })),
      [{ naam: 'Rol p1', handeling: 'inloggen', over: `sessie ${bezoek.wie.sessie}`, verzoek: 'v-1' }],
    )
  })

  test('een sleutel van de ene gemeente is bij de andere niets waard', async () => {
    const [een, ander] = [await verseGemeente(databank()), await verseGemeente(databank())]
    const { sleutel } = await ingelogd(een, 'p1', ['beheerder'])
    assert.ok(await findIngelogd(bezoekBij(een), sleutel))
    assert.equal(await findIngelogd(bezoekBij(ander), sleutel), undefined)
  })

  test('opnieuw inloggen werkt naam en rollen bij, maar een lopende sessie houdt haar rollen', async () => {
    const db = await verseGemeente(databank())
    const oud = await ingelogd(db, 'p1', ['programmamanager'])
    const nieuw = await ingelogd(db, 'p1', ['raadslid'])
    assert.equal(nieuw.bezoek.wie.account, oud.bezoek.wie.account)
    assert.deepEqual((await findIngelogd(oud.bezoek, oud.sleutel))?.rollen, ['programmamanager'])
    assert.deepEqual(nieuw.bezoek.wie.rollen, ['raadslid'])
  })

  test('zonder rol geen sessie, wel een regel in het logboek', async () => {
    const db = await verseGemeente(databank())
    assert.deepEqual(await logIn(bezoekBij(db), identiteit('p1', ['inwoner']), TOELATEN), {
      ok: false,
      reden: 'geen_rol',
    })
    const regels = await db.lees((lezer) => findLogregels(lezer, undefined, 10))
    assert.deepEqual(
      regels.map(({ handeling, over }) => [handeling, over]),
      [['inloggen.geweigerd', 'geen_rol']],
    )
  })

  test('wie onbekend is, komt er niet in waar de gemeente dat zo wil; een account vooraf helpt', async () => {
    const db = await verseGemeente(databank())
    const wie = identiteit('p1', ['raadslid'])
    assert.deepEqual(await logIn(bezoekBij(db), wie, WEIGEREN), { ok: false, reden: 'account_onbekend' })
    const baas = await ingelogd(db, 'baas', ['beheerder'])
    const collega = await ingelogd(db, 'collega', ['programmamanager'])
    assert.deepEqual(await maakAccount(collega.bezoek, wie), { ok: false, reden: 'mag_niet' })
    assert.equal((await maakAccount(baas.bezoek, wie)).ok, true)
    assert.deepEqual(await maakAccount(baas.bezoek, wie), { ok: false, reden: 'account_bestaat' })
    assert.equal((await logIn(bezoekBij(db), wie, WEIGEREN)).ok, true)
  })

  test('alleen de beheerder ziet de accounts, met de rollen van de laatste inlog', async () => {
    const db = await verseGemeente(databank())
    const baas = await ingelogd(db, 'baas', ['beheerder'])
    const collega = await ingelogd(db, 'collega', ['raadslid', 'college'])
    const accounts = await findAlleAccounts(baas.bezoek)
    assert.ok(accounts.ok)
    assert.deepEqual(
      accounts.waarde.map(({ onderwerp, rollen }) => [onderwerp, rollen]),
      [
        ['baas', ['beheerder']],
        ['collega', ['raadslid', 'college']],
      ],
    )
    assert.deepEqual(await findAlleAccounts(collega.bezoek), { ok: false, reden: 'mag_niet' })
  })

  test('een sessie eindigt na stilte, en wie bezig blijft merkt daar niets van', async () => {
    const db = await verseGemeente(databank())
    const { sleutel } = await ingelogd(db, 'p1', ['raadslid'])
    assert.ok(await findIngelogd(bezoekBij(db, '2026-03-02T09:59:00Z'), sleutel))
    assert.ok(await findIngelogd(bezoekBij(db, '2026-03-02T11:58:00Z'), sleutel))
    assert.equal(await findIngelogd(bezoekBij(db, '2026-03-02T14:00:00Z'), sleutel), undefined)
  })

  test('uitloggen is meteen, geeft het id-token één keer en wist het', async () => {
    const db = await verseGemeente(databank())
    const { sleutel, bezoek } = await ingelogd(db, 'p1', ['raadslid'])
    assert.deepEqual(await logUit(bezoek), { idToken: 'token-van-p1' })
    assert.equal(await findIngelogd(bezoek, sleutel), undefined)
    assert.deepEqual(await logUit(bezoek), { idToken: undefined })
    const sessie = await db.lees((lezer) => findSessieByHash(lezer, sleutelHash(sleutel)))
    assert.ok(sessie?.ingetrokkenOp)
  })

  test('andermans sessie beëindigen mag alleen de beheerder, en een ander hoort niet dat zij bestaat', async () => {
    const db = await verseGemeente(databank())
    const doel = await ingelogd(db, 'doel', ['raadslid'])
    const collega = await ingelogd(db, 'collega', ['programmamanager'])
    const baas = await ingelogd(db, 'baas', ['beheerder'])
    const id = Id.parse(doel.bezoek.wie.sessie)
    const niets = Id.parse('01890000-0000-7000-8000-000000000000')
    const weigering = { ok: false, reden: 'sessie_onbekend' }
    assert.deepEqual(await beeindigSessie(collega.bezoek, id), weigering)
    assert.deepEqual(await beeindigSessie(collega.bezoek, niets), weigering)
    assert.ok(await findIngelogd(doel.bezoek, doel.sleutel))
    assert.deepEqual(await beeindigSessie(baas.bezoek, id), { ok: true, waarde: { eigen: false } })
    assert.equal(await findIngelogd(doel.bezoek, doel.sleutel), undefined)
    assert.deepEqual(await beeindigSessie({ ...baas.bezoek, wie: undefined }, id), {
      ok: false,
      reden: 'mag_niet',
    })
  })

  test('alle andere sessies beëindigen laat de eigen staan', async () => {
    const db = await verseGemeente(databank())
    const vreemd = await ingelogd(db, 'p1', ['raadslid'])
    const eigen = await ingelogd(db, 'p1', ['raadslid'])
    const collega = await ingelogd(db, 'p2', ['raadslid'])
    assert.equal((await findEigenSessies(eigen.bezoek)).length, 2)
    assert.deepEqual(await beeindigAndere(eigen.bezoek), { ok: true, waarde: { aantal: 1 } })
    assert.equal(await findIngelogd(vreemd.bezoek, vreemd.sleutel), undefined)
    assert.ok(await findIngelogd(eigen.bezoek, eigen.sleutel))
    assert.ok(await findIngelogd(collega.bezoek, collega.sleutel))
  })

  test('de beheerder beëindigt alles van een account en ziet alle sessies; een ander niet', async () => {
    const db = await verseGemeente(databank())
    const doel = await ingelogd(db, 'p1', ['raadslid'])
    const baas = await ingelogd(db, 'baas', ['beheerder'])
    const alle = await findAlleSessies(baas.bezoek)
    assert.ok(alle.ok)
    assert.deepEqual(alle.waarde.map(({ naam }) => naam).sort(), ['Rol baas', 'Rol p1'])
    assert.deepEqual(await findAlleSessies(doel.bezoek), { ok: false, reden: 'mag_niet' })
    const account = Id.parse(doel.bezoek.wie.account)
    assert.deepEqual(await beeindigAccount(doel.bezoek, account), { ok: false, reden: 'mag_niet' })
    assert.deepEqual(await beeindigAccount(baas.bezoek, account), { ok: true, waarde: { aantal: 1 } })
    assert.equal(await findIngelogd(doel.bezoek, doel.sleutel), undefined)
  })

  test('oude sessies verdwijnen bij een volgende inlog', async () => {
    const db = await verseGemeente(databank())
    const { sleutel } = await ingelogd(db, 'p1', ['raadslid'])
    await logIn(bezoekBij(db, '2026-04-20T08:00:00Z'), identiteit('p2', ['raadslid']), TOELATEN)
    assert.equal(await db.lees((lezer) => findSessieByHash(lezer, sleutelHash(sleutel))), undefined)
  })
})
