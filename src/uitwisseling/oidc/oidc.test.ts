import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Klok, systeemklok } from '#basis/datum.ts'
import type { Databank } from '#basis/db.ts'
import { versePglite } from '#test/databanken.ts'
import { type Browser, CLIENT, MENSEN, maakBrowser, ROLLEN, startDienst } from '#test/inlogdienst.ts'
import { maakProefsite, type Proefsite } from '#test/webapp.tsx'
import { eisVeiligeUitgever, maakOidc } from '#uitwisseling/oidc/oidc.ts'

describe('inloggen bij een echte inlogdienst', () => {
  let databank: Databank
  let app: Proefsite
  let dienst: Awaited<ReturnType<typeof startDienst>>
  let thuis: string
  let verschuiving = 0
  const klok: Klok = {
    nu: () => new Date(Date.now() + verschuiving),
    vandaag: systeemklok.vandaag,
  }
  let beleid: 'toelaten' | 'weigeren' = 'toelaten'

  before(async () => {
    databank = await versePglite()
    let oidc: ReturnType<typeof maakOidc> | undefined
    app = await maakProefsite(databank, {
      demo: false,
      klok,
      inlogdienst: () => oidc,
      inlogbeleid: () => ({ onbekend: beleid }),
      emmers: { inlog: { inhoud: 1_000, perSeconde: 1 } },
    })
    const hosts = [app.een, app.ander].map(({ code }) => `${code}.localhost`)
    dienst = await startDienst(hosts, { inIdToken: true })
    oidc = maakOidc({ uitgever: dienst.uitgever, ...CLIENT, rolclaim: 'roles', rollen: ROLLEN }, klok)
    thuis = `http://${hosts[0]}`
  })
  after(async () => {
    await dienst.stop()
    await databank.sluit()
  })

  /** Tot vlak voor het adres waarmee de browser terugkomt. */
  const totTerug = (browser: Browser) =>
    browser.volg(`${thuis}/concept`, (adres) => adres.startsWith(`${thuis}/inloggen/terug`))

  test('van een afgeschermde pagina via de dienst terug op die pagina, met alleen bekende rollen', async () => {
    dienst.stand.wie = 'manager'
    const browser = maakBrowser(app)
    const { adres, antwoord } = await browser.volg(`${thuis}/concept`)
    assert.equal(adres, `${thuis}/concept`)
    assert.equal(antwoord.status, 200)
    assert.match(await antwoord.text(), /Rol manager/u)
    const mijn = await (await browser.eenmaal(`${thuis}/mijn`)).text()
    assert.match(mijn, /Uw rol: programmamanager\./u)
    const vraag = new URL(browser.bezocht.find((gezien) => gezien.includes('/auth?')) ?? '')
    assert.equal(vraag.searchParams.get('code_challenge_method'), 'S256')
    assert.ok(vraag.searchParams.get('nonce'))
    assert.deepEqual([...(browser.koekjes.get(thuis)?.keys() ?? [])], ['omzien'], 'het kladje is weg')
  })

  test('meer dan één rol', async () => {
    dienst.stand.wie = 'dubbel'
    const browser = maakBrowser(app)
    await browser.volg(`${thuis}/concept`)
    const mijn = await (await browser.eenmaal(`${thuis}/mijn`)).text()
    assert.match(mijn, /Uw rol: raadslid en programmamanager\./u)
  })

  test('een ander antwoord dan bij deze poging hoort, wordt geweigerd', async () => {
    dienst.stand.wie = 'manager'
    const browser = maakBrowser(app)
    const terug = new URL((await totTerug(browser)).adres)
    terug.searchParams.set('state', 'van-een-ander')
    const antwoord = await browser.eenmaal(terug.href)
    assert.equal(antwoord.status, 400)
    assert.match(await antwoord.text(), /Het inloggen is niet gelukt/u)
    assert.equal(browser.koekjes.get(thuis)?.has('omzien'), false)
  })

  test('het antwoord van iemand anders in mijn browser (login-CSRF) wordt geweigerd', async () => {
    const [aanvaller, slachtoffer] = [maakBrowser(app), maakBrowser(app)]
    const { adres } = await totTerug(aanvaller)
    assert.equal((await slachtoffer.eenmaal(adres)).status, 400)
    await totTerug(slachtoffer)
    assert.equal((await slachtoffer.eenmaal(adres)).status, 400)
  })

  test('hetzelfde antwoord een tweede keer wordt geweigerd', async () => {
    const browser = maakBrowser(app)
    const { adres } = await totTerug(browser)
    const pot = new Map(browser.koekjes.get(thuis))
    assert.equal((await browser.eenmaal(adres)).status, 303)
    assert.equal((await browser.eenmaal(adres)).status, 400, 'zonder kladje')
    const dief = maakBrowser(app)
    dief.koekjes.set(thuis, pot)
    assert.equal((await dief.eenmaal(adres)).status, 400, 'met het oude kladje')
  })

  test('een kladje van de ene gemeente werkt niet bij de andere', async () => {
    const browser = maakBrowser(app)
    const { adres } = await totTerug(browser)
    const elders = `http://${app.ander.code}.localhost`
    browser.koekjes.set(elders, new Map(browser.koekjes.get(thuis)))
    assert.equal((await browser.eenmaal(adres.replace(thuis, elders))).status, 400)
  })

  test('een verlopen id-token wordt geweigerd', async () => {
    const browser = maakBrowser(app)
    const { adres } = await totTerug(browser)
    const verlopen = maakOidc(
      { uitgever: dienst.uitgever, ...CLIENT, rolclaim: 'roles', rollen: ROLLEN },
      { ...klok, nu: () => new Date(Date.now() + 3 * 3_600_000) },
    )
    const begonnen = await verlopen.begin(`${thuis}/inloggen/terug`)
    assert.ok(begonnen.ok)
    const terug = await browser.volg(begonnen.waarde.naar, (naar) => naar.startsWith(thuis))
    assert.notEqual(terug.adres, adres)
    assert.deepEqual(await verlopen.rondAf(terug.adres, begonnen.waarde.onthouden), {
      ok: false,
      reden: 'antwoord_ongeldig',
    })
  })

  test('een verkeerde nonce of een verkeerd bewijs wordt geweigerd', async () => {
    const oidc = maakOidc({ uitgever: dienst.uitgever, ...CLIENT, rolclaim: 'roles', rollen: ROLLEN }, klok)
    for (const fout of [{ nonce: 'anders' }, { bewijs: 'a'.repeat(43) }]) {
      const begonnen = await oidc.begin(`${thuis}/inloggen/terug`)
      assert.ok(begonnen.ok)
      const { adres } = await maakBrowser(app).volg(begonnen.waarde.naar, (naar) => naar.startsWith(thuis))
      assert.deepEqual(await oidc.rondAf(adres, { ...begonnen.waarde.onthouden, ...fout }), {
        ok: false,
        reden: 'antwoord_ongeldig',
      })
    }
  })

  test('een te oud kladje wordt geweigerd', async () => {
    const browser = maakBrowser(app)
    const { adres } = await totTerug(browser)
    verschuiving = 11 * 60_000
    const antwoord = await browser.eenmaal(adres)
    verschuiving = 0
    assert.equal(antwoord.status, 400)
  })

  test('wie geen bekende rol heeft, komt er niet in en leest waarom', async () => {
    dienst.stand.wie = 'zonder'
    const { antwoord } = await maakBrowser(app).volg(`${thuis}/concept`)
    assert.equal(antwoord.status, 403)
    assert.match(await antwoord.text(), /nog geen rol/u)
  })

  test('wie bij de gemeente onbekend is, komt er niet in waar dat zo is ingesteld', async () => {
    beleid = 'weigeren'
    MENSEN['vreemd'] = { name: 'Rol vreemd', roles: ['GRP-PM'] }
    dienst.stand.wie = 'vreemd'
    const { antwoord } = await maakBrowser(app).volg(`${thuis}/concept`)
    beleid = 'toelaten'
    assert.equal(antwoord.status, 403)
    assert.match(await antwoord.text(), /kennen dit account niet/u)
  })

  test('wie afbreekt, leest dat het gestopt is', async () => {
    dienst.stand.wie = undefined
    const { antwoord } = await maakBrowser(app).volg(`${thuis}/concept`)
    dienst.stand.wie = 'manager'
    assert.equal(antwoord.status, 403)
    assert.match(await antwoord.text(), /is gestopt/u)
  })

  test('uitloggen eindigt de sessie hier en gaat langs de dienst terug naar de eerste pagina', async () => {
    const browser = maakBrowser(app)
    await browser.volg(`${thuis}/concept`)
    const kaart = new Map(browser.koekjes.get(thuis))
    const csp = (await browser.eenmaal(`${thuis}/mijn`)).headers.get('content-security-policy') ?? ''
    assert.ok(csp.includes(`form-action 'self' ${dienst.uitgever}`), 'de browser mag daarheen doorverwijzen')
    const uit = await browser.eenmaal(`${thuis}/uitloggen`, { method: 'POST' })
    const naar = new URL(uit.headers.get('location') ?? '')
    assert.equal(naar.origin, dienst.uitgever)
    assert.ok(naar.searchParams.get('id_token_hint'))
    const bevestig = await (await browser.eenmaal(naar.href)).text()
    const bewijs = /name="xsrf" value="([^"]+)"/u.exec(bevestig)?.[1] ?? ''
    const { adres } = await browser.volg(`${dienst.uitgever}/session/end/confirm`, undefined, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ xsrf: bewijs, logout: 'yes' }).toString(),
    })
    assert.equal(adres, `${thuis}/`)
    const dief = maakBrowser(app)
    dief.koekjes.set(thuis, kaart)
    assert.equal((await dief.eenmaal(`${thuis}/mijn`)).status, 303, 'de oude sleutel is niets meer waard')
  })

  test('een dienst die niet antwoordt, geeft een zin', async () => {
    const dood = maakOidc(
      { uitgever: 'http://127.0.0.1:1', ...CLIENT, rolclaim: 'roles', rollen: ROLLEN },
      klok,
    )
    assert.deepEqual(await dood.begin(`${thuis}/inloggen/terug`), {
      ok: false,
      reden: 'dienst_onbereikbaar',
    })
  })
})

test('een dienst die rollen en naam alleen bij userinfo geeft', async () => {
  const dienst = await startDienst(['hier.localhost'], { inIdToken: false })
  try {
    const oidc = maakOidc(
      { uitgever: dienst.uitgever, ...CLIENT, rolclaim: 'roles', rollen: ROLLEN },
      systeemklok,
    )
    const begonnen = await oidc.begin('http://hier.localhost/inloggen/terug')
    assert.ok(begonnen.ok)
    const { adres } = await maakBrowser().volg(begonnen.waarde.naar, (naar) =>
      naar.includes('hier.localhost'),
    )
    const uitkomst = await oidc.rondAf(adres, begonnen.waarde.onthouden)
    assert.ok(uitkomst.ok)
    const { onderwerp, naam, rollen } = uitkomst.waarde
    assert.deepEqual(
      { onderwerp, naam, rollen },
      { onderwerp: 'manager', naam: 'Rol manager', rollen: ['programmamanager'] },
    )
  } finally {
    await dienst.stop()
  }
})

describe('adres van de inlogdienst', () => {
  for (const goed of [
    'https://inlog.gemeente.nl',
    'http://127.0.0.1:9000',
    'http://localhost:9000/realm',
    'http://[::1]:9000',
  ])
    test(`${goed} mag`, () => assert.equal(eisVeiligeUitgever(goed).href.startsWith(goed), true))
  for (const fout of [
    'http://inlog.gemeente.nl',
    'http://127.0.0.1.elders.nl',
    'http://localhost.elders.nl',
    'ftp://localhost',
  ])
    test(`${fout} mag niet`, () => assert.throws(() => eisVeiligeUitgever(fout), /https/u))
})
