import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { maakBevolking, maakReeksmaker } from '#regels/bevolking/bevolking.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import type { Marginalen } from '#regels/bevolking/marginalen.ts'
import type { Reeks } from '#regels/bevolking/reeks.ts'
import { gevoeligheid } from '#regels/simulatie/gevoeligheid.ts'
import { telReeks } from '#regels/simulatie/kosten.ts'
import { laatsteRekendag } from '#regels/simulatie/rekendag.ts'
import { type Simulatie, type Simulatievraag, simuleer } from '#regels/simulatie/simuleer.ts'
import { maakStandrekenaar, type Stand } from '#regels/simulatie/stand.ts'
import { weigerzinnen } from '#regels/simulatie/teksten.ts'
import { bouwVariant } from '#regels/variant/bouw.ts'
import { HUIDIG, KLARE_VARIANTEN, vindVariant } from '#regels/variant/klaar.ts'
import type { Variant } from '#regels/variant/variant.ts'
import { VOORZIENINGEN } from '#regels/wet/invoer.ts'

const DAG = datum('2023-06-01')
const variant = (id: string): Variant => vindVariant(id) ?? HUIDIG
let marginalen: Marginalen
before(async () => {
  const gelezen = await findMarginalen('gm1731')
  assert.ok(gelezen)
  marginalen = gelezen
})
const vraag = (ids: readonly string[], meer: Partial<Simulatievraag> = {}): Simulatievraag => ({
  gemeente: 'gm1731',
  dag: DAG,
  marginalen,
  varianten: ids.map(variant),
  reeksen: 3,
  ...meer,
})
async function gelukt(ids: readonly string[], meer: Partial<Simulatievraag> = {}): Promise<Simulatie> {
  const uit = await simuleer(vraag(ids, meer))
  assert.ok(uit.ok, JSON.stringify(uit))
  return uit.waarde
}
function standen(ids: readonly string[], dag = DAG, gemeente = 'gm1731') {
  const bevolking = maakBevolking(marginalen, { inwoners: 8000 })
  assert.ok(bevolking.ok)
  const reeks = maakReeksmaker(bevolking.waarde)(2)
  return {
    reeks,
    standen: ids.map((id): Stand & { blijft: boolean } => {
      const gebouwd = bouwVariant(gemeente, variant(id), dag)
      assert.ok(gebouwd.ok)
      const blijft = gebouwd.waarde.variant.czm === 'blijft'
      const stand = maakStandrekenaar(gebouwd.waarde.machine.set, blijft)(reeks)
      assert.ok(stand.ok, JSON.stringify(stand))
      return { ...stand.waarde, blijft }
    }),
  }
}

describe('simulatie', () => {
  test('het huidige beleid tegen zichzelf: geen verschil, voor niemand', async () => {
    const { varianten, nu } = await gelukt(['huidig'])
    const [een] = varianten
    assert.ok(een)
    assert.deepEqual(een.kosten, nu.kosten)
    assert.deepEqual(een.kosten.verschil, { midden: 0, laag: 0, hoog: 0 })
    assert.deepEqual(
      [een.vooruit, een.achteruit, een.merkbaar].map((band) => band?.hoog),
      [0, 0, 0],
    )
    assert.ok(een.gedrag.every(({ verschil, huishoudens }) => verschil === 0 && huishoudens === 0))
    assert.equal(een.groepen.totaal.gelijk, een.groepen.totaal.aantal)
  })

  test('dezelfde vraag geeft dezelfde uitkomst; een andere bevolking een andere', async () => {
    const [een, twee] = [await gelukt(['nihil-120']), await gelukt(['nihil-120'])]
    assert.deepEqual(een, twee)
    assert.notDeepEqual((await gelukt(['nihil-120'], { inwoners: 20_000 })).nu.kosten, een.nu.kosten)
  })

  test('varianten naast elkaar rekenen over dezelfde mensen als elk apart', async () => {
    const ids = ['czm-stopt', 'regeling-hoger', 'nihil-130', 'wetsvoorstel-36713']
    const samen = await gelukt(ids)
    for (const [plek, id] of ids.entries())
      assert.deepEqual((await gelukt([id])).varianten[0], samen.varianten[plek])
  })

  test('lagen tellen op tot het saldo, ook na afronden, en een band ligt om haar midden', async () => {
    const { varianten } = await gelukt(['czm-stopt', 'maximale-ruimte'], { reeksen: 20 })
    for (const { kosten } of varianten) {
      const som = (kies: 'band' | 'verschil') =>
        kosten.lagen.reduce((tot, een) => tot + (een.laag === 'bijdrage' ? -1 : 1) * een[kies].midden, 0)
      assert.deepEqual([kosten.saldo.midden, kosten.verschil.midden], [som('band'), som('verschil')])
      for (const { band } of kosten.lagen) assert.ok(band.laag <= band.midden && band.midden <= band.hoog)
    }
  })

  test('groter gebruik van de CZM maakt stoppen voordeliger voor de gemeente en erger voor mensen', async () => {
    const bij = async (czm_deelname: number) =>
      (await gelukt(['czm-stopt'], { aannamen: { czm_deelname } })).varianten[0]
    const [weinig, veel] = [await bij(0.2), await bij(0.9)]
    assert.ok(weinig && veel)
    assert.ok(veel.kosten.verschil.midden < weinig.kosten.verschil.midden)
    assert.ok((veel.achteruit?.midden ?? 0) > (weinig.achteruit?.midden ?? 0))
  })

  test('voortgang na elke reeks, en stoppen kan', async () => {
    const gezien: number[] = []
    const stop = new AbortController()
    const uit = await simuleer(vraag(['czm-stopt'], { reeksen: 50 }), {
      voortgang: ({ gedaan }) => {
        gezien.push(gedaan)
        if (gedaan === 3) stop.abort()
      },
      signaal: stop.signal,
    })
    assert.deepEqual(uit, { ok: false, reden: { soort: 'gestopt' } })
    assert.deepEqual(gezien, [1, 2, 3])
  })

  test('wat niet bekend is, weigert met parameter en dag; doortrekken is een keuze die in beeld staat', async () => {
    const dag = datum('2026-07-01')
    const uit = await simuleer(vraag(['huidig'], { dag }))
    assert.ok(!uit.ok)
    assert.match(
      weigerzinnen(uit.reden, 'gm1731').join(' '),
      /Hoogste vergoeding van de eigen bijdrage.*1 juli 2026/u,
    )
    const door = await gelukt(['plan-2022'], { dag, doortrekken: true })
    assert.equal(door.doorgetrokken.length, 2)
    for (const jaar of ['1990-01-01', '2090-01-01'])
      assert.equal((await simuleer(vraag(['huidig'], { dag: datum(jaar), doortrekken: true }))).ok, false)
  })

  test('de laatste dag waarop alles bekend is', () => {
    assert.equal(laatsteRekendag('gm1731', datum('2026-11-22')), '2023-01-01')
    assert.equal(laatsteRekendag('gm0000', datum('2026-11-22')), '2026-07-01')
    assert.equal(laatsteRekendag('gm9999', datum('2026-11-22')), undefined)
  })

  test('gevoeligheid: elke aanname één voor één, de grootste eerst', async () => {
    const uit = await gevoeligheid(vraag(['czm-stopt'], { reeksen: 2, inwoners: 10_000 }))
    assert.ok(uit.ok)
    const rijen = uit.waarde[0]?.rijen ?? []
    assert.equal(rijen[0]?.aanname, 'czm_deelname')
    assert.ok(rijen.every((rij, i) => i === 0 || rij.spreiding <= (rijen[i - 1]?.spreiding ?? 0)))
  })
})

describe('over kolommen', () => {
  const ALLE = KLARE_VARIANTEN.filter(({ id }) => id !== 'plan-2022').map(({ id }) => id)

  test('een huishouden in de simulatie betaalt wat de proefberekening zegt', () => {
    const { reeks, standen: lijst } = standen(ALLE)
    const soorten = Object.keys(VOORZIENINGEN)
    for (const [plek, id] of ALLE.entries()) {
      const gebouwd = bouwVariant('gm1731', variant(id), DAG)
      assert.ok(gebouwd.ok)
      for (let r = 0; r < Math.min(60, reeks.aantal); r++) {
        const czm = reeks.czm[r] === 1 && lijst[plek]?.blijft === true
        const bij = (regel: string): number => {
          const uit = gebouwd.waarde.machine.reken(regel, {
            paar: reeks.paar[r] === 1,
            aow_gerechtigden: reeks.aow_gerechtigden[r] ?? 0,
            leeftijd: reeks.leeftijd[r] ?? 0,
            inkomen: (reeks.inkomen[r] ?? 0) / 100,
            vermogen: (reeks.vermogen[r] ?? 0) / 100,
            inkomen_netto_maand: (reeks.inkomen_netto_maand[r] ?? 0) / 100,
            kosten_4_weken: (reeks.kosten_4_weken[r] ?? 0) / 100,
            kostprijs_restant: (reeks.kostprijs_restant[r] ?? 0) / 100,
            voorziening: soorten[reeks.voorziening[r] ?? 0] ?? '',
            andere_bijdrage: reeks.andere_bijdrage[r] === 1,
            czm,
          })
          assert.ok(uit.ok, JSON.stringify(uit))
          return Math.floor(uit.waarde.waarde.teller / uit.waarde.waarde.noemer + 0.5)
        }
        const krijgt = czm || reeks.vraagtAan[r] === 1
        assert.equal(lijst[plek]?.bijdrage[r], bij('eigen_bijdrage_per_maand'), `${id} rij ${r}`)
        assert.equal(lijst[plek]?.vergoeding[r], krijgt ? bij('vergoeding_per_maand') : 0, `${id} rij ${r}`)
      }
    }
  })

  test('wat altijd geldt, geldt voor elke rij van elke variant', () => {
    const { reeks, standen: lijst } = standen(ALLE)
    for (const [plek, stand] of lijst.entries())
      for (let r = 0; r < reeks.aantal; r++) {
        const [bijdrage, vergoeding] = [stand.bijdrage[r] ?? -1, stand.vergoeding[r] ?? -1]
        assert.ok(Number.isSafeInteger(bijdrage) && Number.isSafeInteger(vergoeding))
        assert.ok(vergoeding >= 0 && vergoeding <= bijdrage)
        assert.equal(stand.netto[r], bijdrage - vergoeding)
        if (reeks.andere_bijdrage[r] === 1) assert.equal(bijdrage, 0)
        const isPaarOnderAow = reeks.paar[r] === 1 && (reeks.aow_gerechtigden[r] ?? 0) < 2
        if (variant(ALLE[plek] ?? '').formule === 'abonnement' && isPaarOnderAow) assert.equal(bijdrage, 0)
        const soort = Object.keys(VOORZIENINGEN)[reeks.voorziening[r] ?? 0]
        if (soort === 'hulpmiddel' || soort === 'woningaanpassing')
          assert.ok(bijdrage <= (reeks.kostprijs_restant[r] ?? 0))
        if (soort === 'rolstoel') assert.equal(bijdrage, 0)
      }
  })

  test('een jaar is twaalf maanden, en wie de CZM heeft telt in die laag', () => {
    const { reeks, standen: lijst } = standen(['czm-stopt', 'huidig'])
    for (const stand of lijst) {
      const som = telReeks(reeks, stand, stand, stand.blijft, 0)
      let [bijdrage, czm, regeling] = [0, 0, 0]
      for (let r = 0; r < reeks.aantal; r++) {
        bijdrage += 12 * (stand.bijdrage[r] ?? 0)
        if (stand.blijft && reeks.czm[r] === 1) czm += 12 * (stand.vergoeding[r] ?? 0)
        else regeling += 12 * (stand.vergoeding[r] ?? 0)
      }
      assert.deepEqual([som.bijdrage, som.czm, som.regeling], [bijdrage, czm, regeling])
      assert.equal(czm > 0, stand.blijft)
    }
  })

  test('sommen hangen niet af van de volgorde of de verdeling van de rijen', () => {
    const {
      reeks,
      standen: [nu, straks],
    } = standen(['huidig', 'nihil-120'])
    assert.ok(nu && straks)
    const heel = telReeks(reeks, nu, straks, true, 250_000)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: reeks.aantal }), { maxLength: 5 }),
        fc.boolean(),
        (grenzen, achterstevoren) => {
          const op = [0, ...grenzen.toSorted((a, b) => a - b), reeks.aantal]
          const delen = op
            .slice(1)
            .map((tot, i) => rijenVan(reeks, nu, straks, op[i] ?? 0, tot, achterstevoren))
          const sommen = (achterstevoren ? delen.toReversed() : delen).map((deel) =>
            telReeks(deel.reeks, deel.nu, deel.straks, true, 250_000),
          )
          for (const naam of Object.keys(heel) as (keyof typeof heel)[])
            assert.equal(
              sommen.reduce((tot, een) => tot + een[naam], 0),
              heel[naam],
              naam,
            )
        },
      ),
      { numRuns: 30 },
    )
  })
})

/** De rijen van `van` tot `tot`, eventueel achterstevoren: zoals een andere draad ze zou tellen. */
function rijenVan(reeks: Reeks, nu: Stand, straks: Stand, van: number, tot: number, om: boolean) {
  const snij = <R extends { slice: (van: number, tot: number) => R; reverse: () => R }>(kolom: R): R => {
    const deel = kolom.slice(van, tot)
    return om ? deel.reverse() : deel
  }
  const stand = (een: Stand): Stand => ({
    bijdrage: snij(een.bijdrage),
    vergoeding: snij(een.vergoeding),
    netto: snij(een.netto),
    onderGrens: snij(een.onderGrens),
    norm: snij(een.norm),
  })
  return {
    reeks: {
      ...reeks,
      aantal: tot - van,
      czm: snij(reeks.czm),
      kosten_4_weken: snij(reeks.kosten_4_weken),
      pgb: snij(reeks.pgb),
      heeftHulp: snij(reeks.heeftHulp),
    },
    nu: stand(nu),
    straks: stand(straks),
  }
}

test('groepen: totaal is de som van elke as waar alles zichtbaar is, en kleine groepen staan er niet', async () => {
  const { groepen } = (await gelukt(['czm-stopt'])).varianten[0] ?? assert.fail()
  for (const { rijen } of groepen.perAs)
    if (rijen.every(({ aantal }) => aantal !== null))
      assert.equal(
        rijen.reduce((tot, een) => tot + (een.aantal ?? 0), 0),
        groepen.totaal.aantal,
      )
  const klein = (getal: number | null) => getal !== null && getal > 0 && getal < 10
  for (const rij of [groepen.totaal, ...groepen.perAs.flatMap(({ rijen }) => rijen), ...groepen.vakken])
    assert.ok(![rij.aantal, rij.vooruit, rij.gelijk, rij.achteruit].some(klein), JSON.stringify(rij))
  assert.ok(groepen.vakken.some(({ aantal }) => aantal === null))
})
