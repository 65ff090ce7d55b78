import { nieuwId } from '#basis/id.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/boekhouder.flow.ts'
import type { Periode } from '#grootboek/boeking.ts'
import type { Periodestand } from '#grootboek/journaal.store.ts'
import { findSluitpunten, insertPeriodestand } from '#grootboek/periode/periode.store.ts'
import { isInOrde, keurSluiten, type Sluitpunten, type Sluitweigering } from '#grootboek/periode/periode.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'
import { findOpenHeropening, insertVoorstel } from '#grootboek/voorstel/voorstel.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/**
 * Perioden sluiten en heropenen. Beide gaan achter hetzelfde slot als boeken: een boeking is er vóór het sluiten, of
 * wordt daarna geweigerd.
 */

export type Periodeweigering =
  | { code: 'mag_niet' }
  | { code: Sluitweigering }
  | { code: 'niet_in_orde'; punten: Sluitpunten }
  | { code: 'reden_ontbreekt' }
  | { code: 'is_open' }
  | { code: 'al_gevraagd'; voorstel: string }

type Sluiting = {
  periode: Periode
  naar: Exclude<Periodestand, 'open'>
  /** Sluit ook als de controlelijst niet in orde is. */
  toch: boolean
}

export function sluitPeriode(boekhouder: Boekhouder, bezoek: Bezoek, { periode, naar, toch }: Sluiting) {
  if (!magBezoeker(bezoek, 'periode.sluiten'))
    return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Uitkomst<{ periode: Periode }, Periodeweigering>> => {
      const nu = ronde.perioden.get(periode) ?? 'open'
      const weigering = keurSluiten(periode, nu, naar, bezoek.klok.vandaag())
      if (weigering !== undefined) return geweigerd({ code: weigering })
      const punten = await findSluitpunten(ronde.tx, periode)
      if (!toch && !isInOrde(punten)) return geweigerd({ code: 'niet_in_orde', punten })
      zetStand(ronde, bezoek, periode, naar, { door: bezoek.wie?.account ?? null, tweede: null, reden: null })
      return gelukt({ periode })
    },
  })
}

export type Zetters = { door: string | null; tweede: string | null; reden: string | null }

/** Zet de stand achter het slot; ook werk later in deze ronde houdt zich eraan. */
export function zetStand(
  ronde: Ronde,
  bezoek: Bezoek,
  periode: Periode,
  stand: Periodestand,
  wie: Zetters,
): void {
  ronde.zetPeriode(periode, stand)
  ronde.daarna(async (tx) => {
    await insertPeriodestand(tx, { periode, stand, ...wie, op: bezoek.klok.nu() })
    const handeling = stand === 'open' ? 'periode.heropenen' : 'periode.sluiten'
    await schrijfLogboek(tx, bezoek, handeling, `periode ${periode} ${stand}`)
  })
}

/** Vraagt om een gesloten periode weer te openen; dat gebeurt pas als een ander het goedkeurt. */
export function vraagHeropening(boekhouder: Boekhouder, bezoek: Bezoek, periode: Periode, reden: string) {
  if (!magBezoeker(bezoek, 'periode.heropenen'))
    return Promise.resolve(geweigerd({ code: 'mag_niet' as const }))
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    werk: async (ronde): Promise<Uitkomst<{ voorstel: string }, Periodeweigering>> => {
      if (reden.trim() === '') return geweigerd({ code: 'reden_ontbreekt' })
      if ((ronde.perioden.get(periode) ?? 'open') === 'open') return geweigerd({ code: 'is_open' })
      const open = await findOpenHeropening(ronde.tx, periode)
      if (open !== undefined) return geweigerd({ code: 'al_gevraagd', voorstel: open })
      const op = bezoek.klok.nu()
      const id = nieuwId(op)
      ronde.daarna(async (tx) => {
        await insertVoorstel(tx, {
          id,
          programma: null,
          onderdeel: null,
          bedragCent: null,
          inhoud: { soort: 'heropening', wat: { periode } },
          tekst: reden.trim(),
          door: bezoek.wie?.account ?? null,
          op,
        })
        await schrijfLogboek(tx, bezoek, 'periode.heropenen', `voorstel ${id}`)
      })
      return gelukt({ voorstel: id })
    },
  })
}
