import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum, vasteKlok } from '#basis/datum.ts'
import { Moment } from '#basis/moment.ts'
import { maakActie, zetActie } from '#programma/overleg/acties.flow.ts'
import {
  legUitkomstVast,
  legVervolgVast,
  planOverleg,
  zetAgendapunt,
  zetOverleg,
} from '#programma/overleg/overleg.flow.ts'
import { findActies, findActiestappen, findOverleggen } from '#programma/overleg/overleg.store.ts'
import { nogVastTeLeggen, type Puntinhoud } from '#programma/overleg/overleg.ts'
import { findBesluiten } from '#programma/plan.store.ts'
import { testBezoek } from '#test/bezoek.ts'
import { opBeideDatabanken, verseGemeente } from '#test/databanken.ts'
import { laadKleinPlan } from '#test/geladen.ts'

const DAG = datum('2026-06-10')
const PUNT: Puntinhoud = {
  soort: 'onderdeel',
  verwijzing: 'inloop',
  titel: 'Openingstijden van de inloop',
  toelichting: null,
  gevraagd: 'besluit',
  vervolg: 'directie',
}
const BESLUIT = {
  orgaan: 'stuurgroep',
  datum: DAG,
  nummer: null,
  onderwerp: 'De inloop gaat twee dagen open',
  teBevestigen: false,
} as const

opBeideDatabanken('overleg', (databank) => {
  async function begin() {
    const db = await verseGemeente(databank())
    await laadKleinPlan(db)
    const manager = await testBezoek(db, 'programmamanager')
    const gepland = await planOverleg(manager, 'proef', { orgaan: 'stuurgroep', datum: DAG })
    assert.ok(gepland.ok)
    return { db, manager, overleg: gepland.waarde.nummer }
  }
  type Uit = { ok: true } | { ok: false; reden: { code: string } }
  const code = async (uit: Promise<Uit>): Promise<string> => {
    const klaar = await uit
    return klaar.ok ? 'gelukt' : klaar.reden.code
  }

  test('van agenda tot directiebesluit achteraf: elk besluit staat in het register, en toen is toen', async () => {
    const { db, manager, overleg } = await begin()
    assert.equal(await code(planOverleg(manager, 'proef', { orgaan: 'stuurgroep', datum: DAG })), 'gelukt')
    assert.equal(await code(zetAgendapunt(manager, 'proef', { overleg }, PUNT)), 'gelukt')
    assert.equal(
      await code(zetAgendapunt(manager, 'proef', { overleg }, PUNT)),
      'gelukt',
      'nog eens is niets',
    )
    const plek = { overleg, punt: 1, gezien: 1 }
    const later = { ...manager, klok: vasteKlok('2026-07-20T10:00:00Z') }
    const besloten = { uitkomst: 'besloten', conclusie: null, besluit: { nieuw: BESLUIT } } as const
    assert.equal(await code(legUitkomstVast(later, 'proef', plek, besloten)), 'gelukt')
    assert.equal(await code(legUitkomstVast(later, 'proef', plek, besloten)), 'gelukt', 'nog eens is niets')
    const lees = (tot?: string) =>
      db.lees((lezer) =>
        findOverleggen(lezer, 'proef', { bekendTot: tot === undefined ? undefined : Moment.parse(tot) }),
      )
    assert.equal(nogVastTeLeggen(await lees()).length, 1)
    const directie = { ...BESLUIT, orgaan: 'directie', datum: datum('2026-07-01') } as const
    const achteraf = { nieuw: directie }
    assert.equal(await code(legVervolgVast(later, 'proef', { ...plek, gezien: 2 }, achteraf)), 'gelukt')
    const [nu, ...rest] = await lees()
    assert.deepEqual(rest, [])
    assert.equal(nogVastTeLeggen(await lees()).length, 0)
    const besluiten = await db.lees(findBesluiten)
    assert.deepEqual(
      besluiten.map(({ orgaan, id }) => [orgaan, id]),
      [
        ['directie', nu?.punten[0]?.vervolgbesluit],
        ['stuurgroep', nu?.punten[0]?.besluit],
      ],
    )
    const [toen] = await lees('2026-07-01T00:00:00.000000Z')
    assert.deepEqual(
      toen?.punten.map(({ uitkomst, volgnr }) => [uitkomst, volgnr]),
      [[null, 1]],
    )
    assert.deepEqual(await lees('2026-06-01T00:00:00.000000Z'), [])
  })

  test('wat vastligt blijft, en wie iets ouds zag hoort dat; een botsing laat geen besluit achter', async () => {
    const { db, manager, overleg } = await begin()
    await zetAgendapunt(manager, 'proef', { overleg }, PUNT)
    const anders = { ...PUNT, titel: 'Openingstijden en huur' }
    assert.equal(
      await code(zetAgendapunt(manager, 'proef', { overleg, punt: 1, gezien: 1 }, anders)),
      'gelukt',
    )
    const besluit = (uitkomst: 'besloten' | 'aangehouden', gezien: number) =>
      code(
        legUitkomstVast(
          manager,
          'proef',
          { overleg, punt: 1, gezien },
          { uitkomst, conclusie: null, besluit: { nieuw: BESLUIT } },
        ),
      )
    assert.equal(await besluit('besloten', 1), 'intussen_gewijzigd')
    assert.deepEqual(await db.lees(findBesluiten), [])
    assert.equal(await besluit('aangehouden', 2), 'gelukt', 'aangehouden mag later alsnog besloten worden')
    assert.deepEqual(await db.lees(findBesluiten), [])
    assert.equal(await besluit('besloten', 3), 'gelukt')
    assert.equal(await besluit('aangehouden', 4), 'uitkomst_ligt_vast')
    assert.equal(
      await code(zetAgendapunt(manager, 'proef', { overleg, punt: 1, gezien: 4 }, PUNT)),
      'uitkomst_ligt_vast',
    )
  })

  test('weigeringen: toekomst, vervallen, zonder reden, een projectoverleg besluit niet, en zonder recht', async () => {
    const { db, manager, overleg } = await begin()
    const zet = (nieuw: Parameters<typeof zetOverleg>[3], gezien = 1) =>
      code(zetOverleg(manager, 'proef', { nummer: overleg, gezien }, nieuw))
    const straks = datum('2026-06-16')
    assert.equal(await zet({ datum: straks, stand: 'gepland', reden: ' ' }), 'reden_ontbreekt')
    assert.equal(await zet({ datum: straks, stand: 'gehouden', reden: 'x' }), 'houden_in_de_toekomst')
    assert.equal(await zet({ datum: straks, stand: 'gepland', reden: 'Vakantie' }), 'gelukt')
    await zetAgendapunt(manager, 'proef', { overleg }, PUNT)
    const uitkomst = { uitkomst: 'besproken', conclusie: null, besluit: undefined } as const
    const plek = { overleg, punt: 1, gezien: 1 }
    assert.equal(await code(legUitkomstVast(manager, 'proef', plek, uitkomst)), 'nog_niet_gehouden')
    assert.equal(await code(legVervolgVast(manager, 'proef', plek, { nieuw: BESLUIT })), 'geen_vervolg')
    assert.equal(await zet({ datum: straks, stand: 'vervallen', reden: 'Geen punten' }, 2), 'gelukt')
    assert.equal(await code(zetAgendapunt(manager, 'proef', { overleg }, PUNT)), 'overleg_vervallen')
    const project = await planOverleg(manager, 'proef', { orgaan: 'projectoverleg', datum: DAG })
    assert.ok(project.ok)
    const daar = { overleg: project.waarde.nummer }
    assert.equal(await code(zetAgendapunt(manager, 'proef', daar, PUNT)), 'geen_besluitorgaan')
    assert.equal(await code(zetAgendapunt(manager, 'proef', { overleg: 99 }, PUNT)), 'overleg_onbekend')
    for (const wie of [await testBezoek(db), await testBezoek(db, 'raadslid', 'college', 'budgethouder')])
      assert.equal(await code(planOverleg(wie, 'proef', { orgaan: 'college', datum: DAG })), 'mag_niet')
  })

  test('acties: met geschiedenis, verzetten met een reden, en twee keer is één keer', async () => {
    const { db, manager, overleg } = await begin()
    const houder = await testBezoek(db, 'budgethouder')
    await zetAgendapunt(manager, 'proef', { overleg }, PUNT)
    const actie = {
      overleg,
      punt: 1,
      wat: 'Rooster maken',
      rol: 'Teamleider',
      uiterlijk: datum('2026-06-30'),
    }
    await Promise.all([1, 2].map(() => maakActie(manager, 'proef', actie)))
    assert.equal(await code(maakActie(manager, 'proef', { ...actie, punt: 2 })), 'overleg_onbekend')
    assert.equal(await code(maakActie(houder, 'proef', actie)), 'mag_niet')
    const stap = {
      nummer: 1,
      wat: actie.wat,
      rol: actie.rol,
      uiterlijk: actie.uiterlijk,
      reden: null,
    } as const
    const zet = (meer: Partial<Parameters<typeof zetActie>[2]>) =>
      code(zetActie(houder, 'proef', { ...stap, gezien: 1, stand: 'bezig', ...meer }))
    assert.equal(await zet({ uiterlijk: datum('2026-07-31') }), 'reden_ontbreekt')
    assert.equal(await zet({ stand: 'vervallen' }), 'reden_ontbreekt')
    assert.equal(await zet({}), 'gelukt')
    assert.equal(await zet({ stand: 'klaar' }), 'intussen_gewijzigd')
    assert.equal(await zet({ stand: 'klaar', gezien: 2 }), 'gelukt')
    assert.equal(await zet({ stand: 'open', gezien: 3 }), 'reden_ontbreekt', 'heropenen vraagt een reden')
    assert.equal(await zet({ nummer: 7 }), 'actie_onbekend')
    const stappen = await db.lees((lezer) => findActiestappen(lezer, 'proef', 1))
    assert.deepEqual(
      stappen.map(({ stand, overleg: van, punt }) => [stand, van, punt]),
      [
        ['klaar', overleg, 1],
        ['bezig', overleg, 1],
        ['open', overleg, 1],
      ],
    )
    const acties = await db.lees((lezer) => findActies(lezer, 'proef'))
    assert.deepEqual(
      acties.map(({ nummer, volgnr }) => [nummer, volgnr]),
      [[1, 3]],
    )
  })
})
