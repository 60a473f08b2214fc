package io.olivo.deploy.session;

/** The version of this software. */
public final class Version {
  private Version() {}

  /** From the jar's manifest; "development" when it runs from classes. */
  public static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
