import { arrow } from '@arbalest/proto';
import { Uint32 } from 'apache-arrow';
import { metadataCall } from '../metadata-call.js';
import { required } from '../metadata-table.js';
import { INFO_UNION, infoUnionData } from './info-union.js';
import { serverInfo } from './server-info.js';
import { SYNTAX_INFO } from './syntax-info.js';

/** Codes that are not known are left out of the answer, as the standard wants it. */
export const getSqlInfo = metadataCall({
  decode: (value) => arrow.flight.protocol.sql.CommandGetSqlInfo.decode(value),
  columns: () => [required('info_name', new Uint32()), { ...required('value', INFO_UNION), nullable: true, build: infoUnionData }],
  rows: ({ info }, { sql, statementTimeoutMs = 0 }) => {
    const wanted = new Set(info);
    const known = [...serverInfo(sql.version, statementTimeoutMs), ...SYNTAX_INFO];
    return known.filter(([code]) => wanted.size === 0 || wanted.has(code));
  },
});
