package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.link.Tls;
import io.olivo.deploy.robot.LinkSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAccessTest {
  private static final URI BROKER = URI.create("tcp://broker.example:1883");
  private static final String SECRET = "s3cr3t-word";

  @TempDir Path folder;

  private static LinkSpec link(String user, Path file) {
    return new LinkSpec(
        Optional.of(BROKER),
        20,
        Optional.ofNullable(user),
        Optional.ofNullable(file),
        Tls.PLATFORM,
        List.of());
  }

  private Path password(String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("p-" + permissions), SECRET + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static String refused(LinkSpec link, Map<String, String> environment) {
    return assertThrows(
            IllegalArgumentException.class, () -> BrokerAccess.of(link, BROKER, environment))
        .getMessage();
  }

  @Test
  void withoutANameThereIsNoLogin() {
    assertNull(BrokerAccess.of(link(null, null), BROKER, Map.of()).login());
  }

  @Test
  void thePasswordIsTheFirstLineOfAFileThatNobodyElseReads() throws IOException {
    BrokerAccess access = BrokerAccess.of(link("arm2", password("rw-------")), BROKER, Map.of());
    assertEquals("arm2", access.login().user());
    assertEquals(SECRET, access.login().password());
  }

  @Test
  void aFileThatOthersMayReadIsRefusedWithTheRemedy() throws IOException {
    for (String open : List.of("rw-r-----", "rw----r--", "rw-rw-rw-", "rw--w----")) {
      Path file = password(open);
      String said = refused(link("arm2", file), Map.of());
      assertTrue(said.contains("chmod 600 " + file), said);
      assertFalse(said.contains(SECRET), said);
    }
  }

  @Test
  void theEnvironmentCountsMoreThanTheRobotFile() throws IOException {
    BrokerAccess access =
        BrokerAccess.of(
            link("arm2", password("rw-------")),
            BROKER,
            Map.of(BrokerAccess.USER, "desk", BrokerAccess.PASSWORD, "another"));
    assertEquals("desk", access.login().user());
    assertEquals("another", access.login().password());
  }

  @Test
  void halfALoginIsRefusedAndSaysWhatIsMissing() throws IOException {
    assertTrue(refused(link("arm2", null), Map.of()).contains("link.password_file"));
    assertTrue(refused(link(null, password("rw-------")), Map.of()).contains("link.user"));
    assertTrue(refused(link("arm2", folder.resolve("none")), Map.of()).contains("umask 077"));
  }

  @Test
  void noTextOfItHoldsThePassword() throws IOException {
    BrokerAccess access = BrokerAccess.of(link("arm2", password("rw-------")), BROKER, Map.of());
    assertFalse((access + " " + access.config("x")).contains(SECRET));
    assertTrue(access.toString().contains("arm2"));
  }

  @Test
  void aPasswordOverANetworkWithoutTlsIsNoticed() {
    Map<String, String> login = Map.of(BrokerAccess.USER, "a", BrokerAccess.PASSWORD, "b");
    LinkSpec plain = link(null, null);
    assertTrue(BrokerAccess.of(plain, BROKER, login).tellsPassword());
    for (String safe : List.of("ssl://broker.example:8883", "tcp://localhost:1883")) {
      assertFalse(BrokerAccess.of(plain, URI.create(safe), login).tellsPassword(), safe);
    }
    assertFalse(BrokerAccess.of(plain, BROKER, Map.of()).tellsPassword());
  }
}
