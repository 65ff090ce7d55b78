import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '#basis/datum.ts'
import { centen } from '#basis/geld.ts'
import type { Mandaat } from '#grootboek/deur.ts'
import { type Eigenaarvraag, eigenaarVan, isVan, magInvullen } from '#programma/uitvraag/eigenaar.ts'

const mandaat = (anders: Partial<Mandaat>): Mandaat => ({
  id: 'm',
  account: null,
  rol: null,
  programma: 'proef',
  onderdeel: 'inloop',
  bedragCent: centen(1),
  van: datum('2026-01-01'),
  tot: null,
  ingetrokkenPer: null,
  ...anders,
})
const vraag = (anders: Partial<Eigenaarvraag>): Eigenaarvraag => ({
  aanwijzingen: new Map(),
  mandaten: [],
  invullers: new Set(['an', 'bo']),
  vandaag: datum('2026-06-15'),
  ...anders,
})
const aan = (account: string | null) => ({
  aanwijzingen: new Map([['inloop', { onderdeel: 'inloop', volgnr: 1, account, naam: null }]]),
})
const AN = mandaat({ account: 'an' })

for (const [naam, wat, verwacht] of [
  ['aangewezen', aan('bo'), { soort: 'persoon', account: 'bo', waarom: 'aangewezen' }],
  [
    'aangewezen gaat voor mandaat',
    { ...aan('bo'), mandaten: [AN] },
    { soort: 'persoon', account: 'bo', waarom: 'aangewezen' },
  ],
  ['wie wegging', { ...aan(null), mandaten: [AN] }, { soort: 'regie', waarom: 'vertrokken' }],
  ['zonder rol', aan('cor'), { soort: 'regie', waarom: 'geen_rol' }],
  ['mandaat', { mandaten: [AN] }, { soort: 'persoon', account: 'an', waarom: 'mandaat' }],
  [
    'mandaat op een ander onderdeel',
    { mandaten: [mandaat({ account: 'an', onderdeel: 'steun' })] },
    { soort: 'rol', rol: 'budgethouder', waarom: 'niemand' },
  ],
  [
    'mandaat op alles',
    { mandaten: [mandaat({ account: 'an', onderdeel: null })] },
    { soort: 'rol', rol: 'budgethouder', waarom: 'niemand' },
  ],
  [
    'mandaat dat vandaag eindigt',
    { mandaten: [mandaat({ account: 'an', tot: datum('2026-06-15') })] },
    { soort: 'persoon', account: 'an', waarom: 'mandaat' },
  ],
  [
    'mandaat dat gisteren eindigde',
    { mandaten: [mandaat({ account: 'an', tot: datum('2026-06-14') })] },
    { soort: 'rol', rol: 'budgethouder', waarom: 'niemand' },
  ],
  [
    'mandaat van een rol',
    { mandaten: [mandaat({ rol: 'financieel-adviseur' })] },
    { soort: 'rol', rol: 'financieel-adviseur', waarom: 'mandaat' },
  ],
  [
    'mandaat van een rol die niet invult',
    { mandaten: [mandaat({ rol: 'college' })] },
    { soort: 'rol', rol: 'budgethouder', waarom: 'niemand' },
  ],
  [
    'mandaat van wie zijn rol verloor',
    { mandaten: [mandaat({ account: 'cor' })] },
    { soort: 'regie', waarom: 'geen_rol' },
  ],
  ['niemand', {}, { soort: 'rol', rol: 'budgethouder', waarom: 'niemand' }],
] as const)
  test(`eigenaar: ${naam}`, () => assert.deepEqual(eigenaarVan('inloop', vraag(wat)), verwacht))

test('de programmamanager mag altijd inspringen, maar het staat niet op zijn lijst', () => {
  const eigenaar = eigenaarVan('inloop', vraag(aan('bo')))
  const manager = { account: 'an', rollen: ['programmamanager'] }
  assert.deepEqual([isVan(eigenaar, manager), magInvullen(eigenaar, manager)], [false, true])
  const ander = { account: 'an', rollen: ['budgethouder'] }
  assert.deepEqual([isVan(eigenaar, ander), magInvullen(eigenaar, ander)], [false, false])
})
