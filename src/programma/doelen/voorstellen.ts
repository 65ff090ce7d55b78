import type { Maat, Richting } from '#metingen/deur.ts'

/**
 * Indicatoren uit de lijsten van het veld, om uit te kiezen. Omzien kiest niets: een voorstel vult alleen het
 * wijzigscherm van een doel in, en telt pas mee na een besluit. Definities in eigen woorden, met het nummer van de tabel.
 */

export type Voorstel = {
  id: string
  thema: Thema
  naam: string
  definitie: string
  eenheid: string
  maat: Maat
  bron: string
  richting?: Richting
}

export const THEMAS = {
  welzijn: 'Welzijn en meedoen',
  welvaart: 'Brede welvaart: de andere thema’s',
  wmo: 'Wmo',
  jeugd: 'Jeugd',
} as const
export type Thema = keyof typeof THEMAS

const WELZIJN = 'CBS StatLine 84994NED, Welzijn per kwartaal'
const WMO = 'CBS StatLine 86050NED, Wmo-cliënten naar type maatwerkvoorziening'
const JEUGD = 'CBS StatLine 85098NED, Indicatoren jeugdzorg in natura'
const TRAJECT = 'CBS StatLine 85097NED, Jeugdhulp naar verwijzer'
const BREED = 'CBS, Monitor Brede Welvaart; kies de tabel van de editie die u gebruikt'

const procent = (
  id: string,
  thema: Thema,
  naam: string,
  definitie: string,
  bron: string,
  richting?: Richting,
): Voorstel => ({
  id,
  thema,
  naam,
  definitie,
  eenheid: 'procent',
  maat: 'percentage',
  bron,
  ...(richting !== undefined && { richting }),
})

export const VOORSTELLEN: readonly Voorstel[] = [
  procent(
    'tevreden-leven',
    'welzijn',
    'Inwoners die tevreden zijn met hun leven',
    'Deel van de inwoners van 18 jaar of ouder dat het eigen leven een 7 of hoger geeft, op een schaal van 1 tot 10.',
    WELZIJN,
    'hoger',
  ),
  procent(
    'vrijwilligerswerk',
    'welzijn',
    'Inwoners die vrijwilligerswerk doen',
    'Deel van de inwoners van 15 jaar of ouder dat in de afgelopen vier weken vrijwilligerswerk deed.',
    WELZIJN,
    'hoger',
  ),
  procent(
    'informele-hulp',
    'welzijn',
    'Inwoners die iemand helpen',
    'Deel van de inwoners van 15 jaar of ouder dat in de afgelopen vier weken onbetaald iemand buiten het eigen huishouden hielp.',
    WELZIJN,
    'hoger',
  ),
  procent(
    'weinig-contact',
    'welzijn',
    'Inwoners met weinig contacten',
    'Deel van de inwoners van 15 jaar of ouder dat weinig contact heeft met familie, vrienden of buren.',
    WELZIJN,
    'lager',
  ),
  procent(
    'vertrouwen-mensen',
    'welzijn',
    'Vertrouwen in andere mensen',
    'Deel van de inwoners van 15 jaar of ouder dat vindt dat de meeste mensen te vertrouwen zijn.',
    WELZIJN,
    'hoger',
  ),
  procent(
    'ervaren-gezondheid',
    'welvaart',
    'Inwoners die hun gezondheid goed vinden',
    'Deel van de inwoners dat de eigen gezondheid goed of zeer goed noemt.',
    BREED,
    'hoger',
  ),
  procent(
    'tevreden-woning',
    'welvaart',
    'Inwoners die tevreden zijn met hun woning',
    'Deel van de inwoners dat tevreden is met de eigen woning.',
    BREED,
    'hoger',
  ),
  procent(
    'tevreden-vrije-tijd',
    'welvaart',
    'Inwoners die tevreden zijn met hun vrije tijd',
    'Deel van de inwoners dat tevreden is met de hoeveelheid vrije tijd en wat zij ermee doen.',
    BREED,
    'hoger',
  ),
  procent(
    'arbeidsdeelname',
    'welvaart',
    'Inwoners met betaald werk',
    'Nettoarbeidsparticipatie: deel van de inwoners van 15 tot 75 jaar met betaald werk.',
    BREED,
    'hoger',
  ),
  procent(
    'slachtoffers',
    'welvaart',
    'Slachtoffers van criminaliteit',
    'Deel van de inwoners van 15 jaar of ouder dat in een jaar slachtoffer werd van veelvoorkomende criminaliteit.',
    BREED,
    'lager',
  ),
  {
    id: 'wmo-clienten',
    thema: 'wmo',
    naam: 'Inwoners met een maatwerkvoorziening Wmo',
    definitie:
      'Aantal inwoners dat ergens in het jaar een maatwerkvoorziening had. Een heel jaar en een half jaar zijn verschillende maten: zet ze niet in één reeks. Het CBS rondt af op vijf.',
    eenheid: 'mensen',
    maat: 'mensen',
    bron: WMO,
  },
  {
    id: 'wmo-per-duizend',
    thema: 'wmo',
    naam: 'Maatwerkvoorzieningen Wmo per 1.000 inwoners',
    definitie: 'Inwoners met een maatwerkvoorziening in het jaar, per 1.000 inwoners.',
    eenheid: 'per 1.000 inwoners',
    maat: 'getal',
    bron: WMO,
  },
  procent(
    'jeugdhulp',
    'jeugd',
    'Jongeren met jeugdhulp',
    'Deel van de jongeren tot 18 jaar dat in het jaar jeugdhulp in natura kreeg. Een half jaar telt niet op tot een jaar.',
    JEUGD,
  ),
  procent(
    'jeugdhulp-verblijf',
    'jeugd',
    'Jeugdhulp met verblijf',
    'Deel van de jongeren met jeugdhulp dat daarvoor niet thuis woonde.',
    JEUGD,
    'lager',
  ),
  procent(
    'jeugdbescherming',
    'jeugd',
    'Jongeren met jeugdbescherming',
    'Deel van de jongeren tot 18 jaar met een maatregel van jeugdbescherming in het jaar.',
    JEUGD,
    'lager',
  ),
  procent(
    'volgens-plan',
    'jeugd',
    'Trajecten die volgens plan eindigen',
    'Deel van de beëindigde trajecten jeugdhulp dat volgens plan is beëindigd.',
    TRAJECT,
    'hoger',
  ),
]

export const voorstelVan = (id: string): Voorstel | undefined => VOORSTELLEN.find((een) => een.id === id)
