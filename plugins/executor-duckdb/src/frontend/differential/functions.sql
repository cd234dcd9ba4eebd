-- One query a line, and behind ==> what it is compared with where plain DuckDB needs other words. The functions are macros there: functions.test.ts.
select id, twice(a), shout(b), or_zero(a::integer) from t
select id, twice(twice(a)) + twice(id), upper(shout(b)), plus(a, x) from t
select id from t where twice(a) > 10 and shout(b) <> 'A!'
select id, size(b), size(l), size('é€'), size([1, 2]) from t
select case when a > 5 then twice(a) when shout(b) = 'A!' then twice(id) end, coalesce(shout(b), '?'), twice(a) between 3 and 9, twice(a) in (2, id, 8) from t
select twice(1), shout('x'), or_zero(NULL), twice(NULL), size(NULL::varchar)
select t.id, u.c from t join u on twice(t.a) = twice(u.a) and shout(t.b) <> 'B!'
select t.id, u.c from t left join u on twice(t.a) = u.a + 2 and shout(u.c) > 'A!'
select t.id, u.c from t full join u on shout(t.b) = shout(u.c)
select id from t where twice(a) in (select twice(a) from u) and shout(b) not in (select c from u where c is not null)
select id from t where exists (from u where twice(u.a) = twice(t.a)) or not exists (from u where shout(u.c) = shout(t.b))
select id, (select max(twice(u.x::bigint + t.id)) from u where u.a = t.a) from t
select shout(b), count(*), sum(twice(a)) from t group by shout(b)
select twice(a) as k, count(distinct shout(b)) filter (where twice(id) > 20) from t group by k having max(twice(a)) > 4
select twice(a), shout(b), grouping(shout(b)), count(*) from t group by cube (twice(a), shout(b))
select id from t order by shout(b) nulls first, twice(a) desc, id /* ordered */
select distinct on (shout(b)) id from t order by shout(b), id
select distinct twice(a), shout(b) from t
select id, row_number() over (partition by shout(b) order by twice(a), id), sum(twice(a)) over (order by id rows between 2 preceding and current row) from t
select id from t qualify rank() over (partition by shout(b) order by twice(id)) = 1
select twice(a) from t union all select twice(a) from u except select twice(3)
with c as materialized (select twice(a) as k, id from t) select x.id, y.id from c x join c y using (k) where x.id < y.id
select k, n from (select twice(a) as k, count(*) as n from t group by all) where twice(n) > 4
values (twice(1), shout('a')), (4, shout(null))
select id from t where twice(a) = (select max(twice(a)) from t)
select twice(columns('^(a|id)$')) from t
select a.twice(), b.shout().upper() from t
select total(a) from t ==> select coalesce(sum(a), 0)::bigint from t
select total(a) from e ==> select coalesce(sum(a), 0)::bigint from e
select b, total(a), how_many(), how_many(*), dot(a, x) from t where x < 100 group by b ==> select b, coalesce(sum(a), 0)::bigint, count(*), count(*), sum(a * x) from t where x < 100 group by b
select total(distinct a), total(a) filter (where bl), joined(distinct b order by b desc) from t ==> select sum(distinct a)::bigint, sum(a) filter (where bl)::bigint, string_agg(distinct b, ',' order by b desc) from t
select bl, joined(b order by id desc) from t group by bl ==> select bl, string_agg(b, ',' order by id desc) from t group by bl
select bl, total(twice(a)), twice(total(a)) from t group by 1 having total(a) > 3 order by total(a) /* ordered */ ==> select bl, sum(a * 2)::bigint, sum(a)::bigint * 2 from t group by 1 having sum(a) > 3 order by sum(a) /* ordered */
select bl, b, total(a), grouping(b) from t group by grouping sets ((bl), (bl, b), ()) ==> select bl, b, coalesce(sum(a), 0)::bigint, grouping(b) from t group by grouping sets ((bl), (bl, b), ())
select id, total(a) over (partition by bl order by id), how_many() over (order by id rows between 3 preceding and 1 preceding) from t ==> select id, coalesce(sum(a) over (partition by bl order by id), 0)::bigint, count(*) over (order by id rows between 3 preceding and 1 preceding) from t
select id, (select total(u.a) from u where u.a < t.a) from t ==> select id, coalesce((select sum(u.a)::bigint from u where u.a < t.a), 0) from t
pivot t on bl in (true, false) using total(a) group by b ==> pivot t on bl in (true, false) using coalesce(sum(a), 0)::bigint group by b
from upto(4)
select i, square from upto(twice(2)) where i > 1
select count(*) from upto(3), upto(2)
select t.id, r.* from t, upto(t.a) r ==> select t.id, i, i * i from t, range(t.a) r(i)
select t.id, k from t, upto(t.a) as r(k, sq) where k > 3 and sq < 60 ==> select t.id, i from t, range(t.a) r(i) where i > 3 and i * i < 60
select t.id, r.i, u.c from t join lateral upto(t.a) r on r.i = t.id % 5 join u on u.a = r.i ==> select t.id, r.i, u.c from t, range(t.a) r(i) join u on u.a = r.i where r.i = t.id % 5
select t.id, r.i from t left join lateral upto(t.a) r on true ==> select t.id, r.i from t left join (select id, unnest(range(a)) as i from t) r on r.id = t.id
select t.id, r.i from t left join lateral upto(t.a) r on r.square > 4 ==> select t.id, r.i from t left join (select id, unnest(range(a)) as i from t) r on r.id = t.id and r.i * r.i > 4
select t.id, p.part, r.i from t, pieces(t.b, 'x') p, upto(size(p.part)) r ==> select id, part, unnest(range(len(part))) from (select id, unnest(string_split(b, 'x')) as part from t)
select t.id, (select max(square) from upto(t.a)), exists (from upto(t.a) where i = 3) from t ==> select id, case when a > 0 then (a - 1) * (a - 1) end, coalesce(a > 3, false) from t
select a, b, count(*) from t, upto(2) group by all
select part, count(*) from t, pieces(t.b, 'x') group by part ==> select part, count(*) from (select unnest(string_split(b, 'x')) as part from t) group by part
