import type { Lezer } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import {
  findMandaten,
  findPostsaldi,
  findTijdstip,
  findVerplichtingkoppen,
  type Tijdstip,
} from '#grootboek/deur.ts'
import { findWijzigingen } from '#programma/begrotingswijzigingen/begrotingswijzigingen.store.ts'
import { cijfersPerOnderdeel, type Takenvraag } from '#programma/budgethouder/taken.ts'
import { findPrognoses } from '#programma/prognose/prognose.store.ts'
import type { Bezoek } from '#toegang/deur.ts'

/** Alles wat de pagina van een budgethouder nodig heeft, op één moment gelezen. */
export async function findBudgethouderbeeld(
  lezer: Lezer,
  plan: string,
  jaar: number,
  { klok }: Pick<Bezoek, 'klok'>,
) {
  const tijd: Tijdstip = await findTijdstip(lezer, {})
  const posten = await findPostsaldi(lezer, tijd, { programma: plan })
  const open = new Map<string, number>()
  for (const { rekening, bedragCent } of posten)
    if (rekening.soort === 'verplicht')
      open.set(rekening.verplichting, (open.get(rekening.verplichting) ?? 0) + bedragCent)
  const vraag: Takenvraag = {
    jaar,
    vandaag: klok.vandaag(),
    cijfers: cijfersPerOnderdeel(posten, jaar),
    prognoses: await findPrognoses(lezer, plan, { jaar }),
    wijzigingen: await findWijzigingen(lezer, plan),
    verplichtingen: (await findVerplichtingkoppen(lezer, plan)).map(({ id, onderdeel, tot }) => ({
      id,
      onderdeel,
      tot,
      openCent: centen(open.get(id) ?? 0),
    })),
  }
  return { tijd, vraag, mandaten: await findMandaten(lezer, plan) }
}
