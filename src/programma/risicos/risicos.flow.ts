import { meld, type Tx } from '#basis/db.ts'
import { GROOTSTE_BEDRAG } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { alsDate } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { anders, type Risicoinhoud, type Risicoregels } from '#programma/risicos/risico.ts'
import {
  findRisicoregels,
  findRisicos,
  insertRisico,
  insertRisicoregels,
  insertRisicoversie,
  volgendRisiconummer,
} from '#programma/risicos/risicos.store.ts'
import { beginVastlegging, gaatOver, kentOnderdeel } from '#programma/vastleggen/vastleggen.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type Risicoweigering =
  | { code: 'mag_niet' }
  | { code: 'risico_onbekend' }
  | { code: 'onderdeel_onbekend' }
  | {
      code: 'tekst_ontbreekt'
      veld: 'oorzaak' | 'gebeurtenis' | 'gevolg' | 'maatregel' | 'eigenaarrol' | 'reden'
    }
  | { code: 'bereik_omgekeerd' }
  | { code: 'bedrag_te_groot' }
  | { code: 'intussen_gewijzigd'; volgnr: number }
type Bewaard = { nummer: number; volgnr: number; nieuw: boolean }
type Uitslag = Uitkomst<Bewaard, Risicoweigering>

/** Legt een nieuw risico vast, met zijn eerste versie. */
export const maakRisico = (bezoek: Bezoek, plan: string, inhoud: Risicoinhoud): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const gekeurd = await keur(tx, bezoek, plan, inhoud)
    if (!gekeurd.ok) return gekeurd
    const wanneer = gekeurd.waarde
    // Precies hetzelfde risico, net vastgelegd, is een tweede druk op de knop.
    const zelfde = (await findRisicos(tx, plan)).find(
      (een) => een.volgnr === 1 && anders(een, inhoud).length === 0 && een.reden === inhoud.reden,
    )
    if (zelfde !== undefined) return gelukt({ nummer: zelfde.nummer, volgnr: 1, nieuw: false })
    const nummer = await volgendRisiconummer(tx, plan)
    const id = nieuwId(alsDate(wanneer.op))
    await insertRisico(tx, plan, { id, nummer }, wanneer)
    await insertRisicoversie(tx, plan, { risico: id, volgnr: 1 }, inhoud, wanneer)
    await schrijfLogboek(tx, bezoek, 'risico.beheren', `risico ${plan} ${nummer}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ nummer, volgnr: 1, nieuw: true })
  })

/** Legt een nieuwe versie vast. `gezien` is de versie die op het scherm stond. */
export const wijzigRisico = (
  bezoek: Bezoek,
  plan: string,
  { nummer, gezien }: { nummer: number; gezien: number },
  inhoud: Risicoinhoud,
): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const gekeurd = await keur(tx, bezoek, plan, inhoud)
    if (!gekeurd.ok) return gekeurd
    const [oud] = await findRisicos(tx, plan, { nummer })
    if (oud === undefined) return geweigerd({ code: 'risico_onbekend' })
    // Wie een risico van een ander onderdeel naar zich toe haalt, moet ook over dat andere gaan.
    if (!(await gaatOver(tx, bezoek, plan, oud.onderdeel))) return geweigerd({ code: 'mag_niet' })
    if (anders(oud, inhoud).length === 0 && oud.reden === inhoud.reden)
      return gelukt({ nummer, volgnr: oud.volgnr, nieuw: false })
    if (oud.volgnr !== gezien) return geweigerd({ code: 'intussen_gewijzigd', volgnr: oud.volgnr })
    const volgnr = oud.volgnr + 1
    await insertRisicoversie(tx, plan, { risico: oud.id, volgnr }, inhoud, gekeurd.waarde)
    await schrijfLogboek(tx, bezoek, 'risico.beheren', `risico ${plan} ${nummer}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ nummer, volgnr, nieuw: true })
  })

const TEKSTVELDEN = ['oorzaak', 'gebeurtenis', 'gevolg', 'maatregel', 'eigenaarrol', 'reden'] as const

async function keur(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  inhoud: Risicoinhoud,
): Promise<
  Uitkomst<{ op: Awaited<ReturnType<typeof beginVastlegging>>; door: string | null }, Risicoweigering>
> {
  if (!magBezoeker(bezoek, 'risico.beheren')) return geweigerd({ code: 'mag_niet' })
  const op = await beginVastlegging(tx, 'risico', plan, bezoek.klok)
  const { onderdeel, laagCent, hoogCent } = inhoud
  if (onderdeel !== null && !(await kentOnderdeel(tx, plan, onderdeel)))
    return geweigerd({ code: 'onderdeel_onbekend' })
  if (!(await gaatOver(tx, bezoek, plan, onderdeel))) return geweigerd({ code: 'mag_niet' })
  const leeg = TEKSTVELDEN.find((veld) => inhoud[veld].trim() === '')
  if (leeg !== undefined) return geweigerd({ code: 'tekst_ontbreekt', veld: leeg })
  if (laagCent < 0 || hoogCent < laagCent) return geweigerd({ code: 'bereik_omgekeerd' })
  if (hoogCent > GROOTSTE_BEDRAG) return geweigerd({ code: 'bedrag_te_groot' })
  return gelukt({ op, door: bezoek.wie?.account ?? null })
}

export type Regelweigering =
  | { code: 'mag_niet' }
  | { code: 'kansen_niet_oplopend' }
  | { code: 'grenzen_niet_oplopend' }
  | { code: 'intussen_gewijzigd' }

/** Kiest de indeling van kans en gevolg. Ook een keuze gelijk aan de uitgangsstand telt: dan is zij bevestigd. */
export const stelRisicoregels = (
  bezoek: Bezoek,
  plan: string,
  regels: Risicoregels,
  gezien: number,
): Promise<Uitkomst<{ volgnr: number }, Regelweigering>> =>
  bezoek.db.schrijf(async (tx): Promise<Uitkomst<{ volgnr: number }, Regelweigering>> => {
    if (!magBezoeker(bezoek, 'risicoregel.stellen')) return geweigerd({ code: 'mag_niet' })
    const op = await beginVastlegging(tx, 'risicoregel', plan, bezoek.klok)
    const loopt = (getallen: readonly number[]): boolean =>
      getallen.every((getal, i) => getal > (i === 0 ? 0 : (getallen[i - 1] ?? 0)))
    if (!loopt(regels.kansen) || regels.kansen[4] > 100) return geweigerd({ code: 'kansen_niet_oplopend' })
    if (!loopt(regels.grenzenCent)) return geweigerd({ code: 'grenzen_niet_oplopend' })
    const nu = await findRisicoregels(tx, plan)
    if (nu.bevestigd && JSON.stringify(nu.regels) === JSON.stringify(regels))
      return gelukt({ volgnr: nu.volgnr })
    if (nu.volgnr !== gezien) return geweigerd({ code: 'intussen_gewijzigd' })
    const volgnr = nu.volgnr + 1
    await insertRisicoregels(tx, plan, volgnr, regels, { op, door: bezoek.wie?.account ?? null })
    await schrijfLogboek(tx, bezoek, 'risicoregel.stellen', `risicoregel ${plan}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ volgnr })
  })
