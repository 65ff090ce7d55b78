import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wacht } from 'node:timers/promises'
import { systeemklok } from '#basis/datum.ts'
import { meld } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import { leesConfig } from '#start/config.ts'
import { maakPostbode } from '#start/postbode.ts'
import { maakWebsite } from '#start/server.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { kopVan, startMailserver, tekstVan } from '#test/mailserver.ts'
import { Adres, legBerichtKlaar } from '#toegang/deur.ts'

async function totdat(klopt: () => boolean, hoogstensMs = 5_000): Promise<void> {
  const eind = Date.now() + hoogstensMs
  while (!klopt() && Date.now() < eind) await wacht(20)
}

test('de hele weg: aanmelden op de site, bevestigen uit de mail, en de postbode bezorgt vanzelf', async () => {
  const databank = await versePglite()
  const mail = await startMailserver()
  const config = leesConfig({
    OMZIEN_LOG: 'silent',
    OMZIEN_SMTP: mail.adres,
    OMZIEN_AFZENDER: 'omzien@gemeente.voorbeeld',
    OMZIEN_ADRES: 'https://omzien.voorbeeld',
  })
  assert.ok(config.ok)
  const db = await verseGemeente(databank)
  const { app, sluit } = await maakWebsite(config.waarde, databank)
  try {
    const stuur = (pad: string, velden: Record<string, string>) =>
      app.hono.request(`https://vreemd.voorbeeld${pad}`, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(velden),
      })
    assert.equal((await stuur('/abonnement', { adres: 'lezer@voorbeeld.nl' })).status, 303)
    // Wat een melding doet, zonder op de vaste ronde te wachten.
    await db.schrijf((tx) => meld(tx, db.schema))
    await totdat(() => mail.ontvangen.length > 0)
    const [een] = mail.ontvangen
    assert.ok(een, 'geen mail')
    assert.match(kopVan(een.ruw, 'from') ?? '', /<omzien@gemeente\.voorbeeld>$/u)
    const link = /https:\/\/\S+\/abonnement\/bevestigen\/[\w-]{43}/u.exec(tekstVan(een.ruw))?.[0] ?? ''
    assert.ok(link.startsWith('https://omzien.voorbeeld/'), 'de link volgt de instelling, niet de Host-kop')
    const bevestigd = await stuur(new URL(link).pathname, {})
    assert.equal(bevestigd.headers.get('location'), '/abonnement?bevestigd')
  } finally {
    await sluit()
    await mail.stop()
    await databank.sluit()
  }
})

test('een gemeente die stuk is, houdt een andere niet op, en na sluiten gebeurt er niets meer', async () => {
  const databank = await versePglite()
  const db = await verseGemeente(databank)
  const ongelukken: string[] = []
  const bezorgd: string[] = []
  const postbode = maakPostbode({
    databank,
    gemeenten: () => ['gm0009', db.schema].map((code) => ({ code, naam: code, hosts: [] })),
    klok: systeemklok,
    bezorger: {
      bezorg: async ({ aan }) => {
        bezorgd.push(aan)
        return { ok: true, waarde: null }
      },
      keur: async () => ({ ok: true, waarde: null }),
      sluit: () => undefined,
    },
    bewaarDagen: 7,
    ruimOok: async () => undefined,
    meldOngeluk: (_, gemeente) => void ongelukken.push(gemeente),
    rondeMs: 30,
  })
  const leg = (sleutel: string) =>
    db.schrijf((tx) =>
      legBerichtKlaar(tx, {
        sleutel,
        aan: { adres: Adres.parse('lezer@voorbeeld.nl') },
        onderwerp: 'x',
        tekst: 'y',
        op: momentVan(systeemklok.nu()),
      }),
    )
  await leg('proef:1')
  await totdat(() => bezorgd.length > 0)
  assert.equal(bezorgd.length, 1)
  assert.ok(ongelukken.includes('gm0009'))
  await postbode.sluit()
  await leg('proef:2')
  await wacht(100)
  assert.equal(bezorgd.length, 1)
  await databank.sluit()
})
