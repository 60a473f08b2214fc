package io.olivo.deploy.pack;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A processor that a release is made for, always with Linux. Names are Debian's, in lower case. */
public enum Architecture {
  /** x86-64. */
  AMD64,
  /** ARM, 64 bits: a Raspberry Pi from the 3 on with a 64-bit system, a Jetson. */
  ARM64;

  /** As Debian and the names of releases say it. */
  public String debian() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this program runs on such a machine with Linux. */
  public boolean isHere() {
    return System.getProperty("os.name", "").equals("Linux")
        && ofJava(System.getProperty("os.arch", "")) == this;
  }

  /** Of a board that says {@code amd64}, {@code x86_64}, {@code arm64} or {@code aarch64}. */
  public static Architecture of(String name) {
    Architecture found = ofJava(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "no release for the processor \"" + name + "\": there are arm64 and amd64");
    }
    return found;
  }

  private static @Nullable Architecture ofJava(String name) {
    return switch (name) {
      case "amd64", "x86_64" -> AMD64;
      case "arm64", "aarch64" -> ARM64;
      default -> null;
    };
  }
}
