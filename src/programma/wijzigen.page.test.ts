import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Databank } from '#basis/db.ts'
import { wijzigPlan } from '#programma/plan.flow.ts'
import { findPlankoppen, findStukken, findVersies } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planVan } from '#programma/stukken.ts'
import { versePglite } from '#test/databanken.ts'
import { kleinPlan } from '#test/plannen.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { ROLLEN } from '#toegang/matrix.ts'

const MANAGER = ['programmamanager'] as const

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const maak = (): Promise<Proefapp> => maakProefapp({ databank })

async function nieuwstePlan(app: Proefapp): Promise<{ versie: number; plan: Plan }> {
  const [kop] = await app.db.lees(findPlankoppen)
  const versie = kop?.laatsteVersie ?? 0
  return { versie, plan: planVan(await app.db.lees((lezer) => findStukken(lezer, 'proef', versie))) }
}

/** De velden die een browser zonder script zou versturen als niemand iets aanraakt. */
function veldenUit(html: string): Record<string, string> {
  const velden: Record<string, string> = {}
  const vorm = /<form class="oz-formulier"(.*?)<\/form>/su.exec(html)?.[1] ?? ''
  const tekst = (kaal: string): string =>
    kaal.replace(
      /&(amp|lt|gt|quot|#39);/gu,
      (_, t: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[t] ?? "'",
    )
  for (const [merk] of vorm.matchAll(/<input\b[^>]*>/gu)) {
    const naam = / name="([^"]*)"/u.exec(merk)?.[1]
    if (naam === undefined) continue
    if (merk.includes('type="checkbox"') && !/ checked(?:=|\s|\/|>)/u.test(merk)) continue
    velden[naam] = tekst(/ value="([^"]*)"/u.exec(merk)?.[1] ?? '')
  }
  for (const [, naam = '', inhoud = ''] of vorm.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>\n?(.*?)<\/textarea>/gsu,
  ))
    velden[naam] = tekst(inhoud)
  for (const [, naam = '', keuzes = ''] of vorm.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gsu,
  ))
    velden[naam] =
      /<option value="([^"]*)" selected/u.exec(keuzes)?.[1] ??
      /<option value="([^"]*)"/u.exec(keuzes)?.[1] ??
      ''
  return velden
}

const open = async (app: Proefapp, pad: string): Promise<Record<string, string>> => {
  const scherm = await app.haal(pad, MANAGER)
  assert.equal(scherm.status, 200, pad)
  return veldenUit(scherm.tekst)
}

const SCHERMEN = [
  '/wijzigen/programma',
  '/wijzigen/nieuw/onderdeel',
  '/wijzigen/nieuw/doel',
  '/wijzigen/nieuw/bron',
  '/wijzigen/nieuw/groep',
  '/wijzigen/onderdelen/inloop',
  '/wijzigen/onderdelen/inloop/mijlpalen',
  '/wijzigen/onderdelen/inloop/raming',
  '/wijzigen/onderdelen/inloop/beeindigen',
  '/wijzigen/doelen/samen',
  '/wijzigen/bronnen/rijk',
  '/wijzigen/groepen/lijn',
]

test('alleen de programmamanager ziet en verstuurt de wijzigschermen', async () => {
  const app = await maak()
  for (const pad of ['/wijzigen', ...SCHERMEN])
    for (const rol of [undefined, ...ROLLEN]) {
      const als = rol === undefined ? [] : [rol]
      const scherm = await app.haal(pad, als)
      assert.equal(scherm.status === 200, rol === 'programmamanager', `${pad} als ${rol}`)
      if (pad === '/wijzigen' || rol === 'programmamanager') continue
      const stuur = await app.stuur(pad, { basis: '1', waarom: 'x', titel: 'Gekaapt', naam: 'Gekaapt' }, als)
      assert.ok([401, 403].includes(stuur.status), `${pad} als ${rol}: ${stuur.status}`)
    }
  assert.equal((await nieuwstePlan(app)).versie, 1)
})

test('wie niets aanraakt, verandert niets: elk scherm leest precies terug wat het toont', async () => {
  const app = await maak()
  for (const pad of SCHERMEN.filter((pad) => !pad.includes('nieuw') && !pad.includes('beeindigen'))) {
    const velden = await open(app, pad)
    const antwoord = await app.stuur(pad, { ...velden, waarom: 'niets' }, MANAGER)
    assert.equal(antwoord.status, 409, `${pad} ${antwoord.naar}`)
    assert.match(antwoord.woorden, /Alles staat al zo in het plan/u, pad)
  }
  assert.equal((await nieuwstePlan(app)).versie, 1)
})

test('een onderdeel wijzigen wordt een nieuwe versie met wie en waarom', async () => {
  const app = await maak()
  const velden = await open(app, '/wijzigen/onderdelen/inloop')
  const antwoord = await app.stuur(
    '/wijzigen/onderdelen/inloop',
    {
      ...velden,
      titel: ' Inloophuis ',
      van: '1 september 2024',
      tot: 'tweede helft 2025',
      verwacht: 'ja',
      aliassen: 'Huiskamer\r\n\r\nDe Brink',
      relaties: '1.2: samen met thuis',
      eigenaarrol: '',
      waarom: ' de naam is anders ',
    },
    MANAGER,
  )
  assert.deepEqual([antwoord.status, antwoord.naar], [303, '/onderdelen/inloop?versie=2'])
  const { plan } = await nieuwstePlan(app)
  const [inloop] = plan.onderdelen
  assert.deepEqual(
    [
      inloop?.titel,
      inloop?.planning,
      inloop?.aliassen,
      inloop?.relaties,
      inloop?.eigenaarrol,
      inloop?.doelen,
    ],
    [
      'Inloophuis',
      { van: '2024-09-01', tot: '2025-H2', verwacht: true },
      ['Huiskamer', 'De Brink'],
      [{ naar: 'steun', toelichting: 'samen met thuis' }],
      null,
      ['samen'],
    ],
  )
  assert.deepEqual(inloop?.mijlpalen, app.plan.onderdelen[0]?.mijlpalen)
  const [versie] = await app.db.lees((lezer) => findVersies(lezer, 'proef', 1))
  assert.deepEqual([versie?.waarom, versie?.door], ['de naam is anders', 'Proef programmamanager'])
})

test('wat niet klopt wordt per veld genoemd, en alles wat is getypt staat er nog', async () => {
  const app = await maak()
  const velden = await open(app, '/wijzigen/onderdelen/inloop')
  const antwoord = await app.stuur(
    '/wijzigen/onderdelen/inloop',
    {
      ...velden,
      titel: ' ',
      van: 'zomer 2024',
      tot: '2023',
      groep: 'bestaat-niet',
      ouder: 'inloop',
      relaties: 'onbekend ding',
      doel: 'Blijft <b>staan</b>',
      waarom: '',
    },
    MANAGER,
  )
  assert.equal(antwoord.status, 400)
  for (const zin of [
    'Vul een titel in.',
    'Wij herkennen ‘zomer 2024’ niet als tijd.',
    'Kies een groep uit de lijst.',
    'kan niet onder zichzelf vallen',
    'In dit plan staat geen onderdeel ‘onbekend ding’.',
    'Schrijf in één zin waarom u dit verandert.',
    'Er is niets verloren',
  ])
    assert.ok(antwoord.woorden.includes(zin), zin)
  assert.match(antwoord.tekst, /href="#veld-titel"/u)
  const terug = veldenUit(antwoord.tekst)
  assert.deepEqual(
    [terug['van'], terug['doel'], terug['relaties'], terug['basis']],
    ['zomer 2024', 'Blijft <b>staan</b>', 'onbekend ding', '1'],
  )
  assert.match(antwoord.tekst, /<title>Fout: /u)
})

test('mijlpalen: erbij, anders, weg', async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop/mijlpalen'
  const nieuw = { 'wat.N1': 'Tweede deur', 'wanneer.N1': 'Q2 2025', 'verwacht.N1': 'ja', waarom: 'meer' }
  assert.equal((await app.stuur(pad, { ...(await open(app, pad)), ...nieuw }, MANAGER)).status, 303)
  let mijlpalen = (await nieuwstePlan(app)).plan.onderdelen[0]?.mijlpalen
  assert.deepEqual(mijlpalen?.[1], {
    id: 'tweede-deur',
    wat: 'Tweede deur',
    wanneer: '2025-Q2',
    verwacht: true,
  })
  const anders = { 'weg.open': 'ja', 'wanneer.tweede-deur': '', waarom: 'minder' }
  assert.equal((await app.stuur(pad, { ...(await open(app, pad)), ...anders }, MANAGER)).status, 303)
  mijlpalen = (await nieuwstePlan(app)).plan.onderdelen[0]?.mijlpalen
  assert.deepEqual(mijlpalen, [{ id: 'tweede-deur', wat: 'Tweede deur', wanneer: null, verwacht: true }])
  const leeg = await app.stuur(
    pad,
    { ...(await open(app, pad)), 'wat.tweede-deur': '', waarom: 'x' },
    MANAGER,
  )
  assert.equal(leeg.status, 400)
})

test('raming: bedragen in Nederlandse notatie, en de verdeling mag onbekend blijven', async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop/raming'
  const velden = await open(app, pad)
  assert.deepEqual([velden['bedrag.2024.ONBEKEND'], velden['bedrag.2025.rijk']], ['4.000', '3.000'])
  const fout = await app.stuur(pad, { ...velden, 'bedrag.2024.rijk': 'veel', waarom: 'x' }, MANAGER)
  assert.equal(fout.status, 400)
  assert.ok(fout.woorden.includes('Wij herkennen ‘veel’ niet als bedrag.'))
  const goed = {
    'bedrag.2024.ONBEKEND': '€ 4.000,50',
    'bedrag.2024.rijk': '(1.250)',
    'bedrag.2025.rijk': '',
    'extra.jaar': '2027',
    'extra.bron': 'rijk',
    'extra.bedrag': '12500',
  }
  assert.equal((await app.stuur(pad, { ...velden, ...goed, waarom: 'x' }, MANAGER)).status, 303)
  const { plan } = await nieuwstePlan(app)
  assert.deepEqual(
    plan.raming.filter(({ onderdeel }) => onderdeel === 'inloop'),
    [
      { onderdeel: 'inloop', jaar: 2024, bron: null, bedragCent: 4_000_50 },
      { onderdeel: 'inloop', jaar: 2024, bron: 'rijk', bedragCent: -1_250_00 },
      { onderdeel: 'inloop', jaar: 2027, bron: 'rijk', bedragCent: 12_500_00 },
    ],
  )
  const dubbel = {
    ...(await open(app, pad)),
    'extra.jaar': '2027',
    'extra.bron': 'rijk',
    'extra.bedrag': '1',
  }
  assert.equal((await app.stuur(pad, { ...dubbel, waarom: 'x' }, MANAGER)).status, 400)
})

test('een onderdeel toevoegen, beëindigen en heropenen', async () => {
  const app = await maak()
  const nieuw = {
    ...(await open(app, '/wijzigen/nieuw/onderdeel')),
    titel: 'Steun aan huis',
    groep: 'lijn',
    waarom: 'x',
  }
  assert.equal(
    (await app.stuur('/wijzigen/nieuw/onderdeel', nieuw, MANAGER)).naar,
    '/onderdelen/steun-aan-huis?versie=2',
  )
  assert.equal(
    (await app.stuur('/wijzigen/nieuw/onderdeel', nieuw, MANAGER)).naar,
    '/onderdelen/steun-aan-huis-2?versie=3',
  )
  const pad = '/wijzigen/onderdelen/inloop'
  const geen = await app.stuur(`${pad}/beeindigen`, { basis: '3', op: '', reden: '', waarom: 'x' }, MANAGER)
  assert.equal(geen.status, 400)
  const einde = { basis: '3', op: 'mei 2025', reden: 'De zaal is verkocht', waarom: 'x' }
  assert.equal((await app.stuur(`${pad}/beeindigen`, einde, MANAGER)).status, 303)
  let [inloop] = (await nieuwstePlan(app)).plan.onderdelen
  assert.deepEqual(inloop?.beeindigd, { op: '2025-05', reden: 'De zaal is verkocht' })
  await open(app, `${pad}/heropenen`)
  assert.equal((await app.stuur(`${pad}/heropenen`, { basis: '4', waarom: 'toch' }, MANAGER)).status, 303)
  inloop = (await nieuwstePlan(app)).plan.onderdelen[0]
  assert.equal(inloop?.beeindigd, undefined)
  assert.equal((await app.haal(`${pad}/heropenen`, MANAGER)).status, 404)
})

test('doel met indicator, bron met ontvangst, groep en programma', async () => {
  const app = await maak()
  const doe = async (pad: string, anders: Record<string, string>): Promise<void> => {
    const antwoord = await app.stuur(pad, { ...(await open(app, pad)), ...anders, waarom: 'x' }, MANAGER)
    assert.equal(antwoord.status, 303, `${pad}: ${antwoord.woorden.slice(0, 800)}`)
  }
  await doe('/wijzigen/doelen/samen', {
    'naam.N1': 'Bezoekers',
    'eenheid.N1': 'mensen',
    'streefwaarde.N1': '200',
  })
  await doe('/wijzigen/bronnen/rijk', {
    'post.N1': 'Bijdrage 2025',
    'jaar.N1': '2025',
    'bedrag.N1': '1.403.000',
    'bedrag.bijdrage-2024-2024': '10.000,01',
  })
  await doe('/wijzigen/groepen/lijn', { toelichting: 'De eerste' })
  await doe('/wijzigen/programma', { tot: 'december 2026' })
  await doe('/wijzigen/nieuw/doel', { titel: 'Tweede doel' })
  await doe('/wijzigen/nieuw/bron', { naam: 'Reserve', soort: 'reserve' })
  await doe('/wijzigen/nieuw/groep', { titel: 'Eerste lijn' })
  const { plan, versie } = await nieuwstePlan(app)
  assert.equal(versie, 8)
  assert.deepEqual(plan.doelen[0]?.indicatoren, [
    { id: 'bezoekers', naam: 'Bezoekers', eenheid: 'mensen', streefwaarde: '200' },
  ])
  assert.deepEqual(plan.bronnen[0]?.ontvangsten, [
    { naam: 'Bijdrage 2024', jaar: 2024, bedragCent: 10_000_01 },
    { naam: 'Bijdrage 2025', jaar: 2025, bedragCent: 1_403_000_00 },
  ])
  assert.deepEqual(
    [plan.groepen.map(({ id }) => id), plan.programma.tot, plan.doelen[1]?.id, plan.bronnen[1]?.soort],
    [['lijn', 'eerste-lijn'], '2026-12', 'tweede-doel', 'reserve'],
  )
})

test('de tweede ziet wat er veranderde, en niets wat is getypt gaat verloren', async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  const eerst = { ...velden, titel: 'Naam van de eerste', doel: 'Doel van de eerste', waarom: 'ik was eerst' }
  assert.equal((await app.stuur(pad, eerst, MANAGER)).status, 303)
  const daarna = { ...velden, titel: 'Naam van de tweede', partners: 'school\nkerk', waarom: 'ik was later' }
  const botsing = await app.stuur(pad, daarna, MANAGER)
  assert.equal(botsing.status, 409)
  for (const tekst of [
    'Iemand anders was u voor',
    'Proef programmamanager',
    'ik was eerst',
    'Inloop in het dorp',
    'Naam van de eerste',
    'beiden veranderd',
  ])
    assert.ok(botsing.woorden.includes(tekst), tekst)
  const terug = veldenUit(botsing.tekst)
  assert.deepEqual(
    [terug['titel'], terug['partners'], terug['doel'], terug['waarom'], terug['basis']],
    ['Naam van de tweede', 'school\nkerk', 'Doel van de eerste', 'ik was later', '2'],
  )
  assert.equal((await nieuwstePlan(app)).versie, 2)
  assert.equal((await app.stuur(pad, terug, MANAGER)).status, 303)
  const [inloop] = (await nieuwstePlan(app)).plan.onderdelen
  assert.deepEqual(
    [inloop?.titel, inloop?.doel, inloop?.partners],
    ['Naam van de tweede', 'Doel van de eerste', ['school', 'kerk']],
  )
})

test('ook de pagina met fouten en die met een botsing zijn geldige HTML', async () => {
  const keur = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] })
  const app = await maak()
  for (const pad of SCHERMEN.filter((adres) => !adres.includes('nieuw'))) {
    const velden = await open(app, pad)
    const fout = await app.stuur(pad, { ...velden, titel: '', van: 'x', 'wanneer.open': 'x' }, MANAGER)
    assert.equal(fout.status, 400)
    const eerst = await app.stuur(pad, { ...velden, ...ANDERS, reden: 'eerst', waarom: 'eerst' }, MANAGER)
    assert.equal(eerst.status, 303, `${pad} ${eerst.woorden.slice(0, 500)}`)
    const botsing = await app.stuur(
      pad,
      { ...velden, ...ANDERS, reden: 'b', titel: 'B', naam: 'B', waarom: 'b' },
      MANAGER,
    )
    assert.ok([303, 409].includes(botsing.status), pad)
    for (const { tekst } of [fout, botsing].filter(({ status }) => status !== 303)) {
      const { results } = await keur.validateString(tekst)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        [],
        pad,
      )
    }
  }
})

const ANDERS = {
  titel: 'A',
  naam: 'A',
  op: '2025',
  'wat.open': 'A',
  'bedrag.2024.rijk': '7',
  'naam.N1': 'A',
  'eenheid.N1': 'A',
}

test('een ander plan dan het hoofdplan is langs zijn eigen adres te wijzigen', async () => {
  const tweede = (gemeente: string): Plan => {
    const plan = kleinPlan(gemeente)
    return { ...plan, programma: { ...plan.programma, id: 'tweede' as Plan['programma']['id'] } }
  }
  const app = await maakProefapp({ databank, naast: [tweede] })
  const overzicht = await app.haal('/plannen/tweede/wijzigen', MANAGER)
  assert.match(overzicht.tekst, /href="\/plannen\/tweede\/wijzigen\/onderdelen\/inloop"/u)
  const pad = '/plannen/tweede/wijzigen/onderdelen/inloop'
  const antwoord = await app.stuur(pad, { ...(await open(app, pad)), titel: 'Tweede', waarom: 'x' }, MANAGER)
  assert.equal(antwoord.naar, '/plannen/tweede/onderdelen/inloop?versie=2')
  assert.equal((await nieuwstePlan(app)).versie, 1, 'het hoofdplan blijft zoals het was')
})

test('wie iets anders verandert, botst niet: een ander onderdeel, de mijlpalen of het geld', async () => {
  const app = await maak()
  const basis = '1'
  const paden = [
    '/wijzigen/onderdelen/inloop',
    '/wijzigen/onderdelen/inloop/mijlpalen',
    '/wijzigen/onderdelen/inloop/raming',
    '/wijzigen/onderdelen/steun',
  ]
  const formulieren = await Promise.all(paden.map((pad) => open(app, pad)))
  const anders = [{ titel: 'A' }, { 'wat.N1': 'B' }, { 'bedrag.2024.rijk': '1' }, { titel: 'C' }]
  for (const [i, pad] of paden.entries()) {
    const antwoord = await app.stuur(pad, { ...formulieren[i], ...anders[i], basis, waarom: 'x' }, MANAGER)
    assert.equal(antwoord.status, 303, `${pad}: ${antwoord.woorden.slice(0, 300)}`)
  }
  const { plan, versie } = await nieuwstePlan(app)
  assert.equal(versie, 5)
  assert.deepEqual(
    [plan.onderdelen[0]?.titel, plan.onderdelen[0]?.mijlpalen.length, plan.onderdelen[1]?.titel],
    ['A', 2, 'C'],
  )
})

test('van tweehonderd gelijktijdige formulieren voor één onderdeel lukt er één, en de rest hoort waarom', {
  timeout: 60_000,
}, async () => {
  const app = await maak()
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  const antwoorden = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      app.stuur(pad, { ...velden, titel: `Titel ${i}`, waarom: `poging ${i}` }, MANAGER),
    ),
  )
  const met = (status: number) => antwoorden.filter((antwoord) => antwoord.status === status)
  assert.deepEqual([met(303).length, met(409).length], [1, 199])
  for (const [i, antwoord] of antwoorden.entries())
    if (antwoord.status === 409) assert.equal(veldenUit(antwoord.tekst)['titel'], `Titel ${i}`)
  assert.equal((await nieuwstePlan(app)).versie, 2)
})

const GIF = `<script>alert(1)</script>"'; drop table programma_plan; -- ' or 1=1 {{7*7}} \${x} &amp; %00 \u202e\u0000\ud800`

test('opmaak en SQL blijven tekst, in elk veld', async () => {
  const app = await maak()
  for (const pad of SCHERMEN) {
    const velden = await open(app, pad)
    const giftig = Object.fromEntries(
      Object.keys(velden).map((naam) => [naam, naam === 'basis' ? (velden[naam] ?? '') : GIF]),
    )
    const antwoord = await app.stuur(pad, giftig, MANAGER)
    assert.ok([303, 400].includes(antwoord.status), `${pad}: ${antwoord.status}`)
    assert.ok(!antwoord.tekst.includes('<script>alert'), pad)
  }
  const pad = '/wijzigen/onderdelen/steun'
  const velden = await open(app, pad)
  const vrij = {
    titel: GIF,
    doel: GIF,
    aliassen: GIF,
    partners: GIF,
    eigenaarrol: GIF,
    planningtekst: GIF,
    waarom: GIF,
  }
  assert.equal((await app.stuur(pad, { ...velden, ...vrij, code: '<b>' }, MANAGER)).status, 303)
  const { plan } = await nieuwstePlan(app)
  const steun = plan.onderdelen.find(({ id }) => id === 'steun')
  const verwacht = GIF.replace('\u0000', '').replace('\ud800', '\ufffd').trim()
  assert.deepEqual([steun?.titel, steun?.doel, steun?.partners], [verwacht, verwacht, [verwacht]])
  for (const plek of [pad, '/wijzigen', '/onderdelen/steun?versie=2']) {
    const scherm = await app.haal(plek, MANAGER)
    assert.ok(!scherm.tekst.includes('<script>alert'), plek)
  }
  assert.equal((await open(app, pad))['titel'], verwacht)
})

test('een groot plan is te doorzoeken en te bladeren', async () => {
  const app = await maak()
  const bezoek = await app.bezoek(MANAGER)
  const veel = (plan: Plan): unknown => ({
    ...plan,
    onderdelen: Array.from({ length: 250 }, (_, i) => ({
      ...plan.onderdelen[i % 2],
      id: i < 2 ? plan.onderdelen[i]?.id : `extra-${i}`,
      titel: `Onderdeel nummer ${i}`,
    })),
  })
  assert.ok((await wijzigPlan(bezoek, { plan: 'proef', basis: 1, waarom: 'x', verander: veel })).ok)
  const rijen = (html: string): number => (html.match(/\/raming"/gu) ?? []).length
  const eerste = await app.haal('/wijzigen', MANAGER)
  assert.equal(rijen(eerste.tekst), 100)
  assert.equal(rijen((await app.haal('/wijzigen?pagina=3', MANAGER)).tekst), 50)
  assert.equal(rijen((await app.haal('/wijzigen?pagina=99', MANAGER)).tekst), 50)
  assert.equal(rijen((await app.haal('/wijzigen?zoek=NUMMER%20249', MANAGER)).tekst), 1)
  const giftig = await app.haal(
    `/wijzigen?zoek=${encodeURIComponent('"><script>alert(1)</script>')}&pagina=-1`,
    MANAGER,
  )
  assert.equal(giftig.status, 200)
  assert.ok(!giftig.tekst.includes('<script>alert'))
  assert.ok(giftig.woorden.includes('Geen onderdeel gevonden'))
})

test('een onbruikbaar formulier of een onbekend ding geeft een gewone fout', async () => {
  const app = await maak()
  assert.equal((await app.haal('/wijzigen/onderdelen/weg', MANAGER)).status, 404)
  const pad = '/wijzigen/onderdelen/inloop'
  const velden = await open(app, pad)
  for (const basis of ['', '0', '9', '-1', '1; drop table x', '999999999999'])
    assert.equal(
      (await app.stuur(pad, { ...velden, basis, titel: 'X', waarom: 'x' }, MANAGER)).status,
      400,
      basis,
    )
  const weg = await app.stuur('/wijzigen/onderdelen/weg', { ...velden, waarom: 'x' }, MANAGER)
  assert.equal(weg.status, 400)
  assert.ok(weg.woorden.includes('Dit onderdeel is er niet meer.'))
  const lang = await app.stuur(
    pad,
    { ...velden, titel: 'a'.repeat(501), doel: 'b'.repeat(10_001), waarom: 'c'.repeat(501) },
    MANAGER,
  )
  assert.equal(lang.status, 400)
  assert.ok(lang.woorden.includes('er mogen 500 tekens in en het zijn er 501'))
  assert.equal((await nieuwstePlan(app)).versie, 1)
})
