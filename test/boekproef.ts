import assert from 'node:assert/strict'
import { type Datum, datum } from '#basis/datum.ts'
import type { GemeenteDb } from '#basis/db.ts'
import { type Centen, centen } from '#basis/geld.ts'
import {
  type Boekhouder,
  findPostsaldi,
  findTijdstip,
  geefMandaat,
  kenToe,
  naamVan,
  Periode,
  type Rekening,
  sluitPeriode,
} from '#grootboek/deur.ts'
import { TESTKLOK, testBezoek } from '#test/bezoek.ts'
import type { Bezoek, Rol } from '#toegang/deur.ts'

/** Een journaal om mee te proeven: budgetten, mandaten en mensen van een verzonnen programma. */

export type Budgetregel = { onderdeel: string; jaar: number; bron: string | null; bedrag: number }

export const BUDGETTEN: readonly Budgetregel[] = [
  { onderdeel: 'inloop', jaar: 2024, bron: 'rijk', bedrag: 10_000_00 },
  { onderdeel: 'inloop', jaar: 2024, bron: 'reserve', bedrag: 5_000_00 },
  { onderdeel: 'inloop', jaar: 2025, bron: 'rijk', bedrag: 10_000_00 },
  { onderdeel: 'steun', jaar: 2024, bron: null, bedrag: 3_000_00 },
]

/** Kent budgetten toe zoals de vaststelling van een raming dat doet. */
export async function kenBudgetToe(
  boekhouder: Boekhouder,
  db: GemeenteDb,
  budgetten: readonly Budgetregel[] = BUDGETTEN,
  programma = 'proef',
): Promise<void> {
  const uitkomst = await boekhouder.voerUit(db, TESTKLOK, {
    werk: (ronde) =>
      ronde.boek({
        soort: 'raming',
        geldigOp: datum('2024-01-01'),
        grondslag: { soort: 'besluit', kenmerk: '2024-7' },
        regels: budgetten.flatMap(({ bedrag, ...budget }) =>
          kenToe({ programma, ...budget }, centen(bedrag)),
        ),
        door: null,
      }),
  })
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
}

/** Geeft een rol een mandaat op het hele programma. */
export async function geefRolMandaat(
  db: GemeenteDb,
  rol: Rol,
  bedrag: number,
  onderdeel: string | null = null,
): Promise<void> {
  const adviseur = await testBezoek(db, 'financieel-adviseur')
  const uitkomst = await geefMandaat(adviseur, {
    account: null,
    rol,
    programma: 'proef',
    onderdeel,
    bedragCent: centen(bedrag),
    van: datum('2020-01-01'),
    tot: null,
  })
  assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
}

/** Alle saldi van nu, op naam van de rekening; nul staat er niet bij. */
export async function saldiVan(db: GemeenteDb, geldigTm?: Datum): Promise<Map<string, number>> {
  const saldi = await db.lees(async (lezer) => findPostsaldi(lezer, await findTijdstip(lezer, { geldigTm })))
  const som = new Map<string, number>()
  for (const { rekening, bedragCent } of saldi)
    som.set(naamVan(rekening), (som.get(naamVan(rekening)) ?? 0) + bedragCent)
  return new Map([...som].filter(([, bedrag]) => bedrag !== 0))
}

export const saldo = async (db: GemeenteDb, rekening: Rekening): Promise<Centen> =>
  centen((await saldiVan(db)).get(naamVan(rekening)) ?? 0)

/** Sluit een periode, zonder controlelijst: voor wie wil weten wat er daarna gebeurt. */
export async function sluit(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  periode: string,
  naar: 'voorlopig' | 'vast' = 'vast',
): Promise<void> {
  const standen = naar === 'vast' ? (['voorlopig', 'vast'] as const) : (['voorlopig'] as const)
  for (const stand of standen) {
    const uitkomst = await sluitPeriode(boekhouder, bezoek, {
      periode: Periode.parse(periode),
      naar: stand,
      toch: true,
    })
    assert.ok(uitkomst.ok, JSON.stringify(uitkomst))
  }
}
