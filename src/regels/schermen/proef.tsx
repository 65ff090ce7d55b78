import { toonDatum } from '#basis/datum.ts'
import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import { hoofdletter } from '#basis/tekst.ts'
import type { Parametertabel } from '#regels/motor/parameter.ts'
import { toonBron } from '#regels/motor/parameter.ts'
import type { Klif, Proefuitkomst, WatAls } from '#regels/proef.ts'
import { antwoordenInWoorden, Vragen } from '#regels/schermen/proef-vragen.tsx'
import { STATUSUITLEG, weigerzin } from '#regels/teksten.ts'
import { toonKort } from '#regels/uitleg/getal.ts'
import type { Stap } from '#regels/uitleg/verklaar.ts'
import { Etiket } from '#ui/etiket.tsx'
import { Feiten } from '#ui/feiten.tsx'
import type { VeldFout } from '#ui/formulier.tsx'
import { Alinea, Lijst, Paginakop, Sectie } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'
import { Melding } from '#ui/melding.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

export type Proefstand = {
  antwoorden: Readonly<Record<string, string>>
  fouten: readonly VeldFout[]
  uitkomst?: Proefuitkomst
  tabel?: Parametertabel
  onbekend?: { titel: string; zin: string }
}

export function Proefpagina(props: {
  schil: Schil
  gemeente: string
  stand: Proefstand
  metVarianten?: boolean
}) {
  const { stand } = props
  const { uitkomst, onbekend } = stand
  return (
    <Pagina
      titel="Eigen bijdrage berekenen"
      schil={props.schil}
      kruimels={[{ tekst: 'Regels en bedragen', href: '/regels' }]}
      fout={stand.fouten.length > 0}
      beschrijving="Bereken zelf wat u betaalt voor hulp van de gemeente, en waarom."
    >
      <Paginakop
        titel="Wat betaalt u voor hulp van de gemeente?"
        lead="Dit is een proefberekening. Wij bewaren uw antwoorden niet. U krijgt hier geen besluit: het CAK en de gemeente beslissen."
      />
      {onbekend !== undefined && (
        <Melding soort="let-op" titel={onbekend.titel} antwoord>
          <p>{onbekend.zin}</p>
        </Melding>
      )}
      {uitkomst !== undefined && <Uitkomst {...props} uitkomst={uitkomst} />}
      <div class="oz-niet-drukken">
        <Sectie kop={uitkomst === undefined ? 'Uw antwoorden' : 'Iets veranderen'} id="vragen">
          <Vragen antwoorden={stand.antwoorden} fouten={stand.fouten} />
        </Sectie>
        <Alinea>
          <Link href="/eigen-bijdrage/voorbeeld">Een voorbeeld: wat één cent meer inkomen kan kosten</Link>
        </Alinea>
        {props.metVarianten && (
          <Alinea>
            <Link href="/beleidsvarianten">Vergelijk wat een ander beleid met iedereen zou doen</Link>
          </Alinea>
        )}
      </div>
    </Pagina>
  )
}

function Uitkomst(props: { gemeente: string; stand: Proefstand; uitkomst: Proefuitkomst }) {
  const { uitkomst, stand } = props
  return (
    <>
      <Melding
        soort="info"
        titel={`U betaalt ${toonEuroCenten(uitkomst.bedrag)} ${uitkomst.periode}.`}
        antwoord
      >
        <p>{tweedeZin(uitkomst)}</p>
        <p>Gerekend met de regels van {toonDatum(uitkomst.dag)}.</p>
      </Melding>
      {uitkomst.zonderVergoeding !== undefined && <ZonderVergoeding {...props} />}
      {uitkomst.nietZeker.length > 0 && <NietZeker uitkomst={uitkomst} />}
      <Sectie kop="Zo komen wij op dit bedrag">
        <ol class="oz-lijst">
          {uitkomst.stappen.map((stap) => (
            <Stapregel stap={stap} />
          ))}
        </ol>
      </Sectie>
      {uitkomst.veranderingen.length > 0 && (
        <Sectie kop="Wanneer het een ander bedrag wordt">
          <Lijst items={uitkomst.veranderingen} />
        </Sectie>
      )}
      {uitkomst.watAls.length > 0 && <Watals uitkomst={uitkomst} />}
      {uitkomst.klif !== undefined && <Klifuitleg klif={uitkomst.klif} />}
      <Sectie kop="Wat u invulde">
        <Feiten feiten={antwoordenInWoorden(stand.antwoorden)} />
      </Sectie>
    </>
  )
}

function tweedeZin({ bedrag, bijdrage, periode }: Proefuitkomst): string {
  if (bijdrage !== undefined && bijdrage > bedrag)
    return `Uw eigen bijdrage is ${toonEuroCenten(bijdrage)} ${periode}. U kunt ${toonEuroCenten(centen(bijdrage - bedrag))} terugkrijgen.`
  if (bedrag === 0) return 'U hoeft voor deze hulp niets te betalen.'
  return 'Dit is het bedrag voor uw hele huishouden, ook als u meer soorten hulp heeft.'
}

function ZonderVergoeding(props: { gemeente: string; stand: Proefstand; uitkomst: Proefuitkomst }) {
  const reden = props.uitkomst.zonderVergoeding
  if (reden === 'niet ingevuld' || reden === undefined)
    return (
      <Alinea>
        Wilt u weten of u geld terugkrijgt? Vul dan hieronder ook uw netto inkomen in, en of u de CZM heeft.
      </Alinea>
    )
  return (
    <Melding soort="let-op" titel="Of u geld terugkrijgt, kunnen wij voor deze dag niet zeggen">
      <p>{weigerzin(reden, props.stand.tabel)}</p>
      <p>Vraag het aan de gemeente {props.gemeente}.</p>
    </Melding>
  )
}

function NietZeker(props: { uitkomst: Proefuitkomst }) {
  return (
    <Melding soort="let-op" titel="Niet alle bedragen zijn zeker">
      <Lijst
        items={props.uitkomst.nietZeker.map(({ parameter, waarde }) => (
          <>
            <Link href={`/parameters/${parameter.id}`}>{parameter.naam}</Link>:{' '}
            {toonKort(waarde.waarde, parameter.eenheid)} <Etiket toon="let-op">{waarde.status}</Etiket>{' '}
            {STATUSUITLEG[waarde.status]}.
          </>
        ))}
      />
    </Melding>
  )
}

export function Stapregel(props: { stap: Stap }) {
  const { stap } = props
  return (
    <li>
      <strong>
        <Link href={`/regels/${stap.regel}`}>{stap.naam}</Link>: {stap.tekst}.
      </strong>{' '}
      {hoofdletter(stap.omdat)}.<span class="oz-stil"> Dit staat in: {bronnenVan(stap).join('; ')}.</span>
    </li>
  )
}

/** De regeling van de regel zelf, en waar haar bedragen vandaan komen. */
const bronnenVan = ({ bron, parameters }: Stap): string[] => [
  ...new Set(
    [...(bron === undefined ? [] : [bron]), ...parameters.map(({ waarde }) => waarde.bron)].map(toonBron),
  ),
]

const Watals = (props: { uitkomst: Proefuitkomst }) => (
  <Sectie kop="Wat als …">
    <Tabel
      bijschrift="Wat u zou betalen als er iets verandert"
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'wat', kop: 'Wat als', cel: (rij: WatAls) => rij.tekst },
        {
          sleutel: 'bedrag',
          kop: `Dan betaalt u ${props.uitkomst.periode}`,
          cel: (rij) => (rij.bedrag === undefined ? 'nog niet bekend' : toonEuroCenten(rij.bedrag)),
        },
        { sleutel: 'verschil', kop: 'Verschil', cel: (rij) => verschilzin(rij.verschil) },
      ]}
      rijen={props.uitkomst.watAls}
    />
  </Sectie>
)

function verschilzin(verschil: Centen | undefined): string {
  if (verschil === undefined) return ''
  if (verschil === 0) return 'even veel'
  return `${toonEuroCenten(centen(Math.abs(verschil)))} ${verschil > 0 ? 'meer' : 'minder'}`
}

const Klifuitleg = (props: { klif: Klif }) => (
  <Sectie kop={`De grens van ${toonEuroCenten(props.klif.grens)}`}>
    <Alinea>
      {props.klif.procent !== undefined &&
        `Deze grens is ${props.klif.procent} van de bijstandsnorm zonder vakantietoeslag. `}
      Is uw netto inkomen per maand niet hoger dan deze grens, dan krijgt u geld terug. Eén cent erboven
      krijgt u niets terug. Die ene cent kan {toonEuroCenten(props.klif.perJaar)} per jaar schelen.
    </Alinea>
    <Tabel
      bijschrift="Wat u betaalt rond de grens"
      bijschriftVerborgen
      kolommen={[
        {
          sleutel: 'inkomen',
          kop: 'Uw inkomen',
          cel: (rij: Klif['rijen'][number]) => rij.tekst,
        },
        { sleutel: 'bedrag', kop: 'U betaalt per maand', cel: (rij) => toonEuroCenten(rij.bedrag) },
      ]}
      rijen={props.klif.rijen}
    />
  </Sectie>
)
