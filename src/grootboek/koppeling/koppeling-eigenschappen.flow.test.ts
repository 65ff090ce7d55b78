import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { laadKoppeling } from '#grootboek/inlezen/inlezen.flow.ts'
import type { Invoerregel } from '#grootboek/invoer.ts'
import { findKop } from '#grootboek/journaal.store.ts'
import { findKoppelregels } from '#grootboek/koppeling/koppeling.store.ts'
import { opBeideDatabanken } from '#test/databanken.ts'
import { proefregel, standen } from '#test/inlezing.ts'
import { begin, lees, regelNaar, wijzig } from '#test/koppelproef.ts'

opBeideDatabanken('reeksen bestanden en regels', (databank) => {
  /** De standen als alleen dit bestand er ooit was, recht uit de koppeling uitgerekend. */
  const rechtstreeks = async (db: GemeenteDb, regels: readonly Invoerregel[]) => {
    const { koppeling } = await db.lees(laadKoppeling)
    const uit = new Map<string, number>()
    for (const regel of regels) {
      const duiding = koppeling.duid({ ...regel, administratie: 'adm' }, regel.datum, 'p')
      if (duiding.soort === 'hoort_niet') continue
      const op = `p:-:realisatie:${duiding.doel.onderdeel ?? '-'}:2024`
      uit.set(op, (uit.get(op) ?? 0) + regel.bedragCent)
    }
    return Object.fromEntries(
      [...uit].filter(([, cent]) => cent !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  const realisaties = async (db: GemeenteDb) =>
    Object.fromEntries(Object.entries(await standen(db)).filter(([naam]) => naam.includes('realisatie')))

  const Regel = fc
    .record({
      nummer: fc.integer({ min: 1, max: 6 }),
      cent: fc.integer({ min: -500, max: 500 }),
      project: fc.constantFrom('P1', 'P2', null),
      boekstuk: fc.constantFrom('X', 'Y'),
      maand: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ nummer, cent, project, boekstuk, maand }) =>
      proefregel({
        sleutel: `r${nummer}`,
        bedragCent: centen(cent),
        project,
        datum: datum(`2024-0${maand}-05`),
        plaats: { boekstuk },
      }),
    )
  const Bestand = fc.uniqueArray(Regel, { selector: ({ sleutel }) => sleutel, minLength: 1, maxLength: 6 })
  const Stap = fc.oneof(
    { weight: 3, arbitrary: fc.record({ soort: fc.constant('bestand' as const), regels: Bestand }) },
    {
      weight: 2,
      arbitrary: fc.record({
        soort: fc.constant('koppel' as const),
        project: fc.constantFrom('P1', 'P2'),
        onderdeel: fc.constantFrom('inloop', 'steun', null),
        tot: fc.constantFrom(null, datum('2024-02-10')),
      }),
    },
  )

  test('welke reeks bestanden en regels ook: de standen zijn die van het laatste bestand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Stap, { minLength: 1, maxLength: 7 }), async (stappen) => {
        const plek = await begin(databank())
        let laatste: readonly Invoerregel[] = []
        for (const stap of stappen)
          if (stap.soort === 'bestand') {
            laatste = stap.regels
            await lees(plek, { regels: laatste })
            const kop = await plek.db.lees(findKop)
            await lees(plek, { regels: laatste })
            assert.deepEqual(await plek.db.lees(findKop), kop)
          } else {
            const oud = (await plek.db.lees(findKoppelregels)).filter(
              ({ project }) => project === stap.project,
            )
            await wijzig(plek, {
              einde: oud.map(({ regel }) => ({ regel, tot: null })),
              erbij: [regelNaar({ project: stap.project, tot: stap.tot }, stap.onderdeel)],
            })
          }
        // Wat eerder niet meetelde, komt pas terug met het bestand zelf.
        if (laatste.length > 0) await lees(plek, { regels: laatste })
        assert.deepEqual(await realisaties(plek.db), await rechtstreeks(plek.db, laatste))
      }),
      { numRuns: databank().soort === 'pglite' ? 15 : 25 },
    )
  })
})
