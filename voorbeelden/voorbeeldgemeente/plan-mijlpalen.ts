/** Mijlpalen van de voorbeeldgemeente; `tot: 1` staat alleen in de eerste versie van het plan. */
export const MIJLPALEN: readonly {
  onderdeel: string
  id: string
  wat: string
  wanneer: string
  tot?: 1
}[] = [
  { onderdeel: 'inloop-dorp-b', id: 'open', wat: 'Inloop open in dorp B', wanneer: '2023-03' },
  { onderdeel: 'inloop-dorp-c', id: 'open', wat: 'Inloop open in dorp C', wanneer: '2023-Q2' },
  { onderdeel: 'inloop-dorp-e', id: 'open', wat: 'Inloop open in dorp E', wanneer: '2024-Q4' },
  { onderdeel: 'meten', id: 'cijfers', wat: 'Cijfers van alle wijkteams op één pagina', wanneer: '2023-H2' },
  { onderdeel: 'wijkteams', id: 'ingang', wat: 'Eén ingang voor alle hulpvragen', wanneer: '2024-01-01' },
  { onderdeel: 'bemiddeling', id: 'start', wat: 'Eerste bemiddeling afgerond', wanneer: '2023-Q3' },
  {
    onderdeel: 'samenwerking',
    id: 'convenant',
    wat: 'Convenant met de regio ondertekend',
    wanneer: '2024-02-29',
  },
  {
    onderdeel: 'contractbeheer',
    id: 'afspraken',
    wat: 'Nieuwe afspraken met alle aanbieders',
    wanneer: '2024-Q2',
  },
  {
    onderdeel: 'jeugdhulp-op-school',
    id: 'evaluatie',
    wat: 'Evaluatie van de onderbouw',
    wanneer: '2025-03',
  },
  { onderdeel: 'communicatie', id: 'krant', wat: 'Eerste wijkkrant verschenen', wanneer: '2023-Q1', tot: 1 },
]
