/** What the quickstart asks, and how an answer is shown. */
export interface Question {
  readonly text: string;
  readonly sql: string;
  /** A bar for each row: the first column is its name, the second its length. */
  readonly chart?: { readonly unit: string };
}

export const TABLES = (folder: string): string => `
CREATE EXTERNAL TABLE flights STORED AS parquet LOCATION '${folder}/flights-3m.parquet';
CREATE EXTERNAL TABLE airports STORED AS csv LOCATION '${folder}/airports.csv'`;

export const QUESTIONS: readonly Question[] = [
  {
    text: 'Between which airports do most people fly?',
    sql: `SELECT a.city AS "from", b.city AS "to", count(*) AS flights, round(avg(delay), 1) AS delay
FROM flights
JOIN airports a ON origin = a.iata
JOIN airports b ON destination = b.iata
GROUP BY ALL ORDER BY flights DESC LIMIT 5`,
  },
  {
    text: 'When in the day does one wait? (average delay by hour of departure)',
    sql: `SELECT strftime(date, '%H:00') AS hour, avg(delay) AS delay
FROM flights WHERE hour(date) BETWEEN 5 AND 23
GROUP BY 1 ORDER BY 1`,
    chart: { unit: 'min' },
  },
];

/** Shown with its stages. */
export const EXPLAINED: Question = {
  text: 'Which large airports keep their passengers waiting longest?',
  sql: `SELECT name, state, count(*) AS flights, round(avg(delay), 1) AS delay,
       round(100 * avg((delay > 30)::INT), 1) AS "late %"
FROM flights JOIN airports ON origin = iata
GROUP BY ALL HAVING count(*) > 20000 ORDER BY delay DESC LIMIT 5`,
};

/** Calls the function that `provideFunction` makes. */
export const FUNCTION_QUESTION: Question = {
  text: 'How punctual are departures from San Francisco?',
  sql: `SELECT punctuality(delay) AS departure, count(*) AS flights
FROM flights WHERE origin = 'SFO'
GROUP BY 1 ORDER BY 2 DESC`,
  chart: { unit: 'flights' },
};
