import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Invoerregel } from '#grootboek/deur.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'
import { type Xafopdracht, xafRegels, xafStroom } from './xaf-maak.ts'

const isResultaat = (rekening: string): boolean => /^[48]/u.test(rekening)

async function gelezen(opdracht: Xafopdracht): Promise<Invoerregel[]> {
  const regels: Invoerregel[] = []
  const uitkomst = await leesXaf(xafStroom(opdracht), (regel) => regels.push(regel))
  assert.deepEqual(uitkomst.ok ? [] : uitkomst.reden.bevindingen, [])
  return regels
}

test('heen en terug: elke gemaakte resultaatregel wordt gelezen, tot op de cent, in beide versies', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 8, max: 3000 }),
      fc.constantFrom('3.2' as const, '4.0' as const),
      async (regels, versie) => {
        const gemaakt = [...xafRegels({ regels, versie })]
        assert.equal(gemaakt.length, regels)
        assert.deepEqual(
          (await gelezen({ regels, versie })).map((regel) => [
            regel.sleutel,
            regel.bedragCent,
            regel.datum,
            regel.kostenplaats,
            regel.project,
          ]),
          gemaakt
            .filter((regel) => isResultaat(regel.rekening))
            .map((regel) => [
              `2025/${regel.dagboek}/${regel.boekstuk}/${regel.nummer}`,
              regel.cent,
              regel.datum,
              regel.kostenplaats ?? null,
              regel.project ?? null,
            ]),
        )
      },
    ),
    { numRuns: 20 },
  )
})

test('een afwijking verandert alleen de bedoelde regel en houdt het bestand kloppend', async () => {
  const opdracht = { regels: 400, versie: '4.0' } as const
  const voor = await gelezen(opdracht)
  const bedoeld = voor[17]
  assert.ok(bedoeld)
  const na = await gelezen({
    ...opdracht,
    afwijking: (regel) =>
      `2025/${regel.dagboek}/${regel.boekstuk}/${regel.nummer}` === bedoeld.sleutel ? 500 : 0,
  })
  const anders = na.filter((regel, plaats) => regel.bedragCent !== voor[plaats]?.bedragCent)
  assert.deepEqual(
    anders.map((regel) => [regel.sleutel, regel.bedragCent]),
    [[bedoeld.sleutel, bedoeld.bedragCent + 500]],
  )
})
