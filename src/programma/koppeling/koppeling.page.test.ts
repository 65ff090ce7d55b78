import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Databank } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { leesIn } from '#grootboek/deur.ts'
import type { Invoerregel } from '#grootboek/invoer.ts'
import { versePglite } from '#test/databanken.ts'
import { gelezenProef, proefregel, standen } from '#test/inlezing.ts'
import { type Antwoord, maakProefapp, type Proefapp } from '#test/programma-app.ts'
import type { Rol } from '#toegang/deur.ts'

const ALS: Rol[] = ['financieel-adviseur']

let databank: Databank
before(async () => {
  databank = await versePglite()
})
after(() => databank.sluit())

async function metGeld(regels: readonly Invoerregel[], administratie = 'adm'): Promise<Proefapp> {
  const app = await maakProefapp({ databank })
  await leesBij(app, regels, administratie)
  return app
}

async function leesBij(app: Proefapp, regels: readonly Invoerregel[], administratie: string): Promise<void> {
  const gelezen = await gelezenProef(app.db, { regels, administratie })
  const uitkomst = await leesIn(app.kamer.boekhouder, await app.bezoek(ALS), { gelezen, programma: 'proef' })
  assert.ok(uitkomst.ok)
}

const verborgen = ({ tekst }: Antwoord, naam: string): string =>
  (new RegExp(`name="${naam}" value="([^"]*)"`, 'u').exec(tekst)?.[1] ?? '').replaceAll('&quot;', '"')

/** Bekijkt het effect en legt het vast, zoals iemand dat doet. */
async function legVast(app: Proefapp, velden: Record<string, string>): Promise<Antwoord> {
  const effect = await app.stuur('/koppeling/effect', velden, ALS)
  assert.equal(effect.status, 200, effect.woorden)
  const heen = { wijziging: verborgen(effect, 'wijziging'), verwacht: verborgen(effect, 'verwacht') }
  return app.stuur('/koppeling', heen, ALS)
}

const A = proefregel({ sleutel: 'a', project: 'inloop', bedragCent: centen(900_00) })
const B = proefregel({ sleutel: 'b', project: 'P9', bedragCent: centen(50_00) })
const C = proefregel({ sleutel: 'c', project: 'P9', rekening: '40000', bedragCent: centen(20_00) })

test('het grootste bedrag staat bovenaan, met een voorstel en zijn reden', async () => {
  const app = await metGeld([B, C, A])
  const { woorden, tekst } = await app.haal('/koppeling', ALS)
  assert.match(woorden, /€ 970 hoort nog nergens bij, in 2 groepen/u)
  assert.match(woorden, /Project inloop: € 900 1 regel, 1 maart 2024\. Voorstel: de code wijst ernaar/u)
  assert.ok(woorden.indexOf('Project inloop') < woorden.indexOf('Project P9: € 70'))
  assert.match(woorden, /Apart per rekening \(2\)/u)
  assert.match(tekst, /<option value="o:inloop" selected/u)
  assert.ok(!tekst.includes('checked'), 'zonder dat iemand het vraagt is niets aangevinkt')
  assert.match((await app.haal('/koppeling?vink=ja', ALS)).tekst, /value="0" checked/u)
})

test('aanvinken, het effect zien en vastleggen; daarna is de wachtrij korter', async () => {
  const app = await metGeld([A, B, C])
  const velden = { kies: '0', 'wat.0': '{"project":"inloop"}', 'doel.0': 'o:inloop', 'bron.0': 'rijk' }
  const effect = await app.stuur('/koppeling/effect', velden, ALS)
  assert.match(effect.woorden, /1 geboekte regel komt ergens anders te staan/u)
  assert.match(effect.woorden, /project inloop Inloop in het dorp Bijdrage van het Rijk altijd/u)
  assert.equal((await standen(app.db))['proef:rijk:realisatie:inloop:2024'], undefined)
  assert.equal((await legVast(app, velden)).naar, '/koppeling?klaar=ja')
  assert.equal((await standen(app.db))['proef:rijk:realisatie:inloop:2024'], 900_00)
  assert.match(
    (await app.haal('/koppeling?klaar=ja', ALS)).woorden,
    /in 1 groep\..*De koppeling is vastgelegd/u,
  )
  const botst = await app.stuur('/koppeling/effect', { ...velden, 'doel.0': 'o:steun' }, ALS)
  assert.equal(botst.status, 400)
  assert.match(botst.woorden, /Voor project inloop is er al een regel \(Inloop in het dorp, altijd\)/u)
})

test('meer tegelijk, op hetzelfde, en wat er niet bij hoort verdwijnt uit de boeken', async () => {
  const app = await metGeld([A, B, C])
  const rijen = { 'wat.0': '{"project":"inloop"}', 'doel.0': '' }
  const niet = { kies: '0', ...rijen, alle: 'niet' }
  assert.equal((await legVast(app, niet)).status, 303)
  const na = await standen(app.db)
  assert.deepEqual([na['proef:-:realisatie:-:2024'], na['proef:-:ruimte:-:2024']], [70_00, -70_00])
})

test('veranderde er intussen iets, dan ziet wie vastlegt het nieuwe effect', async () => {
  const app = await metGeld([A])
  const velden = { kies: '0', 'wat.0': '{"project":"inloop"}', 'doel.0': 'o:inloop', 'bron.0': '-' }
  const effect = await app.stuur('/koppeling/effect', velden, ALS)
  await leesBij(app, [A, { ...A, sleutel: 'a2' }], 'adm')
  const heen = { wijziging: verborgen(effect, 'wijziging'), verwacht: verborgen(effect, 'verwacht') }
  const opnieuw = await app.stuur('/koppeling', heen, ALS)
  assert.equal(opnieuw.status, 409)
  assert.match(opnieuw.woorden, /2 geboekte regels komen ergens anders/u)
  assert.equal(
    (await app.stuur('/koppeling', { ...heen, verwacht: verborgen(opnieuw, 'verwacht') }, ALS)).status,
    303,
  )
})

test('een regel met een begin van een code, haar geld, en haar einde', async () => {
  const app = await metGeld([A, B, C])
  const nieuw = { nieuw: 'ja', project: 'P*', 'doel.nieuw': 'o:steun', 'bron.nieuw': 'volgorde' }
  assert.equal((await legVast(app, nieuw)).status, 303)
  const lijst = await app.haal('/koppeling/regels?zoek=steun', ALS)
  assert.match(lijst.woorden, /project die begint met P Steun aan huis altijd 2 70/u)
  assert.match((await app.haal('/koppeling/regels?zoek=xyz', ALS)).woorden, /geen regel met deze woorden/u)
  const adres = /href="(\/koppeling\/regels\/[0-9a-f-]{36})"/u.exec(lijst.tekst)?.[1] ?? ''
  assert.match((await app.haal(adres, ALS)).woorden, /Regel beëindigen/u)
  const regel = adres.split('/').at(-1) ?? ''
  const botst = await app.stuur('/koppeling/effect', nieuw, ALS)
  assert.match(botst.woorden, /Nieuwe regel.*is er al een regel/u)
  assert.match(botst.tekst, /name="project" value="P\*"|value="P\*"/u)
  const zonderDag = await app.stuur('/koppeling/effect', { regel, wanneer: 'dag' }, ALS)
  assert.match(zonderDag.woorden, /Vul de laatste dag in/u)
  assert.equal((await legVast(app, { regel, wanneer: 'dag', einddag: '2024-02-01' })).status, 303)
  assert.equal((await standen(app.db))['proef:-:realisatie:steun:2024'], undefined)
  assert.equal((await legVast(app, { regel, wanneer: 'nooit' })).status, 303)
  assert.equal((await app.haal(adres, ALS)).status, 404)
})

test('de volgorde van bronnen: kiezen, vastleggen en terugzien', async () => {
  const app = await metGeld([A])
  assert.match(
    (await app.haal('/koppeling/verdeling?onderdeel=inloop', ALS)).woorden,
    /Bijdrage van het Rijk/u,
  )
  const leeg = await app.stuur('/koppeling/effect', { verdeling: 'inloop', wijze: 'bron' }, ALS)
  assert.match(leeg.woorden, /Zet bij minstens één bron een getal/u)
  assert.equal((await legVast(app, { verdeling: 'inloop', wijze: 'bron', 'deel.rijk': '1' })).status, 303)
  const velden = { kies: '0', 'wat.0': '{"project":"inloop"}', 'doel.0': 'o:inloop', 'bron.0': 'volgorde' }
  await legVast(app, velden)
  assert.equal((await standen(app.db))['proef:rijk:realisatie:inloop:2024'], 900_00)
})

test('bij meer administraties hoort zij bij de voorwaarden', async () => {
  const app = await metGeld([A])
  await leesBij(app, [A], 'tweede')
  assert.match((await app.haal('/koppeling', ALS)).tekst, /&quot;administratie&quot;:&quot;tweede&quot;/u)
})

test('onleesbare invoer krijgt een zin, en wie niet mag ziet alleen de lijst', async () => {
  const app = await metGeld([A])
  const kies = { kies: '0', 'doel.0': 'o:inloop' }
  for (const [velden, zin] of [
    [{}, /Vink eerst aan/u],
    [{ ...kies, 'wat.0': '{"project":"a*b"}' }, /Schrijf een code/u],
    [{ ...kies, 'wat.0': 'stuk' }, /Laad de pagina opnieuw/u],
    [{ ...kies, 'wat.0': '{}' }, /Noem minstens een rekening/u],
    [{ ...kies, 'wat.0': '{"project":"inloop"}', 'doel.0': 'o:weg' }, /Kies een onderdeel/u],
    [{ ...kies, 'wat.0': '{"project":"inloop"}', van: '31-1-2024' }, /Schrijf de dag als/u],
    [{ ...kies, 'wat.0': '{"project":"inloop"}', van: '2024-02-01', tot: '2024-01-01' }, /Draai ze om/u],
  ] as const) {
    const antwoord = await app.stuur('/koppeling/effect', velden as Record<string, string>, ALS)
    assert.equal(antwoord.status, 400)
    assert.match(antwoord.woorden, zin)
  }
  assert.equal((await app.stuur('/koppeling', { wijziging: 'stuk' }, ALS)).status, 400)
  const lezer = await app.haal('/koppeling', ['budgethouder'])
  assert.equal(lezer.status, 200)
  assert.ok(!lezer.tekst.includes('name="kies"'))
})
