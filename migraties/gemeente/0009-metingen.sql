create table metingen_meting (
  reeks text not null,
  tijdvak text not null,
  volgnr integer not null check (volgnr > 0),
  maat text not null check (maat in ('percentage', 'mensen', 'getal')),
  waarde numeric,
  ontbreekt text check (ontbreekt in ('niet-geleverd', 'nog-niet', 'onbekend', 'geheim', 'niet-van-toepassing')),
  toelichting text,
  aantal integer check (aantal > 0),
  populatie integer check (populatie >= aantal),
  ondergrens numeric,
  bovengrens numeric,
  methode text check (methode in ('wilson', 'wilson-eindig', 'hele-groep', 'opgegeven')),
  soort text not null check (soort in ('voorlopig', 'definitief')),
  bron text not null,
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (reeks, tijdvak, volgnr),
  check ((waarde is null) <> (ontbreekt is null)),
  check ((ondergrens is null) = (bovengrens is null)),
  check ((ondergrens is null) = (methode is null)),
  check (ondergrens <= waarde and waarde <= bovengrens)
);
create index metingen_meting_op on metingen_meting (op);
comment on table metingen_meting is 'Metingen, elke jaargang een rij: wat op een moment bekend was over een tijdvak; alleen aanvullen';
comment on column metingen_meting.reeks is 'Sleutel van de reeks; haar eigenaar maakt haar: plan, doel en indicator';
comment on column metingen_meting.tijdvak is 'Waarover: dag, maand, kwartaal, halfjaar of jaar; binnen een reeks steeds even lang';
comment on column metingen_meting.volgnr is 'De hoeveelste jaargang van dit tijdvak; de hoogste geldt';
comment on column metingen_meting.maat is 'Percentage, aantal mensen of ander getal: bepaalt de marge en wat te klein is om te tonen';
comment on column metingen_meting.waarde is 'Exact zoals opgegeven; leeg als het cijfer ontbreekt';
comment on column metingen_meting.ontbreekt is 'Waarom het cijfer ontbreekt, uit een vaste lijst';
comment on column metingen_meting.toelichting is 'Wat er verder over te zeggen is; openbaar, zonder namen';
comment on column metingen_meting.aantal is 'Over hoeveel mensen of antwoorden de waarde gaat';
comment on column metingen_meting.populatie is 'Hoe groot de hele groep is waaruit die kwamen';
comment on column metingen_meting.ondergrens is 'Ondergrens van de marge van 95 procent';
comment on column metingen_meting.bovengrens is 'Bovengrens van de marge van 95 procent';
comment on column metingen_meting.methode is 'Hoe de marge is gevonden';
comment on column metingen_meting.soort is 'voorlopig of definitief';
comment on column metingen_meting.bron is 'Waar het cijfer vandaan komt';
comment on column metingen_meting.reden is 'Waarom deze jaargang een eerdere vervangt; leeg bij de eerste; openbaar';
comment on column metingen_meting.op is 'Sinds wanneer dit bekend is; loopt altijd op';
comment on column metingen_meting.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on metingen_meting to {{rol}};
