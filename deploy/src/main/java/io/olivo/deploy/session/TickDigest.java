package io.olivo.deploy.session;

import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of everything that the ticks from a robot time on read and decided: equal digests mean
 * equal bits.
 */
public final class TickDigest implements Telemetry {
  private final long fromNanos;
  private final MessageDigest sha256;
  private final ByteBuffer bytes;

  /**
   * @param shape of the ticks
   * @param fromSeconds robot time of the first tick to count
   */
  public TickDigest(Tick shape, double fromSeconds) {
    fromNanos = Math.round(fromSeconds * 1e9);
    int numbers = 3 + shape.state.length + shape.desired.length + shape.figures.length;
    bytes = ByteBuffer.allocate(8 * (numbers + 4 * shape.command.length));
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void offer(Tick tick) {
    if (tick.nowNanos < fromNanos) {
      return;
    }
    bytes.clear();
    bytes.putLong(tick.nowNanos).putLong(tick.number).putDouble(tick.trajectorySeconds);
    put(tick.state);
    put(tick.desired);
    put(tick.feedback);
    put(tick.learned);
    put(tick.command);
    put(tick.applied);
    put(tick.figures);
    sha256.update(bytes.array(), 0, bytes.position());
  }

  private void put(double[] values) {
    for (double value : values) {
      bytes.putLong(Double.doubleToRawLongBits(value));
    }
  }

  /** Ends it; to be called once. */
  public String text() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
