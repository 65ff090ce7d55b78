import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { systeemklok } from '#basis/datum.ts'
import type { Databank, GemeenteDb } from '#basis/db.ts'
import { controleerJournaal, findKop } from '#grootboek/deur.ts'
import { EINDPUNTEN } from '#programma/api/eindpunten.api.ts'
import { testBezoek } from '#test/bezoek.ts'
import { geefRolMandaat } from '#test/boekproef.ts'
import { verseGemeente, versePglite } from '#test/databanken.ts'
import { laadVastgesteld } from '#test/geladen.ts'
import { kleinPlan } from '#test/plannen.ts'
import { startWebsite, type Website } from '#test/website.ts'
import { findAlleApisleutels, trekApisleutelIn } from '#toegang/apisleutel.flow.ts'
import { maakApisleutel, mag, ROLLEN, type Rol } from '#toegang/deur.ts'

/** Een ander programma dat te veel wil, of iets stuurt wat niet kan: een zin, de goede status, en niets veranderd. */

const UITGAVE = {
  soort: 'realisatie',
  onderdeel: 'inloop',
  jaar: 2024,
  betaling: { soort: 'bron', bron: 'rijk' },
  bedragCent: 1_00,
  geldigDatum: '2024-02-01',
  stuk: 'F-1',
} as const
const VERPLICHTING = {
  onderdeel: 'inloop',
  jaren: [{ jaar: 2024, bedragCent: 10_00 }],
  betaling: { soort: 'nog-te-verdelen' },
  geldigDatum: '2024-02-01',
  omschrijving: 'Zaal',
}
const [GROOT, TEVEEL] = [Number.MAX_SAFE_INTEGER, 10_000_000_000_001]

describe('de api en wie kwaad wil', () => {
  let databank: Databank
  let site: Website
  let db: GemeenteDb
  let elders: GemeenteDb
  before(async () => {
    databank = await versePglite()
    db = await verseGemeente(databank, ['localhost'])
    elders = await verseGemeente(databank, ['elders.localhost'])
    for (const een of [db, elders]) await laadVastgesteld(een, kleinPlan(een.schema))
    await geefRolMandaat(db, 'budgethouder', 100_00)
    const ruim = { inhoud: 1_000_000, perSeconde: 1_000 }
    site = await startWebsite({ databank, voorbeelden: [], emmers: { inlog: ruim, duur: ruim } })
  })
  after(async () => {
    await site.sluit()
    await databank.sluit()
  })

  const maakSleutel = async (rol: Exclude<Rol, 'inwoner'>, waar = db): Promise<string> => {
    const beheerder = { ...(await testBezoek(waar, 'beheerder')), klok: systeemklok }
    const gemaakt = await maakApisleutel(beheerder, { naam: `Sleutel ${rol}`, rol, dagen: 9 })
    assert.ok(gemaakt.ok)
    return gemaakt.waarde.sleutel
  }
  let keer = 0
  const stuur = async (
    pad: string,
    sleutel: string | undefined,
    inhoud: unknown,
    koppen: Record<string, string> = {},
  ): Promise<{ status: number; tekst: string }> => {
    const antwoord = await fetch(`${site.adres}/api/v1${pad}`, {
      method: 'POST',
      headers: {
        connection: 'close',
        ...(sleutel !== undefined && { authorization: `Bearer ${sleutel}` }),
        'idempotency-key': `sleutel-${++keer}`,
        'content-type': 'application/json',
        ...koppen,
      },
      body: typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud),
    })
    return { status: antwoord.status, tekst: await antwoord.text() }
  }
  const keurNietsGebeurd = async (
    wat: string,
    statussen: readonly number[],
    doe: () => Promise<{ status: number; tekst: string }>,
  ): Promise<void> => {
    const voor = await db.lees(findKop)
    const { status, tekst } = await doe()
    assert.ok(statussen.includes(status), `${wat}: ${status} ${tekst}`)
    const { detail } = JSON.parse(tekst) as { detail: string }
    assert.match(detail, /^[A-Z][^<>]{10,}\.$/u, wat)
    assert.deepEqual(await db.lees(findKop), voor, wat)
  }

  test('elke rol met een eigen sleutel mag wat de matrix zegt, en niets meer', async () => {
    const schrijven = EINDPUNTEN.filter(({ methode }) => methode === 'post')
    assert.ok(schrijven.length >= 5)
    for (const rol of ROLLEN) {
      if (rol === 'inwoner') continue
      const sleutel = await maakSleutel(rol)
      for (const { pad, handeling, inhoud } of schrijven) {
        const { status, tekst } = await stuur(pad.replace(':id', '999999'), sleutel, inhoud?.voorbeeld)
        assert.equal(status === 403, !mag([rol], handeling), `${rol} ${pad}: ${tekst}`)
        assert.ok(status < 500, `${rol} ${pad}: ${tekst}`)
      }
    }
  })

  test('geen sleutel, een ingetrokken sleutel of die van een andere gemeente opent niets', async () => {
    const ingetrokken = await maakSleutel('financieel-adviseur')
    const beheerder = { ...(await testBezoek(db, 'beheerder')), klok: systeemklok }
    const sleutels = await findAlleApisleutels(beheerder)
    assert.ok(sleutels.ok)
    for (const { id, rol } of sleutels.waarde)
      if (rol === 'financieel-adviseur') await trekApisleutelIn(beheerder, id)
    const vreemd = await maakSleutel('financieel-adviseur', elders)
    for (const { pad, methode, inhoud } of EINDPUNTEN.filter((een) => een.methode === 'post')) {
      const doe = (sleutel?: string) => () => stuur(pad.replace(':id', '999999'), sleutel, inhoud?.voorbeeld)
      await keurNietsGebeurd(`${methode} ${pad} ingetrokken`, [401], doe(ingetrokken))
      await keurNietsGebeurd(`${methode} ${pad} van elders`, [401], doe(vreemd))
      await keurNietsGebeurd(`${methode} ${pad} zonder`, [401, 403], doe())
    }
  })

  test('wat niet kan, wordt met een zin geweigerd', async () => {
    const sleutel = await maakSleutel('financieel-adviseur')
    const anders = (meer: Record<string, unknown>) => ({ ...UITGAVE, ...meer })
    for (const inhoud of [
      [],
      null,
      5,
      {},
      anders({ bedragCent: 0.5 }),
      anders({ bedragCent: 0 }),
      anders({ bedragCent: '100' }),
      ...[GROOT, -GROOT, TEVEEL, 1e300].map((bedragCent) => anders({ bedragCent })),
      ...['2023-02-29', '0001-01-01', '1900-01-01', '2999-01-01', '9999-12-31', ''].map((geldigDatum) =>
        anders({ geldigDatum }),
      ),
      ...[1900, 2999, 2024.5, '2024'].map((jaar) => anders({ jaar })),
      ...['Wilhelmina Jansen', 'NL91ABNA0417164300', '', '=1+1', 'a\u0000b', '<script>1'].map((stuk) =>
        anders({ stuk }),
      ),
      ...['a\u0000b', 'a\ud800b', 'x'.repeat(501)].map((toelichting) => anders({ toelichting })),
      ...['__proto__', 'constructor', '../x', 'x'.repeat(500)].map((onderdeel) => anders({ onderdeel })),
      anders({ onbekend: 1 }),
      anders({ kenmerk: { categorie: 'Wilhelmina' } }),
      anders({ betaling: { soort: 'bron', bron: 'bestaat-niet' } }),
      anders({ betaling: { soort: 'aandelen', aandelen: [] } }),
      anders({ betaling: { soort: 'aandelen', aandelen: [{ bron: 'rijk', gewicht: 0 }] } }),
    ])
      await keurNietsGebeurd(JSON.stringify(inhoud), [400, 409], () => stuur('/boekingen', sleutel, inhoud))
    for (const tekst of ['', '{', '\u0000', '['.repeat(100_000)])
      await keurNietsGebeurd(tekst.slice(0, 9), [400], () => stuur('/boekingen', sleutel, tekst))
    await keurNietsGebeurd('3 MB', [413], () => stuur('/boekingen', sleutel, 'x'.repeat(3_000_000)))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      await keurNietsGebeurd(type, [415], () =>
        stuur('/boekingen', sleutel, UITGAVE, { 'content-type': type }),
      )
    for (const eenmalig of ['', 'kort', 'x'.repeat(101), 'met spatie erin'])
      await keurNietsGebeurd(eenmalig, [400], () =>
        stuur('/boekingen', sleutel, UITGAVE, { 'idempotency-key': eenmalig }),
      )
    for (const nr of ['0', '-1', '9'.repeat(20), 'x', '1.5', '__proto__'])
      await keurNietsGebeurd(`correctie ${nr}`, [404, 409], () =>
        stuur(`/boekingen/${nr}/correctie`, sleutel, { geldigDatum: '2024-05-01', reden: 'Fout' }),
      )
    for (const jaren of [
      [{ jaar: 2024, bedragCent: -1 }],
      [
        { jaar: 2024, bedragCent: GROOT },
        { jaar: 2024, bedragCent: GROOT },
      ],
      [],
    ])
      await keurNietsGebeurd(JSON.stringify(jaren), [400, 409], () =>
        stuur('/verplichtingen', sleutel, { ...VERPLICHTING, jaren }),
      )
    assert.equal((await stuur('/boekingen', sleutel, UITGAVE)).status, 201)
  })

  test('boven het mandaat van de sleutel ontstaat een voorstel en geen boeking', async () => {
    const sleutel = await maakSleutel('budgethouder')
    const binnen = await stuur('/verplichtingen', sleutel, VERPLICHTING)
    assert.equal(binnen.status, 201, binnen.tekst)
    const voor = await db.lees(findKop)
    const jaren = [{ jaar: 2024, bedragCent: 100_01 }]
    const boven = await stuur('/verplichtingen', sleutel, { ...VERPLICHTING, jaren })
    assert.equal(boven.status, 201, boven.tekst)
    const { boeking, voorstel } = JSON.parse(boven.tekst) as { boeking: null; voorstel: string }
    assert.deepEqual([boeking, typeof voorstel], [null, 'string'])
    assert.deepEqual(await db.lees(findKop), voor)
  })

  test('daarna is het journaal heel', async () => {
    const { goed, eerste } = await controleerJournaal(db)
    assert.ok(goed, JSON.stringify(eerste))
  })
})
