package io.olivo.deploy.push;

/**
 * How to push.
 *
 * @param waitSeconds until the service must be ready
 * @param steadySeconds how long it must stay so
 * @param keep old releases that stay, beside the one that runs and the one before
 * @param stopArmed whether a robot that may move is stopped
 * @param cache whether the start is made fast
 * @param dryRun whether nothing is changed
 */
public record PushOptions(
    int waitSeconds,
    int steadySeconds,
    int keep,
    boolean stopArmed,
    boolean cache,
    boolean dryRun) {
  /** Long enough to see a service that ends soon after it began. */
  public static final int STEADY_SECONDS = 5;

  /** Refuses what could never be healthy. */
  public PushOptions {
    if (waitSeconds < 1 || steadySeconds < 0 || keep < 0) {
      throw new IllegalArgumentException(
          "--wait must be at least 1 s and --keep at least 0, got %d s and %d"
              .formatted(waitSeconds, keep));
    }
  }

  String armed() {
    return stopArmed ? "stop" : "keep";
  }
}
