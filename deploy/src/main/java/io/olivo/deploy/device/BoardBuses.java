package io.olivo.deploy.device;

import io.olivo.actuators.servo.GuardedLine;
import io.olivo.actuators.servo.jserialcomm.JSerialCommLine;
import io.olivo.deploy.robot.BoardSpec;
import io.olivo.deploy.robot.BoardSpec.Backend;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.SpiBus;
import io.olivo.sensors.bus.SysfsCounter;
import io.olivo.sensors.linux.LinuxGpio;
import io.olivo.sensors.linux.LinuxI2cBus;
import io.olivo.sensors.linux.SysfsPwm;
import io.olivo.sensors.pi4j.Pi4jBoard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The buses of this computer, each by Pi4J or straight from the kernel, as the robot file says. */
public final class BoardBuses implements Buses {
  private final BoardSpec board;
  private final Map<String, I2cBus> i2c = new LinkedHashMap<>();
  private final Deque<Bus> others = new ArrayDeque<>();
  private @Nullable Pi4jBoard pi4j; // once somebody needs it
  private @Nullable LinuxGpio gpio; // likewise

  /**
   * @param board who moves bytes and levels
   */
  public BoardBuses(BoardSpec board) {
    this.board = board;
  }

  @Override
  public I2cBus i2c(String name) throws BusException {
    I2cBus open = i2c.get(name);
    if (open == null) {
      open = openI2c(name);
      i2c.put(name, open);
    }
    return open;
  }

  private I2cBus openI2c(String name) throws BusException {
    String path = "/dev/" + name;
    requireFile(path, "dtparam=i2c_arm=on in config.txt enables it on a Raspberry Pi");
    return board.i2c() == Backend.LINUX ? new LinuxI2cBus(path) : pi4j().i2c(numbers(name)[0]);
  }

  @Override
  public SpiBus spi(String name, int mode, int hertz) throws BusException {
    int[] numbers = numbers(name);
    requireFile(
        "/dev/spidev%d.%d".formatted(numbers[0], numbers[1]),
        "dtparam=spi=on in config.txt enables it on a Raspberry Pi");
    return remember(pi4j().spi(numbers[0], numbers[1], mode, hertz));
  }

  @Override
  public Counter counter(String name) throws BusException {
    int[] numbers = numbers(name);
    Path folder =
        Path.of("/sys/bus/counter/devices/counter%d/count%d".formatted(numbers[0], numbers[1]));
    requireFile(folder.toString(), "its driver has to be loaded");
    return new SysfsCounter(folder);
  }

  /** A deadman is started with it. */
  @Override
  public ServoLine servos(String name, int baud, byte[] torqueOff) throws BusException {
    requireFile(name, "is the adapter plugged in, and its name right?");
    GuardedLine line = remember(JSerialCommLine.guarded(name, baud, torqueOff));
    return new ServoLine(line, line::isGuarded);
  }

  @Override
  public DigitalLine input(String name) throws BusException {
    int number = numbers(name)[0];
    return remember(
        board.gpio() == Backend.LINUX
            ? gpio().input(number, LinuxGpio.Bias.UP)
            : pi4j().input(number));
  }

  @Override
  public DigitalLine output(String name) throws BusException {
    int number = numbers(name)[0];
    return remember(
        board.gpio() == Backend.LINUX ? gpio().output(number, false) : pi4j().output(number));
  }

  @Override
  public PwmNanos pulses(String name) throws BusException {
    int[] numbers = numbers(name);
    Path chip = Path.of("/sys/class/pwm/pwmchip" + numbers[0]);
    requireFile(chip.toString(), "dtoverlay=pwm-2chan in config.txt enables it on a Raspberry Pi");
    return remember(new SysfsPwm(chip, numbers[1]));
  }

  /** All numbers in a name. */
  private static int[] numbers(String name) {
    String[] parts = name.replaceFirst("^\\D+", "").split("\\D+", -1);
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  private static void requireFile(String path, String remedy) throws BusException {
    if (!Files.exists(Path.of(path))) {
      throw new BusException("%s is not there: %s".formatted(path, remedy));
    }
  }

  private <T extends Bus> T remember(T opened) {
    others.push(opened);
    return opened;
  }

  private Pi4jBoard pi4j() {
    Pi4jBoard found = pi4j;
    if (found == null) {
      found = new Pi4jBoard();
      pi4j = found;
    }
    return found;
  }

  private LinuxGpio gpio() throws BusException {
    LinuxGpio opened = gpio;
    if (opened == null) {
      opened = new LinuxGpio(board.gpioChip());
      gpio = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    others.forEach(Bus::close);
    i2c.values().forEach(Bus::close);
    if (gpio != null) {
      gpio.close();
    }
    if (pi4j != null) {
      pi4j.close();
    }
  }
}
