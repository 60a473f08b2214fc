package io.olivo.deploy.cli;

/** The command line's entry. */
public final class Olivo {
  private Olivo() {}

  /** Prints the version. */
  public static void main(String[] args) {
    System.out.println("olivo 0.1.0-SNAPSHOT");
  }
}
