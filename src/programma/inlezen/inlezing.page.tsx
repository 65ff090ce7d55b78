import type { Context } from 'hono'
import { toonDatum } from '#basis/datum.ts'
import {
  type Bronregel,
  bekijkOngedaan,
  findBijlagen,
  findInlezing,
  findRegelsVan,
  type Inlezing,
  maakOngedaan,
  type Ongedaanweigering,
  type Verschilbeeld,
} from '#grootboek/deur.ts'
import { inlezingnaam } from '#programma/inlezen/inlezingnaam.ts'
import { ongedaanzin, plaatszin, SOORTNAAM } from '#programma/inlezen/teksten.ts'
import {
  Bevindingtabel,
  codenaam,
  Effecttabel,
  onderdeelnaam,
  Rekeningtabel,
  Telfeiten,
} from '#programma/inlezen/verschil.tsx'
import { leesPlanbezoek, type Planbezoek, Planpagina, type Programmakamer } from '#programma/planbezoek.tsx'
import { foutAntwoord, leesFormulier, type Omgeving, type Routes, toonMoment } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink, Knoppen } from '#ui/knop.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Eén inlezing: elke regel met haar plaats en haar boeking, en ongedaan maken. */

const PER_PAGINA = 100
const WEG = { titel: 'Deze inlezing is er niet', zin: 'Kijk in de geschiedenis bij Inlezen.' }

export function inlezingPagina(routes: Routes, kamer: Programmakamer): void {
  routes
    .get('invoer.lezen', '/inlezen/:nummer{[0-9]{1,9}}', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      const { van, inlezing } = gevonden
      const na = Math.max(0, Number(c.req.query('na') ?? 0) || 0)
      const [regels, bijlagen] = await van.bezoek.db.lees(async (lezer) => [
        await findRegelsVan(lezer, inlezing.nummer, na, PER_PAGINA + 1),
        await findBijlagen(lezer, inlezing.nummer),
      ])
      const { rekeningen = [], bevindingen = [] } = bijlagen ?? {}
      return c.html(<Inlezingpagina {...{ van, inlezing, regels, rekeningen, bevindingen }} />)
    })
    .get('invoer.inlezen', '/inlezen/:nummer{[0-9]{1,9}}/ongedaan', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      return toonOngedaan(c, gevonden.van, gevonden.inlezing)
    })
    .post('invoer.inlezen', '/inlezen/:nummer{[0-9]{1,9}}/ongedaan', async (c) => {
      const gevonden = await vind(c, kamer)
      if (gevonden instanceof Response) return gevonden
      const { van, inlezing } = gevonden
      const verwacht = (await leesFormulier(c))['verwacht'] ?? ''
      const { nummer } = inlezing
      const uitkomst = await maakOngedaan(kamer.boekhouder, van.bezoek, { nummer, verwacht })
      if (uitkomst.ok) return c.redirect(van.pad(`/inlezen/${uitkomst.waarde.nummer}`), 303)
      return toonOngedaan(c, van, inlezing, uitkomst.reden.code === 'intussen_veranderd')
    })
}

async function vind(
  c: Context<Omgeving>,
  kamer: Programmakamer,
): Promise<{ van: Planbezoek; inlezing: Inlezing } | Response> {
  const van = await leesPlanbezoek(c, kamer)
  if (van instanceof Response) return van
  const nummer = Number(c.req.param('nummer'))
  const inlezing = await van.bezoek.db.lees((lezer) => findInlezing(lezer, nummer))
  return inlezing === undefined ? foutAntwoord(c, 'niet_gevonden', WEG) : { van, inlezing }
}

async function toonOngedaan(
  c: Context<Omgeving>,
  van: Planbezoek,
  inlezing: Inlezing,
  ingehaald = false,
): Promise<Response> {
  const gezien = await van.bezoek.db.lees((lezer) => bekijkOngedaan(lezer, inlezing.nummer))
  if (gezien.ok)
    return c.html(
      <Ongedaanpagina van={van} inlezing={inlezing} beeld={gezien.waarde} ingehaald={ingehaald} />,
      ingehaald ? 409 : 200,
    )
  const reden = gezien.reden as Exclude<Ongedaanweigering, { code: 'intussen_veranderd' }>
  return foutAntwoord(c, 'kan_nu_niet', { titel: 'Dit is niet ongedaan te maken', zin: ongedaanzin(reden) })
}

const kruimelsVan = (van: Planbezoek) => [
  { tekst: 'Werk', href: van.pad('/werk') },
  { tekst: 'Inlezen', href: van.pad('/inlezen') },
]

type Inlezingprops = {
  van: Planbezoek
  inlezing: Inlezing
  regels: readonly Bronregel[]
  rekeningen: Parameters<typeof Rekeningtabel>[0]['rekeningen']
  bevindingen: Parameters<typeof Bevindingtabel>[0]['bevindingen']
}

function Inlezingpagina(props: Inlezingprops) {
  const { van, inlezing, regels, rekeningen, bevindingen } = props
  const { nummer, administratie, telling, soort, teruggedraaid, op } = inlezing
  const titel = `Inlezing ${nummer}`
  const kanTerug = soort === 'bestand' && teruggedraaid === null && van.mag('invoer.inlezen')
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)}>
      <Paginakop
        titel={titel}
        lead={`${inlezingnaam(inlezing)}, administratie ${administratie}, van ${toonDatum(inlezing.van)} tot en met ${toonDatum(inlezing.tot)}. Vastgelegd op ${toonMoment(op)}.`}
        acties={
          kanTerug ? (
            <KnopLink href={van.pad(`/inlezen/${nummer}/ongedaan`)}>Ongedaan maken</KnopLink>
          ) : undefined
        }
      />
      {teruggedraaid !== null && (
        <Melding soort="let-op" titel="Deze inlezing is ongedaan gemaakt">
          <Link href={van.pad(`/inlezen/${teruggedraaid}`)}>Naar inlezing {String(teruggedraaid)}</Link>
        </Melding>
      )}
      <Telfeiten beeld={{ telling, afdruk: '', effecten: [], onbekend: [], grootste: [] }} />
      <Regels {...props} regels={regels} />
      {rekeningen.length > 0 && (
        <Sectie kop="Aansluiting">
          <Rekeningtabel rekeningen={rekeningen} />
        </Sectie>
      )}
      {bevindingen.length > 0 && (
        <Meer kop="Opgevallen bij het lezen">
          <Bevindingtabel bevindingen={bevindingen} />
        </Meer>
      )}
      {inlezing.afdruk !== null && (
        <Alinea klein>Afdruk van het bestand (SHA-256): {inlezing.afdruk.slice(0, 16)}…</Alinea>
      )}
    </Planpagina>
  )
}

const doelnaam = (van: Planbezoek, { doel, weg }: Bronregel): string => {
  const [programma = '', onderdeel = '-'] = doel.split(':', 2)
  const naam = onderdeelnaam(van, programma, onderdeel === '-' ? null : onderdeel)
  return weg ? `${naam} (verdwenen)` : naam
}

function Regels({ van, inlezing, regels }: Inlezingprops) {
  const hier = regels.slice(0, PER_PAGINA)
  const laatste = hier.at(-1)?.nr
  return (
    <Sectie
      kop="Regels"
      onder="Elke regel met haar plaats in het bestand, waar zij bij het inlezen bij hoorde, en haar boeking. Wat later is gekoppeld, staat bij de boekingen."
    >
      <Tabel
        bijschrift="Regels van deze inlezing"
        bijschriftVerborgen
        rijen={hier}
        toonRij={({ weg }) => (weg ? 'stil' : undefined)}
        smal="stapel"
        kolommen={[
          { sleutel: 'plaats', kop: 'Plaats', cel: ({ regel }) => plaatszin(regel.plaats) },
          { sleutel: 'datum', kop: 'Datum', cel: ({ regel }) => toonDatum(regel.datum) },
          { sleutel: 'soort', kop: 'Wat', cel: ({ regel }) => SOORTNAAM[regel.soort] },
          { sleutel: 'code', kop: 'Staat op', cel: ({ regel }) => codenaam(regel) },
          { sleutel: 'doel', kop: 'Hoorde toen bij', cel: (rij) => doelnaam(van, rij) },
          { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ regel }) => regel.bedragCent },
          {
            sleutel: 'boeking',
            kop: 'Boeking',
            cel: ({ boeking }) => (boeking === null ? 'niet geboekt' : String(boeking)),
            href: ({ boeking }) => (boeking === null ? undefined : van.pad(`/boekingen/${boeking}`)),
          },
        ]}
      />
      {regels.length > PER_PAGINA && laatste !== undefined && (
        <Knoppen>
          <KnopLink href={van.pad(`/inlezen/${inlezing.nummer}`, { na: laatste })}>Volgende regels</KnopLink>
        </Knoppen>
      )}
    </Sectie>
  )
}

function Ongedaanpagina(props: {
  van: Planbezoek
  inlezing: Inlezing
  beeld: Verschilbeeld
  ingehaald: boolean
}) {
  const { van, inlezing, beeld, ingehaald } = props
  const titel = `Inlezing ${inlezing.nummer} ongedaan maken`
  return (
    <Planpagina van={van} titel={titel} kruimels={kruimelsVan(van)} fout={ingehaald}>
      <Paginakop
        titel={titel}
        lead="Alles wat deze inlezing veranderde, komt weer zoals het ervoor stond. Er verdwijnt niets: elke boeking krijgt een tegenboeking."
      />
      {ingehaald && (
        <Melding soort="let-op" titel="Er is intussen iets veranderd" antwoord>
          Er is niets gedaan. Hieronder staat wat er nu zou veranderen.
        </Melding>
      )}
      <Effecttabel van={van} beeld={beeld} />
      <Formulier
        actie={van.pad(`/inlezen/${inlezing.nummer}/ongedaan`)}
        naam="Ongedaan maken"
        verborgen={{ verwacht: beeld.afdruk }}
      >
        <Knoppen>
          <Knop soort="gevaar">Maak ongedaan</Knop>
          <KnopLink href={van.pad(`/inlezen/${inlezing.nummer}`)}>Toch niet</KnopLink>
        </Knoppen>
      </Formulier>
    </Planpagina>
  )
}
