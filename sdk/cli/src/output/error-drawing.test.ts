import { ArbalestError } from '@arbalest/client';
import { expect, test } from 'vitest';
import { drawError } from './error-drawing.js';

const plain = (_: string, text: string): string => text;

test('the line is shown with a caret under the position, and the nearest names', () => {
  const source = 'SELECT 1,\n\tn_nmae\nFROM nation';
  const error = new ArbalestError('user', 'COLUMN_NOT_FOUND', 'No column "n_nmae"', {
    position: source.indexOf('n_nmae'),
    candidates: ['n_name', 'n_comment'],
    notes: ['Tables: nation'],
  });
  expect(drawError(error, source, plain)).toBe(
    [
      'Error: No column "n_nmae" (COLUMN_NOT_FOUND)',
      '',
      '  2 │ \tn_nmae',
      '    │ \t^',
      '',
      'Did you mean n_name or n_comment?',
      '  Tables: nation',
      '',
    ].join('\n'),
  );
});

test('names that the message has are not proposed again, and of many only the first are', () => {
  const said = new ArbalestError('user', 'SETTING_UNKNOWN', "There is no setting 'a'; did you mean planner.b?", {
    candidates: ['planner.b'],
  });
  expect(drawError(said, undefined, plain)).not.toContain('Did you mean');
  const many = new ArbalestError('user', 'COLUMN_NOT_FOUND', 'No column "x"', { candidates: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] });
  expect(drawError(many, undefined, plain)).toContain('Did you mean a, b, c, d or e?\n');
});

test('a position at the end of the text is under its end', () => {
  const error = new ArbalestError('user', 'SYNTAX', 'Unexpected end', { position: 6 });
  expect(drawError(error, 'SELECT', plain)).toContain('  1 │ SELECT\n    │       ^\n');
});

test('of a long line only the surroundings are shown', () => {
  const source = `SELECT ${'a, '.repeat(200)}bad${', b'.repeat(200)}`;
  const drawn = drawError(new ArbalestError('user', 'SYNTAX', 'No', { position: source.indexOf('bad') }), source, plain).split('\n');
  const shown = drawn.findIndex((line) => line.includes('bad'));
  expect(drawn[shown]!.length).toBeLessThan(140);
  expect(drawn[shown + 1]!.indexOf('^')).toBe(drawn[shown]!.indexOf('bad'));
});

test('what nobody expected shows its message', () => {
  expect(drawError(new TypeError('x is not a function'), 'SELECT 1', plain)).toBe('Error: x is not a function\n');
});
