package dev.arbalest.udf.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Time that the current thread has computed. Its class is loaded at the first batch, as the management library takes a while. */
final class CpuClock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CpuClock() {}

  static long micros() {
    return THREADS.getCurrentThreadCpuTime() / 1000;
  }
}
