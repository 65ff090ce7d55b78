const cijfers = (cent: number): string =>
  String(Math.abs(cent) % 100 === 0 ? Math.abs(cent) / 100 : Math.abs(cent))

/** Wat er bij het typen of lezen gebeurd kan zijn, als twee bedragen op één cijfer na hetzelfde zijn. */
export function cijferfout(een: number, ander: number): string | undefined {
  if (een === ander) return undefined
  const [klein = 0, groot = 0] = [Math.abs(een), Math.abs(ander)].sort((a, b) => a - b)
  if (een === -ander) return 'Het ene bedrag heeft een minteken, het andere niet.'
  if (klein !== 0 && [10, 100, 1000].some((factor) => groot === klein * factor))
    return 'Het ene bedrag is precies tien, honderd of duizend keer het andere: staat er een nul te veel of te weinig?'
  if (groot === 2 * klein) return 'Het ene bedrag is precies het dubbele van het andere.'
  const [a, b] = [cijfers(een), cijfers(ander)]
  if (a.length !== b.length) return undefined
  const anders = [...a].flatMap((cijfer, i) => (cijfer === b[i] ? [] : [i]))
  const [eerste = 0, tweede = 0] = anders
  if (anders.length === 1)
    return `De bedragen schelen één cijfer: een ${a[eerste]} of een ${b[eerste]}. Dat kan een typfout zijn.`
  const verwisseld = tweede === eerste + 1 && a[eerste] === b[tweede] && a[tweede] === b[eerste]
  if (anders.length === 2 && verwisseld)
    return 'Twee cijfers naast elkaar zijn verwisseld. Dat kan een typfout zijn.'
  return undefined
}
