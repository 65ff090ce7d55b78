import { toonDatum } from '#basis/datum.ts'
import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import {
  alsHandinvoer,
  corrigeer,
  findBoeking,
  findCorrectieOp,
  type Handinvoer,
  nietLos,
  type Opnieuw,
  type Vastgelegd,
} from '#grootboek/deur.ts'
import { handwaarden, leesHandinvoer } from '#programma/boekingen/nieuw.ts'
import { Handvelden } from '#programma/boekingen/nieuw-velden.tsx'
import { bewegingenVan, bewegingzin, SOORTNAAM } from '#programma/boekingen/verhaal.ts'
import { eersteRijen } from '#programma/lange-lijst.tsx'
import { maakPad, type Planbezoek, type Programmakamer } from '#programma/planbezoek.tsx'
import { type Boekvorm, Gedaan, meldBoekschermAan } from '#programma/verplichtingen/boekscherm.tsx'
import { Boeklezer, bedragWaarde, dagWaarde } from '#programma/verplichtingen/invoer.ts'
import {
  Bedragveld,
  Dagveld,
  Jaarveld,
  Regelveld,
  Tekstveld,
  type Veldprops,
} from '#programma/verplichtingen/velden.tsx'
import { alsGemeld, weigerzin } from '#programma/verplichtingen/zinnen.ts'
import type { Routes } from '#toegang/deur.ts'
import { foutVan } from '#ui/formulier.tsx'
import { Alinea, Lijst, Vak } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Keuzerondjes } from '#ui/veld.tsx'

/** Een boeking corrigeren: ongedaan maken, en als dat kan meteen goed opnieuw boeken. */
export function correctiePagina(routes: Routes, kamer: Programmakamer): void {
  meldBoekschermAan(routes, kamer, 'boeking.boeken', '/boekingen/:nr/corrigeren', CORRECTIE)
}

type Factuur = { verplichting: string; factuur: string; jaar: number; bedragCent: Centen }
type Ding = {
  boeking: Vastgelegd
  gecorrigeerdDoor: number | undefined
  hand: Handinvoer | undefined
  factuur: Factuur | undefined
}

/** Een factuur op een verplichting terug als invoer, als zij in één jaar valt. */
function alsFactuur({ soort, grondslag, regels }: Vastgelegd): Factuur | undefined {
  if (soort !== 'factuur') return undefined
  const [verplichting, factuur] = grondslag.kenmerk.split('/')
  const bestedingen = regels.filter(({ rekening }) => rekening.soort === 'realisatie')
  const jaren = new Set(bestedingen.map(({ rekening }) => ('jaar' in rekening ? rekening.jaar : 0)))
  const [jaar] = jaren
  if (grondslag.soort !== 'factuur' || verplichting === undefined || factuur === undefined) return undefined
  if (jaren.size !== 1 || jaar === undefined) return undefined
  const som = bestedingen.reduce((totaal, { bedragCent }) => totaal + bedragCent, 0)
  return { verplichting, factuur, jaar, bedragCent: centen(som) }
}

const kanOpnieuw = ({ hand, factuur }: Ding): boolean => hand !== undefined || factuur !== undefined

const CORRECTIE: Boekvorm<Ding> = {
  laad: async (c, van) => {
    const nr = c.req.param('nr') ?? ''
    if (!/^[1-9]\d{0,8}$/u.test(nr)) return undefined
    return van.bezoek.db.lees(async (lezer) => {
      const boeking = await findBoeking(lezer, Number(nr))
      if (boeking === undefined || !boeking.regels.some(({ rekening }) => rekening.programma === van.kop.id))
        return undefined
      const gecorrigeerdDoor = await findCorrectieOp(lezer, boeking.nr)
      return { boeking, gecorrigeerdDoor, hand: alsHandinvoer(boeking), factuur: alsFactuur(boeking) }
    })
  },
  titel: ({ boeking }) => `Boeking ${boeking.nr} corrigeren`,
  lead: ({ boeking }) =>
    `${SOORTNAAM[boeking.soort]} van ${toonDatum(boeking.geldigOp)}. Een boeking verdwijnt nooit: er komt een tegenboeking bij.`,
  kruimels: (van, { boeking }) => [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Boekingen', href: van.pad('/boekingen') },
    { tekst: `Boeking ${boeking.nr}`, href: van.pad(`/boekingen/${boeking.nr}`) },
  ],
  knop: () => 'Corrigeren',
  dicht: ({ boeking, gecorrigeerdDoor }) => {
    if (gecorrigeerdDoor !== undefined)
      return weigerzin({ code: 'al_gecorrigeerd', door: gecorrigeerdDoor }, { bronnen: [] })
    const los = nietLos(boeking.soort)
    if (los !== undefined) return weigerzin({ code: los }, { bronnen: [] })
    return boeking.corrigeert === null
      ? undefined
      : weigerzin({ code: 'is_correctie', van: boeking.corrigeert }, { bronnen: [] })
  },
  begin: (van, ding) => ({
    wat: kanOpnieuw(ding) ? 'opnieuw' : 'terug',
    ...(ding.hand === undefined ? {} : handwaarden(ding.hand, van.beeld)),
    ...(ding.factuur === undefined
      ? {}
      : {
          factuur: ding.factuur.factuur,
          jaar: String(ding.factuur.jaar),
          bedrag: bedragWaarde(ding.factuur.bedragCent),
        }),
    geldigOp: dagWaarde(ding.boeking.geldigOp),
  }),
  Vooraf: Watstaater,
  Velden: Correctievelden,
  bewaar: async (kamer, van, ding, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const opnieuw = waarden['wat'] === 'opnieuw' ? leesOpnieuw(lezer, van, ding) : undefined
    const invoer = {
      nr: ding.boeking.nr,
      geldigOp: lezer.dag('geldigOp', van.vandaag),
      reden: lezer.zin('reden', 'waarom u dit corrigeert'),
      opnieuw,
      uitwijkNaar: lezer.uitwijk(),
    }
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const uitkomst = await corrigeer(kamer.boekhouder, van.bezoek, invoer, verzoek)
    if (!uitkomst.ok) return uitkomst
    const { spiegel, waarschuwingen } = uitkomst.waarde
    const vraag = {
      gedaan: String(spiegel),
      opnieuw: uitkomst.waarde.opnieuw ?? undefined,
      gemeld: alsGemeld(waarschuwingen),
    }
    return {
      ok: true,
      waarde: maakPad(van.kop, undefined)(`/boekingen/${ding.boeking.nr}/corrigeren`, vraag),
    }
  },
}

function leesOpnieuw(lezer: Boeklezer, van: Planbezoek, { hand, factuur }: Ding): Opnieuw | undefined {
  if (hand !== undefined) return leesHandinvoer(lezer, hand.soort, van.kop.id, van.beeld, van.vandaag)
  if (factuur === undefined) return undefined
  const nummer = lezer.tekst('factuur')
  if (nummer === '') lezer.meld('factuur', 'Vul het factuurnummer in.')
  return {
    soort: 'factuur',
    programma: van.kop.id,
    verplichting: factuur.verplichting,
    factuur: nummer,
    geldigOp: lezer.dag('geldigOp', van.vandaag),
    jaar: lezer.jaar('jaar'),
    bedragCent: lezer.bedrag('bedrag'),
    uitwijkNaar: lezer.uitwijk(),
  }
}

function Watstaater(props: { van: Planbezoek; ding: Ding; vraag: Readonly<Record<string, string>> }) {
  const { van, ding, vraag } = props
  const naar = (nr: string | number) => <Link href={van.pad(`/boekingen/${nr}`)}>boeking {nr}</Link>
  const { boeking } = ding
  const nummer = (tekst: string | undefined) => (/^[1-9]\d{0,8}$/u.test(tekst ?? '') ? tekst : undefined)
  const [gedaan, opnieuw] = [nummer(vraag['gedaan']), nummer(vraag['opnieuw'])]
  return (
    <>
      {gedaan !== undefined && (
        <Gedaan titel="De boeking is gecorrigeerd" gemeld={vraag['gemeld']}>
          Ongedaan gemaakt met {naar(gedaan)}
          {opnieuw !== undefined && <>, en opnieuw geboekt als {naar(opnieuw)}</>}.
        </Gedaan>
      )}
      <Vak>
        <Alinea>Dit staat er nu:</Alinea>
        <Lijst items={eersteRijen(bewegingenVan(boeking.regels)).map((een) => bewegingzin(van.beeld, een))} />
        {boeking.grondslag.soort === 'inlezing' && (
          <Alinea>
            Deze boeking komt uit een ingelezen bestand. Herstel een fout liever in het financiële systeem en
            lees het bestand opnieuw in: dan wordt alleen het verschil geboekt.
          </Alinea>
        )}
      </Vak>
    </>
  )
}

function Correctievelden(props: Veldprops & { ding: Ding }) {
  const { ding, waarden, fouten } = props
  const { hand, factuur, boeking } = ding
  const bedrag = hand?.bedragCent ?? factuur?.bedragCent
  return (
    <>
      {boeking.soort === 'verplichting' && (
        <Alinea>
          Daarna kunt u de verplichting opnieuw aangaan. Wordt er alleen minder uitgegeven, laat dan iets
          vrijvallen.
        </Alinea>
      )}
      <Tekstveld {...props} naam="reden" label="Waarom corrigeert u dit?" />
      <Dagveld
        {...props}
        label="Dag van de correctie"
        uitleg="Meestal de dag van de boeking zelf. Is die maand gesloten, dan krijgt u de eerste open maand aangeboden."
      />
      {kanOpnieuw(ding) && (
        <Keuzerondjes
          naam="wat"
          label="Wat moet er gebeuren?"
          waarde={waarden['wat']}
          fout={foutVan(fouten, 'wat')}
          keuzes={[
            {
              waarde: 'opnieuw',
              tekst: 'Ongedaan maken en opnieuw boeken',
              uitleg:
                bedrag === undefined
                  ? undefined
                  : `Met de gegevens hieronder; nu staat er ${toonEuroCenten(bedrag)}.`,
            },
            {
              waarde: 'terug',
              tekst: 'Alleen ongedaan maken',
              uitleg: 'Wat hieronder staat, telt dan niet mee.',
            },
          ]}
        />
      )}
      {hand !== undefined && (
        <fieldset class="oz-veldgroep">
          <legend>Zo moet het zijn</legend>
          <Handvelden {...props} soort={hand.soort} zonderDag />
        </fieldset>
      )}
      {factuur !== undefined && (
        <fieldset class="oz-veldgroep">
          <legend>Zo moet de factuur op {factuur.verplichting} zijn</legend>
          <Regelveld {...props} naam="factuur" label="Factuurnummer" />
          <Bedragveld {...props} label="Bedrag (€)" />
          <Jaarveld {...props} />
        </fieldset>
      )}
    </>
  )
}
