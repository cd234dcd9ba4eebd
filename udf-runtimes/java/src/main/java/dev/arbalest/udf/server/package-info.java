/** The protocol: actions, streams of calls, shared memory. Not part of the API. */
package dev.arbalest.udf.server;
