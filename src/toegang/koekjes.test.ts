import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Context, Hono } from 'hono'
import { type Kladkoekje, leesSessiekoekje, maakKladkoekje, zetSessiekoekje } from '#toegang/koekjes.ts'

const NU = new Date('2026-03-02T08:00:00Z')
const KLAD = { gemeente: 'gm0000', staat: 's', nonce: 'n', bewijs: 'b', terug: '/onderdelen' }

/** Voert uit binnen een verzoek met deze cookie, en geeft de gezette cookies terug. */
async function metVerzoek<T>(
  cookie: string,
  doe: (c: Context) => T,
): Promise<{ waarde: T; gezet: string[] }> {
  let waarde: T | undefined
  const app = new Hono().get('/', (c) => {
    waarde = doe(c)
    return c.text('')
  })
  const antwoord = await app.request('/', { headers: { cookie } })
  return { waarde: waarde as T, gezet: antwoord.headers.getSetCookie() }
}

async function gezetDoor(koekje: Kladkoekje): Promise<string> {
  const { gezet } = await metVerzoek('', (c) => koekje.zet(c, KLAD, NU))
  return gezet[0] ?? ''
}
const lees = async (koekje: Kladkoekje, cookie: string, nu = NU) =>
  (await metVerzoek(cookie, (c) => koekje.lees(c, nu))).waarde

test('het kladje komt terug zoals het is gezet, tien minuten lang', async () => {
  const koekje = maakKladkoekje(false, undefined)
  const gezet = await gezetDoor(koekje)
  const cookie = gezet.split(';')[0] ?? ''
  for (const deel of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=600'])
    assert.ok(gezet.includes(deel), deel)
  const tot = NU.getTime() + 600_000
  assert.deepEqual(await lees(koekje, cookie), { ...KLAD, tot })
  assert.ok(await lees(koekje, cookie, new Date(tot - 1)))
  assert.equal(await lees(koekje, cookie, new Date(tot)), undefined)
})

test('het kladje is niet te lezen in de browser', async () => {
  const gezet = await gezetDoor(maakKladkoekje(false, undefined))
  const [, waarde = ''] = /^omzien-inlog=([^;]+)/u.exec(gezet) ?? []
  assert.doesNotMatch(Buffer.from(waarde, 'base64url').toString('latin1'), /gm0000|onderdelen/u)
})

test('processen met hetzelfde geheim lezen elkaars kladje, andere niet', async () => {
  const cookie = (await gezetDoor(maakKladkoekje(false, 'gedeeld'))).split(';')[0] ?? ''
  assert.ok(await lees(maakKladkoekje(false, 'gedeeld'), cookie))
  assert.equal(await lees(maakKladkoekje(false, 'ander'), cookie), undefined)
  assert.equal(await lees(maakKladkoekje(false, undefined), cookie), undefined)
})

test('één veranderd teken, en het kladje bestaat niet', async () => {
  const koekje = maakKladkoekje(false, undefined)
  const [naam = '', waarde = ''] = ((await gezetDoor(koekje)).split(';')[0] ?? '').split('=')
  const bytes = Buffer.from(waarde, 'base64url')
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (plek, verschil) => {
      const anders = Buffer.from(bytes)
      anders[plek] = (anders[plek] ?? 0) ^ verschil
      assert.equal(await lees(koekje, `${naam}=${anders.toString('base64url')}`), undefined)
    }),
    { numRuns: 60 },
  )
})

test('onzin als kladje is geen kladje en geen fout', async () => {
  const koekje = maakKladkoekje(false, undefined)
  for (const waarde of ['', 'x', 'a'.repeat(10_000), '%%%', '{}'])
    assert.equal(await lees(koekje, `omzien-inlog=${waarde}`), undefined)
})

test('achter https heten de cookies __Host-, en een cookie zonder die naam telt niet', async () => {
  const sleutel = 'k'.repeat(43)
  const { gezet } = await metVerzoek('', (c) => zetSessiekoekje(c, true, sleutel))
  assert.match(gezet[0] ?? '', /^__Host-omzien=k{43};.*Secure/u)
  assert.match(await gezetDoor(maakKladkoekje(true, undefined)), /^__Host-omzien-inlog=.*Secure/u)
  const gelezen = async (cookie: string, veilig: boolean) =>
    (await metVerzoek(cookie, (c) => leesSessiekoekje(c, veilig))).waarde
  assert.equal(await gelezen(`omzien=${sleutel}`, true), undefined)
  assert.equal(await gelezen(`__Host-omzien=${sleutel}`, true), sleutel)
  assert.equal(await gelezen(`omzien=${sleutel}x`, false), undefined)
})
