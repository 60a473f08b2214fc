package io.olivo.controller.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and keys in PEM files (RFC 7468), read by the JDK's own classes. */
final class PemFiles {
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

  private PemFiles() {}

  /**
   * All certificates of a file, in its order.
   *
   * @throws IllegalArgumentException naming the file and what is wrong with it
   */
  static Collection<? extends Certificate> certificates(Path file) {
    try {
      byte[] bytes = read(file);
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes));
      if (all.isEmpty()) {
        throw new IllegalArgumentException(file + ": holds no certificate");
      }
      return all;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + ": is no PEM file of certificates", e);
    }
  }

  /**
   * The private key of a file.
   *
   * @throws IllegalArgumentException naming the file, and how to convert other forms
   */
  static PrivateKey privateKey(Path file) {
    Matcher found = PRIVATE_KEY.matcher(new String(read(file), StandardCharsets.US_ASCII));
    if (found.find()) {
      byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm)
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException another) {
          // the next one may do
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
      }
    }
    throw new IllegalArgumentException(
        file + ": holds no plain PKCS#8 key; convert yours by: openssl pkcs8 -topk8 -nocrypt");
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": cannot be read", e);
    }
  }
}
