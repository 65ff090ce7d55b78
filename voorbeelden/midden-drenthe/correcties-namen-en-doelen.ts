import { aliassen, type Correctie, doelen, naam, onderdeel } from './correctie.ts'

const indicator = (
  doel: string,
  id: string,
  gemeten: string,
  eenheid: string,
  nul: string,
  streef: string,
) => ({
  bij: 'doelen' as const,
  id: doel,
  van: { indicatoren: [] },
  naar: { indicatoren: [{ id, naam: gemeten, eenheid, nulwaarde: nul, streefwaarde: streef }] },
})

/** Verbeteringen aan namen, doelen en indicatoren. */
export const CORRECTIES_NAMEN_EN_DOELEN: readonly Correctie[] = [
  {
    wat: 'Schrijffouten in namen zijn weg',
    waarom: 'Eén ding heeft één naam.',
    wijzigingen: [
      naam('p52-witteveen-naam-3', 'Noaberschap 2.0', 'Noaberkracht 2.0 in Witteveen'),
      naam('h1-witteveen-naam', 'pilot Witteveen', 'Noaberkracht 2.0 in Witteveen'),
      naam('p538b-naam-2', 'Implementatie van de wet Wamps', 'Implementatie Wet Wams'),
      onderdeel(
        'sociaal-raadsvrouw',
        { titel: 'Inzet van de sociaal Raadvrouw behouden en indien nodig uitbreiden' },
        { titel: 'Inzet van de sociaal Raadsvrouw behouden en indien nodig uitbreiden' },
      ),
      naam(
        'p532-naam',
        'Inzet van de sociaal Raadvrouw behouden en indien nodig uitbreiden',
        'Inzet van de sociaal Raadsvrouw behouden en indien nodig uitbreiden',
      ),
    ],
  },
  {
    wat: 'Korte en lange namen van hetzelfde zijn als zodanig bekend',
    waarom: 'Wie een rij zoekt, vindt dan de paragraaf die erbij hoort.',
    wijzigingen: [
      aliassen('innovaties-zorg', 'Project Zorginnovatie'),
      aliassen('efficient-werken', 'Efficiënt werken, dubbelingen voorkomen'),
      aliassen('ruimte-innovatie', 'Innovaties en projecten'),
      aliassen('thuisblijver', 'Thuisblijver'),
      aliassen(
        'sociaal-raadsvrouw',
        'sociaal Raadsvrouw',
        'Sociaal Raadsvrouw, evaluatie en eventuele uitbreiding',
      ),
      aliassen('oco', 'Onafhankelijke clientondersteuner (communicatie)'),
      aliassen('beschermd-wonen', 'Beschermd Wonen MD, implementatie Convenant Weer thuis'),
      aliassen(
        'inloop-westerbork',
        'huiskamer in Westerbork',
        'inloopvoorziening Annie Londo',
        'Annie Londohuis',
      ),
      aliassen('wijkteams', 'Onderzoek wijk en andere teams, evaluatie en doorontwikkelen'),
      aliassen('samenwerking', 'Verbeteren samenwerking sociaal domein, casusregie'),
      aliassen(
        'wams',
        'Implementatie Wet Wams',
        'invoering van de wet Aanpak Meervoudige Problematiek Sociaal Domein',
      ),
      aliassen('leervermogen', 'Versterken leervermogen in de organisatie'),
      aliassen('monitoring', 'Monitoring mbv data'),
      aliassen('projectleider-jeugd', 'Projectleider Jeugd GodK'),
      aliassen('projectleider-wmo', 'Projectleider Wmo GodK'),
    ],
  },
  {
    wat: 'Elk onderdeel dient een doel',
    waarom: 'De raad wil kunnen zien waar het geld voor is.',
    wijzigingen: [
      doelen('thuisblijver', 'dienstverlening'),
      doelen('programmamanagement', 'kwaliteitsverbetering'),
      doelen('beleidsondersteuning', 'kwaliteitsverbetering'),
      doelen('communicatie', 'dienstverlening'),
      doelen('pilots-dorpen', 'innovatie'),
      doelen('pilot-hooghalen', 'innovatie'),
      doelen('pilot-annie-londohuis', 'innovatie'),
      doelen('pilot-witteveen', 'innovatie'),
      doelen('armoede', 'dienstverlening'),
      doelen('oco', 'dienstverlening'),
      doelen('wijkteams', 'kwaliteitsverbetering'),
      doelen('monitoring', 'kwaliteitsverbetering'),
    ],
  },
  {
    wat: 'Elk doel heeft een indicator met een nulwaarde en een streefwaarde',
    waarom: 'Zonder maat is over voortgang niets te zeggen; de waarden zijn verzonnen.',
    wijzigingen: [
      indicator('dienstverlening', 'waardering', 'Inwoners die de hulp goed vinden', 'procent', '70', '80'),
      indicator(
        'kwaliteitsverbetering',
        'op-tijd',
        'Aanvragen die op tijd zijn afgehandeld',
        'procent',
        '75',
        '90',
      ),
      indicator('innovatie', 'blijvers', 'Proeven die blijvend zijn geworden', 'aantal', '0', '5'),
      indicator('kostenbeheersing', 'groei', 'Groei van de kosten per inwoner', 'procent per jaar', '6', '3'),
    ],
  },
]
