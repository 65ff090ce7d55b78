import type { Context } from 'hono'
import { findKop, findTijdstip, type Tijdstip } from '#grootboek/deur.ts'
import { andereKeuzes } from '#programma/begroting/filtervelden.tsx'
import {
  keurTijdstip,
  leesTijdkeuze,
  standzin,
  TIJDVELDEN,
  type Tijdkeuze,
} from '#programma/begroting/tijdkeuze.ts'
import {
  formulierNaar,
  leesPlanbezoek,
  type Planbezoek,
  type Programmakamer,
} from '#programma/planbezoek.tsx'
import { foutAntwoord, type Omgeving } from '#toegang/deur.ts'
import { Formulier } from '#ui/formulier.tsx'
import { Knop, KnopLink } from '#ui/knop.tsx'
import { TekstVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

/** Een bezoek aan een pagina met geld: het plan, en het moment waarop naar het grootboek wordt gekeken. */
export type Geldbezoek = Planbezoek & {
  tijd: Tijdstip
  keuze: Tijdkeuze
  /** Adres binnen dit plan dat dezelfde twee tijden houdt; zo blijft elk bedrag op te zoeken zoals het er toen stond. */
  geldpad: Planbezoek['pad']
}

/** Leest plan en tijden; een tijd die niet te lezen is, geeft een pagina die zegt wat er dan wel moet staan. */
export async function leesGeldbezoek(
  c: Context<Omgeving>,
  kamer: Programmakamer,
): Promise<Geldbezoek | Response> {
  const van = await leesPlanbezoek(c, kamer)
  return van instanceof Response ? van : metTijd(c, van)
}

/** Hetzelfde voor wie het planbezoek al heeft. */
export async function metTijd(c: Context<Omgeving>, van: Planbezoek): Promise<Geldbezoek | Response> {
  const gelezen = leesTijdkeuze(c.req.query())
  if (!gelezen.ok) return weigerTijd(c, gelezen.reden.tekst)
  const keuze = gelezen.waarde
  const { kop, tijd } = await van.bezoek.db.lees(async (lezer) => ({
    kop: await findKop(lezer),
    tijd: await findTijdstip(lezer, keuze.vraag),
  }))
  const weigering = keurTijdstip(keuze, kop.nr)
  if (weigering !== undefined) return weigerTijd(c, weigering.tekst)
  return {
    ...van,
    tijd,
    keuze,
    geldpad: (rest, vraag) => van.pad(rest, { ...keuze.velden, ...vraag }),
  }
}

const weigerTijd = (c: Context<Omgeving>, zin: string) =>
  foutAntwoord(c, 'verzoek_onleesbaar', { titel: 'Deze tijd kunnen wij niet lezen', zin })

/** Alleen de zin, voor een pagina waar geld bijzaak is. */
export const Standzin = (props: { van: Pick<Geldbezoek, 'tijd' | 'keuze'> }) => (
  <p class="oz-klein oz-stil">{standzin(props.van.tijd, props.van.keuze)}</p>
)

type TijdkeuzeProps = {
  van: Geldbezoek
  /** De pagina zelf, zonder tijden. */
  actie: string
  /** De andere keuzes van deze pagina, die blijven staan. */
  vraag?: Readonly<Record<string, string | number | undefined>> | undefined
}

/** De zin over de twee tijden, en een formulier om terug te kijken. */
export function Tijdkeuzeformulier(props: TijdkeuzeProps) {
  const { van, actie, vraag = {} } = props
  const { velden } = van.keuze
  const naar = formulierNaar(van, actie)
  const terug = Object.keys(velden).length > 0
  return (
    <>
      <Standzin van={van} />
      <div class="oz-niet-drukken">
        <Meer kop="Terugkijken: hoe stond het toen?" open={terug}>
          <Formulier
            actie={naar.actie}
            methode="get"
            rij
            naam="Moment kiezen"
            verborgen={{ ...naar.verborgen, ...andereKeuzes(vraag, TIJDVELDEN) }}
          >
            <TekstVeld
              naam="geldig-tm"
              label="Gebeurd tot en met"
              soort="date"
              smal
              waarde={velden['geldig-tm']}
            />
            <TekstVeld
              naam="bekend-op"
              label="Zoals bekend op (dag of boekingsnummer)"
              smal
              maxLengte={40}
              waarde={velden['bekend-op']}
            />
            <Knop soort="tweede">Toon dit moment</Knop>
            {terug && <KnopLink href={van.pad(actie, vraag)}>Naar nu</KnopLink>}
          </Formulier>
        </Meer>
      </div>
    </>
  )
}
