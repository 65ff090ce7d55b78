import type { Toetsuitslag } from '#verantwoording/toets/toets.ts'

/** Wat een toets zegt: een kop en een zin, op het scherm en op de opdrachtregel hetzelfde. */
export function toetstekst(uitslag: Toetsuitslag): { titel: string; zin: string } {
  switch (uitslag.soort) {
    case 'vastgesteld':
      return {
        titel: 'Dit is het vastgestelde rapport',
        zin: `Dit bestand is ${uitslag.kenmerk}, precies zoals het is vastgesteld.`,
      }
    case 'ouder':
      return {
        titel: 'Dit is een ouder vastgesteld rapport',
        zin: `Dit bestand is ${uitslag.kenmerk}, zoals het is vastgesteld. Het is daarna vervangen door ${uitslag.door}.`,
      }
    case 'concept':
      return {
        titel: 'Dit is geen vastgesteld rapport',
        zin: `Dit bestand noemt zich ${uitslag.kenmerk}. Dat rapport is nog niet vastgesteld: dit is een concept.`,
      }
    case 'veranderd':
      return {
        titel: 'Dit bestand is niet het vastgestelde',
        zin:
          uitslag.verschillen.length > 0
            ? `Dit bestand noemt zich ${uitslag.kenmerk}, maar er staat iets anders in dan is vastgesteld.`
            : `Dit bestand noemt zich ${uitslag.kenmerk}, maar het is niet byte voor byte het vastgestelde. Het kan een concept van eerder zijn, of het is veranderd. Met het JSON-bestand is te zien wat er anders is.`,
      }
    case 'onbekend':
      return {
        titel: 'Dit rapport kennen wij niet',
        zin: 'Dit bestand is geen vastgesteld rapport van deze gemeente. Het kan een concept zijn, of van een andere gemeente, of het is veranderd.',
      }
    case 'onleesbaar':
      return {
        titel: 'Dit bestand is niet te lezen',
        zin: 'Dit lijkt geen rapport. Kies een PDF, HTML, ODT, ODS, XLSX of JSON die u van een rapportpagina hebt.',
      }
  }
}
