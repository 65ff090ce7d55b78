import type { Kop } from '#grootboek/deur.ts'
import type { Plankop } from '#programma/plan.store.ts'
import type { Plan } from '#programma/plan.ts'
import { planvoorvoegsel } from '#programma/planbezoek.tsx'
import { Alinea, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Link } from '#ui/link.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'

/** Wat dit voor website is, waar de gegevens vandaan komen en welke licentie erop zit. */

export type Geldendplan = { kop: Pick<Plankop, 'id' | 'hoofdplan' | 'vastgesteldeVersie'>; plan: Plan }

const EUPL = 'https://eupl.eu/1.2/nl/'

export const planadres = ({ kop }: Geldendplan): string => planvoorvoegsel(kop) || '/'

export function Overpagina(props: {
  schil: Schil
  softwareversie: string
  plannen: readonly Geldendplan[]
  journaal: Pick<Kop, 'nr' | 'hash'>
}) {
  return (
    <Pagina
      titel="Over Omzien"
      beschrijving="Welke versie van Omzien hier draait, waar de gegevens vandaan komen en onder welke licentie."
      schil={props.schil}
      kruimels={[{ tekst: 'Overzicht', href: '/' }]}
    >
      <Paginakop
        titel="Over Omzien"
        lead="Omzien laat zien wat een gemeente wil bereiken in het sociaal domein, wat zij daarvoor doet en wat het kost."
      />
      <Sectie kop="Waar de gegevens vandaan komen">
        <Alinea>
          Alles op deze website komt uit openbare documenten van de gemeente. Cijfers van het CBS of van
          andere bronnen staan er nog niet bij. Wij vullen niets aan wat een document niet zegt.
        </Alinea>
        {props.plannen.length === 0 ? (
          <LegeStaat titel="Er is nog geen plan vastgesteld">
            De programmamanager van de gemeente doet dat.
          </LegeStaat>
        ) : (
          props.plannen.map((een) => (
            <Sectie
              niveau={3}
              kop={<Link href={planadres(een)}>{een.plan.programma.titel}</Link>}
              onder={`Versie ${een.kop.vastgesteldeVersie} geldt nu.`}
            >
              <Alinea>{een.plan.programma.herkomst}</Alinea>
            </Sectie>
          ))
        )}
      </Sectie>
      <Sectie kop="Hoe wij met onzekerheid omgaan">
        <Alinea>
          Is een document slecht te lezen, of zegt het iets niet precies? Dan staat er een vraagteken bij met
          uitleg. Zegt een plan niet hoe geld over bronnen is verdeeld? Dan staat er dat het onbekend is. De{' '}
          <Link href="/plancontrole">plancontrole</Link> laat zien waar een plan zichzelf tegenspreekt.
        </Alinea>
      </Sectie>
      <Sectie kop="Het journaal">
        <Alinea>
          {props.journaal.nr === 0
            ? 'Er is nog niets geboekt.'
            : `Er staan ${props.journaal.nr} boekingen in het journaal. De kop is `}
          {props.journaal.nr > 0 && <code>{props.journaal.hash}</code>}
          {props.journaal.nr > 0 &&
            '. Bewaar deze code: wie haar heeft, kan later nagaan dat er tot hier niets is veranderd.'}
        </Alinea>
      </Sectie>
      <Sectie kop="De software">
        <Alinea>
          Deze website draait op Omzien, versie {props.softwareversie}. De broncode is vrij te gebruiken, te
          bekijken en te verbeteren onder de <Link href={EUPL}>EUPL-1.2</Link>, de licentie van de Europese
          Unie voor open software. Het lettertype is Source Sans 3, onder de SIL Open Font License. De
          bouwstenen van de pagina’s komen uit het NL Design System.
        </Alinea>
      </Sectie>
    </Pagina>
  )
}
