package io.olivo.controller.link;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files by which broker and robot know each other, all PEM. TLS 1.2 or newer, and the name in
 * the broker's certificate must be the one in the broker's address; neither can be switched off.
 *
 * @param ca who vouches for the broker; null for those that the Java platform trusts
 * @param certificate of this end, when the broker asks for one; its own first, then its issuers
 * @param key of that certificate, PKCS#8 without a password ({@code -----BEGIN PRIVATE KEY-----})
 */
public record Tls(@Nullable Path ca, @Nullable Path certificate, @Nullable Path key) {
  /** Whatever the Java platform trusts, and no certificate of our own. */
  public static final Tls PLATFORM = new Tls(null, null, null);

  /** Refuses a certificate without its key. */
  public Tls {
    if ((certificate == null) != (key == null)) {
      throw new IllegalArgumentException(
          "a certificate and its key go together: give both, or neither");
    }
  }
}
