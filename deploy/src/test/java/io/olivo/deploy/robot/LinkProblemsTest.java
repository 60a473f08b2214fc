package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkProblemsTest {
  private static final String LINK = "broker: tcp://localhost:1883, telemetry: 20 Hz";

  private static RobotText link(String text) {
    return RobotText.SOUND.with(LINK, text);
  }

  @Test
  void loginAndCertificatesAreReadFromBesideTheRobotFile() {
    LinkSpec link =
        link("broker: ssl://broker.example, user: arm2, password_file: arm2.password,"
                + " tls: { ca: ca.crt, certificate: certs/arm2.crt, key: certs/arm2.key },"
                + " trusted_keys: [desk.pub, other.pub]")
            .read()
            .link();
    assertEquals(8883, link.broker().orElseThrow().getPort());
    assertEquals("arm2", link.user().orElseThrow());
    assertEquals(Path.of("arm2.password"), link.passwordFile().orElseThrow().getFileName());
    Path folder = link.passwordFile().orElseThrow().getParent();
    assertEquals(folder.resolve("ca.crt"), link.tls().ca());
    assertEquals(folder.resolve("certs/arm2.key"), link.tls().key());
    assertEquals(
        List.of(folder.resolve("desk.pub"), folder.resolve("other.pub")), link.trustedKeys());
  }

  @Test
  void aPasswordInTheFileIsNoKeyThatThereIs() {
    List<String> problems = link(LINK + ", password: opensesame").problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("unknown key 'password'"), problems.toString());
    assertFalse(problems.getFirst().contains("opensesame"), problems.toString());
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    List<String> problems =
        link("broker: ssl://localhost:8883, tls: { certificate: a.crt }").problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("go together"), problems.toString());
  }

  @Test
  void tlsWithoutASecureAddressIsRefused() {
    List<String> problems = link(LINK + ", tls: { ca: ca.crt }").problems();
    assertEquals(1, problems.size());
    assertTrue(problems.getFirst().contains("ssl://"), problems.toString());
  }
}
