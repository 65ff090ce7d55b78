import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { maakOidc } from '#uitwisseling/oidc/oidc.ts'

/** Een inlogdienst die wij zelf spelen, om id-tokens te sturen die een echte nooit zou sturen. */
const maakSleutel = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const eigen = maakSleutel()
const vreemd = maakSleutel()

type Brief = { kop?: object; inhoud?: Record<string, unknown>; sleutel?: typeof eigen; teken?: boolean }

const b64 = (waarde: object): string => Buffer.from(JSON.stringify(waarde)).toString('base64url')

describe('vervalste id-tokens', () => {
  let server: Server
  let uitgever: string
  let nonce = ''
  let brief: Brief = {}
  before(async () => {
    server = createServer((vraag, antwoord) => {
      antwoord.setHeader('content-type', 'application/json')
      antwoord.end(JSON.stringify(bladen()[vraag.url ?? '']?.() ?? {}))
    })
    await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
    uitgever = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  after(
    () =>
      new Promise<void>((klaar) => {
        server.close(() => klaar())
        server.closeAllConnections()
      }),
  )

  const bladen = (): Record<string, () => object> => ({
    '/.well-known/openid-configuration': () => ({
      issuer: uitgever,
      authorization_endpoint: `${uitgever}/auth`,
      token_endpoint: `${uitgever}/token`,
      jwks_uri: `${uitgever}/jwks`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
    }),
    '/jwks': () => ({
      keys: [{ ...eigen.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }],
    }),
    '/token': () => ({ access_token: 'x', token_type: 'Bearer', id_token: maakToken() }),
  })

  function maakToken(): string {
    const nu = Math.floor(Date.now() / 1_000)
    const inhoud = {
      iss: uitgever,
      aud: 'omzien',
      sub: 'p1',
      iat: nu,
      exp: nu + 300,
      nonce,
      name: 'Rol echt',
      roles: ['GRP-PM'],
      ...brief.inhoud,
    }
    const tekst = `${b64({ alg: 'RS256', kid: 'k1', ...brief.kop })}.${b64(inhoud)}`
    if (brief.teken === false) return `${tekst}.`
    const hand = createSign('RSA-SHA256')
      .update(tekst)
      .sign((brief.sleutel ?? eigen).privateKey)
    return `${tekst}.${hand.toString('base64url')}`
  }

  async function rondAf(gestuurd: Brief, antwoord: Record<string, string> = {}) {
    brief = gestuurd
    const oidc = maakOidc(
      {
        uitgever,
        clientId: 'omzien',
        clientSecret: 's',
        rolclaim: 'roles',
        rollen: { 'GRP-PM': 'programmamanager' },
      },
      systeemklok,
    )
    const begonnen = await oidc.begin('http://hier.localhost/inloggen/terug')
    assert.ok(begonnen.ok)
    nonce = begonnen.waarde.onthouden.nonce
    const terug = new URL('http://hier.localhost/inloggen/terug')
    for (const [naam, waarde] of Object.entries({
      code: 'c',
      state: begonnen.waarde.onthouden.staat,
      ...antwoord,
    }))
      terug.searchParams.set(naam, waarde)
    return oidc.rondAf(terug.href, begonnen.waarde.onthouden)
  }

  test('een echt id-token mag erin', async () => {
    const uitkomst = await rondAf({})
    assert.ok(uitkomst.ok)
    assert.deepEqual(uitkomst.waarde.rollen, ['programmamanager'])
  })

  const uur = 3_600
  const nu = Math.floor(Date.now() / 1_000)
  for (const [naam, gestuurd] of [
    ['getekend met een vreemde sleutel', { sleutel: vreemd }],
    ['zonder handtekening (alg none)', { kop: { alg: 'none' }, teken: false }],
    ['handtekening weggelaten', { teken: false }],
    ['getekend met een andere methode dan genoemd', { kop: { alg: 'HS256' } }],
    ['voor een andere toepassing', { inhoud: { aud: 'andere-toepassing' } }],
    ['van een andere dienst', { inhoud: { iss: 'https://elders.nl' } }],
    ['verlopen', { inhoud: { iat: nu - 2 * uur, exp: nu - uur } }],
    ['zonder einde', { inhoud: { exp: undefined } }],
    ['pas later geldig', { inhoud: { nbf: nu + uur } }],
    ['zonder nonce', { inhoud: { nonce: undefined } }],
    ['met de nonce van een ander', { inhoud: { nonce: 'ander' } }],
    ['zonder persoon', { inhoud: { sub: undefined } }],
  ] satisfies [string, Brief][])
    test(`${naam}: geweigerd`, async () =>
      assert.deepEqual(await rondAf(gestuurd), { ok: false, reden: 'antwoord_ongeldig' }))

  test('een vreemde uitgever in het antwoord (mix-up) wordt geweigerd', async () =>
    assert.deepEqual(await rondAf({}, { iss: 'https://elders.nl' }), {
      ok: false,
      reden: 'antwoord_ongeldig',
    }))

  test('een fout van de dienst is geen inlog, en haar tekst komt nergens terug', async () =>
    assert.deepEqual(await rondAf({}, { error: 'server_error', error_description: '<script>' }), {
      ok: false,
      reden: 'antwoord_ongeldig',
    }))
})
