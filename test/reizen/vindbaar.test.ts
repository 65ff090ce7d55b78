import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startWebsite, type Website } from '#test/website.ts'

/** Wat wij aan zoekmachines en catalogi geven, moet er ook echt zijn. */
describe('vindbaar', () => {
  let site: Website
  before(async () => {
    site = await startWebsite({ emmers: { duur: { inhoud: 1_000, perSeconde: 1_000 } } })
  })
  after(() => site.sluit())

  const tekst = async (pad: string): Promise<string> => {
    const antwoord = await fetch(site.adres + pad)
    assert.equal(antwoord.status, 200, pad)
    return antwoord.text()
  }
  async function dode(adressen: readonly string[]): Promise<string[]> {
    const dood: string[] = []
    for (const adres of adressen) {
      const antwoord = await fetch(adres)
      await antwoord.arrayBuffer()
      if (antwoord.status !== 200) dood.push(`${antwoord.status} ${adres}`)
    }
    return dood
  }

  test('elk adres in de sitemap, de feed en robots.txt bestaat', async () => {
    const kaart = [...(await tekst('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/gu)].map(
      ([, een = '']) => een,
    )
    assert.ok(kaart.length > 60, `${kaart.length} adressen`)
    const feed = [...(await tekst('/feed.atom')).matchAll(/<id>([^<]+)<\/id>/gu)].map(([, een = '']) => een)
    assert.ok(feed.length > 2, `${feed.length} in de feed`)
    const robots = [...(await tekst('/robots.txt')).matchAll(/^Sitemap: (.+)$/gmu)].map(([, een = '']) => een)
    assert.equal(robots.length, 3)
    assert.deepEqual(await dode([...kaart, ...feed, ...robots]), [])
  })

  test('elk bestand in de catalogus is te halen', async () => {
    const catalogus = await tekst('/dcat.jsonld')
    const adressen = [
      ...catalogus.matchAll(
        /"dcat:(?:downloadURL|accessURL|landingPage|endpointURL)": \{\s*"@id": "([^"]+)"/gu,
      ),
    ].map(([, een = '']) => een)
    assert.ok(adressen.length > 15, `${adressen.length} adressen`)
    assert.deepEqual(await dode([...new Set(adressen)]), [])
  })
})
