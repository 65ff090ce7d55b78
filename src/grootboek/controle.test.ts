import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nieuwId } from '#basis/id.ts'
import { type Boeking, leesInhoud, schrijfInhoud } from '#grootboek/boeking.ts'
import {
  BREUKSOORTEN,
  breukzin,
  dagnummer,
  isGoedePost,
  leesRegelkolommen,
  maakNalezer,
  maakPosten,
  type Postrij,
} from '#grootboek/controle.ts'
import { type Journaal, maakJournaal } from '#grootboek/journaal.ts'
import { kenmerktekst } from '#grootboek/kenmerk.ts'
import { BEGIN } from '#grootboek/keten.ts'
import { naamVan } from '#grootboek/rekening.ts'
import { KLEINE_WERELD, leegGeheugen, maakToeval, onthoud, vertel } from '#test/grootboek-geschiedenis.ts'

const NU = new Date('2026-11-22T08:00:00.000Z')

function geschiedenis(begin: number, aantal: number): Journaal {
  const journaal = maakJournaal({ nr: 0, hash: BEGIN, op: null }, NU, new Map(), () => 'zout')
  const [toeval, geheugen] = [maakToeval(begin), leegGeheugen()]
  const account = nieuwId(NU)
  for (let i = 0; i < aantal; i++) {
    const opdracht = vertel(toeval, KLEINE_WERELD, geheugen)
    const wie = toeval.tot(2) === 0 ? { door: account, mandaat: account, tweede: account } : {}
    const geboekt = journaal.boek({ ...opdracht, ...wie })
    if (geboekt.ok) onthoud(geheugen, [geboekt.waarde])
  }
  return journaal
}

/** Zoals de database een boeking zou teruggeven. */
function alsRijen(boeking: Boeking) {
  const posten = new Map<string, Postrij>()
  const regels = boeking.regels.map(({ rekening, bedragCent, kenmerk }, i) => {
    const [naam, tekst] = [naamVan(rekening), kenmerktekst(kenmerk)]
    const post = posten.get(`${naam} ${tekst}`) ?? {
      id: posten.size + 1,
      rekening: naam,
      kenmerk: tekst,
      soort: boeking.soort,
      programma: rekening.programma,
      bron: rekening.bron,
      rekeningsoort: rekening.soort,
      onderdeel: 'onderdeel' in rekening ? rekening.onderdeel : null,
      jaar: 'jaar' in rekening ? rekening.jaar : null,
      verplichting: 'verplichting' in rekening ? rekening.verplichting : null,
    }
    posten.set(`${naam} ${tekst}`, post)
    return [boeking.nr, i + 1, post.id, dagnummer(boeking.geldigOp), bedragCent].join(',')
  })
  const op = boeking.vastgelegdOp.replace('T', ' ').replace(/\.?0*Z$/u, '')
  const { nr, geldigOp, soort, grondslag, corrigeert } = boeking
  const kolommen = [nr, op, geldigOp, soort, grondslag.soort, grondslag.kenmerk, corrigeert ?? ''].join('|')
  return { posten: [...posten.values()], regels: regels.join(';'), kolommen }
}

function leesNa(boeking: Boeking, inhoud: string) {
  const rijen = alsRijen(boeking)
  assert.ok(rijen.posten.every(isGoedePost))
  const { posten, kringen } = maakPosten(rijen.posten)
  return maakNalezer(posten, kringen)(boeking.nr, rijen.kolommen, inhoud, leesRegelkolommen(rijen.regels), 0)
}

const isGoed = (uitkomst: ReturnType<typeof leesNa>): boolean => !('soort' in uitkomst)

test('wat het journaal schrijft is goed, en leesInhoud leest hetzelfde', () => {
  for (const { boeking, inhoud } of geschiedenis(1, 2_000).nieuw) {
    const uitkomst = leesNa(boeking, inhoud)
    assert.ok(isGoed(uitkomst), `${inhoud}: ${JSON.stringify(uitkomst)}`)
    assert.deepEqual(leesInhoud(inhoud), boeking)
    assert.equal(schrijfInhoud(leesInhoud(inhoud)), inhoud)
  }
})

/** De boeking die in deze tekst staat, alleen als de tekst precies haar vaste vorm is. */
function leesStreng(inhoud: string): Boeking | undefined {
  try {
    const gelezen = leesInhoud(inhoud)
    return schrijfInhoud(gelezen) === inhoud ? gelezen : undefined
  } catch {
    return undefined
  }
}

const TEKENS = ['"', '0', '1', '9', '-', ',', ':', 'a', '[', ' ', '\n', 'é', '']

test('de snelle controle keurt goed wat leesInhoud goedkeurt, bij elke verandering van één teken', () => {
  const { nieuw } = geschiedenis(2, 300)
  let goed = 0
  fc.assert(
    fc.property(
      fc.nat(nieuw.length - 1),
      fc.nat(10_000),
      fc.constantFrom(...TEKENS),
      fc.boolean(),
      (welke, waar, teken, erbij) => {
        const { boeking, inhoud } = nieuw[welke] ?? assert.fail()
        const plek = waar % inhoud.length
        const anders = inhoud.slice(0, plek) + teken + inhoud.slice(erbij ? plek : plek + 1)
        const streng = leesStreng(anders)
        // Met de eigen kolommen mag alleen nog anders zijn wat niet in een kolom staat; dat vindt de keten.
        if (isGoed(leesNa(boeking, anders))) {
          assert.ok(streng !== undefined, anders)
          assert.deepEqual(alsRijen(streng), alsRijen(boeking))
        }
        // Met kolommen die bij de veranderde tekst horen, zijn beide het eens; evenwicht is een andere regel.
        if (streng === undefined || streng.nr !== boeking.nr) return
        const uitkomst = leesNa(streng, anders)
        if ('soort' in uitkomst) assert.ok(['evenwicht', 'vorm'].includes(uitkomst.soort), anders)
        else goed++
      },
    ),
    { numRuns: 5_000 },
  )
  assert.ok(goed > 10, `maar ${goed} veranderingen gaven een andere goede tekst`)
})

test('elke breuk heeft een eigen zin', () => {
  const zinnen = BREUKSOORTEN.map((soort) => breukzin({ nr: 7, soort, over: 'x' }))
  assert.equal(new Set(zinnen).size, BREUKSOORTEN.length)
  for (const zin of zinnen) assert.match(zin, /^[A-Z].*\.$/u)
})

test('een post waarvan een kolom niet bij de naam hoort valt op', () => {
  const { boeking } = geschiedenis(3, 20).nieuw[5] ?? assert.fail()
  const [post] = alsRijen(boeking).posten
  assert.ok(post !== undefined && isGoedePost(post))
  for (const anders of [
    { programma: 'ander' },
    { bron: 'ander' },
    { rekeningsoort: 'vrijval2' },
    { onderdeel: 'ander' },
    { jaar: 1999 },
    { verplichting: 'ander' },
    { soort: 'anders' },
    { kenmerk: ';;' },
    { rekening: 'sociaal:rijk:onzin' },
  ])
    assert.ok(!isGoedePost({ ...post, ...anders }), JSON.stringify(anders))
})
