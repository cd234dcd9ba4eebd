CREATE TABLE t AS SELECT
  CASE WHEN i % 11 = 0 THEN NULL ELSE (i * 7) % 13 END AS a,
  CASE WHEN i % 7 = 0 THEN NULL ELSE chr((97 + i % 5)::INTEGER) || CASE WHEN i % 3 = 0 THEN 'x' ELSE '' END END AS b,
  CASE WHEN i % 9 = 0 THEN NULL WHEN i = 17 THEN 'nan'::DOUBLE ELSE i / 4.0 - 3 END::DOUBLE AS x,
  (i * 1.25 - 10)::DECIMAL(10, 2) AS d,
  TIMESTAMP '2020-01-01 00:00:00' + INTERVAL (i * 7) HOUR AS ts,
  CASE WHEN i % 6 = 0 THEN NULL WHEN i % 5 = 0 THEN [] ELSE [i, NULL, i + 1] END::INTEGER[] AS l,
  {'p': i % 4, 'q': 'q' || i} AS s,
  ('{"k": ' || i || ', "v": [1, "two", null]}')::JSON AS j,
  DATE '2020-02-27' + (i % 10)::INTEGER AS dt,
  MAP {'one': i, 'two': i * 2} AS m,
  i % 2 = 0 AS bl,
  i AS id
FROM range(40) r(i);
CREATE TABLE u AS SELECT
  CASE WHEN i % 8 = 7 THEN NULL ELSE i % 6 END::INTEGER AS a,
  CASE WHEN i % 5 = 4 THEN NULL ELSE chr((97 + i % 4)::INTEGER) END AS c,
  (i * 1.5)::DOUBLE AS x,
  TIMESTAMP '2020-01-03 00:00:00' + INTERVAL (i * 11) HOUR AS ts
FROM range(16) r(i);
CREATE TABLE e (a INTEGER, b VARCHAR);
CREATE TABLE w AS SELECT
  i::UTINYINT AS ut, (i * 300)::USMALLINT AS us, (i * 70000)::UINTEGER AS ui, (i * 5000000000)::UBIGINT AS ub, (i * -100000000000000000000)::HUGEINT AS h,
  (i::UHUGEINT << 100) AS uh, i::TINYINT AS ti, i::SMALLINT AS si, i::FLOAT / 3 AS f, ('\x00' || i)::VARCHAR::BLOB AS bo, ('00000000-0000-0000-0000-0000000000' || lpad(i::VARCHAR, 2, '0'))::UUID AS id,
  TIME '01:02:03.000004' + INTERVAL (i) HOUR AS tm, ('10:00:00+0' || (i % 9))::TIMETZ AS tz, TIMESTAMPTZ '2020-03-29 00:30:00+00' + INTERVAL (i) HOUR AS tstz,
  (TIMESTAMP '2020-01-01' + INTERVAL (i) SECOND)::TIMESTAMP_S AS tss, ('2020-01-01 00:00:00.00' || i)::TIMESTAMP_MS AS tsm, ('2020-01-01 00:00:00.00000000' || (i % 10))::TIMESTAMP_NS AS tsn,
  to_months(i::INTEGER) + to_days(-i::INTEGER) AS iv, (CASE i % 3 WHEN 0 THEN 'low' WHEN 1 THEN 'mid' ELSE 'high' END)::ENUM('low', 'mid', 'high') AS en,
  [i, i + 1]::INTEGER[2] AS ar, (i * 12345678901234567890.5)::DECIMAL(38, 3) AS wide, union_value(num := i::INTEGER) AS un, ('1' || i % 2)::BIT AS bt
FROM range(12) r(i);
