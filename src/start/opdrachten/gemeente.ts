import { findGemeenten, Gemeente, maakGemeente } from '#start/gemeenten.ts'
import { GEVONDEN, GOED, ONBRUIKBAAR, type Opdracht } from '#start/opdrachten/opdracht.ts'

export const gemeenteMaak: Opdracht = {
  naam: 'gemeente maak',
  gebruik: 'gemeente maak gm1731 --naam "Midden-Drenthe" [--host omzien.middendrenthe.nl[,…]]',
  uitleg: 'Voegt een gemeente toe met eigen tabellen. De code is de CBS-code.',
  opties: ['naam', 'host'],
  argumenten: [1, 1],
  databank: true,
  async voerUit(context, [code], opties) {
    const invoer = Gemeente.safeParse({
      code,
      naam: opties.overig['naam'],
      hosts: opties.overig['host']?.split(',').map((host) => host.trim()) ?? [],
    })
    if (!invoer.success) {
      for (const fout of invoer.error.issues)
        context.zeg(`${fout.path[0] === 'hosts' ? '--host' : fout.path.join('.')}: ${fout.message}`)
      context.zeg(`Gebruik: omzien ${gemeenteMaak.gebruik}`)
      return ONBRUIKBAAR
    }
    const gemaakt = await maakGemeente(await context.databank(), invoer.data)
    if (gemaakt.ok) {
      if (opties.json) context.uit(JSON.stringify(gemaakt.waarde))
      else context.zeg(`${gemaakt.waarde.naam} (${gemaakt.waarde.code}) is toegevoegd.`)
      return GOED
    }
    context.zeg(
      gemaakt.reden === 'code_bestaat'
        ? `De gemeente ${code} bestaat al. Er is niets veranderd.`
        : 'Een van deze hostnamen hoort al bij een andere gemeente. Er is niets veranderd.',
    )
    return GEVONDEN
  },
}

export const gemeenteLijst: Opdracht = {
  naam: 'gemeente lijst',
  gebruik: 'gemeente lijst [--json]',
  uitleg: 'Toont de gemeenten die hier draaien.',
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const gemeenten = await (await context.databank()).beheer(findGemeenten)
    if (opties.json) context.uit(JSON.stringify(gemeenten))
    else for (const { code, naam, hosts } of gemeenten) context.uit(`${code}  ${naam}  ${hosts.join(', ')}`)
    return GOED
  },
}
