import { createHash } from 'node:crypto'
import type { Datum } from '#basis/datum.ts'
import type { Lezer, Tx } from '#basis/db.ts'
import { centen } from '#basis/geld.ts'
import { nieuwId } from '#basis/id.ts'
import { momentVan } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder } from '#grootboek/boekhouder.flow.ts'
import { beeldVan, type Verschilbeeld } from '#grootboek/inlezen/beeld.ts'
import { type Combinatie, findCombinaties, findGeldendeBij } from '#grootboek/inlezen/bronregel.store.ts'
import { type Doorgevoerd, voerDoor } from '#grootboek/inlezen/doorvoeren.flow.ts'
import { type Gewenst, type Huidig, telVerschil, type Verschil } from '#grootboek/inlezen/verschil.ts'
import {
  findFinancieringen,
  findKoppelregels,
  findKoppelstand,
  insertFinanciering,
  insertKoppelregels,
  type Regelversie,
} from '#grootboek/koppeling/koppeling.store.ts'
import {
  type Duiding,
  type Financiering,
  type Koppeling,
  maakKoppeling,
} from '#grootboek/koppeling/koppeling.ts'
import { botst, type Doel, type Koppelregel, type Voorwaarden } from '#grootboek/koppeling/koppelregel.ts'
import type { Ronde } from '#grootboek/ronde.flow.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** De koppeling veranderen, met wat er daardoor anders geboekt moet worden: samen vastgelegd, of geen van beide. */

export type NieuweRegel = Voorwaarden & Pick<Koppelregel, 'van' | 'tot'> & { doel: Doel }
export type Koppelwijziging = {
  erbij?: readonly NieuweRegel[] | undefined
  /** Regels die niet meer gelden, of nog tot en met een dag. */
  einde?: readonly { regel: string; tot: Koppelregel['tot'] }[] | undefined
  financiering?: readonly Financiering[] | undefined
}

export type Koppelweigering =
  | { code: 'mag_niet' }
  | { code: 'niets_gekozen' }
  | { code: 'regel_onbekend' }
  | { code: 'van_na_tot'; regel: NieuweRegel }
  | { code: 'geen_voorwaarde' }
  /** Er is al een regel die op dezelfde dag iets over precies hetzelfde zegt. */
  | { code: 'botst'; regel: NieuweRegel; met: Koppelregel }
  | { code: 'intussen_veranderd'; effect: Koppeleffect }

export type Koppeleffect = {
  beelden: readonly { administratie: string; beeld: Verschilbeeld }[]
  /** Afdruk van alles samen. */
  afdruk: string
}

type Uitgewerkt = {
  versies: Regelversie[]
  financiering: readonly Financiering[]
  stand: string
  delen: (Deel & { beeld: Verschilbeeld })[]
}
type Deel = {
  administratie: string
  programma: string
  verschil: Verschil
  huidig: Map<string, Huidig>
  duid: (huidig: Huidig) => Gewenst | undefined
}

export async function bekijkKoppeling(
  lezer: Lezer,
  wijziging: Koppelwijziging,
  nu: Date,
): Promise<Uitkomst<Koppeleffect, Koppelweigering>> {
  const uitgewerkt = await werkUit(lezer, wijziging, nu)
  return uitgewerkt.ok ? gelukt(effectVan(uitgewerkt.waarde)) : uitgewerkt
}

export type Gekoppeld = { regels: number; inlezingen: Doorgevoerd[] }

export async function wijzigKoppeling(
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  wijziging: Koppelwijziging,
  verwacht?: string | undefined,
): Promise<Uitkomst<Gekoppeld, Koppelweigering>> {
  if (!magBezoeker(bezoek, 'koppeling.beheren')) return geweigerd({ code: 'mag_niet' })
  return boekhouder.voerUit<Gekoppeld, Koppelweigering>(bezoek.db, bezoek.klok, {
    werk: async (ronde) => {
      const nu = bezoek.klok.nu()
      const uitgewerkt = await werkUit(ronde.tx, wijziging, nu)
      if (!uitgewerkt.ok) return uitgewerkt
      const effect = effectVan(uitgewerkt.waarde)
      if (verwacht !== undefined && effect.afdruk !== verwacht)
        return geweigerd({ code: 'intussen_veranderd', effect })
      return gelukt(await legVast(ronde, bezoek, uitgewerkt.waarde, nu))
    },
  })
}

async function legVast(ronde: Ronde, bezoek: Bezoek, werk: Uitgewerkt, nu: Date): Promise<Gekoppeld> {
  const door = bezoek.wie?.account ?? null
  const { versies, financiering } = werk
  const inlezingen: Doorgevoerd[] = []
  for (const { administratie, programma, verschil, huidig, duid } of werk.delen) {
    const dagen = [...verschil.omgehangen.map(({ was }) => was), ...verschil.weg]
      .map(({ regel }) => regel.datum)
      .toSorted()
    const [van, tot] = [dagen[0], dagen.at(-1)]
    if (van === undefined || tot === undefined) continue
    inlezingen.push(
      await voerDoor(ronde, {
        verschil,
        huidig,
        duid,
        door,
        nu,
        // Het nummer van de vorige administratie staat pas na deze ronde in de tabel.
        overslaan: inlezingen.length,
        inlezing: {
          soort: 'koppeling',
          afdruk: null,
          uitbreiding: null,
          vorm: null,
          programma,
          administratie,
          van,
          tot,
          invoersoorten: [],
          regels: 0,
          debet: centen(0),
          credit: centen(0),
          telling: telVerschil(verschil),
          rekeningen: [],
          bevindingen: [],
          koppelstand: werk.stand,
          ongedaan: null,
        },
      }),
    )
  }
  ronde.daarna(async (tx: Tx) => {
    if (versies.length > 0) await insertKoppelregels(tx, versies, door, momentVan(nu))
    for (const een of financiering) await insertFinanciering(tx, een, door, momentVan(nu))
    await schrijfLogboek(tx, bezoek, 'koppeling.beheren', `koppelregels ${versies.length}`)
  })
  return { regels: versies.length, inlezingen }
}

const effectVan = ({ delen, versies, financiering }: Uitgewerkt): Koppeleffect => {
  const hash = createHash('sha256')
  // De sleutel van een nieuwe regel is elke keer een andere; wat zij zegt niet.
  for (const { regel, ...rest } of versies) hash.update(JSON.stringify(rest))
  hash.update(JSON.stringify(financiering))
  for (const { administratie, beeld } of delen) hash.update(`${administratie} ${beeld.afdruk}`)
  const beelden = delen.map(({ administratie, beeld }) => ({ administratie, beeld }))
  return { beelden, afdruk: hash.digest('hex') }
}

async function werkUit(
  lezer: Lezer,
  wijziging: Koppelwijziging,
  nu: Date,
): Promise<Uitkomst<Uitgewerkt, Koppelweigering>> {
  const regels = await findKoppelregels(lezer)
  const versies = maakVersies(regels, wijziging, nu)
  if (!versies.ok) return versies
  const anders = new Set(versies.waarde.map(({ regel }) => regel))
  const blijft = regels.filter(({ regel }) => !anders.has(regel))
  const straks = [...blijft, ...versies.waarde.filter(({ vervallen }) => !vervallen)]
  for (const nieuw of versies.waarde) {
    const met = nieuw.vervallen ? undefined : straks.find((ander) => botst(nieuw, ander))
    if (met !== undefined) return geweigerd({ code: 'botst', regel: nieuw, met })
  }
  const financiering = wijziging.financiering ?? []
  const gewijzigd = new Set(financiering.map(({ programma, onderdeel }) => `${programma}:${onderdeel}`))
  const bestaand = (await findFinancieringen(lezer)).filter(
    ({ programma, onderdeel }) => !gewijzigd.has(`${programma}:${onderdeel}`),
  )
  if (versies.waarde.length + financiering.length === 0) return geweigerd({ code: 'niets_gekozen' })
  const koppeling = maakKoppeling(straks, [...bestaand, ...financiering])
  const delen = await zoekDelen(lezer, koppeling)
  return gelukt({
    versies: versies.waarde,
    financiering,
    stand: await findKoppelstand(lezer),
    delen: delen.map((deel) => ({ ...deel, beeld: beeldVan(deel.verschil, deel.administratie) })),
  })
}

function maakVersies(
  regels: readonly Koppelregel[],
  { erbij = [], einde = [] }: Koppelwijziging,
  nu: Date,
): Uitkomst<Regelversie[], Koppelweigering> {
  const versies: Regelversie[] = []
  for (const nieuw of erbij) {
    const { rekening, kostenplaats, project, van, tot } = nieuw
    if (rekening === null && kostenplaats === null && project === null)
      return geweigerd({ code: 'geen_voorwaarde' })
    if (van !== null && tot !== null && van > tot) return geweigerd({ code: 'van_na_tot', regel: nieuw })
    versies.push({ ...nieuw, regel: nieuwId(nu), versie: 1, vervallen: false })
  }
  for (const { regel, tot } of einde) {
    const was = regels.find((een) => een.regel === regel)
    if (was === undefined) return geweigerd({ code: 'regel_onbekend' })
    const { versie, ...rest } = was
    if (tot !== null && was.van !== null && was.van > tot)
      return geweigerd({ code: 'van_na_tot', regel: { ...rest, tot } })
    versies.push({ ...rest, versie: versie + 1, tot: tot ?? was.tot, vervallen: tot === null })
  }
  return gelukt(versies)
}

const tussen = (dag: Datum | null, { van, tot }: Combinatie): boolean =>
  dag !== null && van <= dag && dag <= tot

/** Kan een regel met deze codes door de nieuwe koppeling ergens anders terechtkomen? */
function kanVeranderen(combinatie: Combinatie, koppeling: Koppeling): boolean {
  const kandidaten = koppeling.kandidaten(combinatie)
  if (kandidaten.some(({ van, tot }) => tussen(van, combinatie) || tussen(tot, combinatie))) return true
  const duiding = koppeling.duid(combinatie, combinatie.van, combinatie.programma)
  return duiding.soort === 'hoort_niet' || duiding.tekst !== combinatie.doel
}

async function zoekDelen(lezer: Lezer, koppeling: Koppeling): Promise<Deel[]> {
  const geraakt = (await findCombinaties(lezer, false)).filter((een) => kanVeranderen(een, koppeling))
  const perAdministratie = Map.groupBy(geraakt, ({ administratie }) => administratie)
  const delen: Deel[] = []
  for (const [administratie, combinaties] of [...perAdministratie].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const duidRegel = ({ regel, doel }: Huidig): Duiding =>
      koppeling.duid({ ...regel, administratie }, regel.datum, doel.split(':', 1)[0] ?? '')
    const duid = (huidig: Huidig): Gewenst | undefined => {
      const duiding = duidRegel(huidig)
      return duiding.soort === 'boeken' ? { regel: huidig.regel, duiding } : undefined
    }
    const huidig = new Map<string, Huidig>()
    for (const { regel, doel, boeking } of await findGeldendeBij(lezer, administratie, combinaties))
      huidig.set(regel.sleutel, { regel, doel, boeking })
    const verschil = verschilDoorKoppeling(huidig, duid)
    if (verschil.omgehangen.length + verschil.weg.length === 0) continue
    delen.push({ administratie, programma: combinaties[0]?.programma ?? '', verschil, huidig, duid })
  }
  return delen
}

function verschilDoorKoppeling(
  huidig: ReadonlyMap<string, Huidig>,
  duid: (huidig: Huidig) => Gewenst | undefined,
): Verschil {
  const omgehangen: Verschil['omgehangen'][number][] = []
  const weg: Huidig[] = []
  let gelijk = 0
  for (const was of huidig.values()) {
    const wordt = duid(was)
    if (wordt === undefined) weg.push(was)
    else if (wordt.duiding.tekst === was.doel) gelijk++
    else omgehangen.push({ was, wordt })
  }
  return { nieuw: [], veranderd: [], omgehangen, weg, gelijk }
}
