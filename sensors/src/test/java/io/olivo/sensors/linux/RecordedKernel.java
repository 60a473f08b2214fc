package io.olivo.sensors.linux;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Notes what is asked, answers what it is told to. */
final class RecordedKernel implements Kernel {
  final List<String> calls = new ArrayList<>();
  int openAnswer = 3;
  int ioctlAnswer;
  byte[] argument = {}; // as it was when asked
  private MemorySegment given = MemorySegment.NULL;
  byte[] toRead = {}; // by the last message of a transfer
  int lineDescriptor; // of a request
  int lineValue; // of a line that is read

  @Override
  public int open(String path) {
    calls.add("open " + path);
    return openAnswer;
  }

  @Override
  public int ioctl(int descriptor, long request, MemorySegment passed) {
    calls.add("ioctl %d %x".formatted(descriptor, request));
    argument = passed.toArray(ValueLayout.JAVA_BYTE);
    given = passed;
    if (request == 0x0707) {
      transfer();
    } else if (request == 0xc250b407L) {
      passed.set(ValueLayout.JAVA_INT, 588, lineDescriptor);
    } else if (request == 0xc010b40eL) {
      passed.set(ValueLayout.JAVA_LONG, 0, lineValue);
    }
    return ioctlAnswer;
  }

  /** As the kernel reads struct i2c_rdwr_ioctl_data: by offsets that a C compiler told. */
  @SuppressWarnings("restricted")
  private void transfer() {
    int count = given.get(ValueLayout.JAVA_INT, 8);
    MemorySegment messages = given.get(ValueLayout.ADDRESS, 0).reinterpret(16L * count);
    for (int i = 0; i < count; i++) {
      message(messages.asSlice(16L * i, 16));
    }
  }

  @SuppressWarnings("restricted")
  private void message(MemorySegment message) {
    int flags = message.get(ValueLayout.JAVA_SHORT, 2);
    int length = message.get(ValueLayout.JAVA_SHORT, 4);
    MemorySegment bytes = message.get(ValueLayout.ADDRESS, 8).reinterpret(length);
    String what = "read " + length;
    if (flags == 0) {
      what = "write " + HexFormat.of().formatHex(bytes.toArray(ValueLayout.JAVA_BYTE));
    } else {
      MemorySegment.copy(toRead, 0, bytes, ValueLayout.JAVA_BYTE, 0, length);
    }
    calls.add("  %02x flags %d %s".formatted(message.get(ValueLayout.JAVA_SHORT, 0), flags, what));
  }

  @Override
  public int close(int descriptor) {
    calls.add("close " + descriptor);
    return 0;
  }
}
