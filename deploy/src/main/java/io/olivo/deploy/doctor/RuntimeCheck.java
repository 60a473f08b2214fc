package io.olivo.deploy.doctor;

import java.util.List;

/** Version and flags of the JDK. */
final class RuntimeCheck {
  private static final int NEEDED = 25;
  private static final List<String> SLOW =
      List.of("-Xint", "-Xdebug", "-agentlib:jdwp", "-Xrunjdwp", "-XX:TieredStopAtLevel");

  private RuntimeCheck() {}

  static Check of(int feature, List<String> flags) {
    if (feature < NEEDED) {
      return Check.fail("java", "this is JDK " + feature, "install JDK " + NEEDED);
    }
    List<String> slow = flags.stream().filter(RuntimeCheck::isSlow).toList();
    return slow.isEmpty()
        ? Check.ok("java", "JDK " + feature + ", no flag that slows the loop")
        : Check.warn(
            "java",
            "JDK " + feature + " with " + String.join(" ", slow),
            "remove that flag, it makes ticks late");
  }

  private static boolean isSlow(String flag) {
    return SLOW.stream().anyMatch(flag::startsWith);
  }
}
