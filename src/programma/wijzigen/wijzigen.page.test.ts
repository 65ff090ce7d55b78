import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { findVersies } from '#programma/plan.store.ts'
import { versePglite } from '#test/databanken.ts'
import { maakProefapp, type Proefapp } from '#test/programma-app.ts'
import { MANAGER, nieuwstePlan, open, SCHERMEN, veldenUit } from '#test/wijzigschermen.ts'
import { ROLLEN } from '#toegang/matrix.ts'

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

const maak = (): Promise<Proefapp> => maakProefapp({ databank })

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
    titel: 'Zorg aan huis',
    groep: 'lijn',
    waarom: 'x',
  }
  assert.equal(
    (await app.stuur('/wijzigen/nieuw/onderdeel', nieuw, MANAGER)).naar,
    '/onderdelen/zorg-aan-huis?versie=2',
  )
  const tweede = await app.stuur('/wijzigen/nieuw/onderdeel', nieuw, MANAGER)
  assert.equal(tweede.status, 400)
  assert.ok(tweede.woorden.includes('Er is al een onderdeel met deze naam.'))
  const pad = '/wijzigen/onderdelen/inloop'
  const geen = await app.stuur(`${pad}/beeindigen`, { basis: '2', op: '', reden: '', waarom: 'x' }, MANAGER)
  assert.equal(geen.status, 400)
  const einde = { basis: '2', op: 'mei 2025', reden: 'De zaal is verkocht', waarom: 'x' }
  assert.equal((await app.stuur(`${pad}/beeindigen`, einde, MANAGER)).status, 303)
  let [inloop] = (await nieuwstePlan(app)).plan.onderdelen
  assert.deepEqual(inloop?.beeindigd, { op: '2025-05', reden: 'De zaal is verkocht' })
  await open(app, `${pad}/heropenen`)
  assert.equal((await app.stuur(`${pad}/heropenen`, { basis: '3', waarom: 'toch' }, MANAGER)).status, 303)
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
  await doe('/wijzigen/nieuw/groep', { titel: 'Tweede lijn' })
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
    [['lijn', 'tweede-lijn'], '2026-12', 'tweede-doel', 'reserve'],
  )
})
