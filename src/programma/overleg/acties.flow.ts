import { meld, type Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { alsDate, type Moment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoek, Verzoekweigering } from '#grootboek/deur.ts'
import {
  findActies,
  findOverleggen,
  insertActie,
  insertActiestap,
  volgendNummer,
} from '#programma/overleg/overleg.store.ts'
import { type Actieinhoud, isLopend, zelfdeActie } from '#programma/overleg/overleg.ts'
import { beginVastlegging } from '#programma/vastleggen/vastleggen.store.ts'
import { type Bezoek, type Handeling, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Acties: afspreken wat een rol doet en wanneer, en bijhouden hoe ver het is. */

export type Actieweigering =
  | { code: 'mag_niet' }
  | { code: 'actie_onbekend' }
  | { code: 'overleg_onbekend' }
  | { code: 'tekst_ontbreekt'; veld: 'wat' | 'rol' }
  | { code: 'reden_ontbreekt' }
  | { code: 'intussen_gewijzigd'; volgnr: number }
type Uitslag = Uitkomst<{ nummer: number; volgnr: number }, Actieweigering>
type Wanneer = { op: Moment; door: string | null }

export type NieuweActie = Pick<Actieinhoud, 'wat' | 'rol' | 'uiterlijk'> & {
  overleg: number | null
  punt: number | null
}

export const maakActie = (bezoek: Bezoek, plan: string, actie: NieuweActie): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const gekeurd = await keur(tx, bezoek, plan, 'overleg.beheren', actie)
    if (!gekeurd.ok) return gekeurd
    const plek = await vindPlek(tx, plan, actie)
    if (plek === undefined) return geweigerd({ code: 'overleg_onbekend' })
    const { wat, rol, uiterlijk } = actie
    const inhoud: Actieinhoud = { wat, rol, uiterlijk, stand: 'open', reden: null }
    const zelfde = (await findActies(tx, plan)).find(
      (een) => een.overleg === actie.overleg && een.punt === actie.punt && zelfdeActie(een, inhoud),
    )
    if (zelfde !== undefined) return gelukt({ nummer: zelfde.nummer, volgnr: zelfde.volgnr })
    const nummer = await volgendNummer(tx, plan, 'programma_actie')
    const id = nieuwId(alsDate(gekeurd.waarde.op))
    await insertActie(tx, plan, { id, nummer, ...plek }, gekeurd.waarde)
    await insertActiestap(tx, plan, { actie: id, volgnr: 1 }, inhoud, gekeurd.waarde)
    await schrijfLogboek(tx, bezoek, 'overleg.beheren', `actie ${plan} ${nummer}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ nummer, volgnr: 1 })
  })

/** In welk overleg en bij welk punt; `undefined` als dat er niet is. */
async function vindPlek(
  tx: Tx,
  plan: string,
  { overleg, punt }: Pick<NieuweActie, 'overleg' | 'punt'>,
): Promise<{ overleg: string | null; punt: number | null } | undefined> {
  if (overleg === null) return punt === null ? { overleg: null, punt: null } : undefined
  const [gevonden] = await findOverleggen(tx, plan, { nummer: overleg })
  const kent = punt === null || gevonden?.punten.some(({ nummer }) => nummer === punt)
  return gevonden === undefined || kent !== true ? undefined : { overleg: gevonden.id, punt }
}

type Wijziging = Actieinhoud & { nummer: number; gezien: number }

/** Zegt hoe ver een actie is, of verzet haar. Wie verzet of laat vervallen, zegt waarom. */
export const zetActie = (bezoek: Bezoek, plan: string, wijziging: Wijziging): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const gekeurd = await keurStap(tx, bezoek, plan, wijziging)
    if (!gekeurd.ok) return gekeurd
    const { bewaar, ...gezet } = gekeurd.waarde
    await bewaar?.(tx)
    if (bewaar !== undefined) await meld(tx, bezoek.db.schema)
    return gelukt(gezet)
  })

/** Hetzelfde voor een verzoek met een sleutel: nog eens sturen geeft hetzelfde antwoord. */
export const zetActieEenKeer = (
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: string,
  wijziging: Wijziging,
  verzoek: Verzoek,
): Promise<Uitkomst<{ nummer: number; volgnr: number }, Actieweigering | Verzoekweigering>> =>
  boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Uitslag> => {
      const gekeurd = await keurStap(ronde.tx, bezoek, plan, wijziging)
      if (!gekeurd.ok) return gekeurd
      const { bewaar, ...gezet } = gekeurd.waarde
      if (bewaar !== undefined) ronde.daarna(bewaar)
      return gelukt(gezet)
    },
  })

async function keurStap(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  { nummer, gezien, ...nieuw }: Wijziging,
): Promise<
  Uitkomst<
    { nummer: number; volgnr: number; bewaar: ((tx: Tx) => Promise<void>) | undefined },
    Actieweigering
  >
> {
  const gekeurd = await keur(tx, bezoek, plan, 'actie.bijwerken', nieuw)
  if (!gekeurd.ok) return gekeurd
  const [oud] = await findActies(tx, plan, { nummer })
  if (oud === undefined) return geweigerd({ code: 'actie_onbekend' })
  if (zelfdeActie(oud, nieuw)) return gelukt({ nummer, volgnr: oud.volgnr, bewaar: undefined })
  if (oud.volgnr !== gezien) return geweigerd({ code: 'intussen_gewijzigd', volgnr: oud.volgnr })
  const heropend = !isLopend(oud) && isLopend(nieuw)
  const vraagtReden = nieuw.uiterlijk !== oud.uiterlijk || nieuw.stand === 'vervallen' || heropend
  if (vraagtReden && (nieuw.reden ?? '').trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
  const volgnr = oud.volgnr + 1
  return gelukt({
    nummer,
    volgnr,
    bewaar: async (schrijf: Tx) => {
      await insertActiestap(schrijf, plan, { actie: oud.id, volgnr }, nieuw, gekeurd.waarde)
      await schrijfLogboek(schrijf, bezoek, 'actie.bijwerken', `actie ${plan} ${nummer}`)
    },
  })
}

async function keur(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  handeling: Handeling,
  { wat, rol }: Pick<Actieinhoud, 'wat' | 'rol'>,
): Promise<Uitkomst<Wanneer, Actieweigering>> {
  if (!magBezoeker(bezoek, handeling)) return geweigerd({ code: 'mag_niet' })
  const op = await beginVastlegging(tx, 'overleg', plan, bezoek.klok)
  if (wat.trim() === '') return geweigerd({ code: 'tekst_ontbreekt', veld: 'wat' })
  if (rol.trim() === '') return geweigerd({ code: 'tekst_ontbreekt', veld: 'rol' })
  return gelukt({ op, door: bezoek.wie?.account ?? null })
}
