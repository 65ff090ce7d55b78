import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { centen } from '#basis/geld.ts'
import { besteed, kenToe, zegToe } from '#grootboek/deur.ts'
import { bronstandVan, bronstandzin } from '#programma/geld/bronstand.ts'
import { planbeeldVan } from '#programma/planbeeld.ts'
import { boomplan, geschiedenis, saldiVan } from '#test/proefboekingen.ts'

const beeld = planbeeldVan(boomplan('gm8001'))

test('waar het geld is, is samen wat de bron inbrengt', () => {
  fc.assert(
    fc.property(geschiedenis, (boekingen) => {
      const posten = saldiVan(boekingen)
      for (const bron of ['rijk', 'weg', null]) {
        const stand = bronstandVan(beeld, posten, bron)
        const waar = stand.waar.reduce((som, { bedrag }) => som + bedrag, 0)
        assert.equal(waar, stand.in[0]?.bedrag)
      }
    }),
  )
})

const rijk = { programma: 'proef', bron: 'rijk', onderdeel: 'inloop', jaar: 2024 }

test('de zin zegt wat er over is, of dat er te veel is uitgegeven', () => {
  const boekingen = [
    {
      soort: 'raming' as const,
      regels: [...zegToe(rijk, 2024, centen(10_000)), ...kenToe(rijk, centen(8_000))],
    },
    { soort: 'realisatie' as const, regels: besteed(rijk, centen(3_000)) },
  ]
  const zin = (posten: ReturnType<typeof saldiVan>) =>
    bronstandzin(bronstandVan(beeld, posten, 'rijk')).replaceAll('\u00a0', ' ')
  assert.equal(zin(saldiVan(boekingen)), 'Van € 100 is € 30 besteed; er is nog € 70 over')
  const teveel = [...boekingen, { soort: 'realisatie' as const, regels: besteed(rijk, centen(9_000)) }]
  assert.equal(zin(saldiVan(teveel)), 'Van € 100 is € 120 besteed; dat is € 20 meer dan de bron inbrengt')
})
