package io.olivo.actuators.servo.jserialcomm;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.servo.GuardedLine;
import io.olivo.actuators.servo.Servo;
import io.olivo.actuators.servo.ServoChain;
import io.olivo.actuators.servo.ServoTiming;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.Tolerance;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** A process that has the servos in its hand, until it ends in the way that it is told. */
final class ArmedRobot {
  private ArmedRobot() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Servo> servos = ServosOnATerminal.robot();
    GuardedLine line =
        JSerialCommLine.guarded(args[0], ServosOnATerminal.BAUD, ServoChain.torqueOff(servos));
    ServoTiming timing = new ServoTiming(ServosOnATerminal.BAUD, .1, false);
    ServoChain chain = new ServoChain(line, servos, timing, .5, line::isGuarded, System::nanoTime);
    Drive drive = new Drive(chain, 250, 5);
    BusPoller poller =
        new BusPoller("servos", line, List.of(drive), Tolerance.STANDARD, System::nanoTime);
    DrivenActuators actuators =
        new DrivenActuators(
            IntStream.range(0, servos.size())
                .mapToObj(i -> new Target(new Channel("goal." + i, Unit.RADIAN, -3, 3), drive, i))
                .toList());
    poller.start();
    double[] goals = new double[servos.size()];
    while (chain.armings() == 0) {
      actuators.write(goals, new double[goals.length], System.nanoTime());
      Thread.sleep(5);
    }
    System.out.println("armed");
    System.in.read(); // goes on when told
    end(args[1], poller);
  }

  private static void end(String how, BusPoller poller) throws InterruptedException {
    switch (how) {
      case "close" -> poller.close();
      case "exit" -> System.exit(3);
      case "halt" -> Runtime.getRuntime().halt(4);
      case "throw" -> throw new IllegalStateException("the loop has an error");
      default -> Thread.sleep(Long.MAX_VALUE);
    }
  }
}
