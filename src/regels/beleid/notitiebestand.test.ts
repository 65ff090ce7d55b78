import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { beleidRoutes } from '#regels/beleid/beleid.page.tsx'
import type { Notitiedocument } from '#regels/poorten.ts'
import { testBezoek } from '#test/bezoek.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { proefwerk } from '#test/werk.ts'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'

const VRAAG = 'dag=2023-06-01&reeksen=50&v=czm-stopt'

test('de notitie als PDF en ODT: voor wie de pagina mag zien, en voor niemand anders', async () => {
  const databank = await versePglite()
  const db = await verseGemeente(databank)
  const gevraagd: [Notitiedocument, string][] = []
  const routes = beleidRoutes({
    werk: proefwerk(),
    bladen: { schrijfBoek: () => ({ type: 'x', inhoud: new Uint8Array() }) },
    documenten: {
      schrijfDocument: async (document, vorm) => {
        gevraagd.push([document, vorm])
        return { type: `application/x-${vorm}`, inhoud: new TextEncoder().encode(vorm) }
      },
    },
  })
  const haal = async (vorm: string, rol?: 'raadslid' | 'college'): Promise<Response> => {
    const bezoek = rol === undefined ? await testBezoek(db) : await testBezoek(db, rol)
    const hono = new Hono<Omgeving>()
    hono.use('*', async (c, next) => {
      c.set('verzoek', 'proef')
      c.set('bezoek', { ...bezoek, gemeente: { code: 'gm1731', naam: 'Midden-Drenthe' } })
      c.set('schil', () => ({
        gemeente: 'Test',
        programma: 'Proef',
        thuis: '/',
        nav: [],
        voet: { links: [] },
      }))
      await next()
    })
    hono.notFound((c) => foutAntwoord(c, 'niet_gevonden'))
    hono.route('/', routes.hono)
    return hono.request(`http://proef.test/beleidsvarianten/notitie${vorm}?${VRAAG}`)
  }
  try {
    const pagina = await (await haal('', 'college')).text()
    for (const vorm of ['pdf', 'odt']) {
      assert.ok(pagina.includes(`/beleidsvarianten/notitie.${vorm}?`), vorm)
      for (const rol of [undefined, 'raadslid'] as const)
        assert.notEqual((await haal(`.${vorm}`, rol)).status, 200, `${vorm} ${rol}`)
      assert.equal(gevraagd.length, 0)
      const antwoord = await haal(`.${vorm}`, 'college')
      assert.equal(antwoord.status, 200)
      assert.equal(
        antwoord.headers.get('content-disposition'),
        `attachment; filename="notitie-beleidsvarianten-2023-06-01.${vorm}"`,
      )
      const [document, alsVorm] = gevraagd.pop() ?? []
      assert.deepEqual(
        [document?.soort, document?.bladen, document?.gemaakt, alsVorm],
        ['Notitie', 2, '2026-06-15', vorm],
      )
    }
  } finally {
    await databank.sluit()
  }
})
