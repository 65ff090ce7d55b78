import type { Context } from 'hono'
import { telwoord } from '#basis/tekst.ts'
import {
  bekijkKoppeling,
  type Koppeleffect,
  type Koppelweigering,
  type Koppelwijziging,
  wijzigKoppeling,
} from '#grootboek/deur.ts'
import { Effecttabel } from '#programma/inlezen/verschil.tsx'
import { Heen, leesKoppelformulier, type Plankader } from '#programma/koppeling/koppelformulier.ts'
import type { Ingevuld } from '#programma/koppeling/koppeling.page.tsx'
import { Nieuweregel } from '#programma/koppeling/koppelvelden.tsx'
import { doelzin, geldigzin, koppelzin, verdeelzin, voorwaardezin } from '#programma/koppeling/teksten.ts'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import {
  foutAntwoord,
  leesFormulier,
  leesWaarden,
  type Omgeving,
  type Routes,
  werkPad,
} from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat een andere koppeling verandert, in euro; daarna vastleggen. */

type ToonWachtrij = (c: Context<Omgeving>, van: Planbezoek, ingevuld: Ingevuld) => Promise<Response>

export const kaderVan = (van: Planbezoek): Plankader => ({
  programma: van.kop.id,
  onderdelen: new Set(van.beeld.plan.onderdelen.map(({ id }) => id)),
  bronnen: new Set(van.beeld.plan.bronnen.map(({ id }) => id)),
})

export function effectPagina(routes: Routes, kamer: Programmakamer, toonWachtrij: ToonWachtrij): void {
  routes
    .post('koppeling.beheren', '/koppeling/effect', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const velden = await leesFormulier(c)
      const kies = await leesWaarden(c, 'kies')
      const gelezen = leesKoppelformulier(velden, kies, kaderVan(van))
      if (!gelezen.ok) return toonFouten(c, van, { velden, kies, fouten: gelezen.reden }, toonWachtrij)
      return toonEffect(c, van, gelezen.waarde, { velden, kies, fouten: [] }, toonWachtrij)
    })
    .post('koppeling.beheren', '/koppeling', async (c) => {
      const van = await leesPlanbezoek(c, kamer)
      if (van instanceof Response) return van
      const velden = await leesFormulier(c)
      const wijziging = leesHeen(velden['wijziging'])
      if (wijziging === undefined) return foutAntwoord(c, 'verzoek_onleesbaar')
      const { bij, verwacht = '' } = velden
      const naar = van.pad('/koppeling', { bij, klaar: 'ja' })
      if (Number(velden['regels']) > METEEN_TM) {
        const gestart = startKoppelen(kamer, van, wijziging, verwacht, naar)
        if (gestart !== undefined) return c.redirect(werkPad(gestart), 303)
      }
      const uitkomst = await wijzigKoppeling(kamer.boekhouder, van.bezoek, wijziging, verwacht)
      if (uitkomst.ok) return c.redirect(naar, 303)
      const { reden } = uitkomst
      if (reden.code === 'intussen_veranderd') {
        const scherm = { van, wijziging, effect: reden.effect, bij, ingehaald: true }
        return c.html(<Effectscherm {...scherm} />, 409)
      }
      return weiger(c, van, reden, { velden, kies: [], fouten: [] }, toonWachtrij)
    })
}

/** Zoveel geboekte regels gaan binnen een verzoek; meer gaat op de achtergrond, met voortgang. */
const METEEN_TM = 1_000

function startKoppelen(
  kamer: Programmakamer,
  van: Planbezoek,
  wijziging: Koppelwijziging,
  verwacht: string,
  naar: string,
): string | undefined {
  const { bezoek, pad, beeld } = van
  const { gemeente, wie } = bezoek
  const gestart = kamer.werk.start(
    gemeente.code,
    wie?.account ?? '',
    'Koppeling vastleggen',
    async (meld) => {
      meld({ gedaan: 0, stap: 'Omboeken' })
      const uitkomst = await wijzigKoppeling(kamer.boekhouder, bezoek, wijziging, verwacht)
      if (uitkomst.ok) {
        const boekingen = uitkomst.waarde.inlezingen.reduce((op, een) => op + een.boekingen, 0)
        const zin = `Vastgelegd met ${telwoord(boekingen, 'boeking', 'boekingen')}.`
        return { goed: true, zin, naar: { tekst: 'Terug naar de koppeling', href: naar } }
      }
      const { reden } = uitkomst
      const zin =
        reden.code === 'intussen_veranderd'
          ? 'Er is niets vastgelegd: er is intussen iets veranderd. Bekijk het effect opnieuw.'
          : koppelzin(beeld, reden)
      return { goed: false, zin, naar: { tekst: 'Terug naar de koppeling', href: pad('/koppeling') } }
    },
  )
  return gestart.ok ? gestart.waarde : undefined
}

function leesHeen(tekst: string | undefined): Koppelwijziging | undefined {
  try {
    const gelezen = Heen.safeParse(JSON.parse(tekst ?? ''))
    return gelezen.success ? gelezen.data : undefined
  } catch {
    return undefined
  }
}

async function toonEffect(
  c: Context<Omgeving>,
  van: Planbezoek,
  wijziging: Koppelwijziging,
  ingevuld: Ingevuld,
  toonWachtrij: ToonWachtrij,
): Promise<Response> {
  const { db, klok } = van.bezoek
  const effect = await db.lees((lezer) => bekijkKoppeling(lezer, wijziging, klok.nu()))
  if (!effect.ok) return weiger(c, van, effect.reden, ingevuld, toonWachtrij)
  const scherm = { van, wijziging, effect: effect.waarde, bij: ingevuld.velden['bij'], ingehaald: false }
  return c.html(<Effectscherm {...scherm} />)
}

function weiger(
  c: Context<Omgeving>,
  van: Planbezoek,
  reden: Koppelweigering,
  ingevuld: Ingevuld,
  toonWachtrij: ToonWachtrij,
): Response | Promise<Response> {
  if (reden.code === 'intussen_veranderd') return foutAntwoord(c, 'kan_nu_niet')
  if (reden.code === 'mag_niet') return foutAntwoord(c, 'mag_niet')
  const fouten = [{ veld: 'kies', tekst: koppelzin(van.beeld, reden) }]
  return toonFouten(c, van, { ...ingevuld, fouten }, toonWachtrij)
}

/** De fouten bij het formulier waar zij vandaan komen, met wat iemand al invulde. */
function toonFouten(
  c: Context<Omgeving>,
  van: Planbezoek,
  ingevuld: Ingevuld,
  toonWachtrij: ToonWachtrij,
): Response | Promise<Response> {
  const { velden, fouten } = ingevuld
  if (velden['nieuw'] !== undefined)
    return c.html(<Nieuweregel van={van} velden={velden} fouten={fouten} />, 400)
  if (velden['regel'] === undefined && velden['verdeling'] === undefined)
    return toonWachtrij(c, van, ingevuld)
  const zin = `Er is niets veranderd. Ga terug. ${fouten.map(({ tekst }) => tekst).join(' ')}`
  return foutAntwoord(c, 'verzoek_onleesbaar', { titel: 'Dit klopt nog niet', zin })
}

type Effectprops = {
  van: Planbezoek
  wijziging: Koppelwijziging
  effect: Koppeleffect
  bij: string | undefined
  ingehaald: boolean
}

function Effectscherm(props: Effectprops) {
  const { van, wijziging, effect, bij, ingehaald } = props
  const titel = 'Wat deze koppeling verandert'
  const regels = effect.beelden.reduce(
    (op, { beeld }) => op + beeld.telling.omgehangen + beeld.telling.weg,
    0,
  )
  return (
    <Planpagina
      van={van}
      titel={titel}
      kruimels={[
        { tekst: 'Werk', href: van.pad('/werk') },
        { tekst: 'Koppeling', href: van.pad('/koppeling') },
      ]}
      fout={ingehaald}
    >
      <Paginakop
        titel={titel}
        lead={
          regels === 0
            ? 'Er is nog niets vastgelegd. Van wat al geboekt is, verandert er niets; het geldt voor wat er nog komt.'
            : `Er is nog niets vastgelegd. ${telwoord(regels, 'geboekte regel komt', 'geboekte regels komen')} ergens anders te staan.`
        }
      />
      {ingehaald && (
        <Melding soort="let-op" titel="Er is intussen iets veranderd" antwoord>
          Er is niets vastgelegd en niets verloren. Hieronder staat wat er nu verandert.
        </Melding>
      )}
      <Wijzigingtabellen van={van} wijziging={wijziging} />
      {effect.beelden.map(({ administratie, beeld }) => (
        <Sectie kop={effect.beelden.length === 1 ? 'In euro' : `In euro, administratie ${administratie}`}>
          <Effecttabel van={van} beeld={beeld} bijschrift={`Wat er verandert, ${administratie}`} />
        </Sectie>
      ))}
      <Formulier
        actie={van.pad('/koppeling')}
        naam="Koppeling vastleggen"
        verborgen={{
          wijziging: JSON.stringify(wijziging),
          verwacht: effect.afdruk,
          regels: String(regels),
          ...(bij === undefined ? {} : { bij }),
        }}
      >
        <Knoppen>
          <Knop>Leg dit vast</Knop>
          <KnopLink href={van.pad('/koppeling', { bij })}>Toch niet</KnopLink>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}

function Wijzigingtabellen(props: { van: Planbezoek; wijziging: Koppelwijziging }) {
  const { van, wijziging } = props
  const { erbij = [], einde = [], financiering = [] } = wijziging
  return (
    <>
      {erbij.length > 0 && (
        <Tabel
          bijschrift="Nieuwe regels"
          rijen={erbij}
          kolommen={[
            { sleutel: 'wat', kop: 'Wat staat op', cel: voorwaardezin },
            { sleutel: 'doel', kop: 'Hoort bij', cel: ({ doel }) => doelzin(van.beeld, doel) },
            {
              sleutel: 'bron',
              kop: 'Betaald uit',
              cel: ({ doel }) => (doel.soort === 'onderdeel' ? verdeelzin(van.beeld, doel.bron) : ''),
            },
            { sleutel: 'geldt', kop: 'Geldt', cel: geldigzin },
          ]}
        />
      )}
      {einde.length > 0 && (
        <Alinea>
          {einde.map(({ tot }) =>
            tot === null
              ? 'De regel vervalt, ook voor wat al geboekt is.'
              : `De regel geldt ${geldigzin({ van: null, tot })}.`,
          )}
        </Alinea>
      )}
      {financiering.map(({ onderdeel, volgorde }) => (
        <Alinea>
          {van.beeld.onderdeel.get(onderdeel)?.titel ?? onderdeel} wordt betaald uit:{' '}
          {verdeelzin(van.beeld, volgorde)}.
        </Alinea>
      ))}
    </>
  )
}
