package io.olivo.deploy.pack;

import java.io.IOException;

/** No release could be made. The message says what to do. */
public final class PackException extends IOException {
  private static final long serialVersionUID = 1L;

  PackException(String message) {
    super(message);
  }
}
