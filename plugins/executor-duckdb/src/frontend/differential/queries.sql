-- One query a line. A line that begins with ~ is expected to run whole; every other one must be modelled.
-- projections, conditions, expressions
select * from t
from t where a > 3 and b like 'a%'
from t select id, a + 1, a - 1, a * 2, a / 2, a // 2, a % 3, -a, +a, a ** 2, a ^ 2
select d + d, d - 1, d * d, d / 2, d % 3, d // 2, round(d, 1), round(d), floor(d), ceil(d), abs(d), -d from t
select x + 1, x * x, x / 0, sqrt(abs(x)), ln(abs(x) + 1), exp(x / 10), round(x, 1), trunc(x), sign(x), isnan(x), pow(x, 2) from t
select a & 3, a | 4, xor(a, 2), ~a, a << 1, a >> 1, bit_count(a), even(a), factorial((a % 5)::integer) from t
select case when a > 5 then 'big' when a > 2 then 'mid' end, case a when 1 then 'one' else b end, if(bl, 1, 2) from t
select coalesce(a, -1), nullif(a, 3), ifnull(b, '?'), greatest(a, 3, id), least(a, 3), a is null, b is not null from t
select a is distinct from 3, a is not distinct from null, a between 2 and 5, a not between 2 and 5, a in (1, 2, null), a not in (1, 2) from t
select id from t where a > 1 or b = 'a' or x is null
select id from t where not (a > 1 and bl)
select id from t where a between 2 and 7 and (b = 'a' or b = 'bx' or b is null) and not bl
select id from t where bl
select id from t where a = 3 is true
select id from t where (a > 2) is not true
select id from t where id in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
select id from t where id not in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, null)
select id in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, null) from t
select try_cast(b as integer), cast(a as varchar), a::double, d::integer, x::varchar, ts::date, dt::timestamp, bl::integer from t
select 1, 'x', null, true, 1.5, 1e10, -0.0::double, 'nan'::double, 'inf'::float, date '2020-02-29', timestamp '2020-01-01 00:00:00.123456', time '01:02:03', interval '1 month 2 days 3 seconds'
select 170141183460469231731687303715884105727::hugeint, (-170141183460469231731687303715884105727)::hugeint - 1, 340282366920938463463374607431768211455::uhugeint, 18446744073709551615::ubigint, (-9223372036854775807)::bigint - 1
select 99999999999999999999999999999999999999::decimal(38,0), -12345678901234567890.123456789::decimal(38,9), 0.01::decimal(3,2), -0.5::decimal(18,3)
select date 'infinity', date '-infinity', timestamp 'infinity', date '0044-03-15 (BC)', date '9999-12-31', timestamp '0001-01-01 (BC) 00:00:00', timestamptz '0001-01-01 (BC) 00:00:00+00', timestamptz '2020-01-01 00:00:00+05:30'
select timestamp_s '1969-12-31 23:59:59', timestamp_ms '2020-01-01 00:00:00.001', timestamp_ns '2020-01-01 00:00:00.000000001', '23:59:59.999999999'::time_ns, timetz '10:00:00-15:59:59', timetz '10:00:00.5+02', uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'
select [1, null, 3], []::integer[], {'a': 1, 'b': 'x'}, map {'k': 1, 'l': null}, [1, 2]::integer[2], row(1, 'x'), [[1], []], {'n': {'m': [date '2020-01-01']}}, 'b'::enum('a', 'b'), '\x00\xFFab'::blob
select union_value(k := 1), 3::union(num integer, str varchar), 'x'::union(num integer, str varchar)
select interval 1 year, interval '-3 days', interval '1.5 seconds', '{"a": [1, 2]}'::json, 'it''s', chr(0) || 'x', 'ü€😀'
select 'x' || b, b || a, upper(b), lower(b), length(b), reverse(b), substring(b, 1, 1), left(b, 1), right(b, 1), repeat(b, 2), replace(b, 'x', 'yy'), strpos(b, 'x'), lpad(b, 4, '*'), trim(' x '), ascii(b), md5(b) from t
select b like '%x', b ilike 'A%', b not like 'a_', b similar to 'a.*', b ~ 'a', b like 'a!%' escape '!', contains(b, 'x'), starts_with(b, 'a'), ends_with(b, 'x'), b glob 'a*' from t
select regexp_matches(b, '^[ab]'), regexp_replace(b, '[a-c]', '#'), regexp_replace(b, '[a-z]', '#', 'g'), regexp_extract(b, '([a-z])(x?)', 2), regexp_extract_all(b, '[a-z]'), regexp_full_match(b, '[a-z]+'), regexp_split_to_array(b, 'x') from t
select regexp_extract(b, '([a-z])(x?)', ['first', 'second']), regexp_matches(b, 'A', 'i') from t
select concat(a, b, null), concat_ws('-', a, b, null), format('{}-{}', a, b), printf('%s|%d', b, id), string_split(b, 'x'), split_part(b, 'x', 1), levenshtein(b, 'abc'), to_base64(b::blob), hex(id), bin(id), hash(a) = hash(a) from t
select year(dt), month(dt), extract(dow from dt), date_part('week', dt), date_trunc('month', ts), date_diff('day', dt, ts::date), date_add(dt, interval 1 month), dt + 3, dt - date '2020-01-01', ts - timestamp '2020-01-01', last_day(dt), dayname(dt), strftime(ts, '%Y-%m %H'), strptime('2020-01-02', '%Y-%m-%d'), epoch(ts), make_date(2020, 1, id::integer % 28 + 1), age(ts, timestamp '2019-01-01'), time_bucket(interval '1 day', ts) from t
~select date_part(['year', 'month'], dt) from t
select ts::timestamptz, ts at time zone 'Europe/Berlin', timezone('UTC', ts), to_timestamp(id), epoch_ms(ts), ts::time, isfinite(dt) from t
select ts + interval 1 day, ts + interval (id) hour, dt + interval (id) day, interval (id) minute * 2 from t
select s.p, s['q'], struct_extract(s, 'p'), {'a': a, 'b': {'c': b}}, struct_pack(x := a, y := b), row(a, b), struct_insert(s, z := a), s from t
select l, l[1], l[-1], l[1:2], len(l) from t
select list_contains(l, 5), list_position(l, 5), list_concat(l, [0]), list_append(l, 9), list_prepend(9, l) from t
select list_sort(l), list_sort(l, 'desc', 'nulls first'), list_reverse_sort(l), list_distinct(l) from t
select flatten([l, l]) from t
select list_slice(l, 1, 2) from t
select array_to_string(l, ',') from t
~select list_reverse(l) from t
select l[2:], l[:2], l[:], l[-2:], l[:-2], b[2:], b[:1], b[-1:], l[3:1] from t
select list_resize(l, 2), list_has_any(l, [1, 5]) from t
select list_zip(l, l) from t
select list_value(a, 1) from t
select range(a) from t
select generate_series(1, 3), l  from t
select  [1] from t
select list_sum(l), list_avg(l), list_min(l), list_max(l), list_count(l), list_first(l), list_last(l), list_median(l), list_stddev_pop(l), list_any_value(l), list_product(l), list_mode(l), list_string_agg(l), list_aggregate(l, 'string_agg', '|'), list_aggregate(l, 'quantile_cont', 0.25), list_histogram(l), list_aggregate(l, 'count'), list_approx_count_distinct(l) from t
select m['one'], m, map_keys(m), map_values(m), map_entries(m), cardinality(m), element_at(m, 'two'), map_contains(m, 'one'), map([a], [b]), map_from_entries([('k', id)]), map_concat(m, map {'three': 3::bigint}) from t where id > 0 and a is not null
select j->'k', j->>'k', j->'$.v[1]', json_extract(j, '$.v'), json_extract_string(j, ['k', '$.v[0]']), json_array_length(j->'v'), json_type(j), json_valid(j), json_keys(j), to_json(s), json_object('a', a), json_array(a, b), j.k, json_structure(j), json_transform(j, '{"k": "INTEGER"}'), json_merge_patch(j, '{"z": 1}'), j::varchar from t
select unnest(l) from t
select id, unnest(l), unnest([1, 2]) from t where id < 12
select id, unnest(l) + 1 from t order by all
select unnest(s) from t
select unnest([{'a': 1, 'b': [2]}, {'a': 3, 'b': []}], recursive := true)
select id, z from t, unnest(l) as q(z)
select id, z from t, lateral (select unnest(l)) q(z) where z > 5
select id, z from t left join unnest(l) as q(z) on true
select id, q.unnest from t left join lateral unnest(list_concat(l, [id])) q on q.unnest > id
select t.id, unnest.unnest from t left join unnest([1, 2]) on unnest.unnest = t.a
select ut + us, ui, ub, h, uh, ti * si, f, bo, id, tm, tz, tstz, tss, tsm, tsn, iv, en, ar, wide, un, bt from w
select en, count(*) from w group by en order by en
select en = 'low', en > 'low', en::varchar, enum_range(en), enum_code(en) from w
select ar[1], array_distance(ar::float[2], [1, 2]::float[2]), array_value(ut, us), array_cosine_similarity([1.0, f]::float[2], [1, 2]::float[2]) from w
select un.num, union_tag(un), union_extract(un, 'num'), bt, bit_length(bt), bo || 'x'::blob, octet_length(bo), decode('a'::blob), encode('ü'), h + 1, wide * 2, wide + d from w, (select d from t where id = 1)
select tstz::date, tstz + interval 1 day, date_trunc('day', tstz), extract(hour from tstz), tz, tss + interval 1 second, tsn > timestamp_ns '2020-01-01 00:00:00.000000003' from w
-- aggregates
select count(*) from t
select count(*), count(a), count(distinct a), sum(a), avg(a), min(a), max(a), min(b), max(ts), sum(d), avg(d), sum(x), avg(x) from t where x is null or not isnan(x)
select b, count(*), sum(a), avg(d), min(ts), max(dt), bool_and(bl), bool_or(bl), any_value(id) > -1, stddev(d), var_pop(d), count(distinct a) from t group by b
select a % 3, b, count(*) from t group by all
select count(*) from e
select sum(a), count(a), min(b), max(b), list(a), string_agg(b, ',') from e
select a, count(*) from e group by a
select a, sum(id) from t group by a having sum(id) > 40
select sum(id) filter (where a > 3), count(*) filter (bl), avg(d) filter (where false) from t
select string_agg(b, '|' order by id), list(a order by id desc), array_agg(id order by a nulls first, id), first(id order by x, id), last(id order by id), group_concat(b order by id) from t
select list(distinct a order by a), string_agg(distinct b, ',' order by b), sum(distinct a) from t
select arg_max(id, d), arg_min(b, id), max_by(b, id), arg_max(id, d, 3), min(id, 2), max(id, 2), mode(a % 2), median(d), median(id), quantile_cont(id, 0.3), quantile_disc(id, 0.3), quantile_cont(d::double, [0.1, 0.9]), quantile_disc(id, [0.5, 0.25]), quantile(id, 0.75), mad(id) from t
select percentile_cont(0.5) within group (order by id), percentile_disc(0.25) within group (order by id) from t
~select percentile_cont(0.2) within group (order by id desc) from t
select corr(id, d), covar_pop(id, d), covar_samp(id, d), regr_slope(id, d), regr_intercept(id, d), regr_r2(id, d), regr_count(id, a), skewness(id), kurtosis(id), entropy(a), stddev_pop(id), stddev_samp(id), variance(id), sem(id), product(id % 3 + 1), geomean(id + 1), kahan_sum(d::double), fsum(id) from t
select bit_and(id), bit_or(id), bit_xor(id), histogram(a), histogram(id, [10, 20, 100]), approx_count_distinct(a) > 0, count_if(bl), countif(a > 3), sumkahan(d::double), weighted_avg(id, id), list(s) is not null, max(s), min(l) from t
select approx_quantile(id, 0.5) between 15 and 25, approx_top_k(bl, 2) is not null from t
~select reservoir_quantile(id, 0.5) is not null from t
select a, b, grouping(a), grouping(a, b), count(*) from t group by cube (a, b)
select a, b, count(*), sum(id) from t group by rollup (a, b)
select a, b, count(*) from t group by grouping sets ((a), (b), (a, b), ())
select a, a as again, count(*) from t group by grouping sets ((a), (again))
select a + 1 as z, count(*) from t group by z having count(*) > 2 and z is not null
select distinct a, b from t
select distinct a % 2 from t order by 1
select distinct on (b) b, id from t order by b, id desc
select distinct on (a) a, first_id from (select a, min(id) over (partition by a) as first_id from t) order by a, first_id
select count(*) from (select distinct a, b from t)
select count(distinct (a, b)), count(distinct s) from t
select sum(a) / count(*), sum(a + id) * 2, max(id) - min(id) from t group by bl
select max(t) from t where id < 3
select (select count(*) from t where a > 3) + (select count(*) from u)
select sum(c) from (select count(*) c from t group by a, b)
-- joins
select t.id, u.c from t join u on t.a = u.a
select t.id, u.c from t join u using (a) where u.x > 3
select t.id, u.c from t left join u on t.a = u.a and u.x > 5
select t.id, u.c from t right join u on t.a = u.a and t.bl
select t.id, u.c, t.a, u.a from t full join u on t.a = u.a
select a, id, c from t full join u using (a)
select t.id, u.c from t, u where t.a = u.a and t.id < u.x * 10
select t.id, u.x from t join u on t.id < u.x
select t.id, u.x from t left join u on t.id < u.x and t.a > u.a
select t.id, u.x from t full join u on t.a = u.a and t.b < u.c
select count(*) from t cross join u
select t.id, u.x from t join u on t.a = u.a and t.b = u.c
select t.id, u.x from t join u on t.a is not distinct from u.a
select t.id from t semi join u on t.a = u.a
select t.id from t anti join u on t.a = u.a
select t.id from t semi join u on t.a = u.a and t.id > u.x
select * from t natural join (select a, c from u)
select t1.id, t2.id from t t1 join t t2 on t1.a = t2.a and t1.id < t2.id
select t.id, u.c, v.id from t join u on t.a = u.a join t v on u.x = v.d::double
select t.id from t left join u on t.a = u.a where u.a is null
select t.id, u.x from t left join u on t.a = u.a + 1 or t.b = u.c
select t.id, u.x from t join e on t.a = e.a left join u on u.a = t.a
select t.id, e.b from t left join e on t.a = e.a
select count(*) from t full join e on t.id = e.a
select t.id, u.x, u.ts from t asof join u on t.ts >= u.ts
select t.id, u.x, u.ts from t asof left join u on t.b = u.c and t.ts >= u.ts
select t.id, u.x from t asof join u on t.b = u.c and t.ts < u.ts
select t.id, u.x from t asof left join u using (a, ts)
~select * from t positional join u
select t.id from t where a in (select a from u)
select t.id from t where a not in (select a from u)
select t.id from t where a not in (select a from u where a is not null)
select id, a in (select a from u) from t
select id, a not in (select a from u where a > 2) from t
select id, a in (select a from e), a not in (select a from e) from t
select t.id from t where exists (select 1 from u where u.a = t.a and u.x > 4)
select t.id from t where not exists (select 1 from u where u.a = t.a)
select id, exists (select 1 from u where u.a = t.a) from t
select id, exists (from e), exists (from u) from t where id < 3
select id, a = any (select a from u), a > all (select a from u where a < 3), a <> all (select a from u where a is not null) from t
select id, a < any (select a from u), a >= any (select a from e), a > all (select a from e) from t
~select id, (a, b) in (select a, c from u) from t where a is not null and b is not null
select id from t where (a, b) in (select a, c from u)
~select id from t where (a, b) not in (select a, c from u where a is not null and c is not null)
select id, (select max(x) from u where u.a = t.a) from t
select id, (select count(*) from u where u.a = t.a) from t
select id, (select u.x from u where u.a = t.a order by u.x limit 1) from t
select id from t where d > (select avg(d) from t t2 where t2.a = t.a)
select id from t where d > (select avg(d) from t t2 where t2.a = t.a and t2.id > t.id)
select id, (select sum(x) from u where u.a < t.a) from t
select id, (select count(*) from u where u.a = t.a and u.x > (select min(d) from t t3 where t3.a = u.a and t3.b is not distinct from t.b)) from t
select a, (select (select max(x) from u where u.a = t.a) + 1) from t
select id, q.m from t, lateral (select max(x) as m from u where u.a = t.a) q
select id, q.x from t left join lateral (select x from u where u.a = t.a order by x desc limit 2) q on true
select id, q.n from t, lateral (select count(*) n from u where u.x > t.id) q
select id, (select list(x order by x) from u where u.a = t.a) from t
select (select a from e) is null
select id from t where a = (select max(a) from u)
-- windows
select id, row_number() over (order by id) from t
select id, row_number() over (partition by a order by id), rank() over (order by a), dense_rank() over (order by a), percent_rank() over (order by a), cume_dist() over (order by a), ntile(4) over (order by id) from t
select id, lag(id) over (order by id), lead(id, 2) over (order by id), lag(id, 1, -1) over (partition by b order by id), first_value(id) over (partition by a order by id), last_value(id) over (partition by a order by id), nth_value(id, 2) over (partition by a order by id) from t
select id, sum(a) over (order by id), sum(a) over (), avg(d) over (partition by b), count(*) over (partition by a), count(a) over (order by id rows between 2 preceding and current row) from t
select id, sum(id) over (order by id rows between 1 preceding and 2 following), sum(id) over (order by id rows between unbounded preceding and 1 preceding), sum(id) over (order by id rows between 1 following and unbounded following) from t
select id, sum(id) over (order by d range between 2 preceding and 3 following), sum(id) over (order by id desc range between 2 preceding and 1 following), count(*) over (order by ts range between interval 1 day preceding and interval 2 hours following) from t
select id, sum(id) over (order by a groups between 1 preceding and current row), count(*) over (order by a range between current row and unbounded following), sum(id) over (order by a, b range between unbounded preceding and current row) from t
select id, sum(id) over (order by a rows between 2 preceding and 2 following exclude current row), count(*) over (order by a groups between 1 preceding and 1 following exclude group), count(*) over (order by a range between unbounded preceding and current row exclude ties) from t
select id, first_value(a ignore nulls) over (order by id), last_value(a ignore nulls) over (order by id rows between unbounded preceding and current row), lag(a ignore nulls) over (order by id) from t
select id, count(distinct a) over (partition by bl), sum(id) filter (where a > 3) over (order by id), list(a) over (order by id rows 2 preceding), string_agg(b, '-') over (order by id rows 1 preceding), quantile_cont(id, 0.5) over (partition by bl) from t
select id, sum(id) over w, avg(id) over (w rows 1 preceding) from t window w as (partition by bl order by id)
select id, row_number() over (partition by b order by id) rn from t qualify rn <= 2
select id from t qualify rank() over (partition by a order by d desc) = 1
select b, sum(a), rank() over (order by sum(a), b), sum(sum(a)) over () from t group by b
select id, rank(order by id desc) over (partition by bl order by id), list(id order by id desc) over (partition by a) from t
select id, row_number() over (order by x nulls first, id), row_number() over (order by x desc nulls last, id) from t
select a, max(id) over (partition by a % 2 order by id desc) - min(id) over (partition by b) from t
-- ordering, limits, set operations
select id from t order by a desc nulls last, id limit 5 /* ordered */
select id from t order by a nulls first, id desc limit 5 offset 3 /* ordered */
~select id, b from t order by b collate "C", id /* ordered */
select id from t order by all limit 7 /* ordered */
from t order by x, id limit 3 /* ordered */
select id from t order by id offset 35 /* ordered */
select id from (select id from t order by id limit 10) where id % 2 = 0
select count(*) from (from t limit 7)
select count(*) from (select * from t limit 25%)
select id from t order by id limit 10% /* ordered */
~select count(*) from (from t limit (select 3))
select a from t union select a from u
select a from t union all select a from u
select a from t intersect select a from u
select a from t except select a from u
select a from t intersect all select a from u
select a from t except all select a from u
select a, b from t union by name select a, c from u
select a from t union all select a from u union all select null union select 3
(select a from t order by a limit 3) union all (select a from u order by a limit 2)
select a from t where a > 3 union select a from u where a < 3 except select 5 order by 1 /* ordered */
-- WITH
with q as (select a, count(*) c from t group by a) select x.a, x.c, y.c from q x join q y on x.a = y.a
with q as materialized (select a, count(*) c from t group by a) select * from q union all select * from q
with q as not materialized (select * from t where a > 2) select (select count(*) from q), id from q
with q as (select * from t), r as (select * from q where a > 1) select count(*) from r join q using (id)
with t as (select * from t where id < 5) select id from t
with q(k, v) as (select a, sum(id) from t group by a) select * from q where v > (select avg(v) from q)
~with recursive r as (select 1 as n union all select n + 1 from r where n < 5) from r
~with recursive r(n) using key (n) as (select 1 union select n + 1 from r where n < 5) from r
with q as materialized (select a from t), r as materialized (select a from q where a > 2) select q.a from q left join r using (a)
-- the rest
values (1, 'a'), (2, null), (3, 'c')
select * from (values (1, 'a'), (2, 'b')) v(n, s) join t on t.id = v.n
select x, y from (values (1), (2)) v(x), lateral (select x + 1) w(y)
from range(10)
select * from range(3, 10, 2) r(n) join t on t.id = r.n
select * from (select unnest([1, 2])) q, (select 3) r, (values (1)) s
select row_number() over (), sum(1) over ()
select count(*) from generate_series(timestamp '2020-01-01', timestamp '2020-01-03', interval 6 hours)
~select * from repeat('x', 3)
summarize u
describe t
select * from (describe u)
pivot (select a, b, id from t) on b in ('a', 'bx') using sum(id)
pivot (select b, bl, id from t) on bl in (true, false) using count(*) as n, max(id) as m group by b
unpivot (select id, a, x from t) on a, x into name n value v
select * exclude (j, s, l, m) replace (a + 1 as a) from t
select columns('^[ab]$') from t
select columns(c -> c like '%d') from t
select min(columns(['a', 'id'])) from t
select count(*) > -1 from t using sample 50%
select count(*) > -1 from t tablesample bernoulli(20%)
~select count(*) from t using sample 5 rows
select t from t where id < 3
~select alias(a), typeof(a), typeof(j), pg_typeof(b) from t limit 1
select random() between 0 and 1, uuid() is not null, count(*) over () from t
select now() is not null, current_date is not null
select current_setting('TimeZone') is not null
select error('boom') from e
select id from t where case when id = 3 then true else a > 100 end
select sum(case when bl then 1 else 0 end), sum(bl::integer) from t
select a, b from t where (a, b) = (3, 'a')
select t.* from t, u where t.a = u.a and u.x in (select max(x) from u group by c)
select b, count(*) from t where dt >= '2020-02-28' and dt < date '2020-02-28' + interval 3 days group by 1 order by 2 desc, 1 limit 2 /* ordered */
select extract(epoch from max(ts) - min(ts)) from t
select list_transform(l, x -> x + 1), list_filter(l, x -> x > 10), list_reduce([1, 2, a], (x, y) -> x + y), [x * 2 for x in l if x is not null] from t
select list_transform(l, (x, i) -> x + i), list_transform(l, x -> x + a + id), list_filter(l, (x, i) -> i > 1 and x > a) from t
select list_transform([l, l], y -> list_transform(y, x -> x + len(y) + id)), list_reduce([1, 2], (x, y) -> x + y, 10), list_reduce([1, 2], (x, y, i) -> x + y + i) from t
select list_sum(list_transform(range(id), x -> x * x)), list_sort(list_transform(l, x -> -x)) from t
with q as (select 1 as z), r as (from q) from r, (with q as (from r) from q)
select t.id from t where t.a in (select u.a from u where u.x > t.id order by u.x limit 1)
select count(*) from t, t t2
from (select id, a from t) join (values (1)) v(a) using (a)
select count(*) from t where a > (select 1 where false)
select id from t where b = 'x' or exists (select 1 from u where u.a = t.a)
select "t".a from "T"
select id from (select * from t order by id limit 3) order by id desc /* ordered */
select sum(id) as s from t group by b order by s limit 2 offset 2 /* ordered */
~select struct_update(s, p := 2) from t
select try_strptime(b, ['%Y', '%m']), json_extract(j, ['$.k', '$.v']), json_transform_strict(j, '{"k":"INT"}') from t
select array_agg(s.p order by s.q), max(struct_pack(x := a)) from t
select id, lag(id, two, 5) over (order by id) from (select id, 2 as two from t)
from t limit 0
from t where false
from t where id > 3 and null
select id from t order by random()
select a from t group by a order by count(*) desc, a /* ordered */
select any_value(b order by id), arg_max(b, id) filter (where a > 2), count(distinct a) filter (where x > 1), sum(id::hugeint), avg(ts), avg(dt), last(id order by id) from t
select date '2020-02-28' in (select dt from t), (select count(*) from u where c is null) > 2
select time_bucket(interval 1 month, dt), date_trunc('week', ts), count(*) from t group by all
select t.id from t join (select a, max(x) mx from u group by a) q on q.a = t.a and t.d > q.mx
select id from t where (select count(*) from u where u.a = t.a) > 1
select cast(null as varchar), [null], {'a': null}, 'a' like b, b like b from t
select t.id, u2.c from t left join u on t.a = u.a left join u u2 on u2.a = u.a where u2.c is not null or t.a = 1
select t.id, count(u.a), sum(u.x) from t left join u on t.a = u.a and u.x > 2 group by t.id having count(u.a) <> 1
select a.id from t a where exists (select 1 from t b where b.a = a.a and b.id <> a.id) and not exists (select 1 from t c where c.a = a.a and c.id <> a.id and c.bl)
select distinct t.b, (select count(distinct u.a) from u where u.c = t.b) from t
select coalesce(t.a, u.a) k, count(*) from t full join u on t.a = u.a group by k order by k nulls last /* ordered */
select id, sum(c) over (order by id) from (select id, count(*) c from t group by id) where id % 2 = 0
select id % 4 as g, max(r) from (select id, rank() over (partition by b order by id) r from t) group by g
(select id from t where a = 1) intersect (select id from t where bl) union all (select 100)
select * from (select a from t union all select a from u) where a > 3
select a, count(*) from (select a from t union all select a from u union all select null) group by a
select count(*) from (select a from t except select a from u) x, (select distinct c from u) y
select id from t where b in (select c from u where u.a = t.a) or id = 5
select id, (select count(*) from u where u.a = t.a) + (select count(*) from u where u.c = t.b) from t
select id, case when exists (select 1 from u where u.a = t.a) then (select min(x) from u where u.a = t.a) else -1 end from t
select sum(x) filter (where x is not null and not isnan(x)), min(x), max(x) from t
select x, count(*) from t group by x
select id from t where x > 2 order by x, id /* ordered */
select min(en), max(en), min(id), max(tstz), min(bo), max(iv) from w
select un, count(*) from w group by un
select ar, wide from w order by wide desc limit 3 /* ordered */
select w.ut, t.id from w join t on w.ut = t.id where w.h < 0
select tz, count(*) from w group by tz
