import { meld, type Tx } from '#basis/db.ts'
import { type Moment, volgendMoment } from '#basis/moment.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Boekhouder, Verzoek, Verzoekweigering } from '#grootboek/deur.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { type Eigenaarbeeld, findEigenaarbeeld } from '#programma/uitvraag/eigenaar.store.ts'
import { eigenaarVan, magInvullen } from '#programma/uitvraag/eigenaar.ts'
import { findUitvragen } from '#programma/uitvraag/uitvraag.store.ts'
import { type Uitvraag, uitvraagVan } from '#programma/uitvraag/uitvraag.ts'
import { type Kwartaal, kwartaalsleutel } from '#programma/voortgang/kwartaal.ts'
import {
  findStandgegevens,
  type Standgegevens,
  voorstellenVoor,
} from '#programma/voortgang/standgegevens.store.ts'
import {
  findLaatsteMoment,
  findVersies,
  findVorigeVoortgang,
  insertVersies,
  lockVoortgang,
  type NieuweVersie,
} from '#programma/voortgang/voortgang.store.ts'
import {
  alsInvulling,
  beginVan,
  type Gemis,
  gemisVan,
  type Inhoud,
  type Invulling,
  inhoudVan,
  type Versie,
  type Voortgang,
  zelfdeInvulling,
} from '#programma/voortgang/voortgang.ts'
import { type Bezoek, magBezoeker, schrijfLogboek } from '#toegang/deur.ts'

/** Wat iemand over één onderdeel invulde, en na welke versie: wie intussen iets anders bewaarde, wordt niet overschreven. */
export type Invulopdracht = { onderdeel: string; gezien: number; invulling: Invulling; indienen: boolean }

/** Waarom er niets kan worden ingevuld. */
export type Invulweigering =
  | { code: 'mag_niet' }
  | { code: 'uitvraag_onbekend' }
  | { code: 'uitvraag_gesloten'; uitvraag: Uitvraag }

/** Waarom dit ene onderdeel niet ging. Bij `onvolledig` is de tekst wel als concept bewaard. */
export type Regelweigering =
  | { code: 'onderdeel_onbekend' }
  | { code: 'niet_van_u' }
  | { code: 'al_akkoord' }
  | { code: 'veranderd'; versie: Versie }
  | { code: 'onvolledig'; gemis: readonly Gemis[] }

export type Regeluitslag = { onderdeel: string } & (
  | { uitslag: 'ingediend' | 'bewaard' | 'gelijk'; volgnr: number }
  | { uitslag: 'geweigerd'; reden: Regelweigering }
)

type Uitslag = Uitkomst<Regeluitslag[], Invulweigering>
type Opdracht = { beeld: Planbeeld; kwartaal: Kwartaal; regels: readonly Invulopdracht[] }

/** Bewaart wat iemand invulde als concept, of dient het in. Elk onderdeel gaat voor zich: wat kan, gaat door. */
export const vulVoortgangIn = (bezoek: Bezoek, opdracht: Opdracht): Promise<Uitslag> =>
  bezoek.db.schrijf(async (tx): Promise<Uitslag> => {
    const werk = await bereidVoor(tx, bezoek, opdracht)
    if (!werk.ok) return werk
    await bewaar(tx, bezoek, opdracht, werk.waarde.nieuw)
    return gelukt(werk.waarde.uitslagen)
  })

export type Vastgelegd = { uitslag: 'ingediend' | 'bewaard' | 'gelijk'; volgnr: number }

/**
 * Eén onderdeel, voor een verzoek met een sleutel: nog eens sturen geeft hetzelfde antwoord. Wat niet kan worden
 * ingediend, wordt hier ook niet als concept bewaard: een ander programma heeft zijn tekst zelf nog.
 */
export const vulVoortgangEenKeerIn = (
  boekhouder: Boekhouder,
  bezoek: Bezoek,
  { regel, ...waarover }: Omit<Opdracht, 'regels'> & { regel: Invulopdracht },
  verzoek: Verzoek,
): Promise<Uitkomst<Vastgelegd, Invulweigering | Regelweigering | Verzoekweigering>> => {
  const opdracht: Opdracht = { ...waarover, regels: [regel] }
  return boekhouder.voerUit(bezoek.db, bezoek.klok, {
    verzoek,
    werk: async (ronde): Promise<Uitkomst<Vastgelegd, Invulweigering | Regelweigering>> => {
      const werk = await bereidVoor(ronde.tx, bezoek, opdracht)
      if (!werk.ok) return werk
      const [uitslag] = werk.waarde.uitslagen
      if (uitslag === undefined) throw new Error('één regel erin, geen regel eruit')
      if (uitslag.uitslag === 'geweigerd') return geweigerd(uitslag.reden)
      ronde.daarna((tx) => bewaar(tx, bezoek, opdracht, werk.waarde.nieuw))
      return gelukt({ uitslag: uitslag.uitslag, volgnr: uitslag.volgnr })
    },
  })
}

type Werk = { uitslagen: Regeluitslag[]; nieuw: NieuweVersie[] }

/** Neemt het slot, leest alles wat meetelt, en beslist per onderdeel. */
async function bereidVoor(
  tx: Tx,
  bezoek: Bezoek,
  { beeld, kwartaal, regels }: Opdracht,
): Promise<Uitkomst<Werk, Invulweigering>> {
  const { wie } = bezoek
  if (wie === undefined || !magBezoeker(bezoek, 'voortgang.invullen')) return geweigerd({ code: 'mag_niet' })
  const plan = beeld.plan.programma.id
  await lockVoortgang(tx, plan)
  const uitvraag = uitvraagVan(await findUitvragen(tx, plan), kwartaal)
  if (uitvraag === undefined) return geweigerd({ code: 'uitvraag_onbekend' })
  if (!uitvraag.open) return geweigerd({ code: 'uitvraag_gesloten', uitvraag })
  const vandaag = bezoek.klok.vandaag()
  const context: Context = {
    beeld,
    kwartaal,
    ik: wie,
    versies: Map.groupBy(await findVersies(tx, plan, kwartaal), ({ onderdeel }) => onderdeel),
    vorige: new Map((await findVorigeVoortgang(tx, plan, kwartaal)).map((een) => [een.onderdeel, een])),
    eigenaren: await findEigenaarbeeld(tx, plan, vandaag),
    gegevens: await findStandgegevens(tx, beeld.plan, kwartaal, vandaag),
    op: volgendMoment(await findLaatsteMoment(tx, plan), bezoek.klok.nu()),
  }
  const nieuw: NieuweVersie[] = []
  const uitslagen = regels.map((regel): Regeluitslag => {
    const { onderdeel } = regel
    const besluit = beslis(regel, context)
    if (besluit.versie !== undefined) nieuw.push(besluit.versie)
    return besluit.reden === undefined
      ? {
          onderdeel,
          uitslag: besluit.uitslag,
          volgnr: besluit.versie?.volgnr ?? volgnrVan(context, onderdeel),
        }
      : { onderdeel, uitslag: 'geweigerd', reden: besluit.reden }
  })
  return gelukt({ uitslagen, nieuw })
}

const volgnrVan = ({ versies }: Context, onderdeel: string): number =>
  versies.get(onderdeel)?.at(-1)?.volgnr ?? 0

type Context = {
  beeld: Planbeeld
  kwartaal: Kwartaal
  ik: { account: string; rollen: readonly string[] }
  versies: ReadonlyMap<string, readonly Versie[]>
  vorige: ReadonlyMap<string, Voortgang>
  eigenaren: Eigenaarbeeld
  gegevens: Standgegevens
  op: Moment
}

type Besluit = { versie?: NieuweVersie | undefined } & (
  | { uitslag: 'ingediend' | 'bewaard' | 'gelijk'; reden?: undefined }
  | { reden: Regelweigering }
)

function beslis({ onderdeel: id, gezien, invulling, indienen }: Invulopdracht, context: Context): Besluit {
  const { beeld, ik } = context
  const onderdeel = beeld.onderdeel.get(id)
  if (onderdeel === undefined || beeld.kinderen.has(id)) return { reden: { code: 'onderdeel_onbekend' } }
  if (!magInvullen(eigenaarVan(id, context.eigenaren), ik)) return { reden: { code: 'niet_van_u' } }
  const laatste = context.versies.get(id)?.at(-1)
  const inhoud = inhoudVan(invulling, voorstellenVoor(context.gegevens, onderdeel))
  const begin = laatste === undefined ? beginVan(context.vorige.get(id)) : alsInvulling(laatste)
  // Vergelijken zoals het bewaard zou worden: een keuze gelijk aan het voorstel is geen eigen keuze.
  const gelijk = zelfdeInvulling(invulling, begin) || zelfdeInvulling(alsInvulling(inhoud), begin)
  const isAl = gelijk && (!indienen || laatste?.fase === 'ingediend')
  if (isAl) return { uitslag: indienen ? 'ingediend' : 'gelijk' }
  if (laatste?.fase === 'akkoord') return gelijk ? { uitslag: 'gelijk' } : { reden: { code: 'al_akkoord' } }
  if (laatste !== undefined && laatste.volgnr !== gezien)
    return { reden: { code: 'veranderd', versie: laatste } }
  const gemis = indienen ? gemisVan(inhoud) : []
  const maak = (fase: 'concept' | 'ingediend') => maakVersie(id, inhoud, fase, laatste, context)
  if (gemis.length > 0)
    return { reden: { code: 'onvolledig', gemis }, versie: gelijk ? undefined : maak('concept') }
  return indienen
    ? { uitslag: 'ingediend', versie: maak('ingediend') }
    : { uitslag: 'bewaard', versie: maak('concept') }
}

const maakVersie = (
  onderdeel: string,
  inhoud: Inhoud,
  fase: 'concept' | 'ingediend',
  laatste: Versie | undefined,
  { kwartaal, op, ik }: Context,
): NieuweVersie => ({
  ...inhoud,
  ...kwartaal,
  onderdeel,
  fase,
  volgnr: (laatste?.volgnr ?? 0) + 1,
  // Wat er bij het terugsturen gevraagd werd, blijft te lezen zolang het concept is.
  opmerking: fase === 'concept' ? (laatste?.opmerking ?? null) : null,
  op,
  door: ik.account,
})

async function bewaar(
  tx: Tx,
  bezoek: Bezoek,
  { beeld, kwartaal }: Opdracht,
  nieuw: readonly NieuweVersie[],
): Promise<void> {
  if (nieuw.length === 0) return
  const plan = beeld.plan.programma.id
  await insertVersies(tx, plan, nieuw)
  await schrijfLogboek(tx, bezoek, 'voortgang.invullen', logregel(plan, kwartaal, nieuw))
  await meld(tx, bezoek.db.schema)
}

/** Waarover het ging. Wie wat in welke fase bracht, staat al bij elke versie. */
export const logregel = (plan: string, kwartaal: Kwartaal, nieuw: readonly NieuweVersie[]): string => {
  const [eerste, ...meer] = nieuw
  const wat = meer.length === 0 ? `${eerste?.onderdeel} ${eerste?.fase}` : `${nieuw.length} onderdelen`
  return `voortgang ${plan} ${kwartaalsleutel(kwartaal)} ${wat}`
}
