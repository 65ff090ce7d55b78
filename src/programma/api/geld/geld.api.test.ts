import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { datum, systeemklok, vasteKlok } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { besteed, boekSamen, maakBoekhouder, naamVan } from '#grootboek/deur.ts'
import { EINDPUNTEN } from '#programma/api/eindpunten.api.ts'
import { testBezoek } from '#test/bezoek.ts'
import { type Apiproef, type Fout, keur, maakApiproef } from '#test/programma-api.ts'
import { maakApisleutel } from '#toegang/deur.ts'

/** Een ander programma, met een api-sleutel voor deze rol. */
async function maakProgramma(proef: Apiproef, rol: 'budgethouder' | 'raadslid' | 'financieel-adviseur') {
  const db = proef.databank.gemeente(proef.app.een.code)
  const gemaakt = await maakApisleutel(
    { ...(await testBezoek(db, 'beheerder')), klok: systeemklok },
    {
      naam: 'Koppeling',
      rol,
      dagen: 1,
    },
  )
  assert.ok(gemaakt.ok)
  const kop = { 'content-type': 'application/json' }
  const stuur = (pad: string, sleutel: string | undefined, inhoud: unknown) =>
    proef.haal(pad, {
      method: 'POST',
      headers: {
        ...kop,
        authorization: `Bearer ${gemaakt.waarde.sleutel}`,
        ...(sleutel !== undefined && { 'idempotency-key': sleutel }),
      },
      body: typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud),
    })
  const lees = (pad: string) =>
    proef.haal(pad, { headers: { authorization: `Bearer ${gemaakt.waarde.sleutel}` } })
  return { kop, stuur, lees }
}

const FACTUUR = { factuur: 'F-1', jaar: 2024, bedragCent: 100, geldigDatum: '2024-02-02' }

type Standen = {
  tijdstip: { bekendNr: number; hash: string }
  rijen: { sleutel: string; bedragen: Record<string, number>; _links: { pagina: { href: string } } }[]
  totaal: Record<string, number>
  rekeningen: { rekening: string; saldoCent: number }[]
}
type Boekingen = {
  _links: { self: { href: string }; next?: { href: string } }
  items: { nr: number; soort: string; regels: { bedragCent: number; rekening: string }[] }[]
}

describe('api van het grootboek', () => {
  let proef: Apiproef
  let onderdeel: string
  let begin: number
  before(async () => {
    proef = await maakApiproef()
    onderdeel = proef.plan.onderdelen.find(({ id }) => id === 'oco')?.id ?? assert.fail('geen oco')
    begin = (await proef.lees<Standen>('/standen')).tijdstip.bekendNr
    const budget = { programma: proef.plan.programma.id, bron: null, onderdeel, jaar: 2023 }
    const db = proef.databank.gemeente(proef.app.een.code)
    const opdrachten = ['2023-03-01', '2023-05-01', '2023-07-01'].map((dag, i) => ({
      soort: 'realisatie' as const,
      geldigOp: datum(dag),
      grondslag: { soort: 'factuur' as const, kenmerk: `F-${i}` },
      regels: besteed(budget, centen(10_000 + i)),
      door: null,
      tekst: 'geheime toelichting',
    }))
    const geboekt = await maakBoekhouder().voerUit(db, vasteKlok('2030-01-01T10:00:00Z'), {
      werk: (ronde) => boekSamen(ronde, opdrachten),
    })
    assert.ok(geboekt.ok)
  })
  after(() => proef.databank.sluit())

  test('de stand telt op, en is per dag en per boeking te vragen', async () => {
    const nu = await proef.lees<Standen>('/standen?per=onderdeel&jaar=2023')
    keur('Standen', nu)
    const som = nu.rijen.reduce((tot, { bedragen }) => tot + (bedragen['gerealiseerdCent'] ?? 0), 0)
    assert.equal(nu.totaal['gerealiseerdCent'], 30_003)
    assert.equal(som, 30_003)
    const mei = await proef.lees<Standen>('/standen?jaar=2023&geldigTm=2023-05-01')
    assert.equal(mei.totaal['gerealiseerdCent'], 20_001)
    const toen = await proef.lees<Standen>(`/standen?jaar=2023&bekendOp=${begin + 1}`)
    assert.equal(toen.totaal['gerealiseerdCent'], 10_000)
    assert.equal(toen.tijdstip.bekendNr, begin + 1)
    const nietsNog = await proef.lees<Standen>('/standen?jaar=2023&bekendOp=2020-01-01')
    assert.equal(nietsNog.totaal['gerealiseerdCent'], 0)
  })

  test('per rekening is alles samen nul, en gelijk aan de boekingen', async () => {
    const { rekeningen } = await proef.lees<Standen>('/standen?per=rekening')
    assert.equal(
      rekeningen.reduce((tot, { saldoCent }) => tot + saldoCent, 0),
      0,
    )
    const naam = naamVan({
      programma: proef.plan.programma.id,
      bron: null,
      soort: 'realisatie',
      onderdeel,
      jaar: 2023,
    })
    assert.equal(rekeningen.find(({ rekening }) => rekening === naam)?.saldoCent, 30_003)
  })

  test('bladeren door boekingen: elke één keer, de nieuwste eerst, ook als er intussen bij komt', async () => {
    const gezien: number[] = []
    let volgende: string | undefined = `/boekingen?onderdeel=${onderdeel}&paginaGrootte=2`
    while (volgende !== undefined) {
      const pagina: Boekingen = await proef.lees<Boekingen>(volgende.replace('/api/v1', ''))
      keur('Boekingen', pagina)
      gezien.push(...pagina.items.map(({ nr }) => nr))
      volgende = pagina._links.next?.href
    }
    assert.ok(gezien.length >= 4)
    assert.deepEqual(
      gezien,
      [...new Set(gezien)].toSorted((een, ander) => ander - een),
    )
    const een = await proef.lees<Boekingen>(
      `/boekingen?soort=realisatie&geldigVan=2023-04-01&geldigTm=2023-06-01`,
    )
    assert.deepEqual(
      een.items.map(({ nr }) => nr),
      [begin + 2],
    )
  })

  test('elk leespunt antwoordt in de vorm die de beschrijving noemt; wat niet openbaar is, alleen met een sleutel', async () => {
    const { lees } = await maakProgramma(proef, 'financieel-adviseur')
    for (const { pad, methode, antwoord, openbaar } of EINDPUNTEN) {
      if (methode !== 'get' || pad.includes(':id')) continue
      const gelezen = await lees(pad)
      assert.equal(gelezen.status, 200, pad)
      keur(antwoord.naam, await gelezen.json())
      assert.equal((await proef.haal(pad)).status, openbaar ? 200 : 401, pad)
    }
    assert.equal((await proef.haal('/verplichtingen/v1999-0001')).status, 404)
    assert.equal((await proef.haal('/begrotingswijzigingen/weg')).status, 404)
  })

  test('één boeking: zonder toelichting en zonder wie', async () => {
    const tekst = await (await proef.haal(`/boekingen/${begin + 1}`)).text()
    keur('Boeking', JSON.parse(tekst))
    assert.doesNotMatch(tekst, /geheime|"door"|mandaat/u)
  })

  test('een prognose: dezelfde sleutel doet niets dubbel, een andere inhoud is 409, en wie niet mag krijgt 403', async () => {
    const { kop, stuur } = await maakProgramma(proef, 'budgethouder')
    const prognose = {
      onderdeel,
      jaar: 2023,
      bedragCent: 1_234,
      peildatum: '2023-06-30',
      zekerheid: 'laag',
      reden: 'geheime toelichting',
    }
    const een = await stuur('/prognoses', 'sleutel-1', prognose)
    assert.equal(een.status, 201)
    assert.deepEqual(await een.json(), { nieuw: 1 })
    const nogEens = await stuur('/prognoses', 'sleutel-1', prognose)
    assert.deepEqual([nogEens.status, await nogEens.json()], [201, { nieuw: 1 }])
    const ander = await stuur('/prognoses', 'sleutel-1', { ...prognose, bedragCent: 2 })
    assert.equal(ander.status, 409)
    assert.equal(((await ander.json()) as Fout).code, 'sleutel_hergebruikt')
    assert.deepEqual(await (await stuur('/prognoses', 'sleutel-2', prognose)).json(), { nieuw: 0 })
    const lijst = await (await proef.haal('/prognoses?jaar=2023')).text()
    keur('Prognoses', JSON.parse(lijst))
    assert.match(lijst, /"bedragCent":1234/u)
    assert.doesNotMatch(lijst, /geheime/u)
    assert.equal((await stuur('/prognoses', undefined, prognose)).status, 400)
    assert.equal((await stuur('/prognoses', 'sleutel-3', { ...prognose, bedragCent: 1.5 })).status, 400)
    assert.equal(
      (await stuur('/prognoses', 'sleutel-3', { ...prognose, onderdeel: 'bestaat-niet' })).status,
      409,
    )
    assert.equal((await stuur('/prognoses', 'sleutel-3', '{')).status, 400)
    const { stuur: alsRaadslid } = await maakProgramma(proef, 'raadslid')
    assert.equal((await alsRaadslid('/prognoses', 'sleutel-4', prognose)).status, 403)
    assert.equal((await proef.haal('/prognoses', { method: 'POST', headers: kop })).status, 403)
  })

  test('boeken, corrigeren, een verplichting en haar factuur: met dezelfde sleutel één keer, en te zien in de stand', async () => {
    const { stuur, lees } = await maakProgramma(proef, 'financieel-adviseur')
    const uitgave = {
      soort: 'realisatie',
      onderdeel,
      jaar: 2024,
      betaling: { soort: 'nog-te-verdelen' },
      bedragCent: 9_999_999_99,
      geldigDatum: '2024-03-01',
      stuk: 'F-900',
      toelichting: 'geheime toelichting',
    }
    const een = await stuur('/boekingen', 'boek-0001', uitgave)
    assert.equal(een.status, 201)
    const { boeking, waarschuwingen } = (await een.json()) as { boeking: number; waarschuwingen: string[] }
    assert.match(waarschuwingen.join(' '), /minder dan niets/u)
    const nogEens = await stuur('/boekingen', 'boek-0001', uitgave)
    assert.equal(((await nogEens.json()) as { boeking: number }).boeking, boeking)
    assert.equal((await stuur('/boekingen', 'boek-0001', { ...uitgave, bedragCent: 1 })).status, 409)
    const stand = async () => (await proef.lees<Standen>('/standen?jaar=2024')).totaal['gerealiseerdCent']
    assert.equal(await stand(), 9_999_999_99)
    const weg = { geldigDatum: '2024-03-02', reden: 'Vergissing' }
    assert.equal((await stuur(`/boekingen/${boeking}/correctie`, 'corr-0001', weg)).status, 201)
    assert.equal(await stand(), 0)
    assert.equal((await stuur(`/boekingen/${boeking}/correctie`, 'corr-0002', weg)).status, 409)
    assert.equal((await stuur('/boekingen/abc/correctie', 'corr-0003', weg)).status, 404)
    for (const fout of [{ onderdeel: 'weg' }, { betaling: { soort: 'bron', bron: 'weg' } }])
      assert.equal((await stuur('/boekingen', 'boek-0002', { ...uitgave, ...fout })).status, 409)
    for (const fout of [{ bedragCent: 0 }, { stuk: '<b>' }, { geldigDatum: '2024-02-30' }, { jaar: 'x' }])
      assert.equal((await stuur('/boekingen', 'boek-0003', { ...uitgave, ...fout })).status, 400)

    const aangaan = {
      onderdeel,
      jaren: [{ jaar: 2024, bedragCent: 100_00 }],
      betaling: { soort: 'nog-te-verdelen' },
      geldigDatum: '2024-02-01',
      omschrijving: 'geheime toelichting',
    }
    const wacht = (await (await stuur('/verplichtingen', 'verp-0001', aangaan)).json()) as Record<
      string,
      unknown
    >
    assert.equal(wacht['verplichting'], null)
    assert.ok(wacht['voorstel'], 'zonder mandaat hoort een ander te beslissen')
    assert.equal((await stuur('/verplichtingen/v1999-0001/facturen', 'fact-0001', FACTUUR)).status, 404)
    assert.doesNotMatch(await (await lees('/boekingen?paginaGrootte=500')).text(), /geheime/u)
  })

  for (const [pad, status, code] of [
    ['/boekingen/0', 404, 'niet_gevonden'],
    ['/boekingen/999999', 404, 'niet_gevonden'],
    ['/boekingen/abc', 404, 'niet_gevonden'],
    ['/boekingen?jaar=abc', 400, 'vraag_klopt_niet'],
    ['/boekingen?voor=-1', 400, 'vraag_klopt_niet'],
    ['/boekingen?vreemd=1', 400, 'vraag_klopt_niet'],
    ['/standen?geldigTm=31-12-2023', 400, 'vraag_klopt_niet'],
    ['/standen?geldigTm=2023-02-29', 400, 'vraag_klopt_niet'],
    ['/standen?bekendOp=gisteren', 400, 'vraag_klopt_niet'],
    ['/standen?per=kleur', 400, 'vraag_klopt_niet'],
    ['/standen?taakveld=zes', 400, 'vraag_klopt_niet'],
    ['/standen?plan=bestaat-niet', 404, 'plan_onbekend'],
  ] as const)
    test(`${pad}: ${status} met een zin`, async () => {
      const antwoord = await proef.haal(pad)
      assert.equal(antwoord.status, status)
      const fout = (await antwoord.json()) as Fout
      assert.equal(fout.code, code)
      keur('Probleem', fout)
    })
})
