import { centen, toonEuro } from '#basis/geld.ts'
import type { Geldrij } from '#programma/begroting/geldbeeld.ts'

/** Ligt het geld op koers? Uit de bedragen zelf, met een zin die zegt waarom. */
export type Koers = {
  soort: 'op-koers' | 'let-op' | 'bijsturen' | 'geen-gegevens'
  woord: string
  zin: string
}

export function koersVan({ bedragen, verwachting }: Pick<Geldrij, 'bedragen' | 'verwachting'>): Koers {
  const { naWijziging, vrij, verplicht, gerealiseerd } = bedragen
  if (vrij < 0)
    return {
      soort: 'bijsturen',
      woord: 'Boven de begroting',
      zin: `Er is ${toonEuro(centen(-vrij))} meer vastgelegd en besteed dan er begroot is.`,
    }
  if (verwachting !== undefined && verwachting.verschil < 0)
    return {
      soort: 'let-op',
      woord: 'Dreigt boven de begroting',
      zin: `Naar verwachting komt er ${toonEuro(centen(-verwachting.verschil))} te kort.`,
    }
  if (verwachting !== undefined && verwachting.zonder === 0)
    return {
      soort: 'op-koers',
      woord: 'Op koers',
      zin:
        verplicht + gerealiseerd > verwachting.bedrag
          ? 'Er is niets te kort. De prognose is wel lager dan wat er al is besteed of vastligt.'
          : verwachting.verschil === 0
            ? 'Naar verwachting gaat het precies op.'
            : `Naar verwachting blijft er ${toonEuro(verwachting.verschil)} over.`,
    }
  if (naWijziging === 0)
    return { soort: 'geen-gegevens', woord: 'Geen begroting', zin: 'Hiervoor is geen geld begroot.' }
  return {
    soort: 'geen-gegevens',
    woord: verwachting === undefined ? 'Geen prognose' : 'Prognose niet volledig',
    zin: 'Er is nog genoeg, maar niet van elk jaar is bekend wat de budgethouder verwacht.',
  }
}
