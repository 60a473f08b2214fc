package io.olivo.sensors.linux;

import java.lang.foreign.MemorySegment;

/** What is asked of the kernel. Each answers as the system call does, or {@code -errno}. */
interface Kernel {
  /**
   * Opens a device for reading and writing.
   *
   * @return its file descriptor
   */
  int open(String path);

  /**
   * Asks a device for something.
   *
   * @param request its number
   * @param argument structure that goes with it, in and out
   */
  int ioctl(int descriptor, long request, MemorySegment argument);

  /** Closes it. */
  int close(int descriptor);
}
