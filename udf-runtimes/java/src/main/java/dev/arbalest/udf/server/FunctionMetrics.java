package dev.arbalest.udf.server;

import java.util.concurrent.atomic.LongAdder;

/** What the calls of one function have cost since the start. */
final class FunctionMetrics {
  final LongAdder batches = new LongAdder();
  final LongAdder rows = new LongAdder();
  final LongAdder failedRows = new LongAdder();
  final LongAdder cpuMicros = new LongAdder();
}
