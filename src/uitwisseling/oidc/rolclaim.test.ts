import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rollenUitClaim } from '#uitwisseling/oidc/rolclaim.ts'

const VERTALING = {
  'GRP-PM': 'programmamanager',
  'Financieel Adviseur': 'financieel-adviseur',
  raad: 'raadslid',
} as const

for (const [naam, claims, claim, verwacht] of [
  ['geen claim', {}, 'roles', []],
  ['lege lijst', { roles: [] }, 'roles', []],
  ['een lijst', { roles: ['GRP-PM', 'raad'] }, 'roles', ['programmamanager', 'raadslid']],
  ['onbekende waarden vallen weg', { roles: ['beheerder', 'GRP-PM'] }, 'roles', ['programmamanager']],
  ['dubbel telt één keer', { roles: ['raad', 'raad'] }, 'roles', ['raadslid']],
  ['één tekst', { rol: 'raad' }, 'rol', ['raadslid']],
  ['één tekst met een spatie erin', { rol: 'Financieel Adviseur' }, 'rol', ['financieel-adviseur']],
  ['tekst met komma', { rol: 'raad, GRP-PM' }, 'rol', ['raadslid', 'programmamanager']],
  ['een laag dieper', { realm_access: { roles: ['raad'] } }, 'realm_access.roles', ['raadslid']],
  ['naam met punten gaat voor', { 'https://a.nl/rol': ['raad'] }, 'https://a.nl/rol', ['raadslid']],
  ['geen tekst in de lijst', { roles: [1, null, { a: 1 }, 'raad'] }, 'roles', ['raadslid']],
  ['een getal als claim', { roles: 7 }, 'roles', []],
  [
    'namen van ingebouwde velden zijn geen rol',
    { roles: ['constructor', '__proto__', 'toString'] },
    'roles',
    [],
  ],
  ['geen pad door ingebouwde velden', { a: 'x' }, 'a.constructor.name', []],
] as const)
  test(`rollenUitClaim: ${naam}`, () => assert.deepEqual(rollenUitClaim(claims, claim, VERTALING), verwacht))
