import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import { kenToe } from '#grootboek/deur.ts'
import type { Besluit } from '#programma/deur.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { boomplan, geschiedenis, type Proefboeking, saldiVan } from '#test/proefboekingen.ts'
import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import { alleOnderdelen, geldfeitenVan } from '#verantwoording/feiten/geldfeiten.ts'
import { kenmerkVan, leesRapportvraag, type Rapportvraag } from '#verantwoording/feiten/vraag.ts'
import { Rapportinhoud } from '#verantwoording/rapport.ts'
import { maakInhoud, SJABLOON } from '#verantwoording/sjablonen/sjabloon.ts'
import { tabelfouten, toontabelVan } from '#verantwoording/toontabel.ts'

/** Elk cijfer opnieuw, rechtstreeks uit de regels van de boekingen, met de eenvoudigste code die kan. */

const beeld = planbeeldVan(boomplan('gm8001'))

type Som = { begroot: number; uit: number; vast: number }

function telRegels(
  boekingen: readonly Proefboeking[],
  past: (rekening: { bron: string | null; onderdeel: string | null; jaar: number }) => boolean,
): Som {
  const som = { begroot: 0, uit: 0, vast: 0 }
  for (const { soort, regels } of boekingen)
    for (const { rekening, bedragCent } of regels) {
      if (soort === 'jaareinde' || !('onderdeel' in rekening) || !past(rekening)) continue
      if (!['ruimte', 'verplicht', 'realisatie'].includes(rekening.soort)) continue
      som.begroot += bedragCent
      if (rekening.soort === 'realisatie') som.uit += bedragCent
      if (rekening.soort === 'verplicht') som.vast += bedragCent
    }
  return som
}

const VRAGEN: readonly Rapportvraag[] = [
  { soort: 'jaar', jaar: 2024 },
  { soort: 'kwartaal', jaar: 2025, kwartaal: 2 },
  { soort: 'dossier', jaar: 2024, onderdeel: 'dorpen' },
]

test('het geld van een rapport is precies wat de regels van de boekingen zeggen, hoe het ook verdeeld wordt', () => {
  fc.assert(
    fc.property(geschiedenis, fc.constantFrom(2023, 2024, 2025), (boekingen, jaar) => {
      const geld = { ...geldfeitenVan(beeld, saldiVan(boekingen), [], jaar), geboekt: true }
      const heel = telRegels(boekingen, (rekening) => rekening.jaar === jaar)
      const alsSom = ({ cijfers }: typeof geld.totaal): Som => ({
        begroot: cijfers.naWijziging,
        uit: cijfers.gerealiseerd,
        vast: cijfers.verplicht,
      })
      assert.deepEqual(alsSom(geld.totaal), heel)
      for (const bron of geld.bronnen)
        assert.deepEqual(
          alsSom(bron),
          telRegels(boekingen, (een) => een.jaar === jaar && (een.bron ?? '-') === bron.sleutel),
        )
      for (const regel of alleOnderdelen(geld))
        assert.deepEqual(
          alsSom(regel),
          telRegels(
            boekingen,
            (een) => een.jaar === jaar && (een.onderdeel ?? '-') === regel.sleutel.replace(/\.$/u, ''),
          ),
          regel.sleutel,
        )
      const delen = alleOnderdelen(geld).reduce((som, { cijfers }) => som + cijfers.naWijziging, 0)
      assert.equal(delen, geld.totaal.cijfers.naWijziging)
      for (const { cijfers } of [geld.totaal, ...geld.groepen])
        assert.equal(cijfers.vrij, cijfers.naWijziging - cijfers.gerealiseerd - cijfers.verplicht)
    }),
  )
})

const besluit: Besluit = {
  id: '01890000-0000-7000-8000-000000000000',
  orgaan: 'raad',
  datum: datum('2024-02-01'),
  nummer: null,
  onderwerp: 'Proef',
  teBevestigen: false,
  vastgelegdOp: new Date('2024-02-01T10:00:00Z'),
}

function proeffeiten(boekingen: readonly Proefboeking[], vraag: Rapportvraag): Feiten {
  const posten = saldiVan(boekingen)
  const onderdeel = vraag.soort === 'dossier' ? vraag.onderdeel : undefined
  return {
    vraag,
    gemeente: { code: 'gm8001', naam: 'Proef' },
    beeld,
    planversie: { nummer: 1, besluit, later: false },
    moment: Rapportinhoud.shape.moment.parse({
      geldigTm: '2024-12-31',
      bekendOp: '2025-01-01T00:00:00.000000Z',
      bekendNr: boekingen.length,
      hoofd: null,
    }),
    bezig: false,
    geld: { ...geldfeitenVan(beeld, posten, [], vraag.jaar, onderdeel), geboekt: posten.length > 0 },
    vorig: undefined,
    besluiten: [],
    planbevindingen: [],
    geldbevindingen: [],
    geldsommen: [],
    uitlopen: [],
    drempel: { promille: 50, bedragCent: geldfeitenVan(beeld, [], [], 2024).totaal.cijfers.vrij },
    verzonnen: true,
  }
}

/** Geld zonder groep naast geld zonder onderdeel: twee regels die in de begroting allebei `-` heten. */
const ZONDER = ([null, 'dorpen-zuid'] as const).map(
  (onderdeel): Proefboeking => ({
    soort: 'raming',
    regels: kenToe({ programma: 'proef', bron: 'rijk', onderdeel, jaar: 2025 }, centen(1_00)),
  }),
)

test('elk rapport heeft geldige inhoud, unieke namen, tabellen die optellen en zinnen zonder gaten', () => {
  fc.assert(
    fc.property(geschiedenis, fc.constantFrom(...VRAGEN), (boekingen, vraag) => {
      const inhoud = maakInhoud(proeffeiten(boekingen, vraag), kenmerkVan(vraag), SJABLOON[vraag.soort])
      Rapportinhoud.parse(inhoud)
      const ids = inhoud.delen.flatMap(({ id, blokken }) => [id, ...blokken.map((blok) => blok.id)])
      assert.equal(new Set(ids).size, ids.length)
      for (const blok of inhoud.delen.flatMap(({ blokken }) => blokken)) {
        const tabel = blok.soort === 'tabel' ? blok : blok.soort === 'grafiek' ? blok.tabel : undefined
        if (tabel !== undefined) {
          assert.deepEqual(tabelfouten(tabel), [])
          const { rijen } = toontabelVan(tabel)
          const totaal = rijen.find(({ rol }) => rol === 'totaal')
          for (const [i, kolom] of tabel.kolommen.entries())
            if (kolom.som && kolom.soort === 'bedrag' && totaal !== undefined)
              assert.equal(
                rijen
                  .filter((rij) => rij !== totaal)
                  .reduce((som, { bedragen }) => som + (bedragen[i] ?? 0), 0),
                totaal.bedragen[i],
              )
        }
        if (blok.soort === 'alinea' && blok.herkomst === 'cijfers') {
          assert.doesNotMatch(
            blok.tekst,
            /undefined|NaN|null|\s{2}|\s[.,]|\b1 (?:onderdelen|punten|besluiten)\b/u,
          )
          assert.match(blok.tekst, /[.!?’]$/u)
        }
      }
    }),
    { numRuns: 60, examples: [[ZONDER, { soort: 'kwartaal', jaar: 2025, kwartaal: 2 }]] },
  )
})

test('een vraag lezen: elke fout noemt haar veld', () => {
  const veld = (velden: Record<string, string>): string => {
    const gelezen = leesRapportvraag(velden)
    return gelezen.ok ? kenmerkVan(gelezen.waarde) : gelezen.reden.veld
  }
  assert.equal(veld({ soort: 'jaar', jaar: '2024' }), 'jaar-2024')
  assert.equal(veld({ soort: 'kwartaal', jaar: '2024', kwartaal: '3' }), 'kwartaal-2024-3')
  assert.equal(veld({ soort: 'dossier', jaar: '2024', onderdeel: 'inloop' }), 'dossier-2024-inloop')
  assert.equal(veld({ soort: 'maand', jaar: '2024' }), 'soort')
  assert.equal(veld({ soort: 'jaar', jaar: '24' }), 'jaar')
  assert.equal(veld({ soort: 'kwartaal', jaar: '2024', kwartaal: '5' }), 'kwartaal')
  assert.equal(veld({ soort: 'dossier', jaar: '2024', onderdeel: '../x' }), 'onderdeel')
})
