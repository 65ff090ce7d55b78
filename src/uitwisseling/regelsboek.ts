import { centen } from '#basis/geld.ts'
import type { Bladcel, Bladplek, Regelsblad, Rekenbladpoort } from '#regels/deur.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  celnaam,
  formule,
  getal,
  LEEG,
  leeswijzerblad,
  MEDIATYPE,
  rij,
  schrijfOds,
  schrijfXlsx,
  tekst,
  veiligeBladnaam,
  type Waarde,
  type Werkboek,
} from '#uitwisseling/rekenblad/deur.ts'

/** Een vergelijking van beleidsvarianten als werkboek: sommen blijven formules, zodat een controller ze kan nalopen. */
export const rekenbladen: Rekenbladpoort = {
  schrijfBoek(boek, vorm) {
    const bezet = ['Leeswijzer']
    const bladen = boek.bladen.map((een) => {
      const naam = veiligeBladnaam(een.titel, bezet)
      bezet.push(naam)
      return bladVan(een, naam)
    })
    const werkboek: Werkboek = {
      titel: boek.titel,
      bladen: [leeswijzerblad(boek.titel, boek.leeswijzer, [55, 150]), ...bladen],
    }
    const inhoud = new Uint8Array(vorm === 'ods' ? schrijfOds(werkboek) : schrijfXlsx(werkboek))
    return { type: MEDIATYPE[vorm], inhoud }
  },
}

const KOPRIJEN = 1

function bladVan({ kolommen, rijen, somrijen = [] }: Regelsblad, naam: string): Blad {
  return {
    naam,
    kolommen: kolommen.map(({ soort, breedteMm }) => ({ soort, breedteMm })),
    rijen: [
      rij('kop', ...kolommen.map(({ kop }) => tekst(kop))),
      ...rijen.map((cellen, nummer) =>
        rij(
          somrijen.includes(nummer) ? 'totaal' : 'gewoon',
          ...kolommen.map(({ soort }, k) => celVan(soort, cellen[k] ?? null)),
        ),
      ),
    ],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: 1 },
  }
}

const getalwaarde = (soort: Regelsblad['kolommen'][number]['soort'], waarde: number): Waarde =>
  soort === 'bedrag' ? { soort: 'bedrag', bedrag: centen(waarde) } : { soort: 'getal', getal: String(waarde) }

function celVan(soort: Regelsblad['kolommen'][number]['soort'], cel: Bladcel): Cel {
  if (cel === null || cel === '') return LEEG
  if (typeof cel === 'string') return tekst(cel)
  if (typeof cel === 'number') return soort === 'bedrag' ? bedrag(centen(cel)) : getal(cel)
  const noem = ([r, k]: Bladplek): string => celnaam(r + KOPRIJEN, k)
  const eraf = cel.eraf.map((plek) => `-${noem(plek)}`).join('')
  return formule(`${cel.erbij.map(noem).join('+')}${eraf}`, getalwaarde(soort, cel.waarde))
}
