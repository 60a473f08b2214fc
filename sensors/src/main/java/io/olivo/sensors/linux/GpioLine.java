package io.olivo.sensors.linux;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** One line of a {@link LinuxGpio}. Reading and writing is one call of the kernel each. */
final class GpioLine implements DigitalLine {
  private static final long GPIO_V2_LINE_GET_VALUES = 0xc010b40eL;
  private static final long GPIO_V2_LINE_SET_VALUES = 0xc010b40fL;
  private static final long MASK = 8; // after the bits

  private final Device device;
  private final String name;
  private final MemorySegment values; // bits and mask

  GpioLine(Device device, String name) {
    this.device = device;
    this.name = name;
    values = Arena.ofAuto().allocate(16, 8);
    values.set(ValueLayout.JAVA_LONG, MASK, 1);
  }

  @Override
  public boolean read() throws BusException {
    call(GPIO_V2_LINE_GET_VALUES);
    return (values.get(ValueLayout.JAVA_LONG, 0) & 1) != 0;
  }

  @Override
  public void write(boolean high) throws BusException {
    values.set(ValueLayout.JAVA_LONG, 0, high ? 1 : 0);
    call(GPIO_V2_LINE_SET_VALUES);
  }

  private void call(long request) throws BusException {
    int answer = device.ask(request, values);
    if (answer < 0) {
      throw new BusException(name + " " + Errno.line(-answer));
    }
  }

  @Override
  public void close() {
    device.close();
  }
}
