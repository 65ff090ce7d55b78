/** Hoe een vergelijking is uitgerekend en wat er niet in zit: voor scherm, rekenblad en notitie dezelfde zinnen. */
export const REKENWIJZE: readonly string[] = [
  'De regels zijn dezelfde als die van de proefberekening. Elk bedrag heeft een bron en een datum; op een dag waarop een bedrag niet bekend is, wordt er niet gerekend.',
  'De huishoudens zijn nagemaakt uit gepubliceerde tellingen. Wat niet is gepubliceerd, is een aanname. Elke aanname staat erbij, met waarom.',
  'De bevolking wordt een aantal keren opnieuw nagemaakt. Het midden is het gemiddelde; de band is waar negentig van de honderd keer tussen ligt. Hij zegt wat toeval doet, niet of de aannamen kloppen. Daarvoor is de tabel over de zekerheid.',
  'Elke variant wordt op precies dezelfde huishoudens gerekend als het huidige beleid, op de cent. Pas voor dit scherm is afgerond.',
  'Het inkomen voor de eigen bijdrage is dat van twee jaar eerder, met een deel van het vermogen. Voor de vergoeding telt het netto inkomen van nu.',
]

export const NIET_MEEGENOMEN: readonly string[] = [
  'Wat het kost om een regeling uit te voeren of in te voeren.',
  'Toeslagen, en wat iemand aan andere regelingen krijgt.',
  'Mensen die nu geen hulp vragen, behalve in de twee aannamen over gedrag.',
  'Wat het Rijk met het gemeentefonds doet.',
]
