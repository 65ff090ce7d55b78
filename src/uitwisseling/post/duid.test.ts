import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duid } from '#uitwisseling/post/post.ts'

for (const [fout, reden] of [
  [{ code: 'EAUTH', responseCode: 535 }, 'server_weigert_inlog'],
  [{ code: 'ETLS' }, 'server_onveilig'],
  [{ code: 'ESOCKET', message: 'self-signed certificate' }, 'server_onveilig'],
  [{ code: 'ECONNECTION' }, 'server_onbereikbaar'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'adres_geweigerd'],
  [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'even_niet'],
  [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'server_weigert'],
  [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'bericht_geweigerd'],
  [{ code: 'ECONNECTION', command: 'EHLO', responseCode: 421 }, 'server_weigert'],
  ['geen fout', 'server_onbereikbaar'],
] as const)
  test(`${JSON.stringify(fout)} is ${reden}`, () => assert.equal(duid(fout).reden, reden))
