package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.loop.RobotClock;
import io.olivo.controller.realtime.Realtime;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.session.StateFolder;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.SpiBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a board whose chips are emulated: with threads, by the wall clock. */
class BoardRunTest {
  private static final String STILL = "safe: { value: 0 N*m";

  private static final int PCA9685 = 0x40;
  private static final int LED0 = 0x06;
  private static final int LED_END = 0x46;
  private static final int FULL_OFF = 0x10;

  @TempDir private Path folder;
  private RobotSpec arm;
  private EmulatedBuses emulated;
  private final AtomicInteger driven = new AtomicInteger(); // writes that let a motor move

  /** Its safe command moves it, as that of a servo does, so that one that is sent is seen. */
  @BeforeEach
  void build() throws IOException {
    String text = Files.readString(Path.of("src/main/robots/arm2-board.yaml"));
    assertTrue(text.contains(STILL));
    Path file = folder.resolve("arm.yaml");
    Files.writeString(file, text.replace(STILL, "safe: { value: 1 N*m"));
    arm = RobotFile.read(file);
    emulated = new EmulatedBuses(arm.hardware().devices(), 1);
  }

  /** The emulated buses, with somebody who looks at what goes to the motors. */
  private final class Watched implements Buses {
    @Override
    public I2cBus i2c(String name) {
      I2cBus bus = emulated.i2c(name);
      return new I2cBus() {
        @Override
        public void write(int address, byte[] bytes, int length) throws BusException {
          look(address, bytes, length);
          bus.write(address, bytes, length);
        }

        @Override
        public void writeRead(int address, byte[] out, int outLength, byte[] in, int inLength)
            throws BusException {
          bus.writeRead(address, out, outLength, in, inLength);
        }
      };
    }

    private void look(int address, byte[] bytes, int length) {
      if (address == PCA9685 && bytes[0] >= LED0 && bytes[0] < LED_END) {
        for (int i = 4; i < length; i += 4) {
          driven.addAndGet((bytes[i] & FULL_OFF) == 0 ? 1 : 0);
        }
      }
    }

    @Override
    public SpiBus spi(String name, int mode, int hertz) {
      return emulated.spi(name, mode, hertz);
    }

    @Override
    public Counter counter(String name) {
      return emulated.counter(name);
    }

    @Override
    public ServoLine servos(String name, int baud, byte[] torqueOff) {
      return emulated.servos(name, baud, torqueOff);
    }

    @Override
    public DigitalLine input(String name) {
      return emulated.input(name);
    }

    @Override
    public DigitalLine output(String name) {
      return emulated.output(name);
    }

    @Override
    public PwmNanos pulses(String name) {
      return emulated.pulses(name);
    }

    @Override
    public void close() {
      emulated.close();
    }
  }

  private void run(boolean disarmed) throws Exception {
    Wiring wiring = new Wiring(arm);
    GuardNotes notes = new GuardNotes();
    RunPlan plan =
        new RunPlan(
            1,
            false,
            disarmed,
            false,
            () -> true,
            false,
            RobotClock.WALL,
            List.of(),
            Realtime.none(),
            null);
    new RunSession(
            wiring,
            wiring.guarded(Rule.of(arm.learner()), Seeds.of(1), notes),
            company(notes),
            new OutputOptions(),
            plan)
        .onBoard(Seeds.of(1), new Watched(), null, "arm");
  }

  /** Nobody is told, nothing is kept. */
  private RunCompany company(GuardNotes notes) {
    Path nowhere = Path.of("target", "no-state");
    SnapshotStore store = StateFolder.of(nowhere, arm);
    RobotLinks links = new RobotLinks(arm, nowhere, store, trouble -> {});
    return new RunCompany(notes, links, null, Recording.none());
  }

  private boolean allOff() throws BusException {
    byte[] registers = new byte[4 * 4];
    emulated.i2c("i2c-1").writeRead(PCA9685, new byte[] {LED0}, 1, registers, registers.length);
    boolean off = true;
    for (int i = 3; i < registers.length; i += 4) {
      off &= (registers[i] & FULL_OFF) != 0;
    }
    return off;
  }

  @Test
  void beforeItIsArmedNoMotorIsDriven() throws Exception {
    run(true);
    assertEquals(0, driven.get());
  }

  @Test
  void armedItDrivesThemAndAtTheEndAllAreOff() throws Exception {
    run(false);
    assertTrue(driven.get() > 10, driven + " writes that let a motor move");
    assertTrue(allOff());
  }
}
