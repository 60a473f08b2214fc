package io.olivo.deploy.board;

import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Chips and plant of a robot file, for the buses of an emulated board.
 *
 * <pre>
 * BoardPlant ROBOT PORT STATE SLOWED
 *   ROBOT   robot file
 *   PORT    on localhost, for the back-ends of the buses
 *   STATE   file that tells how the plant does, ten times a second
 *   SLOWED  how many seconds of the wall are one of the plant
 * </pre>
 */
final class BoardPlant {
  private static final int BACKLOG = 8;
  private static final long TELL_MILLIS = 100;

  private BoardPlant() {}

  public static void main(String[] given) throws IOException, InterruptedException {
    SlowPlant plant =
        new SlowPlant(RobotFile.read(Path.of(given[0])), Double.parseDouble(given[3]));
    try (ServerSocket door =
        new ServerSocket(Integer.parseInt(given[1]), BACKLOG, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().name("buses").daemon().start(() -> welcome(door, plant));
      Path state = Path.of(given[2]);
      while (true) {
        tell(plant.state(), state);
        Thread.sleep(TELL_MILLIS);
      }
    }
  }

  private static void welcome(ServerSocket door, SlowPlant plant) {
    try {
      while (true) {
        Thread.ofPlatform().daemon().start(new ChipDoor(door.accept(), plant));
      }
    } catch (IOException e) {
      // The program ends.
    }
  }

  /** Whoever reads it never finds half of it. */
  private static void tell(String text, Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
