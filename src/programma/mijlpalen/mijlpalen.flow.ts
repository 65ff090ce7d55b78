import { meld, type Tx } from '#basis/db.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoek, Verzoekweigering } from '#grootboek/deur.ts'
import { type Melding, zelfdeMelding } from '#programma/mijlpalen/mijlpaal.ts'
import {
  findMijlpaalmeldingen,
  insertMijlpaalmelding,
  kentMijlpaal,
} from '#programma/mijlpalen/mijlpalen.store.ts'
import { beginVastlegging, gaatOver } from '#programma/vastleggen/vastleggen.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type NieuweMelding = Melding & {
  onderdeel: string
  mijlpaal: string
  /** Het volgnummer van de laatste melding die de melder zag; 0 als er nog geen was. */
  gezien: number
}

export type Mijlpaalweigering =
  | { code: 'mag_niet' }
  | { code: 'mijlpaal_onbekend' }
  | { code: 'intussen_gewijzigd'; volgnr: number }
  | { code: 'reden_ontbreekt' }
  | { code: 'verwacht_ontbreekt' }
  | { code: 'bereikt_ontbreekt' }
  | { code: 'bereikt_in_de_toekomst' }

type Gemeld = { nieuw: boolean; volgnr: number }
type Gekeurd = Gemeld & { bewaar: (tx: Tx) => Promise<void> }

/** Legt vast wat er nu van een mijlpaal verwacht wordt, dat zij bereikt is, of dat zij vervalt. */
export const meldMijlpaal = (
  bezoek: Bezoek,
  plan: string,
  nieuw: NieuweMelding,
): Promise<Uitkomst<Gemeld, Mijlpaalweigering>> =>
  bezoek.db.schrijf(async (tx) => {
    const gekeurd = await keurMelding(tx, bezoek, plan, nieuw)
    if (!gekeurd.ok) return gekeurd
    const { bewaar, ...gemeld } = gekeurd.waarde
    await bewaar(tx)
    if (gemeld.nieuw) await meld(tx, bezoek.db.schema)
    return gelukt(gemeld)
  })

/** Hetzelfde voor een verzoek met een sleutel: nog eens sturen geeft hetzelfde antwoord. */
export const meldMijlpaalEenKeer = (
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  plan: string,
  nieuw: NieuweMelding,
  verzoek: Verzoek,
): Promise<Uitkomst<Gemeld, Mijlpaalweigering | Verzoekweigering>> =>
  boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Uitkomst<Gemeld, Mijlpaalweigering>> => {
      const gekeurd = await keurMelding(ronde.tx, bezoek, plan, nieuw)
      if (!gekeurd.ok) return gekeurd
      const { bewaar, ...gemeld } = gekeurd.waarde
      if (gemeld.nieuw) ronde.daarna(bewaar)
      return gelukt(gemeld)
    },
  })

/** Neemt het slot, kiest het moment, en keurt; bewaren gebeurt pas als al het andere doorgaat. */
async function keurMelding(
  tx: Tx,
  bezoek: Bezoek,
  plan: string,
  { onderdeel, mijlpaal, gezien, ...melding }: NieuweMelding,
): Promise<Uitkomst<Gekeurd, Mijlpaalweigering>> {
  if (!magBezoeker(bezoek, 'mijlpaal.bijwerken')) return geweigerd({ code: 'mag_niet' })
  const op = await beginVastlegging(tx, 'mijlpaal', plan, bezoek.klok)
  if (!(await kentMijlpaal(tx, plan, onderdeel, mijlpaal))) return geweigerd({ code: 'mijlpaal_onbekend' })
  if (!(await gaatOver(tx, bezoek, plan, onderdeel))) return geweigerd({ code: 'mag_niet' })
  const bezwaar = bezwaarTegen(melding, bezoek)
  if (bezwaar !== undefined) return geweigerd({ code: bezwaar })
  const [laatste] = await findMijlpaalmeldingen(tx, plan, { onderdeel, mijlpaal })
  // Eerst dit: wie twee keer drukt, zag de eerste keer nog niet en hoort geen botsing te krijgen.
  if (laatste !== undefined && zelfdeMelding(laatste, melding))
    return gelukt({ nieuw: false, volgnr: laatste.volgnr, bewaar: async () => undefined })
  const volgnr = (laatste?.volgnr ?? 0) + 1
  if (volgnr !== gezien + 1) return geweigerd({ code: 'intussen_gewijzigd', volgnr: volgnr - 1 })
  const door = bezoek.wie?.account ?? null
  return gelukt({
    nieuw: true,
    volgnr,
    bewaar: async (schrijf) => {
      await insertMijlpaalmelding(schrijf, plan, { onderdeel, mijlpaal, volgnr }, melding, { op, door })
      await schrijfLogboek(schrijf, bezoek, 'mijlpaal.bijwerken', `mijlpaal ${plan} ${onderdeel} ${mijlpaal}`)
    },
  })
}

function bezwaarTegen(
  { fase, verwacht, letterlijk, bereiktOp, reden }: Melding,
  { klok }: Pick<Bezoek, 'klok'>,
): 'reden_ontbreekt' | 'verwacht_ontbreekt' | 'bereikt_ontbreekt' | 'bereikt_in_de_toekomst' | undefined {
  if (reden.trim() === '') return 'reden_ontbreekt'
  if (fase === 'verwacht' && verwacht === null && letterlijk === null) return 'verwacht_ontbreekt'
  if (fase === 'bereikt' && bereiktOp === null) return 'bereikt_ontbreekt'
  return bereiktOp !== null && bereiktOp > klok.vandaag() ? 'bereikt_in_de_toekomst' : undefined
}
