package io.olivo.deploy.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropInTest {
  @TempDir private Path folder;

  private static RobotSpec ready(String name) {
    return RobotFile.read(Path.of("src/main/robots", name + ".yaml"));
  }

  private static List<String> lines(RobotSpec robot, String key) {
    return new DropIn(robot, Placed.pushed("robot.yaml"))
        .text()
        .lines()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .toList();
  }

  private RobotSpec changed(String name, String what, String into) throws IOException {
    String text = Files.readString(Path.of("src/main/robots", name + ".yaml"));
    assertTrue(text.contains(what), what);
    Path file = folder.resolve(name + ".yaml");
    Files.writeString(file, text.replace(what, into));
    Path csv = Path.of("src/main/robots/balancer.csv");
    Files.copy(csv, folder.resolve("balancer.csv"), StandardCopyOption.REPLACE_EXISTING);
    return RobotFile.read(file);
  }

  @Test
  void robotMayOpenItsBusesAndNothingElse() {
    RobotSpec arm = ready("arm2-board");
    assertEquals(List.of("/dev/i2c-1 rw", "/dev/i2c-3 rw"), lines(arm, "DeviceAllow"));
    assertEquals(List.of("i2c"), lines(arm, "SupplementaryGroups"));
    assertEquals(List.of("/dev/ttyACM0 rw"), lines(ready("so101"), "DeviceAllow"));
    assertEquals(List.of("dialout"), lines(ready("so101"), "SupplementaryGroups"));
  }

  @Test
  void pulsesAndCountersAreFilesBelowSysThatItMayWrite() {
    assertEquals(
        List.of("-/sys/bus/counter/devices/counter0", "-/sys/class/pwm/pwmchip0"),
        lines(ready("balancer"), "ReadWritePaths"));
  }

  @Test
  void linesOfTheBoardAreThoseOfTheChipInTheFile() throws IOException {
    RobotSpec wired =
        changed(
            "balancer",
            "chip: drv8833, in1: pwm-0.0, in2: pwm-0.1",
            "chip: drv8833, in1: pwm-0.0, in2: pwm-2.1, standby: gpio-22");
    assertTrue(lines(wired, "DeviceAllow").contains("/dev/gpiochip0 rw"));
    assertEquals(List.of("gpio i2c"), lines(wired, "SupplementaryGroups"));
    assertTrue(lines(wired, "ReadWritePaths").contains("-/sys/class/pwm/pwmchip2"));
  }

  @Test
  void watchdogOfTheBoardIsTheServicesOwn() throws IOException {
    RobotSpec watched =
        changed("arm2-board", "skill:", "failsafes: { watchdog: /dev/watchdog }\nskill:");
    assertTrue(lines(watched, "DeviceAllow").contains("/dev/watchdog rw"));
    assertTrue(UdevRules.text(watched).contains("GROUP=\"olivo\""));
  }

  @Test
  void noServiceEverArmsItself() {
    Stream.of("arm2-board", "pantilt", "balancer", "so101")
        .map(DropInTest::ready)
        .map(robot -> lines(robot, "ExecStart"))
        .forEach(
            commands -> {
              assertEquals("", commands.getFirst(), "the command of olivo.service is taken away");
              assertEquals(2, commands.size());
              assertFalse(commands.get(1).contains("--arm"), commands.get(1));
              assertTrue(commands.get(1).contains(" --io board "), commands.get(1));
            });
  }

  @Test
  void brokerOfTheRobotFileIsUsedAndStateGoesToItsFolder() {
    String command = lines(ready("arm2-board"), "ExecStart").get(1);
    assertEquals(
        "/opt/olivo/current/bin/olivo run /opt/olivo/current/robot/robot.yaml --io board"
            + " --load newest-or-none --folder /var/lib/olivo --broker tcp://localhost:1883",
        command);
  }

  @Test
  void wordsAreQuotedAsSystemdReadsThem() {
    assertEquals("/a/b.yaml", DropIn.word("/a/b.yaml"));
    assertEquals("\"/a b/c\"", DropIn.word("/a b/c"));
    assertEquals("/a%%b$$c", DropIn.word("/a%b$c"));
    assertEquals("\"a\\\"b\\\\c\"", DropIn.word("a\"b\\c"));
  }

  @Test
  void devicesThatSystemdWouldReadAsSeveralAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> DeviceNode.gpio("/dev/gpiochip0 rw /dev/sda"));
    assertThrows(IllegalArgumentException.class, () -> new Placed("olivo", "/robot.yaml"));
  }

  @Test
  void recordingsElsewhereMayBeWritten() throws IOException {
    RobotSpec here = changed("arm2-board", "skill:", "record: { folder: recordings }\nskill:");
    assertEquals(List.of(), lines(here, "ReadWritePaths"));
    RobotSpec there = changed("arm2-board", "skill:", "record: { folder: /mnt/usb }\nskill:");
    assertEquals(List.of("-/mnt/usb"), lines(there, "ReadWritePaths"));
  }

  @Test
  void everyDeviceHasARuleOfItsGroupButThoseThatAllSystemsHave() {
    String rules = UdevRules.text(ready("balancer"));
    for (String word :
        Set.of("SUBSYSTEM==\"i2c-dev\"", "SUBSYSTEM==\"pwm\"", "SUBSYSTEM==\"counter\"")) {
      assertTrue(rules.contains(word), rules);
    }
    assertEquals(1, UdevRules.text(ready("so101")).lines().count());
    assertEquals(2, UdevRules.text(ready("arm2-board")).lines().count(), "one for both buses");
  }
}
