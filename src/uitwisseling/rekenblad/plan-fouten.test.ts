import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fouten, goed, rijen, werkboek } from '#test/werkboeken.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { leesPlanbestand } from '#uitwisseling/rekenblad/plan-bestand.ts'
import { maakSjabloon } from '#uitwisseling/rekenblad/plan-schrijven.ts'
import { leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'

test('verborgen rijen, onbekende kolommen en onbekende bladen worden gemeld en nooit stil overgeslagen', () => {
  const onderdelen = rijen(['Titel', 'Kleur'], ['Inloop Smilde', 'rood'], ['Wijkteams', 'groen'])
  const plan = goed({
    onderdelen: onderdelen.map((rij, r) => (r === 2 ? { ...rij, verborgen: true } : rij)),
    kladblok: rijen(['nog doen']),
    bronnen: {
      naam: 'bronnen',
      verborgen: true,
      verborgenKolommen: [1, 7],
      rijen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'rijk']),
    },
  })
  assert.equal(plan.onderdelen.length, 2)
  assert.deepEqual(
    new Set(plan.gemeld.map(({ pad, melding }) => `${pad}: ${melding}`)),
    new Set([
      'blad onderdelen, cel B1: De kolom "Kleur" kennen we niet en is overgeslagen.',
      'blad onderdelen: Verborgen rijen zijn wel meegelezen: rij 3.',
      'blad kladblok: Dit blad kennen we niet en is overgeslagen.',
      'blad bronnen: Dit blad is verborgen en wel meegelezen.',
      'blad bronnen: Verborgen kolommen zijn wel meegelezen: B.',
    ]),
  )
})

test('een blad dat ontbreekt: welk, en wat er nodig is', () => {
  assert.deepEqual(
    fouten({ bronnen: undefined, bedragen: undefined }).map(({ pad }) => pad),
    ['blad bronnen', 'blad bedragen'],
  )
  assert.match(
    fouten({ bronnen: undefined })[0]?.melding ?? '',
    /programma, onderdelen, mijlpalen, bronnen, bedragen en vermeldingen/u,
  )
})

test('een kolom die ontbreekt, koppen die ontbreken, een kolom die er twee keer staat', () => {
  assert.deepEqual(
    fouten({ bronnen: rijen(['Bron', 'Aard'], ['x', 'onbekend']) }).map(({ pad, melding }) => [
      pad,
      melding.slice(0, 28),
    ]),
    [['blad bronnen, rij 1', 'De kolom "Soort" ontbreekt. ']],
  )
  assert.match(fouten({ bronnen: rijen(['Zomaar', 'iets']) })[0]?.melding ?? '', /Geen rij met koppen/u)
  assert.deepEqual(
    fouten({ bronnen: rijen(['Bron', 'Soort', 'Soort'], ['x', 'rijk', 'rijk']) }).map(({ pad }) => pad),
    ['blad bronnen, cel C1'],
  )
})

test('elke fout in het plan wijst naar haar cel, en één cel krijgt één zin', () => {
  const gevonden = fouten({
    bronnen: rijen(['Bron', 'Soort'], ['Bijdrage Rijk', 'loterij'], ['', 'rijk']),
    onderdelen: rijen(
      ['Sleutel', 'Titel', 'Groep', 'Begin'],
      ['Wijk Teams', 'Wijkteams', '', 'zomer'],
      ['b', 'x'.repeat(501), 'jeugd', ''],
    ),
    bedragen: rijen(['Onderdeel', '2023'], ['straatfeest', 5]),
  })
  assert.deepEqual(gevonden.map(({ pad }) => pad.replace('blad ', '').replace(', cel ', '!')).sort(), [
    'bedragen!A2',
    'bronnen!A3',
    'bronnen!B2',
    'onderdelen!A2',
    'onderdelen!B3',
    'onderdelen!C3',
    'onderdelen!D2',
  ])
})

test('een vermelding met een kolom van een andere soort verliest niets stil', () => {
  const gevonden = fouten({
    plaatsen: rijen(['Sleutel', 'Soort', 'Titel'], ['h1', 'hoofdstuk', 'Inleiding']),
    vermeldingen: rijen(
      ['Soort', 'Plaats', 'Gaat over', 'Naam', 'Bedrag'],
      ['naam', 'Inleiding', 'Wijkteams', 'Teams', 500],
    ),
  })
  assert.deepEqual(gevonden, [
    {
      pad: 'blad vermeldingen, cel E2',
      melding: 'Bij de soort naam hoort de kolom "Bedrag (euro)" leeg te zijn.',
    },
  ])
})

test('een vermelding verwijst met een naam als die er maar één aanwijst', () => {
  const met = (over: string) => ({
    plaatsen: rijen(['Sleutel', 'Soort', 'Titel'], ['h1', 'hoofdstuk', 'Inleiding']),
    groepen: rijen(['Groep', 'Sleutel'], ['Wijkteams', 'teams']),
    vermeldingen: rijen(['Soort', 'Plaats', 'Gaat over', 'Naam'], ['naam', 'Inleiding', over, 'Teams']),
  })
  assert.deepEqual(goed(met('Inloop Smilde')).vermeldingen[0]?.over, {
    soort: 'onderdeel',
    id: 'inloop-smilde',
  })
  assert.deepEqual(goed(met('groep: Wijkteams')).vermeldingen[0]?.over, { soort: 'groep', id: 'teams' })
  assert.match(fouten(met('Wijkteams'))[0]?.melding ?? '', /meer dan één ding/u)
})

test('het lege sjabloon is te lezen, en zegt zelf wat er nog in moet', () => {
  const werkboek = leesWerkboek(schrijfOds(maakSjabloon({ van: 2022, tot: 2026 })))
  assert.ok(werkboek.ok)
  const gelezen = leesPlanUitWerkboek(werkboek.waarde)
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    new Set(gelezen.reden.map(({ pad }) => pad)),
    new Set(['B4', 'B5', 'B7', 'B11'].map((naam) => `blad programma, cel ${naam}`)),
  )
})

test('een planbestand: JSON en rekenblad langs dezelfde weg, en wat geen van beide is', () => {
  const bytes = (inhoud: string): Uint8Array => new TextEncoder().encode(inhoud)
  const melding = (inhoud: Uint8Array): string => {
    const gelezen = leesPlanbestand(inhoud)
    return gelezen.ok ? 'gelezen' : (gelezen.reden[0]?.melding ?? '')
  }
  assert.equal(melding(schrijfOds(werkboek())), 'gelezen')
  assert.match(melding(bytes('{"formaat": ')), /JSON is niet af/u)
  assert.match(melding(bytes('{"formaat": "iets"}')), /geen programmaplan/u)
  assert.match(melding(bytes('hallo')), /geen JSON, ODS of XLSX/u)
  assert.match(melding(Uint8Array.of(0xff, 0xfe, 0x00)), /geen JSON, ODS of XLSX/u)
  assert.match(melding(new Uint8Array()), /leeg/u)
})
