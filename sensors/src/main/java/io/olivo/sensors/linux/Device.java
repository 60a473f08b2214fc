package io.olivo.sensors.linux;

import java.lang.foreign.MemorySegment;

/** An open device of the kernel. */
final class Device {
  private static final int CLOSED = -1;

  private final Kernel kernel;
  private volatile int descriptor;

  Device(Kernel kernel, int descriptor) {
    this.kernel = kernel;
    this.descriptor = descriptor;
  }

  /** Asks it for something; the answer of the kernel, or {@code -errno}. */
  int ask(long request, MemorySegment argument) {
    return kernel.ioctl(descriptor, request, argument);
  }

  /** Once: its number may belong to somebody else afterwards. */
  void close() {
    int open = descriptor;
    descriptor = CLOSED;
    if (open != CLOSED) {
      kernel.close(open);
    }
  }
}
