import assert from 'node:assert/strict'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import {
  type Boekopdracht,
  besteed,
  boekSamen,
  factureer,
  gaAan,
  kenToe,
  ontvang,
  type Regel,
  spiegel,
} from '#grootboek/deur.ts'
import type { Proefapp } from '#test/programma-app.ts'

/** Een klein verhaal in echte boekingen op het kleine plan: voor tests van schermen met geld. */

const inloop = { programma: 'proef', bron: null, onderdeel: 'inloop', jaar: 2024 }
const uitRijk = { ...inloop, bron: 'rijk', jaar: 2025 }

const opdracht = (
  soort: Boekopdracht['soort'],
  geldigOp: string,
  regels: readonly Regel[],
  anders: Partial<Boekopdracht> = {},
): Boekopdracht => ({
  soort,
  geldigOp: datum(geldigOp),
  grondslag: { soort: 'memo', kenmerk: `M-${geldigOp}` },
  regels,
  door: null,
  ...anders,
})

const fout = besteed(inloop, centen(750_00))

/** Wijziging, verplichting met factuur, besteding met taakveld, onbekend, een fout en haar correctie. */
export const VERHAAL: readonly Boekopdracht[] = [
  opdracht('wijziging', '2024-03-01', kenToe(inloop, centen(1_000_00)), {
    grondslag: { soort: 'besluit', kenmerk: 'raad-2024-12' },
  }),
  opdracht('ontvangst', '2024-03-10', ontvang({ programma: 'proef', bron: 'rijk' }, 2024, centen(2_500_00))),
  opdracht('verplichting', '2024-04-02', gaAan(inloop, 'v-1', centen(2_000_00)), {
    grondslag: { soort: 'verplichting', kenmerk: 'v-1' },
    tekst: 'Canarie gele toelichting',
  }),
  opdracht('factuur', '2024-05-20', factureer(inloop, 'v-1', centen(1_250_50), centen(2_000_00)), {
    grondslag: { soort: 'verplichting', kenmerk: 'v-1' },
  }),
  opdracht(
    'realisatie',
    '2025-02-03',
    besteed(uitRijk, centen(400_00), { taakveld: '6.1', taakveldschema: '2022' }),
  ),
  opdracht('realisatie', '2025-02-04', besteed({ ...uitRijk, onderdeel: null, bron: null }, centen(99_99)), {
    grondslag: { soort: 'inlezing', kenmerk: 'lijst-1:rij 7' },
  }),
  opdracht('realisatie', '2024-06-30', fout),
]

/** Boekt het verhaal en corrigeert de fout; geeft het nummer van de laatste boeking. */
export async function boekVerhaal(app: Proefapp): Promise<{ eerste: number; fout: number; laatste: number }> {
  const bezoek = await app.bezoek(['financieel-adviseur'])
  const uitkomst = await app.kamer.boekhouder.voerUit(app.db, bezoek.klok, {
    werk: (ronde) => boekSamen(ronde, VERHAAL),
  })
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
  const nrs = uitkomst.waarde.map(({ nr }) => nr)
  const nr = nrs.at(-1) ?? 0
  const gecorrigeerd = await app.kamer.boekhouder.voerUit(app.db, bezoek.klok, {
    werk: (ronde) =>
      ronde.boek(opdracht('realisatie', '2024-06-30', spiegel({ regels: fout }), { corrigeert: nr })),
  })
  assert.ok(gecorrigeerd.ok)
  return { eerste: nrs[0] ?? 0, fout: nr, laatste: gecorrigeerd.waarde.nr }
}
