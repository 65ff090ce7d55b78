import type { Datum } from '#basis/datum.ts'
import type { Lezer } from '#basis/db.ts'
import { momentVan } from '#basis/moment.ts'
import type { Boeking, Boekopdracht, Grondslag } from '#grootboek/boeking.ts'
import { ruimte, spiegel } from '#grootboek/gebeurtenissen.ts'
import { type Boekplan, boekregels, type Groep, maakBoekplan } from '#grootboek/inlezen/boekplan.ts'
import { findGespiegeld, insertBronregels, type NieuweBronregel } from '#grootboek/inlezen/bronregel.store.ts'
import { findVolgendNummer, insertInlezing, type NieuweInlezing } from '#grootboek/inlezen/inlezing.store.ts'
import type { Gewenst, Huidig, Verschil } from '#grootboek/inlezen/verschil.ts'
import { findBoekingen } from '#grootboek/journaal.store.ts'
import { openDag } from '#grootboek/periode/uitwijken.ts'
import type { Rekening } from '#grootboek/rekening.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'

/**
 * Voert een verschil door binnen een ronde van de boekhouder: eerst de spiegels, dan de nieuwe boekingen, en bij elke
 * regel het nummer van haar boeking. Een feit wordt nooit geweigerd: is zijn periode dicht, dan staat het in de eerste
 * open periode met erbij over welke periode het gaat.
 */

export type Doorvoer = {
  verschil: Verschil
  huidig: ReadonlyMap<string, Huidig>
  duid: (huidig: Huidig) => Gewenst | undefined
  inlezing: Omit<NieuweInlezing, 'nummer' | 'op' | 'door'>
  /** Nummers die dit werk in dezelfde ronde al gebruikte. */
  overslaan?: number
  door: string | null
  nu: Date
}

export type Doorgevoerd = {
  nummer: number
  /** Hoeveel boekingen er bij kwamen, spiegels meegeteld. */
  boekingen: number
  spiegels: number
  eerste: number | null
  laatste: number | null
}

export async function voerDoor(ronde: Ronde, doorvoer: Doorvoer): Promise<Doorgevoerd> {
  const plan = maakBoekplan(doorvoer.verschil, doorvoer.huidig, doorvoer.duid)
  const nummer = (await findVolgendNummer(ronde.tx)) + (doorvoer.overslaan ?? 0)
  const boeker = maakBoeker(ronde, { soort: 'inlezing', kenmerk: String(nummer) }, doorvoer.door)
  const spiegels = await boekSpiegels(ronde, boeker, plan.spiegel)
  await laadWatervallen(ronde, plan)
  const regels: NieuweBronregel[] = []
  for (const groep of plan.groepen) {
    const boeking = boekGroep(ronde, boeker, groep)
    for (const { regel, duiding } of groep.regels)
      regels.push({ regel, doel: duiding.tekst, koppelregel: duiding.regel, weg: false, boeking })
  }
  for (const { regel, doel, boeking } of plan.weg)
    regels.push({
      regel,
      doel,
      koppelregel: null,
      weg: true,
      boeking: boeking === null ? null : (spiegels.get(boeking) ?? null),
    })
  const op = momentVan(doorvoer.nu)
  ronde.daarna(async (tx) => {
    await insertInlezing(tx, { ...doorvoer.inlezing, nummer, op, door: doorvoer.door })
    await insertBronregels(tx, nummer, regels)
  })
  return {
    nummer,
    boekingen: boeker.aantal(),
    spiegels: spiegels.size,
    eerste: boeker.eerste(),
    laatste: boeker.laatste(),
  }
}

type Boeker = ReturnType<typeof maakBoeker>

function maakBoeker(ronde: Ronde, grondslag: Grondslag, door: string | null) {
  let [aantal, eerste, laatste]: [number, number | null, number | null] = [0, null, null]
  return {
    aantal: () => aantal,
    eerste: () => eerste,
    laatste: () => laatste,
    boek(dag: Datum, wat: Pick<Boekopdracht, 'soort' | 'regels' | 'corrigeert' | 'betreft'>): Boeking {
      const open = openDag(ronde, dag, true)
      const geboekt = ronde.boek({ ...wat, ...open, betreft: wat.betreft ?? open.betreft, grondslag, door })
      // Wat hier geweigerd wordt, is een fout van ons en geen feit uit het bestand.
      if (!geboekt.ok) throw new Error(`inlezen kan niet boeken: ${geboekt.reden.code}`)
      aantal++
      eerste ??= geboekt.waarde.nr
      laatste = geboekt.waarde.nr
      return geboekt.waarde
    },
  }
}

const PER_KEER = 5_000

/** Het nummer van elke spiegel, op het nummer van wat zij terugdraait. */
async function boekSpiegels(
  ronde: Ronde,
  boeker: Boeker,
  nummers: readonly number[],
): Promise<Map<number, number>> {
  const gespiegeld = new Map<number, number>()
  for (let van = 0; van < nummers.length; van += PER_KEER)
    for (const was of await findNogTeSpiegelen(ronde.tx, nummers.slice(van, van + PER_KEER))) {
      const regels = spiegel(was)
      const { soort, nr, betreft } = was
      gespiegeld.set(nr, boeker.boek(was.geldigOp, { soort, regels, corrigeert: nr, betreft }).nr)
    }
  return gespiegeld
}

/** Wat iemand met de hand al terugdraaide, draait een bestand niet nog eens terug. */
async function findNogTeSpiegelen(lezer: Lezer, nummers: readonly number[]): Promise<Boeking[]> {
  const gespiegeld = await findGespiegeld(lezer, nummers)
  return findBoekingen(
    lezer,
    nummers.filter((nr) => !gespiegeld.has(nr)),
  )
}

/** De ruimte van elke bron waar een waterval langs kan lopen. */
async function laadWatervallen(ronde: Ronde, { groepen }: Boekplan): Promise<void> {
  const rekeningen = new Map<string, Rekening>()
  for (const { regels } of groepen) {
    const eerste = regels[0]
    if (eerste?.duiding.doel.verdeling.soort !== 'waterval') continue
    const { programma, onderdeel, verdeling } = eerste.duiding.doel
    for (const bron of verdeling.bronnen)
      rekeningen.set(
        `${programma}:${bron}:${onderdeel}:${eerste.regel.jaar}`,
        ruimte({ programma, bron, onderdeel, jaar: eerste.regel.jaar }),
      )
  }
  if (rekeningen.size > 0) await ronde.laadSaldi([...rekeningen.values()])
}

function boekGroep(ronde: Ronde, boeker: Boeker, groep: Groep): number | null {
  const regels = boekregels(groep, ({ programma, onderdeel }, jaar, bron) =>
    ronde.saldo(ruimte({ programma, bron, onderdeel, jaar })),
  )
  const eerste = groep.regels[0]
  if (eerste === undefined || regels.length === 0) return null
  const { regel, duiding } = eerste
  const soort =
    duiding.doel.ontvangst !== null
      ? 'ontvangst'
      : regel.soort === 'verplichting'
        ? 'verplichting'
        : 'realisatie'
  return boeker.boek(eerste.regel.datum, { soort, regels }).nr
}
