create table gemeente (
  code text primary key check (code ~ '^gm[0-9]{4}$'),
  naam text not null,
  hosts text[] not null default '{}',
  aangemaakt_op timestamptz not null default now()
);
comment on table gemeente is 'Register: welke gemeenten draaien hier, elk met een eigen schema dat haar code als naam heeft';
comment on column gemeente.code is 'CBS-code, tevens de naam van het schema';
comment on column gemeente.naam is 'Naam zoals inwoners haar kennen, zonder "gemeente" ervoor';
comment on column gemeente.hosts is 'Hostnamen waarop deze gemeente antwoordt';
comment on column gemeente.aangemaakt_op is 'Wanneer de gemeente is toegevoegd';
