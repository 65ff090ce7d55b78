import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { overlegdocument } from '#programma/overleg/overlegdocument.ts'
import type { Overlegstuk, Stukpunt } from '#programma/overleg/overlegstuk.ts'
import { vergelijk } from '#regels/beleid/vergelijking.ts'
import { findMarginalen, notitieVan, vindVariant } from '#regels/deur.ts'
import { alleKnopen, leesPdf } from '#test/pdf.ts'
import { pdfTekst, zorgVoorPoppler } from '#test/poppler.ts'
import type { Kortstuk } from '#uitwisseling/rapport/document.ts'
import { maakDocumentpoort } from '#uitwisseling/rapport/poort.ts'
import { WOORDEN } from '#uitwisseling/rapport/teksten.ts'
import { maakZetterij } from '#uitwisseling/rapport/zetterij.ts'
import { openArchief } from '#uitwisseling/rekenblad/zip.ts'

const zetterij = maakZetterij()
const poort = maakDocumentpoort((gemeente) => gemeente === 'gm0000', zetterij)
before(() => assert.ok(zorgVoorPoppler(), 'installeer poppler-utils'))
after(() => zetterij.sluit())

const GEMEENTE = { code: 'gm0000', naam: 'Voorbeeld' }
const VANDAAG = datum('2026-11-22')

const pdfVan = async (stuk: Kortstuk): Promise<Uint8Array> =>
  (await poort.schrijfDocument(stuk, 'pdf')).inhoud
const plat = (tekst: string): string => tekst.replace(/\s+/gu, ' ')

async function notitie(...ids: string[]): Promise<Kortstuk> {
  const marginalen = await findMarginalen('gm1731')
  const varianten = ids.flatMap((id) => vindVariant(id) ?? [])
  assert.ok(marginalen !== undefined && varianten.length === ids.length)
  const vraag = { dag: datum('2023-06-01'), varianten, reeksen: 50, doortrekken: false }
  const uit = await vergelijk({ code: 'gm1731', naam: 'Midden-Drenthe' }, marginalen, vraag)
  assert.ok(uit.ok)
  const { titel, ondertitel, delen } = notitieVan(uit.waarde)
  return { soort: 'Notitie', titel, ondertitel, gemeente: GEMEENTE, gemaakt: VANDAAG, bladen: 2, delen }
}

const punt = (nummer: number, tekst: string): Stukpunt => ({
  nummer,
  titel: tekst,
  gevraagd: 'besluit',
  over: { soort: 'onderdeel', naam: tekst, pad: '/onderdelen/inloop' },
  toelichting: tekst,
  uitkomst: 'besloten',
  conclusie: tekst,
  besluit: {
    id: 'b1',
    orgaan: 'stuurgroep',
    datum: datum('2026-06-10'),
    nummer: '12',
    onderwerp: 'Twee dagen open',
  },
  vervolg: 'directie',
  vervolgbesluit: null,
  acties: [{ nummer: 3, wat: tekst, rol: 'teamleider', uiterlijk: datum('2026-06-12'), stand: 'bezig' }],
})

function overleg(soort: Overlegstuk['soort'], tekst = 'Openingstijden', punten = 2): Kortstuk {
  const stuk: Overlegstuk = {
    soort,
    titel: `${soort === 'agenda' ? 'Agenda' : 'Besluitenlijst'} stuurgroep 10 juni 2026`,
    overleg: 1,
    orgaan: 'stuurgroep',
    datum: datum('2026-06-10'),
    stand: 'gehouden',
    punten: Array.from({ length: punten }, (_, i) => punt(i + 1, tekst)),
    acties: punt(1, tekst).acties,
    bekendTot: null,
  }
  return overlegdocument(stuk, { gemeente: GEMEENTE, vandaag: VANDAAG })
}

for (const [naam, maak] of [
  ['notitie', () => notitie('nihil-130', 'czm-stopt')],
  ['agenda', async () => overleg('agenda')],
  ['besluitenlijst', async () => overleg('besluitenlijst')],
] as const)
  describe(`een ${naam} als PDF`, () => {
    let stuk: Kortstuk
    let bytes: Uint8Array
    let pdf: Awaited<ReturnType<typeof leesPdf>>
    before(async () => {
      stuk = await maak()
      bytes = await pdfVan(stuk)
      pdf = await leesPdf(bytes)
    })

    test('noemt zich PDF/UA-1, met titel, taal en de dag', () => {
      assert.deepEqual([pdf.pdfua, pdf.gemerkt], ['1', true])
      assert.equal(pdf.info.get('Title'), stuk.titel)
      assert.equal(pdf.info.get('Language'), 'nl-NL')
      assert.equal(pdf.info.get('CreationDate'), 'D:20261122000000Z')
    })

    test('alle inkt is gemerkt; tabellen hebben bijschrift en kopcellen, figuren een tekst', () => {
      assert.deepEqual(
        pdf.bladen.map(({ ongemerkt }) => ongemerkt),
        pdf.bladen.map(() => 0),
      )
      const knopen = pdf.bladen.flatMap(({ structuur }) => alleKnopen(structuur))
      const tabellen = knopen.filter(({ rol }) => rol === 'Table')
      assert.ok(tabellen.length > 0)
      for (const tabel of tabellen)
        for (const rol of ['TH', 'Caption'])
          assert.ok(
            alleKnopen(tabel).some((knoop) => knoop.rol === rol),
            rol,
          )
      for (const { alt } of knopen.filter(({ rol }) => rol === 'Figure')) assert.ok(alt)
    })

    test('begint meteen: soort, gemeente, dag, titel en de melding op het eerste blad; geen inhoud of bijlage', () => {
      const [eerste = '', ...andere] = pdfTekst(bytes).split('\f').slice(0, -1).map(plat)
      const kop = `${stuk.soort} · Gemeente Voorbeeld · gemaakt op 22 november 2026`
      for (const zin of [kop, stuk.titel, WOORDEN.verzonnenStuk, stuk.delen[0]?.titel ?? '?'])
        assert.ok(eerste.includes(zin), zin)
      for (const blad of andere) assert.ok(blad.includes(WOORDEN.verzonnenKort))
      assert.deepEqual(
        pdf.bladwijzers.map(({ titel }) => titel),
        stuk.delen.map(({ titel }) => titel),
      )
    })

    test('dezelfde inhoud geeft dezelfde bytes, als PDF en als ODT; een echte gemeente krijgt geen melding', async () => {
      const vers = maakZetterij()
      const ander = maakDocumentpoort(() => false, vers)
      const zelfde = maakDocumentpoort(() => true, vers)
      assert.deepEqual((await zelfde.schrijfDocument(stuk, 'pdf')).inhoud, bytes)
      const odt = await poort.schrijfDocument(stuk, 'odt')
      assert.deepEqual(await zelfde.schrijfDocument(stuk, 'odt'), odt)
      assert.doesNotMatch(pdfTekst((await ander.schrijfDocument(stuk, 'pdf')).inhoud), /verzonnen/u)
      await vers.sluit()
    })

    test('de ODT heeft dezelfde delen als kop, en geen titelblad of inhoudsopgave', async () => {
      const { inhoud } = await poort.schrijfDocument(stuk, 'odt')
      const tekst = new TextDecoder().decode(openArchief(inhoud).lees('content.xml'))
      assert.equal(tekst.split('<text:h ').length - 1, stuk.delen.length)
      assert.doesNotMatch(tekst, /table-of-content|Kop1Blad/u)
      assert.ok(tekst.includes(WOORDEN.verzonnenStuk))
    })
  })

test('de notitie past op twee bladen, met één variant en met de vier langste', async () => {
  for (const ids of [['czm-stopt'], ['maximale-ruimte', 'nihil-110', 'nihil-120', 'nihil-130']]) {
    const { bladen } = await leesPdf(await pdfVan(await notitie(...ids)))
    assert.equal(bladen.length, 2, ids.join())
  }
  const los = { ...(await notitie('maximale-ruimte', 'nihil-110', 'nihil-120', 'nihil-130')) }
  delete los.bladen
  assert.equal((await leesPdf(await pdfVan(los))).bladen.length, 3, 'zonder kleinere letter past het niet')
})

test('een lange agenda loopt door over meer bladen', async () => {
  const { bladen } = await leesPdf(await pdfVan(overleg('agenda', 'Openingstijden', 30)))
  assert.ok(bladen.length > 2)
})

test('een agenda zonder punten zegt dat', async () => {
  const leeg = overleg('agenda', 'x', 0)
  assert.match(plat(pdfTekst(await pdfVan(leeg))), /Er staan geen punten op de agenda/u)
})

for (const tekst of [
  '#read("/etc/passwd") #eval("1+1") #sys.inputs $x^2$ *vet* = kop',
  '</text:p><script>alert(1)</script>&amp;"\'',
])
  test(`tekst van mensen wordt nooit opmaak: ${tekst.slice(0, 20)}`, async () => {
    const stuk = { ...overleg('besluitenlijst', tekst), titel: tekst, ondertitel: tekst, soort: tekst }
    const gelezen = pdfTekst(await pdfVan(stuk)).replace(/\s+/gu, '')
    assert.ok(gelezen.includes(tekst.replace(/\s+/gu, '')))
    assert.doesNotMatch(gelezen, /root:/u)
    const odt = await poort.schrijfDocument(stuk, 'odt')
    assert.doesNotMatch(new TextDecoder().decode(openArchief(odt.inhoud).lees('content.xml')), /<script/u)
  })

for (const tekst of ['', 'x'.repeat(4_000), '😀 שלום \u202e a\u0000b\ud800c'])
  test(`rare tekst geeft nog steeds een toegankelijk stuk: ${tekst.slice(0, 6)}`, async () => {
    const pdf = await leesPdf(await pdfVan({ ...overleg('besluitenlijst', tekst), titel: tekst }))
    assert.equal(pdf.pdfua, '1')
  })
