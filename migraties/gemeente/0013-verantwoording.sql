create table verantwoording_rapport (
  id uuid primary key,
  plan text not null references programma_plan (id),
  kenmerk text not null check (kenmerk ~ '^(jaar|kwartaal|dossier)-[0-9]{4}'),
  soort text not null check (soort in ('kwartaal', 'jaar', 'dossier')),
  jaar integer not null check (jaar between 2000 and 2999),
  kwartaal smallint check (kwartaal between 1 and 4),
  onderdeel text,
  versie smallint not null check (versie > 0),
  geldig_tm date not null,
  bekend_nr bigint check (bekend_nr >= 0),
  bekend_op timestamptz,
  vervangt uuid references verantwoording_rapport (id),
  sjabloon text not null,
  op timestamptz not null,
  door uuid references toegang_account (id),
  unique (plan, kenmerk),
  check ((bekend_nr is null) = (bekend_op is null))
);
comment on table verantwoording_rapport is 'Rapporten over een plan: waarover zij gaan en op welke tijden; alleen aanvullen';
comment on column verantwoording_rapport.id is 'Eigen sleutel (UUIDv7)';
comment on column verantwoording_rapport.plan is 'Over welk plan';
comment on column verantwoording_rapport.kenmerk is 'Naam in het adres, zoals jaar-2024 of kwartaal-2024-2-v2';
comment on column verantwoording_rapport.soort is 'kwartaal, jaar of dossier';
comment on column verantwoording_rapport.jaar is 'Over welk jaar';
comment on column verantwoording_rapport.kwartaal is 'Over welk kwartaal; leeg bij een andere soort';
comment on column verantwoording_rapport.onderdeel is 'Over welk onderdeel; leeg bij een andere soort dan dossier';
comment on column verantwoording_rapport.versie is 'Een verbeterd rapport over hetzelfde is de volgende versie';
comment on column verantwoording_rapport.geldig_tm is 'Telt wat gebeurd is tot en met deze dag';
comment on column verantwoording_rapport.bekend_nr is 'Gekozen: tot en met deze boeking. Leeg loopt mee tot het rapport wordt aangeboden';
comment on column verantwoording_rapport.bekend_op is 'Gekozen: wat bekend was op dit moment';
comment on column verantwoording_rapport.vervangt is 'Het vastgestelde rapport dat dit verbetert';
comment on column verantwoording_rapport.sjabloon is 'Naam en versie van het sjabloon, zoals jaar/1';
comment on column verantwoording_rapport.op is 'Moment';
comment on column verantwoording_rapport.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on verantwoording_rapport to {{rol}};

create table verantwoording_stap (
  rapport uuid not null references verantwoording_rapport (id),
  stap smallint not null check (stap > 0),
  stand text not null check (stand in ('concept', 'stuurgroep', 'college', 'raad', 'vastgesteld')),
  besluit uuid references programma_besluit (id),
  bekend_nr bigint check (bekend_nr >= 0),
  bekend_op timestamptz,
  reden text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (rapport, stap)
);
create index verantwoording_stap_besluit on verantwoording_stap (besluit) where besluit is not null;
comment on table verantwoording_stap is 'Wat er met een rapport gebeurde; de laatste stap is zijn stand; alleen aanvullen';
comment on column verantwoording_stap.rapport is 'Van welk rapport';
comment on column verantwoording_stap.stap is 'Oplopend; twee mensen tegelijk kunnen zo nooit dezelfde stap zetten';
comment on column verantwoording_stap.stand is 'concept, stuurgroep, college, raad of vastgesteld: bij wie het nu ligt';
comment on column verantwoording_stap.besluit is 'Het besluit waarop de stap berust; leeg als er geen besluit nodig is';
comment on column verantwoording_stap.bekend_nr is 'Vanaf aanbieden staan de cijfers stil: tot en met deze boeking';
comment on column verantwoording_stap.bekend_op is 'Vanaf aanbieden staan de cijfers stil: wat bekend was op dit moment';
comment on column verantwoording_stap.reden is 'Waarom terug naar concept; nooit openbaar';
comment on column verantwoording_stap.op is 'Moment';
comment on column verantwoording_stap.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on verantwoording_stap to {{rol}};

create table verantwoording_tekst (
  rapport uuid not null references verantwoording_rapport (id),
  alinea text not null,
  volgnr smallint not null check (volgnr > 0),
  tekst text,
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (rapport, alinea, volgnr)
);
comment on table verantwoording_tekst is 'Wat mensen zelf in een rapport schreven; het hoogste volgnummer geldt; alleen aanvullen';
comment on column verantwoording_tekst.rapport is 'In welk rapport';
comment on column verantwoording_tekst.alinea is 'Bij welke alinea of inleiding; blijft gelijk binnen een sjabloon';
comment on column verantwoording_tekst.volgnr is 'Oplopend per alinea; twee mensen tegelijk botsen hierop';
comment on column verantwoording_tekst.tekst is 'De tekst; leeg is terug naar wat Omzien zelf maakt';
comment on column verantwoording_tekst.op is 'Moment';
comment on column verantwoording_tekst.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on verantwoording_tekst to {{rol}};

create table verantwoording_opmerking (
  id uuid primary key,
  rapport uuid not null references verantwoording_rapport (id),
  alinea text not null,
  tekst text not null,
  op timestamptz not null,
  door uuid references toegang_account (id)
);
create index verantwoording_opmerking_rapport on verantwoording_opmerking (rapport, op);
comment on table verantwoording_opmerking is 'Opmerkingen bij een alinea van een rapport, voor wie eraan werkt; nooit openbaar; alleen aanvullen';
comment on column verantwoording_opmerking.id is 'Eigen sleutel (UUIDv7)';
comment on column verantwoording_opmerking.rapport is 'Bij welk rapport';
comment on column verantwoording_opmerking.alinea is 'Bij welke alinea, tabel of grafiek';
comment on column verantwoording_opmerking.tekst is 'De opmerking; nooit openbaar';
comment on column verantwoording_opmerking.op is 'Moment';
comment on column verantwoording_opmerking.door is 'Wie';
grant select, insert on verantwoording_opmerking to {{rol}};

create table verantwoording_opmerkingstap (
  opmerking uuid not null references verantwoording_opmerking (id),
  stap smallint not null check (stap > 0),
  stand text not null check (stand in ('afgehandeld', 'heropend')),
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (opmerking, stap)
);
comment on table verantwoording_opmerkingstap is 'Of een opmerking is afgehandeld; de laatste stap geldt, zonder stap is zij open; alleen aanvullen';
comment on column verantwoording_opmerkingstap.opmerking is 'Van welke opmerking';
comment on column verantwoording_opmerkingstap.stap is 'Oplopend';
comment on column verantwoording_opmerkingstap.stand is 'afgehandeld of heropend';
comment on column verantwoording_opmerkingstap.op is 'Moment';
comment on column verantwoording_opmerkingstap.door is 'Wie';
grant select, insert on verantwoording_opmerkingstap to {{rol}};

create table verantwoording_vaststelling (
  rapport uuid primary key references verantwoording_rapport (id),
  besluit uuid not null references programma_besluit (id),
  sjabloon text not null,
  geldig_tm date not null,
  bekend_op timestamptz not null,
  bekend_nr bigint not null check (bekend_nr >= 0),
  hoofd text,
  inhoud text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  op timestamptz not null,
  door uuid references toegang_account (id)
);
create index verantwoording_vaststelling_hash on verantwoording_vaststelling (hash);
comment on table verantwoording_vaststelling is 'De vastgestelde inhoud van een rapport, zoals zij was; verandert nooit; alleen aanvullen';
comment on column verantwoording_vaststelling.rapport is 'Van welk rapport; elk rapport wordt hoogstens één keer vastgesteld';
comment on column verantwoording_vaststelling.besluit is 'Het besluit waarmee het is vastgesteld';
comment on column verantwoording_vaststelling.sjabloon is 'Naam en versie van het sjabloon';
comment on column verantwoording_vaststelling.geldig_tm is 'Telt wat gebeurd is tot en met deze dag';
comment on column verantwoording_vaststelling.bekend_op is 'Wat bekend was op dit moment';
comment on column verantwoording_vaststelling.bekend_nr is 'Tot en met deze boeking';
comment on column verantwoording_vaststelling.hoofd is 'Vingerafdruk van die boeking; leeg als er niets geboekt was';
comment on column verantwoording_vaststelling.inhoud is 'De inhoud als canonieke JSON (omzien-rapport 1)';
comment on column verantwoording_vaststelling.hash is 'SHA-256 van die tekst';
comment on column verantwoording_vaststelling.op is 'Moment';
comment on column verantwoording_vaststelling.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on verantwoording_vaststelling to {{rol}};

create table verantwoording_uitgave (
  rapport uuid not null references verantwoording_vaststelling (rapport),
  vorm text not null check (vorm in ('json', 'html', 'pdf', 'odt', 'ods', 'xlsx')),
  naam text not null,
  type text not null,
  inhoud bytea not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  op timestamptz not null,
  door uuid references toegang_account (id),
  primary key (rapport, vorm)
);
create index verantwoording_uitgave_hash on verantwoording_uitgave (hash);
comment on table verantwoording_uitgave is 'Elk bestand van een vastgesteld rapport, byte voor byte; alleen aanvullen';
comment on column verantwoording_uitgave.rapport is 'Van welk vastgesteld rapport';
comment on column verantwoording_uitgave.vorm is 'json, html, pdf, odt, ods of xlsx';
comment on column verantwoording_uitgave.naam is 'Bestandsnaam';
comment on column verantwoording_uitgave.type is 'Mediatype';
comment on column verantwoording_uitgave.inhoud is 'De bytes van het bestand';
comment on column verantwoording_uitgave.hash is 'SHA-256 van die bytes';
comment on column verantwoording_uitgave.op is 'Moment';
comment on column verantwoording_uitgave.door is 'Wie; leeg bij het laden van een voorbeeld';
grant select, insert on verantwoording_uitgave to {{rol}};
