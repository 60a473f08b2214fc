package io.olivo.deploy.bench;

/**
 * What one run took.
 *
 * @param cpuSeconds of the whole process, from the begin of the loop to the end of the recording
 * @param dropped beats that were not recorded
 * @param lateMicros how late ticks began, the 99th percentile [us]
 * @param ticks of the loop
 */
public record RecordingCost(double cpuSeconds, long dropped, double lateMicros, long ticks) {
  /** As {@link RecordingLoad} says it. */
  static RecordingCost read(String line) {
    String[] words = line.split(" ", -1);
    return new RecordingCost(
        Double.parseDouble(words[0]),
        Long.parseLong(words[1]),
        Double.parseDouble(words[2]),
        Long.parseLong(words[3]));
  }
}
