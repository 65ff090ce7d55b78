import { jaarVan } from '#basis/datum.ts'
import { boekMetDeHand, type Handinvoer } from '#grootboek/deur.ts'
import { leesHandinvoer } from '#programma/boekingen/nieuw.ts'
import { Handvelden } from '#programma/boekingen/nieuw-velden.tsx'
import { maakPad, type Programmakamer } from '#programma/planbezoek.tsx'
import { type Boekvorm, Gedaan, meldBoekschermAan } from '#programma/verplichtingen/boekscherm.tsx'
import { Boeklezer, dagWaarde, eersteBetaling, onderdeelWaarde } from '#programma/verplichtingen/invoer.ts'
import { alsGemeld } from '#programma/verplichtingen/zinnen.ts'
import type { Routes } from '#toegang/deur.ts'
import { Alinea } from '#ui/kop.tsx'
import { Link } from '#ui/link.tsx'

/** Met de hand boeken: een besteding zonder verplichting, of geld dat van een bron binnenkwam. */
export function nieuweBoekingPagina(routes: Routes, kamer: Programmakamer): void {
  meldBoekschermAan(routes, kamer, 'boeking.boeken', '/boekingen/nieuw', NIEUW)
}

type Ding = { soort: Handinvoer['soort'] }

const NIEUW: Boekvorm<Ding> = {
  laad: async (c) => ({ soort: c.req.query('soort') === 'ontvangst' ? 'ontvangst' : 'realisatie' }),
  titel: ({ soort }) => (soort === 'ontvangst' ? 'Ontvangst boeken' : 'Besteding boeken'),
  lead: ({ soort }) =>
    soort === 'ontvangst'
      ? 'Geld dat van een bron is binnengekomen.'
      : 'Een uitgave waar geen verplichting voor was. Een feit wordt altijd geboekt; is er te weinig vrij, dan staat dat er daarna bij.',
  kruimels: (van) => [
    { tekst: 'Overzicht', href: van.pad('/') },
    { tekst: 'Boekingen', href: van.pad('/boekingen') },
  ],
  knop: ({ soort }) => (soort === 'ontvangst' ? 'Ontvangst boeken' : 'Besteding boeken'),
  begin: (van, _, vraag) => {
    const { plan, onderdeel, bron } = van.beeld
    const gekozen = onderdeel.has(vraag['onderdeel'] ?? '') ? vraag['onderdeel'] : undefined
    return {
      onderdeel: onderdeelWaarde(plan, gekozen),
      geldigOp: dagWaarde(van.vandaag),
      jaar: String(jaarVan(van.vandaag)),
      bron: bron.has(vraag['bron'] ?? '') ? (vraag['bron'] ?? '') : '',
      ...eersteBetaling(plan, gekozen),
    }
  },
  Vooraf: ({ van, ding, vraag }) => {
    const nr = /^[1-9]\d{0,8}$/u.test(vraag['gedaan'] ?? '') ? vraag['gedaan'] : undefined
    const ander = ding.soort === 'ontvangst' ? 'realisatie' : 'ontvangst'
    return (
      <>
        {nr !== undefined && (
          <Gedaan titel="De boeking is gedaan" gemeld={vraag['gemeld']}>
            <Link href={van.pad(`/boekingen/${nr}`)}>Bekijk boeking {nr}</Link>, of boek hieronder de
            volgende.
          </Gedaan>
        )}
        <Alinea klein>
          {ding.soort === 'realisatie' && (
            <>
              Is er wel een verplichting? Boek de factuur dan{' '}
              <Link href={van.pad('/verplichtingen')}>bij die verplichting</Link>.{' '}
            </>
          )}
          <Link href={van.pad('/boekingen/nieuw', { soort: ander })}>
            {ander === 'ontvangst' ? 'Een ontvangst boeken' : 'Een besteding boeken'}
          </Link>
        </Alinea>
      </>
    )
  },
  Velden: (props) => <Handvelden {...props} soort={props.ding.soort} />,
  bewaar: async (kamer, van, { soort }, waarden, verzoek) => {
    const lezer = new Boeklezer(waarden, van.beeld)
    const invoer = leesHandinvoer(lezer, soort, van.kop.id, van.beeld, van.vandaag)
    if (lezer.fouten.length > 0) return { ok: false, reden: lezer.fouten }
    const uitkomst = await boekMetDeHand(kamer.boekhouder, van.bezoek, invoer, verzoek)
    if (!uitkomst.ok) return uitkomst
    const { boeking, waarschuwingen } = uitkomst.waarde
    const vraag = { soort, gedaan: String(boeking), gemeld: alsGemeld(waarschuwingen) }
    return { ok: true, waarde: maakPad(van.kop, undefined)('/boekingen/nieuw', vraag) }
  },
}
