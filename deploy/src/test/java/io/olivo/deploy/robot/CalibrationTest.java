package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.Calibration.Offset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {
  @TempDir Path folder;

  private Path copied() throws IOException {
    return Files.copy(Path.of("src/main/robots/arm2-board.yaml"), folder.resolve("arm.yaml"));
  }

  private Path calibrated(Path file) throws IOException {
    Path calibration = Calibration.beside(file);
    new Calibration(Map.of("elbow.angle", new Offset(-1, 0.1 + 0.2)))
        .write(calibration, RobotFile.read(file), LocalDate.of(2026, 11, 30));
    return calibration;
  }

  private static RobotFileException refused(Path file) {
    return assertThrows(RobotFileException.class, () -> RobotFile.read(file));
  }

  @Test
  void whatWasFoundOutWinsOverTheRobotFileToTheBit() throws IOException {
    Path file = copied();
    calibrated(file);
    Map<String, Connection> connections = RobotFile.read(file).hardware().connections();
    assertEquals(
        new Connection("elbow_encoder", "", -1, 0.1 + 0.2), connections.get("elbow.angle"));
    assertEquals(new Connection("shoulder_encoder", "", 1, 0), connections.get("shoulder.angle"));
  }

  @Test
  void aFileThatWasChangedIsRefusedWithARemedy() throws IOException {
    Path file = copied();
    Path calibration = calibrated(file);
    Files.writeString(calibration, Files.readString(calibration).replace("-1.0", "1.0"));
    assertTrue(
        refused(file)
            .getMessage()
            .endsWith(
                "arm.calibration:4: crc: does not fit: the file was cut or changed; run olivo"
                    + " calibrate again, or delete this file"));
  }

  @Test
  void aFileThatWasCutIsRefused() throws IOException {
    Path file = copied();
    Path calibration = calibrated(file);
    String text = Files.readString(calibration);
    for (int length = 1; length < text.length() - 1; length++) {
      Files.writeString(calibration, text.substring(0, length));
      refused(file);
    }
  }

  @Test
  void aChannelOfAnotherRobotIsRefused() throws IOException {
    Path file = copied();
    calibrated(file);
    Files.writeString(file, Files.readString(file).replace("{ from: elbow_encoder,", "{"));
    assertTrue(
        refused(file).getMessage().contains("channels.elbow.angle: is no channel of arm2-board"));
  }
}
