import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { laadPlan, stelGeladenVast } from '#programma/deur.ts'
import { maakGemeente } from '#start/gemeenten.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { startWebsite, type Website } from '#test/website.ts'

/** Niets van de ene gemeente is te bereiken via de host, of met de inlog, van de andere. */
const KANARIE = 'Kanariegeel'

describe('twee gemeenten op één server', () => {
  let site: Website
  let koekje = ''
  type Antwoord = { status: number; tekst: string; koekje: string }
  const vraag = (
    host: string,
    pad: string,
    opties: { methode?: string; koekje?: string; lijf?: string } = {},
  ): Promise<Antwoord> =>
    new Promise((klaar, mislukt) => {
      const { port } = new URL(site.adres)
      const headers: Record<string, string> = { host: `${host}:${port}` }
      if (opties.koekje) headers['cookie'] = opties.koekje
      if (opties.lijf !== undefined) {
        headers['content-type'] = 'application/x-www-form-urlencoded'
        headers['origin'] = `http://${host}:${port}`
      }
      const verzoek = request(
        { host: 'localhost', port, path: pad, method: opties.methode ?? 'GET', headers },
        (antwoord) => {
          const delen: Buffer[] = []
          antwoord.on('data', (deel: Buffer) => delen.push(deel))
          antwoord.on('end', () => {
            const gezet = antwoord.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
            klaar({
              status: antwoord.statusCode ?? 0,
              tekst: Buffer.concat(delen).toString('utf8'),
              koekje: gezet,
            })
          })
        },
      )
      verzoek.on('error', mislukt)
      verzoek.end(opties.lijf)
    })

  before(async () => {
    const databank = await versePglite()
    for (const [code, titel, sleutel] of [
      ['gm0001', KANARIE, 'geheim'],
      ['gm0002', 'Gewoon', 'gewoon'],
    ] as const) {
      await maakGemeente(databank, { code, naam: titel, hosts: [`${code}.localhost`] })
      const plan = kleinPlan(code)
      const eigen = JSON.parse(
        JSON.stringify(plan)
          .replaceAll('inloop', sleutel)
          .replaceAll('Inloop in het dorp', `${titel} in het dorp`)
          .replaceAll('Proef', titel),
      )
      const db = databank.gemeente(code)
      assert.ok((await laadPlan(db, eigen, { door: null, waarom: titel, hoofdplan: true })).ok)
      const besluit = {
        orgaan: 'raad',
        datum: null,
        nummer: null,
        onderwerp: titel,
        teBevestigen: true,
      } as const
      assert.ok((await stelGeladenVast(maakBoekhouder(), db, systeemklok, 'proef', besluit)).ok)
    }
    site = await startWebsite({ databank, voorbeelden: [] })
    const inlog = await vraag('gm0001.localhost', '/inloggen/demo', {
      methode: 'POST',
      lijf: 'rol=programmamanager',
    })
    koekje = inlog.koekje
  })
  after(async () => {
    await site.sluit()
    await site.databank.sluit()
  })

  const PADEN = [
    '/',
    '/onderdelen',
    '/onderdelen/geheim',
    '/onderdelen?zoek=Kanariegeel',
    '/zoeken?zoek=kanariegeel',
    '/zoeken?zoek=kanarigeel',
    '/tabellen/onderdelen.csv',
    '/tabellen/onderdelen.json',
    '/planbestand.json',
    '/plannen/proef/onderdelen/geheim',
    '/versies',
    '/besluiten',
    '/vermeldingen/v1',
    '/api/v1/onderdelen',
    '/api/v1/onderdelen/geheim',
    '/api/v1/besluiten',
    '/gezond',
    '/mijn',
    '/wijzigen',
    '/bestaat-niet',
  ]
  test('de eigen gemeente ziet haar eigen naam op de eigen paden', async () => {
    const { status, tekst } = await vraag('gm0001.localhost', '/onderdelen/geheim')
    assert.deepEqual([status, tekst.includes(KANARIE)], [200, true])
    assert.notEqual(koekje, '')
    assert.equal((await vraag('gm0001.localhost', '/mijn', { koekje })).status, 200)
  })
  for (const pad of PADEN)
    test(`de andere gemeente geeft op ${pad} niets prijs, ook niet met de inlog van de eerste`, async () => {
      for (const antwoord of [
        await vraag('gm0002.localhost', pad),
        await vraag('gm0002.localhost', pad, { koekje }),
        await vraag('ergens.localhost', pad, { koekje }),
      ]) {
        assert.ok(
          !antwoord.tekst.replaceAll(encodeURIComponent(KANARIE), '').includes(`${KANARIE} in het`),
          pad,
        )
        assert.ok(!antwoord.tekst.includes('gm0001'), pad)
      }
    })
  test('met de inlog van de eerste is men bij de tweede niet ingelogd', async () => {
    assert.equal((await vraag('gm0002.localhost', '/mijn', { koekje })).status, 303)
    const wijzig = await vraag('gm0002.localhost', '/wijzigen/onderdelen/gewoon', {
      methode: 'POST',
      koekje,
      lijf: 'titel=Weg',
    })
    assert.equal(wijzig.status, 401)
  })
})
