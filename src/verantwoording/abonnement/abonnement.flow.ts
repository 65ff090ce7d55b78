import { randomBytes } from 'node:crypto'
import type { Klok } from '#basis/datum.ts'
import type { GemeenteDb, Tx } from '#basis/db.ts'
import { nieuwId } from '#basis/id.ts'
import { type Moment, momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import { findPlankoppen, planvoorvoegsel } from '#programma/deur.ts'
import {
  type Adres,
  type Bezoek,
  isSleutel,
  legBerichtKlaar,
  magBezoeker,
  sleutelHash,
  trekBerichtenIn,
} from '#toegang/deur.ts'
import {
  type Abonnement,
  deleteAbonnement,
  deleteVerlopen,
  findBevestigde,
  insertAbonnement,
  isTeBevestigen,
  lockAbonnement,
  updateAangevraagd,
  updateBevestigd,
  updateGevraagd,
} from '#verantwoording/abonnement/abonnement.store.ts'
import { gaatErMail, verlooptOp } from '#verantwoording/abonnement/abonnement.ts'
import { alAbonneebrief, bevestigbrief, rapportbrief } from '#verantwoording/abonnement/teksten.ts'
import { rapportpad } from '#verantwoording/openbaarheid/rapporten.ts'

const nieuweSleutel = (): string => randomBytes(32).toString('base64url')

export const afmeldadres = ({ site, afmeldsleutel }: Pick<Abonnement, 'site' | 'afmeldsleutel'>): string =>
  `${site}/abonnement/afmelden/${afmeldsleutel}`

/** Vraagt een abonnement aan. Het antwoord is voor een bekend en een onbekend adres gelijk; alleen de mail verschilt. */
export function vraagAbonnementAan(
  bezoek: Bezoek,
  { adres, site }: { adres: Adres; site: string },
): Promise<Uitkomst<null, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'abonnement.nemen')) return geweigerd('mag_niet')
    const nu = bezoek.klok.nu()
    await deleteVerlopen(tx, nu)
    const [sleutel, id] = [nieuweSleutel(), nieuwId(nu)]
    const hash = sleutelHash(sleutel)
    const rij = { id, adres, site, afmeldsleutel: nieuweSleutel(), hash, gevraagdOp: nu }
    const isNieuw = await insertAbonnement(tx, { ...rij, verlooptOp: verlooptOp(nu) })
    if (isNieuw) await legBevestigingKlaar(bezoek, tx, { adres, site, sleutel }, nu)
    else await vraagNogEens(bezoek, tx, { adres, site, sleutel }, nu)
    return gelukt(null)
  })
}

type Vraag = { adres: Adres; site: string; sleutel: string }

async function vraagNogEens(bezoek: Bezoek, tx: Tx, vraag: Vraag, nu: Date): Promise<void> {
  const eerder = await lockAbonnement(tx, vraag.adres)
  if (eerder === undefined || !gaatErMail(eerder, nu)) return
  if (eerder.verlooptOp !== null) {
    const opnieuw = { hash: sleutelHash(vraag.sleutel), site: vraag.site, nu, verlooptOp: verlooptOp(nu) }
    await updateAangevraagd(tx, eerder.id, { ...opnieuw, keren: eerder.keren + 1 })
    return legBevestigingKlaar(bezoek, tx, vraag, nu)
  }
  await updateGevraagd(tx, eerder.id, nu)
  const afmelden = afmeldadres(eerder)
  await legBerichtKlaar(tx, {
    sleutel: `abonnement-bevestigen:${nieuwId(nu)}`,
    aan: { adres: eerder.adres },
    ...alAbonneebrief(bezoek.gemeente.naam, afmelden),
    afmelden,
    op: momentVan(nu),
  })
}

async function legBevestigingKlaar(bezoek: Bezoek, tx: Tx, vraag: Vraag, nu: Date): Promise<void> {
  const link = `${vraag.site}/abonnement/bevestigen/${vraag.sleutel}`
  await legBerichtKlaar(tx, {
    sleutel: `abonnement-bevestigen:${nieuwId(nu)}`,
    aan: { adres: vraag.adres },
    ...bevestigbrief(bezoek.gemeente.naam, link),
    op: momentVan(nu),
  })
}

/** Werkt deze link nog? Kijken bevestigt niets: een virusscanner opent elke link. */
export async function kanBevestigen(bezoek: Bezoek, sleutel: string): Promise<boolean> {
  if (!isSleutel(sleutel)) return false
  return bezoek.db.lees((lezer) => isTeBevestigen(lezer, sleutelHash(sleutel), bezoek.klok.nu()))
}

export function bevestigAbonnement(
  bezoek: Bezoek,
  sleutel: string,
): Promise<Uitkomst<null, 'mag_niet' | 'link_verlopen'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'abonnement.nemen')) return geweigerd('mag_niet')
    const gedaan = isSleutel(sleutel) && (await updateBevestigd(tx, sleutelHash(sleutel), bezoek.klok.nu()))
    return gedaan ? gelukt(null) : geweigerd('link_verlopen')
  })
}

/** Meldt af en wist het adres, ook uit berichten. Een sleutel die niet (meer) bestaat, is ook goed: het doel is bereikt. */
export function meldAf(bezoek: Bezoek, sleutel: string): Promise<Uitkomst<null, 'mag_niet'>> {
  return bezoek.db.schrijf(async (tx) => {
    if (!magBezoeker(bezoek, 'abonnement.nemen')) return geweigerd('mag_niet')
    const weg = isSleutel(sleutel) ? await deleteAbonnement(tx, sleutel) : undefined
    if (weg !== undefined) await trekBerichtenIn(tx, weg.adres, bezoek.klok.nu())
    return gelukt(null)
  })
}

/** Legt voor elke abonnee een bericht klaar; hetzelfde rapport nog eens melden doet niets. */
export async function meldNieuwRapport(
  tx: Tx,
  rapport: { plan: string; kenmerk: string; titel: string; op: Moment },
): Promise<number> {
  const kop = (await findPlankoppen(tx)).find(({ id }) => id === rapport.plan)
  const pad = rapportpad({ voor: kop === undefined ? '' : planvoorvoegsel(kop), kenmerk: rapport.kenmerk })
  let aantal = 0
  for (const abonnement of await findBevestigde(tx)) {
    const afmelden = afmeldadres(abonnement)
    const link = abonnement.site + pad
    const nieuw = await legBerichtKlaar(tx, {
      sleutel: `nieuw-rapport:${rapport.plan}:${rapport.kenmerk}:${abonnement.id}`,
      aan: { adres: abonnement.adres },
      ...rapportbrief({ titel: rapport.titel, link, afmelden }),
      afmelden,
      op: rapport.op,
    })
    if (nieuw) aantal++
  }
  return aantal
}

/** Wist aanvragen die niemand bevestigde. */
export const ruimAbonnementenOp = (db: GemeenteDb, klok: Klok): Promise<void> =>
  db.schrijf((tx) => deleteVerlopen(tx, klok.nu()))
