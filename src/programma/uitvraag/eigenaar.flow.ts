import { meld } from '#basis/db.ts'
import { volgendMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { findEigenaarbeeld, insertAanwijzing } from '#programma/uitvraag/eigenaar.store.ts'
import type { Aanwijzing } from '#programma/uitvraag/eigenaar.ts'
import { findLaatsteMoment, lockVoortgang } from '#programma/voortgang/voortgang.store.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

export type Aanwijsweigering =
  | { code: 'mag_niet' }
  | { code: 'onderdeel_onbekend' }
  | { code: 'persoon_onbekend' }
  | { code: 'veranderd'; aanwijzing: Aanwijzing }

type Uitslag = Uitkomst<{ veranderd: boolean }, Aanwijsweigering>

/** Wijst iemand aan; `account: null` is dat wie het deed, weg is. */
export const wijsEigenaarAan = (
  bezoek: Bezoek,
  beeld: Pick<Planbeeld, 'plan' | 'onderdeel' | 'kinderen'>,
  { onderdeel, account, gezien }: { onderdeel: string; account: string | null; gezien: number },
): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    if (!magBezoeker(bezoek, 'voortgang.beheren')) return geweigerd({ code: 'mag_niet' })
    if (!beeld.onderdeel.has(onderdeel) || beeld.kinderen.has(onderdeel))
      return geweigerd({ code: 'onderdeel_onbekend' })
    const plan = beeld.plan.programma.id
    await lockVoortgang(tx, plan)
    const { aanwijzingen, invullers } = await findEigenaarbeeld(tx, plan, bezoek.klok.vandaag())
    const nu = aanwijzingen.get(onderdeel)
    if (account !== null && !invullers.has(account)) return geweigerd({ code: 'persoon_onbekend' })
    if (nu !== undefined && nu.account === account) return gelukt({ veranderd: false })
    if (nu !== undefined && nu.volgnr !== gezien) return geweigerd({ code: 'veranderd', aanwijzing: nu })
    const op = volgendMoment(await findLaatsteMoment(tx, plan), bezoek.klok.nu())
    const door = bezoek.wie?.account ?? null
    await insertAanwijzing(tx, plan, { onderdeel, volgnr: (nu?.volgnr ?? 0) + 1, account, op, door })
    await schrijfLogboek(tx, bezoek, 'voortgang.beheren', `eigenaar ${plan} ${onderdeel}`)
    await meld(tx, bezoek.db.schema)
    return gelukt({ veranderd: true })
  })
