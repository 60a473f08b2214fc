package io.olivo.actuators.servo.jserialcomm;

import io.olivo.actuators.servo.Servo;
import io.olivo.actuators.servo.ServoModel;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.actuators.servo.emulated.FreeServo;
import io.olivo.actuators.servo.emulated.ServoMishaps;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Six emulated STS3215 at 1 Mbit/s behind a device that the kernel makes up. */
final class ServosOnATerminal implements AutoCloseable {
  static final int BAUD = 1_000_000;
  static final int COUNT = 6;

  private final PseudoTerminal terminal = new PseudoTerminal();
  private final EmulatedFeetechLine line = new EmulatedFeetechLine(BAUD, 5);
  private final List<EmulatedSts3215> servos =
      IntStream.rangeClosed(1, COUNT)
          .mapToObj(id -> new EmulatedSts3215(id, new FreeServo(0)))
          .toList();
  private final long beganNanos = System.nanoTime();
  private final Thread thread;
  private volatile boolean ended;

  ServosOnATerminal() {
    servos.forEach(line::with);
    thread = Thread.ofPlatform().name("emulated servos").daemon().start(this::answer);
  }

  static List<Servo> robot() {
    return IntStream.rangeClosed(1, COUNT)
        .mapToObj(id -> new Servo(id, ServoModel.STS3215))
        .toList();
  }

  String device() {
    return terminal.device();
  }

  private void answer() {
    while (!ended) {
      byte[] heard = terminal.receive(5);
      if (heard.length > 0) {
        terminal.send(answer(heard));
      }
    }
  }

  private byte[] answer(byte[] heard) {
    byte[] answers;
    long due;
    synchronized (line) {
      line.pass(Math.max(0, System.nanoTime() - beganNanos - line.nowNanos()));
      line.write(heard, heard.length);
      answers = line.takeAnswers();
      due = beganNanos + line.nowNanos();
    }
    LockSupport.parkNanos(due - System.nanoTime()); // as long as the bytes need
    return answers;
  }

  void goWrong(ServoMishaps mishaps) {
    synchronized (line) {
      line.goWrong(mishaps);
    }
  }

  /** How long the line was busy so far, by its bytes and the delays of the servos [s]. */
  double busySeconds() {
    synchronized (line) {
      return line.busySeconds();
    }
  }

  /** How many have torque. */
  long withTorque() {
    synchronized (line) {
      return servos.stream().filter(EmulatedSts3215::torque).count();
    }
  }

  /** Until so many have torque. */
  void awaitTorque(int wanted) throws InterruptedException {
    while (withTorque() != wanted) {
      Thread.sleep(2);
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      terminal.close();
    }
  }
}
