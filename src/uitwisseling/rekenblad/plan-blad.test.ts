import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { WILLEKEURIG_PLAN } from '#test/willekeurig-plan.ts'
import { leesWerkboek } from '#uitwisseling/rekenblad/lezen.ts'
import { schrijfOds } from '#uitwisseling/rekenblad/ods-schrijven.ts'
import { planNaarWerkboek } from '#uitwisseling/rekenblad/plan-schrijven.ts'
import { leesPlanUitWerkboek } from '#uitwisseling/rekenblad/plan-uit-werkboek.ts'
import { schrijfXlsx } from '#uitwisseling/rekenblad/xlsx-schrijven.ts'

for (const [naam, schrijf] of [
  ['ODS', schrijfOds],
  ['XLSX', schrijfXlsx],
] as const)
  test(`van plan naar ${naam} en terug verliest niets`, () => {
    fc.assert(
      fc.property(WILLEKEURIG_PLAN, (plan) => {
        const werkboek = leesWerkboek(schrijf(planNaarWerkboek(plan)))
        assert.ok(werkboek.ok)
        const terug = leesPlanUitWerkboek(werkboek.waarde)
        assert.deepEqual(terug, { ok: true, waarde: { plan, waarschuwingen: [] } })
      }),
      { numRuns: 100 },
    )
  })
